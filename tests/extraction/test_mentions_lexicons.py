"""Lexicons of heads and people, and the matcher over words."""

from pathlib import Path

import pytest

from app.extraction.lexicons.folding import fold
from app.extraction.lexicons.head_nouns import HeadNouns
from app.extraction.lexicons.people import PeopleLexicon
from app.extraction.mentions.tries import WordTrie
from tests.extraction.name_reading import SEEDS


@pytest.mark.parametrize(
    ("name", "kind", "category"),
    [
        ("Northern Storm Brigade", "organization", "armed_group"),
        ("Ministry of Defence", "organization", "government"),
        ("Doctors without Borders", "organization", "ngo"),
        ("Halabi Street", "place", None),
        ("Gulf of Aden", "place", None),
    ],
)
def test_a_name_is_what_its_head_is(name: str, kind: str, category: str | None) -> None:
    head = HeadNouns.load(SEEDS).of(fold(name))
    assert head is not None
    assert (head.kind, head.category) == (kind, category)


def test_a_name_without_a_head_noun_tells_nothing() -> None:
    assert HeadNouns.load(SEEDS).of(fold("Khan Sheikhoun")) is None


def test_an_unknown_category_is_refused(tmp_path: Path) -> None:
    (tmp_path / "head_nouns.tsv").write_text("noun\tkind\tcategory\tsector\nclub\torganization\tsport\t\n")
    with pytest.raises(ValueError, match="club"):
        HeadNouns.load(tmp_path)


def test_people_are_known_by_given_name_and_by_fame() -> None:
    people = PeopleLexicon.load(SEEDS)
    assert people.is_given(fold("Mohammed"))
    assert people.is_surname(fold("Garcia"))
    assert people.gender(fold("Mary")) == "f"
    assert people.gender(fold("Peter")) == "m"
    assert people.gender(fold("Aleppo")) is None
    figure = people.figure(fold("Putin"))
    assert figure is not None
    assert figure.country_code == "RU"


def test_an_unknown_gender_is_refused(tmp_path: Path) -> None:
    (tmp_path / "given_names.tsv").write_text("name\tgender\nKim\tx\n")
    (tmp_path / "surnames.tsv").write_text("name\n")
    (tmp_path / "public_figures.tsv").write_text("surname\tname\tcountry_code\n")
    with pytest.raises(ValueError, match="Kim"):
        PeopleLexicon.load(tmp_path)


def test_the_trie_gives_the_longest_match_at_whole_tokens() -> None:
    trie: WordTrie[str] = WordTrie()
    trie.add(("islamic", "state"), "short")
    trie.add(("islamic", "state", "of", "iraq"), "long")
    tokens = [("the",), ("islamic",), (), ("state",), ("of",), ("iraq", "s"), ("islamic", "state")]
    assert list(trie.matches(tokens)) == [(1, 4, "short"), (6, 7, "short")]
