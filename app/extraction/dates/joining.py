"""Years that dates lend each other: ends of a range ("between March and May 1990"), headings of a chronicle."""

import re
from itertools import pairwise
from typing import Final

from app.extraction.dates.expressions import Expression
from app.extraction.dates.words import FLAGS

_NEAR: Final = 250
_LONGER: Final = re.compile(r"\b(?:nine|six|9|6)[ -]months?\b|\bfor the (?:full )?year\b", FLAGS)
_BETWEEN: Final = re.compile(
    r"\s?[-–—/]\s?|,?\s(?:and|or|to|through|until|till|into)\s(?:the\s)?(?:by\s|in\s)?|,\s", FLAGS
)


def mark_paragraphs(text: str, expressions: list[Expression]) -> None:
    """Notes which expressions stand in the same paragraph as the one before, and which are said of several quarters."""
    for first, second in pairwise(expressions):
        second.of_longer = _LONGER.search(text, max(first.end, second.start - _NEAR), second.start) is not None
        if second.of_longer and second.rolling:
            second.origin = "speech"
        second.continues = second.start - first.end <= _NEAR and "\n\n" not in text[first.end : second.start]


def share_years(text: str, expressions: list[Expression]) -> None:
    """Gives an expression without a year the year of the one that it is joined to."""
    for first, second in zip(expressions[-2::-1], expressions[:0:-1], strict=True):
        lacks = first.year is None and first.shift is None and first.year_shift is None
        if not lacks or second.year is None or not (first.month or first.index):
            continue
        if second.unit not in {"day", "month", "season", "quarter"} or second.end - first.end > 60:
            continue
        if _BETWEEN.fullmatch(text, first.end, second.start) is None:
            continue
        late = first.month and second.month and first.month > second.month
        first.year = second.year - 1 if late else second.year


def take_years_of_headings(text: str, expressions: list[Expression]) -> None:
    """Gives dates without a year the year that heads their part of a chronicle, on a line of its own."""
    year = None
    for item in expressions:
        if item.unit == "year" and item.year is not None:
            year = item.year if is_heading(text, item.start, item.end) else year
        elif item.year is not None and is_heading(text, item.start, item.end):
            year = item.year
        elif year is not None and item.month and item.year is None and item.year_shift is None and item.shift is None:
            item.year = year


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether the words have a line to themselves."""
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    return not before.strip() and not after.strip(" :.-–—")
