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
        ("Detectives thwarted a plot to murder a bishop in Cali.", "thwarted"),
        ("Fighters abandoned a planned raid on Maiduguri when it rained.", "abandoned"),
        ("Guards prevented another attack on the station.", "prevented"),
        ("Rebels tried unsuccessfully to capture the airport of Bunia.", "unsuccessfully"),
        ("A website wrongly reported that gunmen abducted nurses in Zinder.", "wrongly"),
        ("Rumours that two students had been shot dead in Lahore were baseless.", "baseless"),
        ("Reports of clashes between the army and herders in Jos were false, police said.", "false"),
        ("A planned Russian assault on Huliaipole had not materialised, officials said.", "not"),
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


def test_a_denial_of_a_deed_does_not_deny_the_accusation_beside_it() -> None:
    found = read("The militia said it did not shell Tawila and accused the army of bombing Zamzam.")
    assert [event(found, "ACCUSE").stance, event(found, "ASSAULT", "bomb").stance] == ["asserted", "asserted"]
    assert event(found, "ASSAULT", "shell").stance == "denied"


def test_what_is_neither_confirmed_nor_denied_is_open() -> None:
    found = read("Hezbollah neither confirmed nor denied that its fighters had shelled Metula.")
    assert event(found, "ASSAULT").stance == "hypothetical"


def test_who_denies_having_done_what_was_done_denies_the_doer() -> None:
    found = read("Gunmen killed ten soldiers near Diffa on Monday. Boko Haram denied carrying out the killings.")
    attack = event(found, "ASSAULT")
    assert (attack.stance, [actor.text for actor in attack.actors]) == ("asserted", ["Gunmen"])
    assert [(claim.stance, claim.about) for claim in attack.claims] == [("denied", ("actors",))]


def test_a_denial_after_a_semicolon_is_another_clause() -> None:
    found = read("The militia claimed it had retaken Kidal; army officers said the town had not been captured.")
    held, lost = event(found, "ASSAULT", "retaken"), event(found, "ASSAULT", "captured")
    assert (held.stance, claimants(found, held)) == ("asserted", ["The militia"])
    assert (lost.stance, claimants(found, lost)) == ("denied", ["army officers"])


def test_who_denies_it_after_a_semicolon_denies_what_was_said_last() -> None:
    found = read(
        "Shells hit Kadugli, residents said. Rebels accused the army of bombing a clinic in Talodi; the army denied it."
    )
    bombing = event(found, "ASSAULT", "bomb")
    assert event(found, "ACCUSE").stance == "asserted"
    assert claimants(found, bombing) == ["Rebels", "the army"]
    assert claimants(found, event(found, "ASSAULT", "hit")) == ["residents"]


def test_who_neither_confirms_nor_denies_claims_nothing() -> None:
    found = read("Hezbollah neither confirmed nor denied that its fighters had shelled Metula.")
    assert event(found, "ASSAULT").claims == ()


def test_without_evidence_it_remains_open_who_did_it() -> None:
    attack = event(read("The panel found no evidence that Ugandan troops had attacked villagers in Ituri."), "ASSAULT")
    assert attack.stance == "hypothetical"
    assert ([party.text for party in attack.actors], [party.text for party in attack.targets]) == (
        ["Ugandan troops"],
        ["villagers"],
    )


def test_a_crime_whose_doer_could_not_be_established_is_a_fact() -> None:
    found = read("The mission could not establish who carried out the massacre of 17 people at Bunia.")
    assert event(found, "ASSAULT").stance == "asserted"


def test_a_negation_does_not_reach_another_subject() -> None:
    found = read("The minister was not hit in the attack in Kabul on Monday, but a bodyguard was wounded.")
    wounding = event(found, "ASSAULT")
    assert (wounding.stance, wounding.wounded is not None and wounding.wounded.low) == ("asserted", 1)


def test_threats_of_two_sides_are_two() -> None:
    found = read("Iran threatened to bomb Israel on Monday. Israel vowed to retaliate against Iran.")
    threats = [told for told in found.events if told.type == "THREATEN"]
    assert [[actor.text for actor in threat.actors] for threat in threats] == [["Iran"], ["Israel"]]
