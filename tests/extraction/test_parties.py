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


def test_guerrillas_are_those_of_the_only_movement_of_the_article() -> None:
    found = read("Guerrillas killed two soldiers in Arauca on 3 May 2016. The ELN was founded long ago.")
    assert [name(found, party.entity) for party in event(found, "ASSAULT", "killed").actors] == [
        None,
        "ELN",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two nurses in Arauca on 3 May 2016. Police blamed the ELN for the crime.",
        "The minister condemned the killing of two nurses in Arauca and accused the ELN of the crime.",
        "Two nurses were killed in Arauca on 3 May 2016. The murder is believed to be the work of the ELN.",
        "In an action attributed to the ELN, a bomb destroyed a school in Arauca on 3 May 2016.",
    ],
)
def test_who_is_blamed_in_other_words_did_it(text: str) -> None:
    assert [party.text for party in event(read(text), "ASSAULT").actors] == ["ELN"]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two nurses in Arauca on 3 May 2016. Police did not blame the ELN.",
        "Gunmen killed two nurses in Arauca on 3 May 2016. Police blamed the ELN for the recession.",
    ],
)
def test_who_is_blamed_for_something_else_did_not(text: str) -> None:
    assert "ELN" not in [party.text for party in event(read(text), "ASSAULT").actors]


def test_the_army_is_the_one_that_the_article_names() -> None:
    found = read("The army shelled Karam on 3 May 2016, residents said. The Syrian Arab Army did not comment.")
    assert [name(found, party.entity) for party in event(found, "ASSAULT").actors] == ["Syrian Arab Army"]


@pytest.mark.parametrize(
    "text",
    [
        "The army killed 12 militants in Borno, Nigeria, on Monday. The U.S. Army will train Nigerian troops in June.",
        "The army said it shelled Hama in Syria. Last week the Israeli Army struck a convoy near Damascus.",
        "Guerrillas killed three soldiers in Ayacucho, Peru, on Monday. In Bogota, the FARC did not comment.",
        "Guerrillas killed three soldiers near Marawi in the Philippines. Hezbollah condemned the attack.",
    ],
)
def test_a_body_or_movement_of_another_country_did_not_do_it(text: str) -> None:
    assert [party.entity for party in event(read(text), "ASSAULT").actors] == [None]


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


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Police shot dead two protesters in Khartoum on Monday.", ["protesters"]),
        ("Gunmen shot dead eight unarmed farmers near Gusau on Monday.", ["unarmed farmers"]),
    ],
)
def test_dead_tells_what_became_of_them_and_not_who_they_were(text: str, targets: list[str]) -> None:
    assert [party.text for party in event(read(text), "ASSAULT").targets] == targets


def test_a_town_for_which_a_truce_is_meant_is_no_party_to_it() -> None:
    found = read("The minister said he hoped a truce for Aleppo would be agreed in the next few hours.")
    assert event(found, "AGREE").targets == ()
