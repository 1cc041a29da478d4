"""One entry per happening, with its own place, date, numbers and voices."""

from tests.extraction.article_reading import claimants, event, low, name, read


def test_two_incidents_keep_their_own_place_date_and_numbers() -> None:
    found = read(
        "A car bomb exploded at a market in Kirkuk on Saturday, killing 12 people and wounding 30 others, police said."
        "\n\n"
        "In a separate attack on Sunday, gunmen opened fire on a checkpoint in Tikrit, killing four soldiers, an army "
        "officer said."
    )
    bomb, gunfire = event(found, "ASSAULT", "exploded"), event(found, "ASSAULT", "fire")
    assert bomb.id != gunfire.id
    assert (name(found, bomb.place), bomb.date.edtf, low(bomb.killed), low(bomb.wounded)) == (
        "Kirkuk",
        "2016-05-28",
        12,
        30,
    )
    assert (name(found, gunfire.place), gunfire.date.edtf, low(gunfire.killed)) == ("Tikrit", "2016-05-29", 4)


def test_toll_that_rises_through_the_article() -> None:
    found = read(
        "A suicide bomber blew himself up outside a mosque in Kabul on Friday, killing 12 worshippers.\n\n"
        "The death toll later rose to at least 17, the health ministry said."
    )
    told = event(found, "ASSAULT")
    assert told.mode == "suicide-attack"
    assert {figure.low for figure in told.figures if figure.what == "killed"} >= {12, 17}


def test_nobody_hurt_is_zero_not_unknown() -> None:
    hurt_nobody = event(read("A rocket hit a field near Sderot on Monday. No one was hurt, the army said."), "ASSAULT")
    assert low(hurt_nobody.wounded) == 0
    unknown = event(read("A rocket hit a factory near Sderot on Monday, the army said."), "ASSAULT")
    assert unknown.wounded is None


def test_children_are_part_of_the_dead() -> None:
    told = event(read("Shelling killed nine civilians, including three children, in Taiz on Monday."), "ASSAULT")
    assert low(told.killed) == 9
    assert told.killed is not None
    assert told.killed.of_whom is not None
    assert told.killed.of_whom.children == 3


def test_years_ago_is_background() -> None:
    found = read(
        "Israeli soldiers shot dead a Palestinian man near Hebron on Sunday.\n\n"
        "More than 1,100 people were killed in Lebanon in 2006."
    )
    assert not event(found, "ASSAULT", "shot").background
    assert event(found, "ASSAULT", "killed").background


def test_denied_planned_and_threatened_are_kept_with_their_stance() -> None:
    found = read(
        "The army denied that its aircraft had bombed the hospital in Idlib.\n\n"
        "Rebels said they would attack Hama next week."
    )
    denied = next(told for told in found.events if told.type == "ASSAULT" and told.stance == "denied")
    assert denied.stance_cue is not None
    assert any(told.stance in {"planned", "threatened"} for told in found.events)


def test_capitals_speak_for_their_governments() -> None:
    found = read(
        "Moscow said on Monday that its jets had struck an Islamic State camp near Raqqa, killing 20 militants."
    )
    told = event(found, "ASSAULT")
    assert name(found, told.claims[0].claimant) == "Russia"
    assert told.claims[0].text == "Moscow"


def test_two_voices_two_numbers_one_event() -> None:
    found = read(
        "Government aircraft bombed a market in Maarat al-Numan on Tuesday. The White Helmets said 40 people were "
        "killed. "
        "State television said 10 gunmen were killed in the air strike."
    )
    told = event(found, "ASSAULT", "bombed")
    assert {figure.low for figure in told.figures if figure.what == "killed"} == {40, 10}
    assert len({figure.claim for figure in told.figures if figure.what == "killed"}) == 2


def test_claim_of_responsibility_names_the_claimant() -> None:
    found = read(
        "Islamic State claimed responsibility for the bombing in Karrada, which killed 324 people on 3 July 2016.",
        "2016-07-10",
    )
    assert "Islamic State" in claimants(found, event(found, "ASSAULT"))


def test_hospital_workers_killed_are_not_killers() -> None:
    found = read("The nurse was one of at least two aid workers killed in Aleppo on Monday.")
    for told in found.events:
        assert not told.actors


def test_fighting_has_two_actors_and_no_target() -> None:
    found = read("Clashes between the Syrian army and Islamic State fighters erupted near Palmyra on Monday.")
    told = event(found, "ASSAULT")
    assert len(told.actors) == 2
    assert told.targets == ()


def test_own_words_of_a_group_make_it_the_actor() -> None:
    found = read('"We killed five soldiers in Helmand on Sunday," Zabihullah Mujahid said in a statement.')
    told = event(found, "ASSAULT", "killed")
    assert [name(found, party.entity) for party in told.actors] == ["Zabihullah Mujahid"]
    assert low(told.killed) == 5


def test_dateline_is_not_the_place_of_the_event() -> None:
    found = read("BEIRUT (Wire) - Air strikes killed at least 12 people in Idlib on Sunday, rescuers said.")
    assert name(found, event(found, "ASSAULT").place) == "Idlib"


def test_capitals_only_copy_is_read_like_any_other() -> None:
    text = (
        "   BOGOTA, 12 MAY 91 -- GUERRILLAS OF THE NATIONAL LIBERATION ARMY [ELN] KIDNAPPED TWO ENGINEERS IN ARAUCA\n"
        "DEPARTMENT YESTERDAY, THE ARMY REPORTED. THREE SOLDIERS WERE KILLED IN AN AMBUSH.\n"
    )
    found = read(text, "1991-05-12")
    told = event(found, "ASSAULT", "KIDNAPPED")
    assert (told.mode, told.date.edtf) == ("abduct", "1991-05-11")
    assert [name(found, party.entity) for party in told.actors] == ["National Liberation Army"]


def test_a_name_before_the_attack_may_be_its_victim() -> None:
    told = event(read("The victims of the Reuters attack in Kabul on Wednesday were buried in Herat."), "ASSAULT")
    assert told.actors == ()
    told = event(read("A Taliban attack in Kabul on Wednesday killed twelve people."), "ASSAULT")
    assert len(told.actors) == 1


def test_politicians_who_clash_or_attack_fight_with_words() -> None:
    found = read("Senators attacked the government on Monday over its budget. Theresa May clashed with Jeremy Corbyn.")
    assert [told.type for told in found.events] == ["ACCUSE"]


def test_an_old_war_gives_its_year_to_no_new_clash() -> None:
    found = read(
        "Gunmen killed two policemen near the border between Honduras and El Salvador.\n\n"
        "The officers were on patrol in a hilly area that is known for the smuggling of coffee, and in which "
        "people of both countries live side by side, with shops and churches that all of them use. "
        "Residents said that it had been quiet in the area for a long time and that the crime came as a surprise.\n\n"
        "In 1969, Honduras and El Salvador fought a war of four days.\n\nThe mayor visited the patrol on Sunday."
    )
    assert event(found, "ASSAULT", "killed").date.edtf is None


def test_who_is_killed_for_a_deed_did_not_kill_himself() -> None:
    found = read("Police killed a gunman who had shot two people in Kabul on Monday.")
    killing, shooting = event(found, "ASSAULT", "killed"), event(found, "ASSAULT", "shot")
    assert killing.id != shooting.id
    assert [actor.text for actor in killing.actors] == ["Police"]
    assert [actor.text for actor in shooting.actors] == ["gunman"]


def test_nobody_is_made_an_attacker_by_a_misread_sentence() -> None:
    texts = (
        "Shells fell on residents who had been waiting for aid in Daraya on Monday and killed a father and his son.",
        "Hezbollah: shelling by militants killed Badreddine",
        "Islamic State storms hospital in Deir ez-Zor, takes staff hostage",
    )
    for text in texts:
        actors = {actor.text for told in read(text).events if told.type == "ASSAULT" for actor in told.actors}
        assert not {name for name in actors if name.startswith(("residents", "Hezbollah")) or "storms" in name}
