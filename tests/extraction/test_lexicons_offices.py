from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.lexicons.offices import OfficeLexicon
from app.extraction.lexicons.reporting import ReportingLexicon

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def offices() -> OfficeLexicon:
    return OfficeLexicon.load(SEEDS)


@pytest.fixture(scope="module")
def reporting() -> ReportingLexicon:
    return ReportingLexicon.load(SEEDS)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Brig. Gen. Ali Amin", ("Brig. Gen.", "Ali Amin")),
        ("Foreign Minister Walid Amin", ("Foreign Minister", "Walid Amin")),
        ("Grand Ayatollah Ali Amin", ("Grand Ayatollah", "Ali Amin")),
        ("Sheikh Dr. Omar Amin", ("Sheikh Dr.", "Omar Amin")),
        ("retired Lt. Col. Amin", ("retired Lt. Col.", "Amin")),
        ("U.N. Secretary-General Ana Amin", ("U.N. Secretary-General", "Ana Amin")),
        ("Former deputy governor Ana Amin", ("Former deputy governor", "Ana Amin")),
        ("Senior Ana Amin", ("", "Senior Ana Amin")),
        ("Amin", ("", "Amin")),
        ("President", ("", "President")),
        ("", ("", "")),
    ],
)
def test_titles_are_parted_from_the_name(offices: OfficeLexicon, name: str, parts: tuple[str, str]) -> None:
    assert offices.split(name) == parts


@pytest.mark.parametrize("name", ["Amir Khan", "Malik Amin", "Don Smith", "Earl Jones", "Shah Mahmood", "Dean Jones"])
def test_given_names_that_are_also_titles_stay_names(offices: OfficeLexicon, name: str) -> None:
    assert offices.split(name) == ("", name)


@pytest.mark.parametrize(
    ("role", "office", "sector"),
    [
        (
            "Secretary of the Supreme National Security Council",
            "secretary-of-the-supreme-national-security-council",
            "GOV",
        ),
        ("Iranian Deputy Foreign Minister for Arab Affairs", "deputy-foreign-minister", "GOV"),
        ("opposition chief negotiator", "chief-negotiator", "OPP"),
        ("a spokesman for the interior ministry", "police-spokesman", "COP"),
        ("Minister of Defence", "defense-minister", "MIL"),
        ("director of the local hospital", "director", None),
        ("provincial police chief", "police-chief", "COP"),
    ],
)
def test_the_office_in_a_role(offices: OfficeLexicon, role: str, office: str, sector: str | None) -> None:
    found = offices.office_in(role)
    assert found is not None
    assert (found.id, found.sector) == (office, sector)


def test_no_office_where_there_is_none(offices: OfficeLexicon) -> None:
    assert offices.office_in("a man in a blue shirt") is None
    assert offices.office_in("") is None


def test_ids_are_unique(offices: OfficeLexicon) -> None:
    ids = [record.id for record in offices.records]
    assert len(ids) == len(set(ids))


@given(st.lists(st.sampled_from(["Gen.", "Dr.", "President", "Ali", "al-Amin", "of", "the"]), max_size=7))
def test_splitting_loses_no_word(offices: OfficeLexicon, words: list[str]) -> None:
    title, rest = offices.split(" ".join(words))
    assert [*title.split(), *rest.split()] == words
    assert bool(rest) == bool(words)


@pytest.mark.parametrize(
    ("lemma", "act", "stance"),
    [
        ("say", "asserts", "asserted"),
        ("deny", "denies", "denied"),
        ("threaten", "threatens", "threatened"),
        ("promise", "promises", "planned"),
        ("claim", "claims", "asserted"),
        ("admit", "admits", "asserted"),
        ("urge", "demands", "hypothetical"),
    ],
)
def test_reporting_verbs(reporting: ReportingLexicon, lemma: str, act: str, stance: str) -> None:
    verb = reporting.verb(lemma)
    assert verb is not None
    assert (verb.act, verb.stance) == (act, stance)


@pytest.mark.parametrize(("lemma", "objects"), [("deny", True), ("announce", True), ("find", False), ("see", False)])
def test_only_some_verbs_say_their_noun_object(reporting: ReportingLexicon, lemma: str, objects: bool) -> None:
    verb = reporting.verb(lemma)
    assert verb is not None
    assert verb.objects is objects


def test_reporting_phrases_nouns_and_adverbs(reporting: ReportingLexicon) -> None:
    assert ("to",) in [rest for rest, _ in reporting.phrases("according")]
    assert reporting.noun("denial") is not None
    assert "allegedly" in reporting.hearsay
    assert reporting.verb("eat") is None


@pytest.mark.parametrize(("column", "value"), [("sector", "XXX"), ("kind", "guild")])
def test_a_row_outside_the_vocabulary_is_refused(tmp_path: Path, column: str, value: str) -> None:
    row = {
        "id": "a",
        "name": "A",
        "variants": "",
        "kind": "office",
        "sector": "GOV",
        "before_name": "yes",
        "takes_body": "no",
    }
    row[column] = value
    (tmp_path / "offices.tsv").write_text("\t".join(row) + "\n" + "\t".join(row.values()) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=value):
        OfficeLexicon.load(tmp_path)
