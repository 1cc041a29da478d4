import pytest

from app.domain.vocabulary import EventType
from tests.extraction.frame_reading import frame, frames, words


def sides(text: str) -> tuple[list[str], list[str]]:
    found = frame(text)
    return words(text, found.actors), words(text, found.targets)


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("Rebels attacked an army convoy.", ["Rebels"], ["army convoy"]),
        ("An army convoy was attacked by rebels.", ["rebels"], ["army convoy"]),
        ("An army convoy was attacked near Buka.", [], ["army convoy"]),
        ("Rebels and deserters attacked the town.", ["Rebels", "deserters"], ["town"]),
        ("Thousands of Nigerian refugees were attacked by militiamen.", ["militiamen"], ["Nigerian refugees"]),
        ("The attack by Tuareg rebels on the garrison began at dawn.", ["Tuareg rebels"], ["garrison"]),
        ("The mayor was the target of an attack.", [], ["mayor"]),
        ("Rebels launched an attack on the garrison.", ["Rebels"], ["garrison"]),
        ("The garrison suffered an attack by rebels.", ["rebels"], ["garrison"]),
        ("Police detained the mayor of Izmir.", ["Police"], ["mayor of Izmir"]),
        ("Rebels tried to storm the prison.", ["Rebels"], ["prison"]),
        ("Rebels began shelling the town.", ["Rebels"], ["town"]),
        ("The killing of the mayor by gunmen shocked the country.", ["gunmen"], ["mayor"]),
        ("Gunmen ambushed and killed the mayor.", ["Gunmen"], ["mayor"]),
        ("Eritrea rejected an Ethiopian offer of direct talks.", ["Eritrea"], ["Ethiopian"]),
        ("Turkey demanded that Greece extradite the soldiers.", ["Turkey"], ["Greece"]),
        ("Washington said Damascus must stop the attacks.", ["Washington"], ["Damascus"]),
        ("Russia threatened to cut off gas supplies to Ukraine.", ["Russia"], ["Ukraine"]),
        ("Iran has supplied weapons to the rebels.", ["Iran"], ["rebels"]),
    ],
)
def test_who_does_what_to_whom(text, actors, targets):
    assert sides(text) == (actors, targets)


def test_relative_clauses_have_their_own_roles():
    text = "The army arrested the militants who attacked the village."
    arrest, attack = frames(text)
    assert words(text, arrest.targets) == ["militants"]
    assert words(text, attack.actors) == ["militants"]
    assert words(text, attack.targets) == ["village"]


def test_reduced_relatives_have_their_own_roles():
    text = "The village attacked by militants on Sunday is empty."
    attack = frame(text)
    assert (words(text, attack.actors), words(text, attack.targets)) == (["militants"], ["village"])


def test_a_result_participle_belongs_to_the_attack():
    text = "Rebels attacked a convoy, killing 12 soldiers."
    attack = frame(text)
    assert words(text, attack.actors) == ["Rebels"]
    assert words(text, attack.affected) == ["soldiers"]
    assert attack.trigger.effect == "killed"


def test_killed_and_wounded_are_two_counts_of_one_event():
    text = "A bomb killed three soldiers and wounded five civilians."
    killed, wounded = frames(text)
    assert (words(text, killed.affected), words(text, wounded.affected)) == (["soldiers"], ["civilians"])
    assert (killed.same_as, wounded.same_as) == (None, 0)


def test_shot_and_killed_counts_once():
    text = "The man shot and killed two officers."
    found = frame(text)
    assert found.trigger.effect == "killed"
    assert found.trigger.mode == "firearms"


def test_who_kills_himself_is_affected():
    text = "The gunman killed himself."
    assert words(text, frame(text).affected) == ["gunman"]


def test_two_sides_are_both_actors():
    text = "Fighting between the army and the rebels erupted in Juba."
    found = frame(text)
    assert words(text, found.actors) == ["army", "rebels"]
    assert found.targets == []
    assert found.reciprocal


def test_brokers_are_mediators():
    text = "The truce, brokered by Egypt and Qatar, went into effect on Sunday."
    found = frame(text)
    assert found.trigger.type is EventType.RETREAT
    assert [(word, a.role) for word, a in zip(words(text, found.actors), found.actors, strict=True)] == [
        ("Egypt", "mediator"), ("Qatar", "mediator")
    ]  # fmt: skip


def test_a_reporting_verb_lends_no_actor():
    text = "The ministry said rebels had attacked the village."
    assert sides(text)[0] == ["rebels"]


def test_the_speaker_stands_behind_his_pronoun():
    text = "Turkey said it had bombed the camp."
    assert sides(text)[0] == ["Turkey"]


def test_sector_country_and_organization_of_a_group():
    text = "Russian forces attacked Hamas fighters."
    found = frame(text)
    (actor,), (target,) = found.actors, found.targets
    assert (actor.sector, actor.country_code) == ("MIL", "XX")
    assert target.sector == "REB"
    assert target.entity is not None


def test_weapons_are_not_actors():
    assert sides("A car bomb killed a judge.")[0] == []


def test_recruits_are_counted_but_no_target():
    text = "The group has recruited 3,000 fighters."
    found = frame(text)
    assert found.trigger.counts == "recruited"
    assert words(text, found.affected) == ["fighters"]
    assert found.targets == []


def test_moved_forces_act_where_nobody_moves_them():
    text = "Troops were deployed along the border."
    assert sides(text)[0] == ["Troops"]


def test_the_place_of_an_event_depends_on_its_trigger():
    text = "Gunmen killed a judge in Basra."
    assert words(text, frame(text).places) == ["Basra"]


def test_every_argument_lies_in_its_sentence():
    text = "Rebels attacked the town. The army, backed by jets, drove them out. Ten people died in the attack."
    for found in frames(text):
        doc_sentence = found.sentence
        for argument in (*found.actors, *found.targets, *found.affected, *found.places):
            assert doc_sentence[0] <= argument.token < doc_sentence[1]
            assert text[argument.start : argument.end].strip() == text[argument.start : argument.end]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The convoy came under attack near Raqqa.", ["convoy"]),
        ("Rebels fired mortars at the barracks on Saturday.", ["barracks"]),
        ("Rebels fired mortars on Saturday.", []),
        ("The group kidnapped up to 16 Danish engineers.", ["Danish engineers"]),
        ("A 19-year-old man was shot in Houston.", ["19-year-old man"]),
    ],
)
def test_who_is_struck(text, targets):
    assert sides(text)[1] == targets


def test_an_elliptical_passive_counts_its_own_people():
    text = "One soldier was killed and three civilians wounded in the blast."
    killed, wounded = frames(text)
    assert words(text, killed.affected) == ["soldier"]
    assert words(text, wounded.affected) == ["civilians"]
    assert wounded.same_as == 0


def test_who_plants_the_bomb_kills_with_it():
    text = "A bomb planted by separatists wounded nine people."
    assert words(text, frame(text).actors) == ["separatists"]


def test_brackets_and_datelines_stay_outside():
    text = "SANTIAGO, 3 May (DPA) -- Gunmen of the front killed a judge."
    assert words(text, frames(text)[-1].actors)[0].startswith("Gunmen")


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Terrorist groups attacked the village.", "REB"),
        ("An alliance of insurgents attacked the village.", "REB"),
        ("A group of soldiers attacked the village.", "MIL"),
    ],
)
def test_a_group_is_what_its_members_are(text, sector):
    assert frame(text).actors[0].sector == sector


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Police blamed the Blue Front and the Red Army for the murder of two mayors.", ["Blue Front", "Red Army"]),
        ("The attack was attributed to separatists.", ["separatists"]),
        ("Officials blamed the bombing on separatists.", ["separatists"]),
        ("The army is responsible for the attack on the bridge.", ["army"]),
        ("Rebels were behind the attack.", ["Rebels"]),
        ("The murder of six priests perpetrated in the capital by the army shocked the country.", ["army"]),
        ("Three soldiers participated in the massacre.", ["soldiers"]),
        ("The massacre was the work of the army.", ["army"]),
        ("Rebels issued a statement claiming responsibility for the murder of the mayor.", ["Rebels"]),
        ("The army denied that it was responsible for the attack.", []),
        ("Rebels could be responsible for the attack on the bridge.", []),
    ],
)
def test_who_is_said_to_be_behind_a_deed_is_its_actor(text, actors):
    told = [found for found in frames(text) if found.trigger.type == "ASSAULT"]
    assert [words(text, found.actors) for found in told] == [actors]


def test_who_is_blamed_is_the_actor_of_the_deed():
    text = "Pakistan blamed Afghan agents for the bombing of the market."
    accusation, bombing = frames(text)
    assert words(text, accusation.actors) == ["Pakistan"]
    assert words(text, bombing.actors) == ["Afghan agents"]


@pytest.mark.parametrize(
    ("text", "event_type", "mediators", "parties"),
    [
        ("Egypt brokered a truce between Israel and Lebanon.", EventType.AGREE, ["Egypt"], ["Israel", "Lebanon"]),
        ("A UN-brokered truce took hold in Yemen.", EventType.RETREAT, ["UN"], []),
        ("The government and the rebels signed a ceasefire in Juba.", EventType.AGREE, [], ["government", "rebels"]),
    ],
)
def test_parties_and_brokers_of_a_truce(text, event_type, mediators, parties):
    found = frame(text)
    assert found.trigger.type is event_type
    assert words(text, [a for a in found.actors if a.role == "mediator"]) == mediators
    assert words(text, [a for a in found.actors if a.role == "actor"]) == parties
    assert found.targets == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Alleged members of the Liberation Front killed five peasants.", ["Alleged members of the Liberation Front"]),
        ("Elements of the army killed six priests.", ["Elements of the army"]),
    ],
)
def test_members_of_a_body_act(text, actors):
    assert words(text, frame(text).actors) == actors


def test_whose_life_or_body_is_hit_is_hit():
    text = "Gunmen slit the throat of a farmer."
    assert words(text, frame(text).targets) == ["farmer"]


def test_a_nation_that_suffers_is_of_civilians():
    (target,) = frame("Three Spaniards were killed.").targets
    assert target.sector == "CVL"
