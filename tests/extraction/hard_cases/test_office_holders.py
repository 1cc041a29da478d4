"""Who holds an office is the actor or speaker that the office names, before his name or after it."""

import pytest

from tests.extraction.article_reading import claimants, event, name, read


@pytest.mark.parametrize(
    "text",
    [
        "The chief negotiator of the Syrian opposition has resigned. Mohammed Alloush, the chief negotiator, said so.",
        "Mohammed Alloush, chief negotiator of the opposition, spoke on Sunday. The chief negotiator resigned later.",
    ],
)
def test_the_office_and_the_name_are_one_actor(text: str) -> None:
    found = read(text)
    assert [name(found, actor.entity) for actor in event(found, "RETREAT", "resign").actors] == ["Mohammed Alloush"]


def test_an_office_that_two_hold_is_nobody_certain() -> None:
    found = read(
        "Police chief Ahmed Salim and police chief Omar Nuri met. The police chief said gunmen killed two men in Kut."
    )
    assert claimants(found, event(found, "ASSAULT")) == ["The police chief"]


def test_an_emoji_before_a_sentence_hides_nobody() -> None:
    found = read("👉 Rebels attacked the town of Goma on Monday, killing four people.")
    attack = event(found, "ASSAULT")
    assert [(actor.text, actor.sector) for actor in attack.actors] == [("Rebels", "REB")]
