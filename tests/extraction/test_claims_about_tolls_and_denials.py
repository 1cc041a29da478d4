"""What claims are about: figures by several speakers, tolls, denied involvement, and denials that point back."""

import pytest

from app.domain.annotations import Annotations, Event
from tests.extraction.article_reading import claimants, event, low, name, read


def about(found: Annotations, told: Event) -> dict[str | None, tuple[str, ...]]:
    return {name(found, claim.claimant) or claim.text: claim.about for claim in told.claims}


@pytest.mark.parametrize(
    "text",
    [
        "On Monday a police officer and a local doctor said 12 people were killed in Bauchi.",
        "Twelve people were killed in Bauchi on Monday, according to a police officer and a local doctor.",
    ],
)
def test_both_speakers_say_the_figure_and_it_rests_on_the_first(text: str) -> None:
    found = read(text)
    attack = event(found, "ASSAULT")
    assert {who: "killed" in topics for who, topics in about(found, attack).items()} == {
        "a police officer": True,
        "a local doctor": True,
    }
    assert [figure.claim for figure in attack.figures if figure.what == "killed"] == ["c1"]


@pytest.mark.parametrize(
    "toll",
    [
        "The health ministry put the toll at 12.",
        "The health ministry gave a toll of 12.",
        "The health ministry later raised the toll to 12.",
    ],
)
def test_who_puts_the_toll_claims_the_number_alone(toll: str) -> None:
    found = read(f"A bomb exploded in a market in Jos on Monday. {toll}")
    attack = event(found, "ASSAULT")
    assert about(found, attack) == {"The health ministry": ("killed",)}
    assert [(figure.low, figure.claim) for figure in attack.figures] == [(12, "c1")]


def test_a_death_that_raises_the_toll_says_nothing() -> None:
    found = read("A bomb exploded in a market in Jos on Monday. The death of a trader raised the toll to 12.")
    assert event(found, "ASSAULT").claims == ()


def test_a_denied_part_in_an_attack_is_about_who_did_it_and_gives_no_toll() -> None:
    found = read("The Karen Union denied involvement in the attack on the convoy, which killed nine drivers.")
    attack = event(found, "ASSAULT")
    assert [(claim.stance, claim.about) for claim in attack.claims] == [("denied", ("actors",))]
    assert [(figure.low, figure.claim) for figure in attack.figures] == [(9, None)]


def test_what_a_relative_clause_tells_is_not_denied() -> None:
    found = read("Rwanda denied arming the rebels, who captured the town of Sake in February.")
    assert event(found, "ASSAULT").claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "The ELN claimed responsibility for the bombing of a bank in Cali.",
        "The ELN accused the army of bombing a bank in Cali.",
    ],
)
def test_responsibility_and_accusations_are_about_the_actors_too(text: str) -> None:
    found = read(text)
    assert about(found, event(found, "ASSAULT")) == {"ELN": ("event", "actors")}


@pytest.mark.parametrize(
    ("reply", "denier"),
    [
        ("Baku denied the accusation.", "Azerbaijan"),
        ("A military spokesman rejected the claim.", "A military spokesman"),
        ("Azerbaijan denies it.", "Azerbaijan"),
    ],
)
def test_a_denial_that_points_back_is_of_what_was_said(reply: str, denier: str) -> None:
    found = read(f"Armenia said Azerbaijani troops shelled the village of Sotk, killing two farmers. {reply}")
    attack = event(found, "ASSAULT")
    assert claimants(found, attack) == ["Armenia", denier]
    assert [(claim.stance, claim.about) for claim in attack.claims] == [
        ("asserted", ("event", "killed")),
        ("denied", ("event",)),
    ]
    assert attack.stance == "asserted"


@pytest.mark.parametrize("reply", ["Baku denied the entry visa.", "Baku did not deny it.", "Nobody denied the claim."])
def test_other_denials_say_nothing_of_it(reply: str) -> None:
    found = read(f"Armenia said Azerbaijani troops shelled the village of Sotk, killing two farmers. {reply}")
    assert claimants(found, event(found, "ASSAULT")) == ["Armenia"]


def test_an_arrest_beside_a_foiled_plot_is_asserted() -> None:
    found = read("Police foiled a plot to bomb a stadium in Nakuru and arrested four men on Monday.")
    assert event(found, "COERCE", "arrested").stance == "asserted"
    assert event(found, "ASSAULT", "bomb").stance != "asserted"


def test_neither_who_takes_responsibility_claims_denies_or_did_it() -> None:
    found = read("Neither the army nor the rebels accepted responsibility for the shelling of a clinic in Talodi.")
    attack = event(found, "ASSAULT")
    assert (attack.stance, attack.actors, attack.claims) == ("asserted", (), ())


def test_neither_who_accepts_a_truce_agreed() -> None:
    found = read("Neither the government nor the rebels accepted the ceasefire.")
    assert event(found, "AGREE").stance == "denied"


def test_a_house_is_a_building_and_the_house_a_parliament() -> None:
    burned = event(read("Gunmen burned a house in Talodi on Monday."), "ASSAULT")
    assert [(target.text, target.sector) for target in burned.targets] == [("house in Talodi", None)]
    condemned = event(read("On Monday the House condemned the killing of a senator in Cali."), "ACCUSE")
    assert [actor.sector for actor in condemned.actors] == ["LEG"]


@pytest.mark.parametrize("text", ["Two men were shot in Talodi. No deaths were reported.",
                                  "Three men were reported killed in a raid on Talodi on Monday."])  # fmt: skip
def test_what_is_reported_by_nobody_is_nobodys_claim(text: str) -> None:
    attack = event(read(text), "ASSAULT")
    assert attack.claims == ()
    assert low(attack.killed) is not None


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Rebels killed dozens of soldiers in Khan Tuman on Friday. Iran admits 13 dead.", "Iran", None),
        ("Iran admits 13 dead and 21 wounded in the battle of Khan Tuman.", "Iran", "Iran"),
        ("Rebels killed dozens of soldiers in Khan Tuman on Friday, 13 of them Iranians.", None, None),
    ],
)
def test_a_toll_that_a_government_admits_is_its_claim(text: str, killed: str | None, wounded: str | None) -> None:
    told = event(read(text), "ASSAULT")
    by = {claim.id: claim.text for claim in told.claims}
    says = {figure.what: by.get(figure.claim or "") for figure in told.figures}
    assert (says["killed"], says.get("wounded")) == (killed, wounded)
