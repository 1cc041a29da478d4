"""Stated to be none is 0; not stated is null."""

import pytest

from tests.extraction.article_reading import event, low, read


@pytest.mark.parametrize(
    "text",
    [
        "A rocket landed near a school in Sderot on Friday. No one was hurt.",
        "Gunmen opened fire on a bus near Mombasa; none of the passengers was harmed.",
        "Rebels shelled the port of Hodeidah overnight, but there were no casualties.",
        "An explosion damaged the consulate in Erbil on Monday without causing any casualties.",
    ],
)
def test_nobody_killed_and_nobody_wounded(text: str) -> None:
    attack = event(read(text), "ASSAULT")
    assert (low(attack.killed), low(attack.wounded)) == (0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off outside a court in Athens early on Monday. Nobody was injured.",
        "Police said a pipe bomb had exploded under a car in Belfast without injuring anyone.",
        "Protesters threw petrol bombs at a police station in Santiago. No injuries were reported.",
    ],
)
def test_nobody_wounded(text: str) -> None:
    assert low(event(read(text), "ASSAULT").wounded) == 0


def test_no_word_on_casualties_is_no_number() -> None:
    attack = event(
        read("Militants fired three rockets at the airport in Kabul. There was no immediate word on casualties."),
        "ASSAULT",
    )
    assert (attack.killed, attack.wounded) == (None, None)


def test_nobody_hurt_by_a_bomb_that_was_defused() -> None:
    found = read("Experts found and defused a bomb outside a mosque in Marawi on Friday. No one was hurt.")
    attack = event(found, "ASSAULT")
    assert (attack.stance, attack.mode, low(attack.killed), low(attack.wounded)) == ("denied", "explosives", 0, 0)
    assert attack.actors == ()
