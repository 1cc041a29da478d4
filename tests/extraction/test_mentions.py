"""Which words are names, where they begin and end, and what they name."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.extraction.coreference import link_names
from app.extraction.mentions import find_names
from tests.extraction.name_reading import document, knowledge, names, read


def test_titles_and_offices_are_no_part_of_a_person() -> None:
    text = "Iranian Foreign Minister Hossein Karimi met Gen. Salim Idris and Dr. Anna Weber in Geneva on Monday."
    assert names(text, "person") == ["Hossein Karimi", "Salim Idris", "Anna Weber"]
    assert names(text, "place") == ["Geneva"]


def test_a_title_alone_is_no_person() -> None:
    assert names("The President and the Foreign Minister will meet the General tomorrow.", "person") == []


def test_an_unknown_village_is_a_place_in_all_its_mentions() -> None:
    text = (
        "Rebels seized Tell Zahran in Aleppo on Friday. Two soldiers died in Tell Zahran. "
        "Government forces patrol the village of Tell Zahran. Residents fled Tell Zahran."
    )
    assert names(text, "place").count("Tell Zahran") == 4
    assert "Tell Zahran" not in names(text, "person")


@pytest.mark.parametrize("word", ["Takfiri", "Islamist", "Shi'ite", "Salafi", "Sunni"])
def test_faiths_and_ideologies_are_neither_person_nor_organization(word: str) -> None:
    found = read(f"The army said {word} fighters attacked the town. {word} groups denied it.").names
    assert not [name for name in found if word in name.text]


def test_a_place_inside_an_organization_is_no_mention_of_its_own() -> None:
    text = "The Aleppo Media Center published a video. The University of Damascus closed its gates."
    assert names(text, "organization") == ["Aleppo Media Center", "University of Damascus"]
    assert names(text, "place") == []


@pytest.mark.parametrize(
    "text",
    [
        "Isnilon Hapilon, the leader of Abu Sayyaf, was killed in Marawi. Troops had hunted Isnilon Hapilon.",
        "Troops hunted the group's leader, Isnilon Hapilon, for months.",
    ],
)
def test_who_holds_an_office_is_a_person(text: str) -> None:
    assert set(names(text, "person")) == {"Isnilon Hapilon"}


def test_a_lone_name_with_an_article_is_nobody_without_more() -> None:
    assert names("Warplanes bombed al-Sulaimaniyah on Monday.", "person") == []


def test_a_possessor_is_parted_from_what_it_owns() -> None:
    text = "Iran's Supreme National Security Council met, and Syria’s Interior Ministry agreed."
    assert names(text, "place") == ["Iran", "Syria"]
    assert names(text, "organization") == ["Supreme National Security Council", "Interior Ministry"]


def test_an_institution_keeps_its_nationality_and_what_follows_of() -> None:
    found = names("The Syrian Ministry of Defence and the Government of Iraq signed the paper.", "organization")
    assert found == ["Syrian Ministry of Defence", "Government of Iraq"]


def test_acronyms_count_in_capitals_only() -> None:
    assert names("The US told us that who goes there is up to the WHO.", "place") == ["US"]
    assert names("The US told us that who goes there is up to the WHO.", "organization") == ["WHO"]


def test_an_acronym_that_the_text_defines_is_that_organization() -> None:
    text = "The Coastal Fishermen Rescue Board (CFRB) said two boats sank. The CFRB found no survivors."
    assert names(text, "organization") == ["Coastal Fishermen Rescue Board", "CFRB", "CFRB"]


def test_lexicon_names_are_found_in_any_spelling() -> None:
    text = "Jabhat al-Nuṣra and Hizbollah fought; Jaysh al-Islam stayed away."
    assert [n.lexicon_id for n in read(text).names] == ["nusra-front", "hezbollah", "jaysh-al-islam"]


def test_nationalities_are_demonyms_and_peoples_without_a_state_are_no_mention() -> None:
    text = "Two Syrians and a Russian pilot met Kurdish fighters and Arab leaders."
    assert names(text, "demonym") == ["Syrians", "Russian"]
    assert not {"Kurdish", "Arab"} & {name.text for name in read(text).names}


def test_wars_and_operations_name_no_party_and_ships_are_vehicles() -> None:
    text = "After World War II and Operation Desert Storm, HMS Daring sailed home. The Daring was sold."
    assert [(name.text, name.kind) for name in read(text).names] == [("HMS Daring", "vehicle"), ("Daring", "vehicle")]


def test_footnote_marks_and_quotes_are_cut_off() -> None:
    found = {name.text for name in read('The fighters left Mosul.[4] He joined "Hezbollah", they said.').names}
    assert found == {"Mosul", "Hezbollah"}


def test_a_group_is_found_by_its_first_word() -> None:
    assert "Liwa al-Nahr" in names("Fighters of Liwa al-Nahr took the hill on Sunday.", "organization")


def test_a_list_of_places_carries_unknown_ones() -> None:
    found = names("Shells hit the towns of Idlib, Qarzun and Damascus overnight.", "place")
    assert found == ["Idlib", "Qarzun", "Damascus"]


def test_a_known_full_name_turns_the_surname_alone_into_a_person() -> None:
    text = "Paul Lyon was shot on Monday. Lyon died in hospital. Police said Lyon had been unarmed."
    assert names(text, "person") == ["Paul Lyon", "Lyon", "Lyon"]


def test_a_city_of_the_same_name_stays_a_place() -> None:
    assert names("Police in Lyon arrested two men. The men had come to Lyon from Vienna.", "place") == [
        "Lyon",
        "Lyon",
        "Vienna",
    ]


WORDS = st.sampled_from(
    "Mr. Gen. President Ali Smith al - Nusra Aleppo Syria 's Syrian the The of ( ) SNSC Army HMS Radio , and \n in "
    "said he Islamic State U.S. US 4th ” “ Ltd. d'Or Ministry Khan , —".split(" ")
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_names_are_ordered_disjoint_and_quote_the_text(words: list[str]) -> None:
    text = " ".join(words)
    read_document = read(text)
    end = 0
    for name in read_document.names:
        assert name.start >= end
        assert name.text
        assert read_document.clean.text[name.start : name.end] == name.text
        assert name.entity is not None
        assert read_document.entities[name.entity].kind == name.kind
        end = name.end


@pytest.mark.parametrize(
    "unit", ["Al-", "Ali Ahmad ", "President of the ", "(ABC) ", "Khan and Tuman, ", "Army of ", "Omar Khan said he "]
)
def test_hostile_repetition_costs_time_in_proportion(unit: str) -> None:
    read_document = document(unit * (12_000 // len(unit)))
    started = time.perf_counter()
    read_document.names = find_names(read_document, knowledge())
    link_names(read_document, knowledge())
    assert time.perf_counter() - started < 3.0


def test_coordinated_places_are_two_and_known_ones_with_and_stay_one() -> None:
    assert names("People fled to Idlib and Aleppo. He lives in Trinidad and Tobago now.", "place") == [
        "Idlib",
        "Aleppo",
        "Trinidad and Tobago",
    ]


def test_a_numbered_unit_takes_its_number() -> None:
    assert names("The ships of Task Force 50 left. Radio 4 reported it.", "organization") == [
        "Task Force 50",
        "Radio 4",
    ]


def test_a_compass_word_is_no_part_of_a_known_place() -> None:
    assert names("Shelling went on in Eastern Aleppo and northern Syria.", "place") == ["Aleppo", "Syria"]


def test_a_resolution_is_no_organization_but_its_author_is() -> None:
    assert names("Security Council Resolution 2254 was adopted by the Security Council.", "organization") == [
        "Security Council",
        "Security Council",
    ]


def test_a_lone_unknown_word_is_a_person_only_where_something_says_so() -> None:
    text = "The app Zintro was released on Friday. Zintro has many users."
    assert names(text, "person") == []
    assert names("His brother Zaydun was killed, a neighbour said.", "person") == ["Zaydun"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighters of Jaysh al-Fath repelled an attack near Aleppo on Saturday.", ["Jaysh al-Fath"]),
        ("Soldiers of the Syrian Arab Army shot a man in Homs.", ["Syrian Arab Army"]),
        ("Friends of Syria met in Paris on Friday.", ["Friends of Syria"]),
    ],
)
def test_members_at_the_head_of_a_sentence_are_no_part_of_the_name(text: str, expected: list[str]) -> None:
    assert names(text, "organization") == expected
