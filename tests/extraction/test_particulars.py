"""Talk of violence in general is no event; whatever has a day, a place, a number or somebody certain is one."""

import pytest

from tests.extraction.article_reading import event, read


def _assaults(text: str) -> list[str]:
    return [x.trigger.text for e in read(text).events if e.type == "ASSAULT" for x in e.evidence if x.trigger]


@pytest.mark.parametrize(
    "text",
    [
        "The bishop condemned attacks on civilians and murders of journalists, and asked for prayers.",
        "The paper says that the party does nothing against those who kill teachers.",
        "He spoke of a regime that tortures prisoners and murders students.",
        "The minister said that these weapons are used to massacre villagers.",
        "They have murdered judges and burned houses, the old man said.",
        "The commission dealt with the murder of trade unionists and the kidnapping of lawyers.",
        "Each attack makes reconciliation harder, the envoy argued.",
        "The group has carried out a wave of attacks against oil companies.",
        "They are still trying to hurt our population, he said.",
    ],
)
def test_talk_of_violence_in_general_is_no_event(text: str) -> None:
    assert _assaults(text) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Attacks on villages near Kandahar were reported on Monday.", "Attacks"),
        ("The army said clashes broke out between soldiers and rebels.", "clashes"),
        ("Gunmen have shot three teachers, the school said.", "shot"),
        ("Rebels kill farmers", "kill"),
        ("The murder of Anna Petrova shocked the country.", "murder"),
        ("The police had to open fire on marchers.", "open fire"),
        ("They feared the militia, and some villagers set fire to their homes.", "set fire"),
        ("The army has launched an offensive against rebels.", "launched an offensive"),
        ("Refugees fled because of fighting between Tajiks and Pashtuns.", "fighting"),
        ("A bomb exploded on Tuesday near the theatre.", "exploded"),
        ("There was a car bombing on Monday.", "bombing"),
        ("Militants have seized parts of Iraq and Syria.", "seized"),
        ("The soldiers who attacked civilians in Goma yesterday wore no badges.", "attacked"),
    ],
)
def test_a_certain_happening_is_an_event(text: str, trigger: str) -> None:
    assert any(trigger in words for words in _assaults(text)), _assaults(text)


def test_general_talk_adds_no_party_to_a_happening() -> None:
    found = read(
        "A bomb killed two policemen in Mosul on Sunday. The governor said that men who murder judges "
        "and students must be punished."
    )
    told = event(found, "ASSAULT")
    assert [party.text for party in told.targets] == ["policemen"]


def test_what_a_war_has_cost_is_background() -> None:
    found = read("The president spoke in Geneva. The conflict has killed more than 70,000 people in the country.")
    assert event(found, "ASSAULT", "killed").background
    assert not event(read("The army killed 2,000 people in Hama on Friday."), "ASSAULT", "killed").background


def test_a_person_is_killed_once() -> None:
    found = read(
        "Senator Luis Vargas was murdered on 18 May in Medellin. Police arrested a suspect in Cali. "
        "Crowds mourned on 26 May, days after gunmen killed Luis Vargas at a rally in Bogota."
    )
    told = [e for e in found.events if e.type == "ASSAULT"]
    assert len(told) == 1
    assert len(told[0].evidence) > 1


@pytest.mark.parametrize(
    "text",
    [
        "The bill is a direct attack on the democratic process in Zambia, the senator said on Tuesday.",
        "Poverty and hunger are killing our children in Harare.",
    ],
)
def test_harm_done_by_ideas_and_conditions_is_no_event(text: str) -> None:
    assert _assaults(text) == []


def test_people_taken_as_hostages_are_abducted() -> None:
    told = event(read("The gunman took a group of students as hostages."), "ASSAULT")
    assert (told.mode, [party.text for party in told.targets]) == ("abduct", ["students"])


def test_someone_hit_by_a_sniper_is_shot() -> None:
    told = event(read("Reporter John Hale was hit by a sniper in Aleppo."), "ASSAULT")
    assert (told.mode, [party.text for party in told.targets]) == ("firearms", ["Reporter John Hale"])


def test_a_definite_noun_takes_a_certain_victim_for_granted() -> None:
    assert _assaults("Aid stays suspended because of the kidnappings of Anna Petrova and Omar Said.")
