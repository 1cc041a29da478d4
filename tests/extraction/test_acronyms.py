"""Acronyms defined in brackets."""

import pytest

from app.extraction.mentions.acronyms import find_definitions, is_acronym
from app.extraction.mentions.tokens import read_tokens
from tests.extraction.name_reading import nlp


def defined(text: str) -> list[tuple[str, str]]:
    doc = nlp()(text)
    found = find_definitions(read_tokens(doc))
    return [(doc[d.long[0] : d.long[1]].text, doc[d.acronym[0] : d.acronym[1]].text) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Supreme National Security Council (SNSC) met.", ("Supreme National Security Council", "SNSC")),
        ("a unit of the Army of the Northern Coast (ANC) left", ("Army of the Northern Coast", "ANC")),
        ("The Commission of Inquiry (CoI) reported.", ("Commission of Inquiry", "CoI")),
        ("Naval Forces East's (NFE) ships sailed.", ("Naval Forces East", "NFE")),
    ],
)
def test_long_forms_are_the_words_whose_initials_the_acronym_has(text: str, expected: tuple[str, str]) -> None:
    assert defined(text) == [expected]


@pytest.mark.parametrize(
    "text", ["He lives in Ohio (USA) now.", "They met on Friday (GMT) in town.", "It fell (AP) by two."]
)
def test_other_capitals_in_brackets_define_nothing(text: str) -> None:
    assert defined(text) == []


@pytest.mark.parametrize(
    ("word", "expected"), [("SNSC", True), ("U.N.", True), ("CoI", True), ("A", False), ("Nato", False), ("12", False)]
)
def test_what_an_acronym_is(word: str, expected: bool) -> None:
    assert is_acronym(word) is expected
