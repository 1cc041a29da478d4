"""Wordings of war that are easily misread: ground taken without a fight, bombs cleared, blasts with their damage."""

import pytest

from tests.extraction.article_reading import event, read


@pytest.mark.parametrize(
    "text",
    [
        "Rebels entered Bossangoa without firing a shot.",
        "Fighters took Kunduz without a fight on Sunday.",
        "The militia seized the town of Bria without resistance.",
    ],
)
def test_ground_taken_without_a_fight_is_seized(text: str) -> None:
    found = read(text)
    assert [(told.type, told.mode) for told in found.events] == [("COERCE", "seize")]


def test_a_city_that_is_left_to_others_is_not_withdrawn_from() -> None:
    found = read("Fighters took Kunduz without a fight on Sunday, leaving Kabul the only city in government hands.")
    assert [told.type for told in found.events] == ["COERCE"]


def test_a_controlled_explosion_is_no_attack() -> None:
    assert read("Army experts detonated the device in a controlled explosion in Derry.").events == ()


def test_who_holds_a_position_is_hit() -> None:
    attack = event(read("The army shelled Islamic State positions near Palmyra on Monday."), "ASSAULT")
    assert [target.text for target in attack.targets] == ["Islamic State"]


def test_who_vows_to_keep_bombing_threatens() -> None:
    found = read("Netanyahu vowed to keep bombing Hezbollah.")
    assert [told.type for told in found.events] == ["THREATEN"]


def test_who_warns_of_an_attack_by_others_threatens_nobody() -> None:
    found = read("The embassy warned Moscow about a possible attack on concert halls.")
    assert [(told.type, told.stance) for told in found.events] == [("ASSAULT", "hypothetical")]


def test_what_two_speakers_say_they_did_both_did() -> None:
    attack = event(read("Hamas and Islamic Jihad said they fired rockets at Ashkelon."), "ASSAULT")
    assert [actor.text for actor in attack.actors] == ["Hamas", "Islamic Jihad"]


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed the explosion that damaged the bridge at Kerch.",
        "Police investigated the explosion that damaged the bridge at Kerch.",
    ],
)
def test_a_blast_told_with_what_it_damaged_is_an_event(text: str) -> None:
    attack = event(read(text), "ASSAULT")
    assert (attack.stance, attack.mode, [target.text for target in attack.targets]) == (
        "asserted",
        "explosives",
        ["bridge"],
    )


def test_who_is_burned_alive_is_killed() -> None:
    attack = event(read("The junta rejected reports that soldiers burned 30 villagers alive in Magway."), "ASSAULT")
    assert (attack.stance, attack.killed is not None and attack.killed.low) == ("denied", 30)


def test_militia_targets_are_struck() -> None:
    attack = event(read("The president has decided to strike militia targets in Iraq and Syria."), "ASSAULT")
    assert (attack.stance, [target.text for target in attack.targets]) == ("planned", ["militia targets in Iraq"])
