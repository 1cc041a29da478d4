"""Where and when events are set, and who is a party to them."""

import pytest

from tests.extraction.article_reading import entity, event, name, read


def test_street_lies_in_the_town_of_the_article() -> None:
    found = read(
        "SPRINGFIELD, Ill. - Two men were shot on Lincoln Avenue on Saturday night, Springfield police said.\n\n"
        "Officers were called to Lincoln Avenue at about 11 p.m."
    )
    told = event(found, "ASSAULT", "shot")
    place = next(entity for entity in found.entities if entity.id == told.place)
    assert place.kind == "place"
    assert "Springfield" in {place.name, name(found, place.within)}


def test_local_body_tells_the_town_where_nothing_else_does() -> None:
    found = read(
        "A man was stabbed to death on Friday night. Detectives of the Memphis Police Department are investigating."
    )
    assert name(found, event(found, "ASSAULT").place) == "Memphis"


def test_country_of_the_article_is_the_widest_guess_and_has_no_words() -> None:
    found = read(
        "Syrian rebels killed nine soldiers on Monday, state media in Syria said. Syria has been at war for five years."
    )
    told = event(found, "ASSAULT", "killed")
    assert name(found, told.place) == "Syria"
    assert told.place_span is None


def test_country_that_acts_is_not_where_it_was() -> None:
    found = read("Russia and the United States agreed on a plan on Monday.")
    assert event(found, "AGREE").place is None


def test_day_of_saying_is_not_the_day_of_the_event() -> None:
    found = read("The army said on Monday that rebels had shelled Hama on Saturday.", "2016-05-31")
    assert event(found, "ASSAULT").date.edtf == "2016-05-28"


def test_unknown_date_is_null_and_never_the_publication_date() -> None:
    date = event(read("Rebels shelled the town of Azaz, killing two people."), "ASSAULT").date
    assert (date.edtf, date.earliest, date.latest, date.basis) == (None, None, None, "unknown")


def test_taken_village_is_a_place_and_no_target() -> None:
    found = read("Islamic State fighters captured the village of Mare near Aleppo on Friday.")
    told = event(found, "ASSAULT")
    assert name(found, told.place) == "Mare"
    assert told.targets == ()
    assert "territory" in told.contexts


def test_weapons_and_commentators_are_no_attackers() -> None:
    found = read(
        "The Red Cross called the attack on the hospital in Taiz on Sunday unacceptable. Air strikes killed nine."
    )
    for told in found.events:
        if told.type == "ASSAULT":
            assert told.actors == ()


def test_what_the_period_summed_up_is_apart_from_the_news() -> None:
    found = read(
        "A car bomb killed two people in Hama on Saturday.\n\n"
        "More than 250,000 people have been killed in Syria since March 2011, the United Nations says."
    )
    bomb = event(found, "ASSAULT", "killed")
    assert bomb.killed is not None
    assert bomb.killed.low == 2
    assert bomb.date.edtf == "2016-05-28"


def test_the_day_it_happened_is_that_of_the_main_event() -> None:
    found = read(
        "A girl was struck by a bullet at a farm near Waterloo, Iowa, and died.\n\n"
        "The sheriff has asked witnesses to come forward. Friends of the girl laid flowers at her school.\n\n"
        "It happened on Saturday morning, when a gun went off."
    )
    assert event(found, "ASSAULT", "bullet").date.edtf == "2016-05-28"


def test_the_day_of_saying_is_not_that_of_the_strike() -> None:
    found = read(
        "An air strike on a clinic in Aleppo killed 12 people, among them two nurses and a guard, a monitor and "
        "aid workers said on Thursday."
    )
    assert event(found, "ASSAULT").date.edtf != "2016-05-26"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Quito, 12 March (AFP) -- Guerrillas killed two policemen last night, the Ecuadorean army said.\n\n"
            "The dead were buried near the barracks.",
            ("Ecuador", "EC", "country", "context"),
            id="an event without a place is in the country of dateline and content",
        ),
        pytest.param(
            "Lima, 12 March (EFE) -- Rebels killed four soldiers in Santa Marta on Monday, Peruvian police said.",
            ("Santa Marta", "PE", "near", "context"),
            id="a village keeps to the country of the report",
        ),
    ],
)
def test_a_dateline_tells_the_country(text: str, expected: tuple[str, str, str, str]) -> None:
    found = read(text, "1990-03-14")
    place = entity(found, event(found, "ASSAULT").place)
    assert place is not None
    assert place.kind == "place"
    assert (place.name, place.country_code, place.precision, place.basis) == expected


def test_a_bureau_abroad_is_not_the_country_of_the_event() -> None:
    found = read(
        "Madrid, 12 March (EFE) -- Honduran opposition leaders gave a news conference. Soldiers shot dead six farmers "
        "on Sunday, they said. The Honduran army denied it, and the Honduran bishops called for an inquiry.",
        "1990-03-14",
    )
    assert name(found, event(found, "ASSAULT").place) == "Honduras"


def test_the_word_in_the_name_of_a_court_is_no_town() -> None:
    found = read(
        "Lima, 12 March (EFE) -- The Justice Ministry condemned the murder of a judge. The Peruvian police are looking "
        "for the killers, said the Supreme Court.",
        "1990-03-14",
    )
    assert name(found, event(found, "ASSAULT").place) == "Peru"


def test_a_date_of_another_clause_is_not_the_day_of_the_event() -> None:
    found = read(
        "The union leader, who was elected in May 2014, was shot dead outside his home in Homs.",
        "2016-05-25",
    )
    assert event(found, "ASSAULT", "shot").date.edtf is None


def test_a_day_that_is_yet_to_come_is_not_that_of_what_was_done() -> None:
    found = read(
        "Rebels attacked the barracks of the town. The governor will speak to the council on 2 June.", "2016-05-25"
    )
    assert event(found, "ASSAULT").date.edtf is None


def test_a_time_of_day_is_no_year() -> None:
    found = read("Soldiers killed three men as the curfew between 1800 and 0600 began in Homs.", "2016-05-25")
    assert event(found, "ASSAULT").date.edtf is None
    assert not found.dates
