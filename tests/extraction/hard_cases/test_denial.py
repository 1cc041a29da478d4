"""Negation and denial: an event that did not happen stays, with its stance; a denial covers only what it denies."""

import pytest

from tests.extraction.article_reading import claimants, event, read


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Russia denied that its jets had bombed a hospital in Aleppo on Monday.", "denied"),
        ("No missiles were fired at the ship off Hodeidah, the Pentagon said.", "No"),
        ("Neither side attacked the convoy near Kassala.", "Neither"),
        ("A Taliban spokesman rejected claims that its fighters executed prisoners in Kunduz.", "rejected"),
        ("The rebels' denial that they shelled Avdiivka was not believed.", "denial"),
        ('"We did not shell the school in Donetsk," the commander told reporters.', "not"),
        ("Police foiled an attack on the embassy in Sanaa on Monday.", "foiled"),
    ],
)
def test_what_did_not_happen_is_denied(text: str, cue: str) -> None:
    attack = event(read(text), "ASSAULT")
    assert attack.stance == "denied"
    assert attack.stance_cue is not None
    assert attack.stance_cue.text == cue


def test_a_denial_does_not_spread_over_a_conjunction() -> None:
    found = read("The ministry denied that rebels had left Homs and said its planes bombed Hama.")
    bombing, leaving = event(found, "ASSAULT"), event(found, "RETREAT")
    assert (bombing.stance, leaving.stance) == ("asserted", "denied")
    assert claimants(found, bombing) == claimants(found, leaving) == ["The ministry"]
    assert ([claim.stance for claim in bombing.claims], [claim.stance for claim in leaving.claims]) == (
        ["asserted"],
        ["denied"],
    )


def test_no_soldiers_were_killed_is_a_number_and_no_denial() -> None:
    attack = event(read("Warplanes bombed an empty barracks in Latakia. No soldiers were killed."), "ASSAULT")
    assert attack.stance == "asserted"
    assert attack.killed is not None
    assert attack.killed.low == 0


def test_nobody_who_claims_an_attack_says_nothing_and_its_town_does_nothing() -> None:
    found = read("No group claimed the bombing in Lyon, which killed four.")
    attack = event(found, "ASSAULT")
    assert (attack.stance, attack.claims, attack.actors) == ("asserted", (), ())
