"""Claims inside claims: the innermost claimant comes first, whoever passes it on is kept beside."""

import pytest

from tests.extraction.article_reading import claimants, event, read


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The ministry said that the rebels claimed they had killed 12 soldiers in Marib.",
         ["the rebels", "The ministry"]),
        ("State television quoted the army as saying that terrorists had shelled Aleppo.",
         ["the army", "State television"]),
        ("Police said, citing witnesses, that four men had shot the mayor of Juarez.", ["witnesses", "Police"]),
        ("Three people were killed in Cairo, state media said, quoting the interior ministry.",
         ["the interior ministry", "state media"]),
        ("According to the newspaper, the minister told parliament that troops had killed eight rebels in Casamance.",
         ["the minister", "the newspaper"]),
        ("Iraqi officials said Islamic State had claimed responsibility for the bombing in Baghdad.",
         ["Islamic State", "Iraqi officials"]),
    ],
)  # fmt: skip
def test_innermost_claimant_first(text: str, voices: list[str]) -> None:
    found = read(text)
    assert claimants(found, event(found, "ASSAULT")) == voices


def test_two_speakers_both_say_it() -> None:
    found = read("Amnesty International and Human Rights Watch said soldiers executed prisoners in Bama.")
    assert claimants(found, event(found, "ASSAULT")) == ["Amnesty International", "Human Rights Watch"]


def test_the_accused_of_arming_killers_does_not_kill() -> None:
    found = read("The president accused Rwanda of arming rebels who killed 50 people in Kishishe.")
    assert [actor.text for actor in event(found, "ASSAULT").actors] == ["rebels"]
