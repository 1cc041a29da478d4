"""Ends of a range share their year: "between March and May 1990", "from 27 December to 3 January 1990"."""

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
