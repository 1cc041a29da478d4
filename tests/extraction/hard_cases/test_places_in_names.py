"""Places inside names of organizations, people named like places, nationalities, and capitals for governments."""

import pytest

from tests.extraction.article_reading import claimants, event, name, read


def kinds(text: str) -> dict[str, str]:
    return {mention.text: mention.kind for mention in read(text).mentions}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The Aleppo Media Center said four people were killed on Monday.", "Aleppo Media Center", "organization"),
        ("The Baghdad Operations Command said troops had retaken the town.", "Baghdad Operations Command",
         "organization"),
        ("The Islamic University of Gaza was bombed on Sunday.", "Islamic University of Gaza", "organization"),
        ("Jordan Peterson, a spokesman for the coalition, said jets had bombed Raqqa.", "Jordan Peterson", "person"),
        ("Police in London arrested Israel Mbeki, 34, over the attack in Mombasa.", "Israel Mbeki", "person"),
        ("Sydney Okoro, 24, was stabbed in Lagos.", "Sydney Okoro", "person"),
        ("General Ali Tripoli was killed in Sirte.", "Ali Tripoli", "person"),
        ("Chad Roberts, a missionary, was kidnapped in Chad on Friday.", "Chad", "place"),
    ],
)  # fmt: skip
def test_what_the_whole_name_names(text: str, words: str, kind: str) -> None:
    assert kinds(text)[words] == kind


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Moscow said its planes had bombed Idlib on Tuesday.", "Russia"),
        ("Kyiv said Russian missiles hit Kyiv on Monday, killing three people.", "Ukraine"),
        ("Ankara denied that its troops had shelled Kobani.", "Turkey"),
    ],
)
def test_a_capital_that_speaks_is_its_country(text: str, claimant: str) -> None:
    found = read(text)
    assert claimants(found, event(found, "ASSAULT")) == [claimant]


def test_capitals_that_act_are_their_governments() -> None:
    found = read("Damascus accused Ankara of shelling Kurdish villages near Afrin.")
    accusation = event(found, "ACCUSE")
    parties = [(name(found, party.entity), party.sector) for party in (*accusation.actors, *accusation.targets)]
    assert parties == [("Syria", "GOV"), ("Turkey", "GOV")]


def test_a_capital_where_something_happens_is_a_town() -> None:
    found = read("Police in Moscow arrested 40 protesters on Sunday.")
    assert name(found, event(found, "COERCE").place) == "Moscow"


def test_nationalities_carry_their_country() -> None:
    found = read("French soldiers killed four fighters in northern Mali.")
    (soldiers,) = event(found, "ASSAULT").actors
    assert (soldiers.entity, soldiers.country_code, kinds("French soldiers left.")) == (
        None,
        "FR",
        {"French": "demonym"},
    )
