"""Which of several namesakes is meant, what names a place at all, and where somebody only came from."""

import time

import pytest

from app.extraction.toponyms.clues import tells_of_town
from tests.extraction.article_reading import entity, event, low, name, read


def _countries(text: str) -> dict[str, str | None]:
    found = read(text)
    return {one.name: one.country_code for one in found.entities if one.kind == "place"}


@pytest.mark.parametrize(
    "words", ["Lebanon's second city has seen", "The Lebanese port city has seen", "Lebanon's second-largest city saw"]
)
def test_a_town_is_in_the_country_whose_city_the_text_calls_it(words: str) -> None:
    text = (
        "TRIPOLI - A bomb exploded outside a mosque in Tripoli on Friday, killing six people.\n\n"
        f"{words} many rounds of fighting near Jabal Mohsen since the war in Syria began."
    )
    told = _countries(text)
    assert told["Tripoli"] == "LB"
    assert told["Jabal Mohsen"] == "LB"


def test_a_town_that_has_the_name_only_in_another_tongue_is_not_meant_far_from_home() -> None:
    told = _countries(
        "Malian soldiers were ambushed west of Boni on Tuesday, between Douentza and Hombori in the Mopti region."
    )
    assert told["Boni"] == "ML"


def test_every_city_has_an_old_city() -> None:
    told = _countries("Rebels shelled Damascus on Tuesday. Two shells hit the Old City, killing a Syrian baker.")
    assert told["Old City"] == "SY"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Jets bombed Hamouriyeh, a rebel-held suburb to the east of Damascus, on Tuesday.", "Hamouriyeh"),
        ("The army shelled Marj al-Sultan, a village near Damascus, on Tuesday.", "Marj al-Sultan"),
        ("Militants overran Bir Qasab, a desert village, on Monday.", "Bir Qasab"),
    ],
)
def test_an_apposition_tells_a_village(text: str, place: str) -> None:
    found = read(text)
    told = event(found, "ASSAULT")
    assert name(found, told.place) == place
    assert not told.targets


def test_an_apposition_of_its_elder_tells_none() -> None:
    found = read("Soldiers shot Hassan Barakat, a village elder, near Azaz on Monday.")
    told = event(found, "ASSAULT")
    assert name(found, told.place) == "Azaz"
    (target,) = told.targets
    assert entity(found, target.entity).kind == "person"


@pytest.mark.parametrize("words", ["had flown in from Toronto on Sunday", "had just come back from Toronto"])
def test_where_somebody_came_from_is_no_scene(words: str) -> None:
    found = read(
        "Gunmen attacked a hotel at Kilometre Five at dawn today, killing thirteen people.\n\n"
        f'"I counted the explosions," said Hodan Warsame, who {words}. The attackers shot two guards.'
    )
    assert all(name(found, told.place) != "Toronto" for told in found.events)


@pytest.mark.parametrize("dash", ["-", "–", "--"])
@pytest.mark.parametrize(("word", "number"), [("Two", 2), ("Twelve", 12), ("Thirty-four", 34)])
def test_a_number_right_behind_the_dateline_counts(dash: str, word: str, number: int) -> None:
    found = read(f"KARACHI {dash} {word} policemen were shot dead in Karachi on Tuesday, officials said.")
    assert low(event(found, "ASSAULT").killed) == number


def test_words_for_a_town_take_linear_time() -> None:
    start = time.perf_counter()
    tells_of_town("Syria's" + " the old" * 20_000, 5)
    tells_of_town("Syria's" + " north-" * 20_000, 5)
    assert not tells_of_town("Syria's second city of Aleppo", 5)
    assert not tells_of_town("Syria's army", 5)
    assert time.perf_counter() - start < 1
