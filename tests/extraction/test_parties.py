"""Who is a party of an event in the whole pipeline: what is no target, and the organization behind a group's words."""

import pytest

from tests.extraction.article_reading import claimants, event, name, read


def test_rebels_belong_to_the_only_movement_of_the_article() -> None:
    found = read("Guerrillas killed two soldiers in Ayacucho on 3 May 2016. The Shining Path rebels are few.")
    told = event(found, "ASSAULT", "killed")
    assert [(party.text, name(found, party.entity)) for party in told.actors] == [
        ("Guerrillas", None),
        ("Shining Path", "Shining Path"),
    ]


def test_a_movement_that_is_only_mentioned_has_no_part_in_it() -> None:
    found = read("Militants killed two soldiers in Kunar on 3 May 2016. The Shining Path was founded in 1980.")
    assert [party.entity for party in event(found, "ASSAULT", "killed").actors] == [None]


def test_two_movements_leave_it_open_whose_the_rebels_are() -> None:
    found = read("Guerrillas killed two soldiers in Arauca on 3 May 2016. The FARC and the ELN were founded long ago.")
    assert [party.entity for party in event(found, "ASSAULT", "killed").actors] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked at 0530 on 3 May 2016 in Ayacucho.",
        "Rebels destroyed the peace process in Ayacucho on 3 May 2016.",
    ],
)
def test_hours_and_ideas_are_no_targets(text: str) -> None:
    assert [party.text for told in read(text).events for party in told.targets] == []


@pytest.mark.parametrize(
    "text",
    [
        "The Shining Path said it was responsible for the attack on the bridge on 3 May 2016.",
        "Shining Path terrorists admitted the killing of the judge on 3 May 2016.",
        "Shining Path guerrillas distributed leaflets claiming responsibility for the murder of the mayor.",
    ],
)
def test_who_owns_up_is_actor_and_claimant(text: str) -> None:
    found = read(text)
    told = event(found, "ASSAULT")
    assert [name(found, party.entity) for party in told.actors] == ["Shining Path"]
    assert len(claimants(found, told)) == 1
