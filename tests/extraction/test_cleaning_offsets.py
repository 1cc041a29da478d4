"""Every character of the clean text leads back to the original, whatever the original holds."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extraction.cleaning.text import BLOCK_BREAK, clean
from app.extraction.lexicons.cues import ClutterCues

CUES = ClutterCues.load(Path(__file__).parents[2] / "seeds")
ODD = [
    "\xa0", "\u200b", "\u200f", "\u202b", "\u00ad", "\ufeff", "\u2028", "\u2019", "\u201c", "\r\n", "\r", "\n", "\n\n",
    "\t", "  ", "<p>", "</b>", "<!--", "-->", "<script>", "</script>", "&amp;", "&eacute;", "&bogus;", "[TEXT]",
    "\u00a9 Levant", "- ", "(Photo: A. Roe)", "https://a.example/b", "@roe", "SHARE THIS ARTICLE", "ADEN, 3 May --",
    "Copyright 2016", "\u00e2\u20ac\u2122", "\u0627\u0644\u062c\u064a\u0634", "\u0130stanbul", "\U0001f525", ". ",
    "Two men died", "said. ", "self-\n",
]  # fmt: skip
PIECES = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=12)), max_size=40).map("".join)
#: characters that stand for several of the original, or for another one
WRITTEN_OTHERWISE = set("\"'-. \n\u2026\u2013\u2014&")


@given(PIECES)
@settings(max_examples=400, deadline=None)
def test_offsets_are_exact(text: str) -> None:
    found = clean(text, CUES)
    assert len(found.offsets) == len(found.text)
    assert all(0 <= offset < len(text) for offset in found.offsets)
    assert all(first <= second for first, second in zip(found.offsets, found.offsets[1:], strict=False))
    for block in found.blocks:
        for position in range(block.start, block.end):
            character, original = found.text[position], text[found.offsets[position]]
            assert character.lower() == original.lower() or character in WRITTEN_OTHERWISE or original in "&;"


@given(PIECES)
@settings(max_examples=200, deadline=None)
def test_blocks_and_boilerplate_are_in_order_and_apart(text: str) -> None:
    found = clean(text, CUES)
    assert found.text == BLOCK_BREAK.join(found.text[block.start : block.end] for block in found.blocks)
    for block in found.blocks:
        assert block.start < block.end
        assert block.start <= block.body_start <= block.end
        assert "\n" not in found.text[block.start : block.end]
    for (_, first_end), (second_start, _) in zip(found.boilerplate, found.boilerplate[1:], strict=False):
        assert first_end <= second_start
    inside = {offset for start, end in found.boilerplate for offset in range(start, end)}
    assert not inside.intersection(
        found.offsets[position] for block in found.blocks for position in range(block.start, block.end)
    )


def test_invisible_characters_do_not_part_words() -> None:
    text = "The gov\u00adern\u200bment\u200f said \u202bMarrat\u202c fell."
    found = clean(text, CUES)
    assert found.text == "The government said Marrat fell."
    assert text[slice(*found.span(4, 14))] == "gov\u00adern\u200bment"


def test_windows_line_ends_read_as_others() -> None:
    unix = "Army takes hill\n\nNine died on Monday.\nThe rebels denied it."
    assert clean(unix.replace("\n", "\r\n"), CUES).text == clean(unix, CUES).text


@pytest.mark.parametrize(
    "unit",
    ["a", "A ", "<", "<a ", "[", "(Photo ", "a@", " - ", "Cap. ", "12:30 pm ", "\u00a9 ", "a\n", "AB C\n", "http://",
     "Updated: 1 ", "By Roe ", "<script", "&a", "A, ", "\u2014 A (", "\u200b", "A/", "a | ", "x-\ny", "Copyright "],
)  # fmt: skip
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = (unit * (100_000 // len(unit) + 1))[:100_000]
    started = time.process_time()
    clean(text, CUES)
    assert time.process_time() - started < 3
