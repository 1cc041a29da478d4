"""Copies that were cut, headed or worded a little otherwise are told from reports that only look alike."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.resolution.copies import SKETCH_SIZE, near_copy, read_text, sketch_of
from app.resolution.particulars import words_of_text

SET = tomllib.loads(Path(__file__).with_name("text_pairs.toml").read_text(encoding="utf-8"))
TEXTS: dict[str, str] = SET["texts"]
words = st.lists(st.sampled_from("Azaz Homs nine ten Monday May raid town killed on the near".split()), max_size=60)


@pytest.mark.parametrize("pair", SET["pair"], ids=lambda pair: pair["name"])
def test_pairs(pair: dict) -> None:
    left, right = (read_text(TEXTS[name]) for name in pair["texts"])
    assert (near_copy(left, right) is not None) == pair["copy"]
    assert near_copy(left, right) == near_copy(right, left)


@pytest.mark.parametrize("pair", [pair for pair in SET["pair"] if pair["copy"]], ids=lambda pair: pair["name"])
def test_sketches_of_copies_meet(pair: dict) -> None:
    left, right = (set(sketch_of(read_text(TEXTS[name]))) for name in pair["texts"])
    assert left & right


def test_there_are_enough_pairs_of_either_kind() -> None:
    copies = [pair["copy"] for pair in SET["pair"]]
    assert len(copies) >= 25
    assert 0.4 <= sum(copies) / len(copies) <= 0.6


def test_a_sketch_does_not_grow_with_the_text() -> None:
    assert len(sketch_of(read_text(TEXTS["bus"] * 20))) == SKETCH_SIZE
    assert sketch_of(read_text("Too short for any.")) == []


@given(words, words)
def test_a_text_is_its_own_copy_and_likeness_has_no_direction(left: list[str], right: list[str]) -> None:
    mine, theirs = read_text(" ".join(left)), read_text(" ".join(right))
    assert near_copy(mine, theirs) == near_copy(theirs, mine)
    assert near_copy(mine, mine) == (1.0 if len(left) > 3 else None)


def test_numbers_days_and_names_are_told_from_other_words() -> None:
    found = words_of_text("Rebels shot forty-two men near Homs on Monday, 3 May. Doctors counted 1,200 shells in Homs.")
    kinds = {word.form: word.kind for word in found if word.kind}
    assert kinds == {
        "42": "number", "homs": "name", "monday": "weekday", "3": "date", "may": "date", "1200": "number"
    }  # fmt: skip


def test_a_quotation_may_go_on_in_the_next_paragraph() -> None:
    found = words_of_text("\"We heard it,\nhe said. “All night long.\n“And then nothing,” the men's leader added.")
    assert [word.form for word in found if word.is_quoted] == "we heard it all night long and then nothing".split()
