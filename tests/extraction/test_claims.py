"""Who says what: direct and indirect speech, sources, and quotes within quotes."""

import pytest

from app.domain.annotations import Annotations, Event
from tests.extraction.article_reading import claimants, event, name, read


def told(text: str, type_: str = "ASSAULT") -> tuple[Annotations, Event]:
    found = read(text)
    return found, event(found, type_)


@pytest.mark.parametrize(
    ("text", "claimant", "verb"),
    [
        ("The Taliban said its fighters had killed ten soldiers in Helmand.", "Taliban", "said"),
        ('"Our forces killed ten soldiers in Helmand," the Taliban said in a statement.', "Taliban", "said"),
        ("Rebels shelled Hama on Monday, according to the Syrian Observatory for Human Rights.",
         "Syrian Observatory for Human Rights", "according to"),
        ("According to Human Rights Watch, soldiers killed ten men in Borno.", "Human Rights Watch", "according to"),
        ("Gunmen killed two policemen near Basra, Reuters reported.", "Reuters", "reported"),
        ("A report by Amnesty International said soldiers had shot 12 men.", "Amnesty International", "said"),
        ("On Monday, Ali Shamkhani said, gunmen attacked a convoy near Hama.", "Ali Shamkhani", "said"),
    ],
)  # fmt: skip
def test_claimant_and_verb(text: str, claimant: str, verb: str) -> None:
    found, attack = told(text)
    assert (claimants(found, attack)[:1], attack.claims[0].verb) == ([claimant], verb)


def test_the_outlets_own_words_are_no_claim() -> None:
    _, attack = told("Rebels shelled the town of Azaz on Monday, killing two people.")
    assert attack.claims == ()


def test_quote_in_a_quote_keeps_both_voices_inner_first() -> None:
    found, recruiting = told(
        "Islamic State has recruited 400 children, AFP quoted the Syrian Observatory for Human Rights as saying.",
        "MOBILIZE",
    )
    voices = claimants(found, recruiting)
    assert voices[0] == "Syrian Observatory for Human Rights"
    assert "Agence France-Presse" in voices or "AFP" in voices


def test_quotation_goes_on_in_the_next_sentence() -> None:
    found = read(
        '"They came at dawn," said Colonel Hassan Rahmani. "They killed four soldiers in Kunduz and burned the clinic."'
    )
    attack = event(found, "ASSAULT", "killed")
    assert claimants(found, attack) == ["Hassan Rahmani"]


def test_denial_is_a_claim_with_its_stance() -> None:
    found = read("The Defence Ministry of Russia denied that its aircraft had bombed a hospital in Idlib on Sunday.")
    denied = event(found, "ASSAULT")
    assert denied.stance == "denied"
    assert denied.claims[0].stance == "denied"


def test_pronoun_speaks_for_the_person_before_it() -> None:
    found = read(
        "Governor Ahmed al-Zaabi visited the wounded on Monday. He said gunmen had killed six of his guards in Taiz."
    )
    attack = event(found, "ASSAULT", "killed")
    assert [name(found, claim.claimant) for claim in attack.claims] == ["Ahmed al-Zaabi"]


def test_what_is_reported_covers_numbers_apart_from_the_event() -> None:
    found = read(
        "Warplanes bombed a school in Hajjah on Tuesday. The health ministry said 14 children were killed there."
    )
    attack = event(found, "ASSAULT")
    figure = next(figure for figure in attack.figures if figure.low == 14)
    claim = next(claim for claim in attack.claims if claim.id == figure.claim)
    assert "killed" in claim.about


@pytest.mark.parametrize(
    ("text", "claimant", "verb"),
    [
        ("A bomb exploded at a bank in Cali. The ELN claimed responsibility for the attack.",
         "ELN", "claimed responsibility"),
        ("A bomb exploded at a bank in Cali. Responsibility for the attack was claimed by the ELN.", "ELN", "claimed"),
        ("A car bomb killed nine people in Kabul on Friday. The attack was claimed by the Taliban.",
         "Taliban", "claimed"),
    ],
)  # fmt: skip
def test_who_takes_responsibility_claims_the_event(text: str, claimant: str, verb: str) -> None:
    found, attack = told(text)
    assert (claimants(found, attack), attack.claims[0].verb) == ([claimant], verb)
    assert [name(found, actor.entity) for actor in attack.actors] == [claimant]


def test_nobody_who_claims_is_nobody_who_did_it() -> None:
    _, attack = told("A bomb exploded at a bank in Cali on Monday. No group has claimed responsibility for the attack.")
    assert (attack.actors, attack.claims) == ((), ())


def test_the_victims_before_the_speaker_say_nothing() -> None:
    found, attack = told(
        "An air strike on a hospital in a district of Aleppo killed at least 27 people, among them three children and "
        "the city's last remaining doctor in rebel areas, a monitoring group and aid workers said Thursday."
    )
    assert not any("children" in (claimant or "") for claimant in claimants(found, attack))
