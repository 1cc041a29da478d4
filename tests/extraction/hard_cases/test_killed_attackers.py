"""Killed attackers count with the dead and are told apart from the victims."""

import pytest

from tests.extraction.article_reading import event, read


@pytest.mark.parametrize(
    ("text", "killed", "attackers"),
    [
        ("Gunmen attacked a post in Sinai, killing four soldiers. Three of the attackers were also killed.", 7, 3),
        ("Five people and the bomber died in the explosion at a mosque in Maiduguri.", 6, 1),
        ("A suicide bomber killed himself and 12 others in Kabul on Monday.", 13, 1),
        ("At least 20 people, including the three gunmen, were killed in the assault on a university in Peshawar.",
         20, 3),
        ("Police killed all five attackers after they had murdered nine hostages in Dhaka.", 14, 5),
    ],
)  # fmt: skip
def test_attackers_among_the_dead(text: str, killed: int, attackers: int) -> None:
    attack = event(read(text), "ASSAULT")
    assert attack.killed is not None
    assert attack.killed.of_whom is not None
    assert (attack.killed.low, attack.killed.of_whom.attackers) == (killed, attackers)


def test_the_victims_of_a_suicide_bomber_are_no_attackers() -> None:
    attack = event(
        read("A suicide bomber blew himself up outside a bank in Jalalabad, killing at least 33 people."), "ASSAULT"
    )
    assert attack.killed is not None
    assert attack.killed.low == 33
    assert attack.killed.of_whom is None or attack.killed.of_whom.attackers != 33


def test_a_bomber_on_foot_is_no_aircraft() -> None:
    attack = event(read("A bomber killed eight policemen in Diyarbakir on Monday."), "ASSAULT")
    assert attack.mode == "explosives"
    assert [actor.sector for actor in attack.actors] == ["REB"]
