"""Which tellings of one article are one event and which are two: ground and air, swapped sides, tolls."""

import pytest

from tests.extraction.article_reading import event, low, name, read


def test_air_strikes_are_no_part_of_the_ground_fight() -> None:
    found = read(
        "Government forces recaptured Palmyra on Sunday. Russian warplanes struck the town 40 times. "
        "Twelve people were killed in the raids."
    )
    taken, struck = event(found, "ASSAULT", "recaptured"), event(found, "ASSAULT", "struck")
    assert taken.id != struck.id
    assert (taken.mode, struck.mode) == (None, "aerial")
    assert [party.text for party in taken.actors] == ["Government forces"]
    assert (low(taken.killed), low(struck.killed)) == (None, 12)


def test_a_repelled_attempt_tells_who_attacked_whom() -> None:
    found = read(
        "Fighters of Ahrar al-Sham repelled an attempt by regime forces to retake Khan Tuman on Saturday. "
        "More than 70 air raids hit the town."
    )
    tried = event(found, "ASSAULT", "retake")
    assert [party.text for party in tried.actors] == ["regime forces"]
    assert [party.text for party in tried.targets] == ["Fighters of Ahrar al-Sham"]
    assert tried.mode is None
    assert event(found, "ASSAULT", "hit").mode == "aerial"


def test_named_sides_that_swap_are_two_attacks() -> None:
    found = read(
        "Hezbollah attacked the Nusra Front near Zabadani on Monday. "
        "The Nusra Front attacked Hezbollah near Zabadani on Monday."
    )
    attacks = [told for told in found.events if told.type == "ASSAULT"]
    assert [[name(found, party.entity) for party in told.actors] for told in attacks] == [
        ["Hezbollah"],
        ["Nusra Front"],
    ]


def test_a_bare_toll_counts_what_was_just_told() -> None:
    found = read(
        "Militants overran the town of Bama on Tuesday, witnesses said. "
        "Jets bombed a market in Maiduguri on Wednesday. Nine people were killed."
    )
    assert low(event(found, "ASSAULT", "bombed").killed) == 9
    assert event(found, "ASSAULT", "overran").killed is None


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        ("Thirteen advisers were martyred in Khan Tuman.", 13),
        ("At least 12 army and police officers were killed in Khan Tuman.", 12),
        ("Some 40 regime and allied fighters were killed in Khan Tuman.", 40),
        ("One man and three women were killed in Khan Tuman.", 4),
    ],
)
def test_people_counted_by_two_words(told: str, killed: int) -> None:
    assert low(event(read(told), "ASSAULT").killed) == killed


def test_a_headline_near_a_city_and_the_village_by_name_are_one_event() -> None:
    found = read(
        "Islamist rebels seize village near Aleppo\n\nMay 7, 2016\n\n"
        "Insurgents captured the village of Khan Tuman south of Aleppo on Friday, a monitoring group said."
    )
    seized = event(found, "ASSAULT", "captured")
    assert seized is event(found, "ASSAULT", "seize")
    assert name(found, seized.place) == "Khan Tuman"


def test_those_who_died_in_the_fighting_were_not_struck_from_the_air() -> None:
    found = read(
        "The Syrian Democratic Forces captured a village near Manbij on Tuesday. "
        "Coalition jets struck a depot near Manbij on Wednesday. Nine SDF fighters have died in the fighting."
    )
    assert low(event(found, "ASSAULT", "captured").killed) == 9
    assert event(found, "ASSAULT", "struck").killed is None


def test_near_two_cities_far_apart_are_two_events() -> None:
    found = read("The army said it shelled Hama in Syria. Last week a drone hit a convoy near Damascus.")
    assert event(found, "ASSAULT", "shelled").id != event(found, "ASSAULT", "hit").id
