"""Sentences that a parser misreads must not name a wrong party."""

from tests.extraction.article_reading import claimants, event, low, name, read


def test_the_accused_acts_and_the_accuser_claims() -> None:
    found = read("Activists accused the army of shelling Douma on 3 May 2016.")
    told = event(found, "ASSAULT")
    assert [party.text for party in told.actors] == ["army"]
    assert claimants(found, told) == ["Activists"]


def test_figures_of_an_accusation_are_the_accusers() -> None:
    found = read("Turkey accused Russia of killing 60 civilians in air strikes on Idlib.")
    told = event(found, "ASSAULT")
    assert [name(found, party.entity) for party in told.actors] == ["Russia"]
    assert [name(found, claim.claimant) for claim in told.claims] == ["Turkey"]
    assert all(figure.claim is not None for figure in told.figures)


def test_speakers_at_the_end_of_a_list_are_no_victims() -> None:
    found = read("A bomb in Mogadishu killed 12 civilians, police and the African Union said.")
    told = event(found, "ASSAULT")
    assert [party.text for party in told.targets] == ["civilians"]
    assert told.claims
    assert low(told.killed) == 12


def test_a_town_of_the_dateline_attacks_nobody() -> None:
    found = read(
        "KHARTOUM (Wire) - The paramilitary Rapid Support Forces (RSF) shelled a camp near El Fasher on Friday, killing"
        " 40 people."
    )
    told = event(found, "ASSAULT")
    assert [name(found, party.entity) for party in told.actors] == ["Rapid Support Forces"]


def test_where_the_bombs_were_is_not_who_laid_them() -> None:
    assert event(read("Syria's bombings killed 148 people in Jableh."), "ASSAULT").actors == ()


def test_a_splinter_group_is_not_the_group() -> None:
    for text in (
        "A splinter group of the FARC killed four police officers in Nariño.",
        "Pro-Islamic State militants killed three soldiers in Marawi.",
    ):
        actors = event(read(text), "ASSAULT").actors
        assert [party.entity for party in actors] == [None]


def test_an_attempt_gains_no_ground() -> None:
    told = event(read("Government troops tried to retake Khan Tuman on Monday, killing three rebels."), "ASSAULT")
    assert "territory" not in told.contexts


def test_each_number_keeps_its_own_voice_within_one_sentence() -> None:
    found = read(
        "Activists said 35 people died when a shell hit a market in Aleppo, while the Red Crescent reported 12 dead."
    )
    told = event(found, "ASSAULT")
    voices = {claim.id: claim.text for claim in told.claims}
    assert {figure.low: voices[figure.claim or ""] for figure in told.figures} == {
        35: "Activists",
        12: "the Red Crescent",
    }


def test_source_behind_a_dash_is_no_victim() -> None:
    told = event(read("Air strike on hospital in Aleppo kills at least 27 – monitor"), "ASSAULT")
    assert [party.text for party in told.targets] == ["hospital"]


def test_who_still_fights_for_a_place_did_not_take_it() -> None:
    found = read(
        "Islamist rebels captured the village of Khan Tuman south of Aleppo on Friday. The army was still fighting in "
        "the area, a military source said."
    )
    told = event(found, "ASSAULT", "captured")
    assert [party.text for party in told.actors] == ["Islamist rebels"]
    assert told.codes.acled_like == "Battles/Non-state actor overtakes territory"
