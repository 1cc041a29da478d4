"""Passives without agent name nobody, and deeds told by nouns have the parties of their verbs."""

import pytest

from tests.extraction.article_reading import event, low, read


@pytest.mark.parametrize(
    "text",
    [
        "The convoy was attacked near Deir Hafer on Sunday.",
        "Eleven villagers were shot dead in Plateau state on Thursday night.",
        "A hospital was hit by shelling in Luhansk, its director said.",
        "The killing of three journalists in Tripoli drew condemnation.",
        "The abduction of 12 pupils from a school in Kaduna has shocked Nigeria.",
    ],
)
def test_nobody_is_said_to_have_done_it(text: str) -> None:
    attack = event(read(text), "ASSAULT")
    assert attack.actors == ()
    assert attack.targets


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Israel's assassination of a Hamas commander in Gaza on Sunday sparked protests.", "Israel", "commander"),
        ("The beheading of 21 Egyptians by Islamic State militants in Libya was filmed.", "militants", "Egyptians"),
        ("The army's killing of four monks in Mandalay on Monday was condemned.", "army", "monks"),
        ("The murder of a priest by gunmen near Kaduna shocked Nigeria.", "gunmen", "priest"),
        ("The shooting of a protester by police in Caracas led to riots.", "police", "protester"),
    ],
)
def test_a_deed_told_by_a_noun(text: str, actor: str, target: str) -> None:
    attack = event(read(text), "ASSAULT")
    assert [actor in party.text for party in attack.actors] == [True]
    assert [target in party.text for party in attack.targets] == [True]


def test_numbers_of_a_noun() -> None:
    found = read("The abduction of 12 pupils from a school in Kaduna has shocked Nigeria.")
    assert low(event(found, "ASSAULT").captured) == 12
