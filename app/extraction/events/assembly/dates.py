"""Dates of the contract: every expression of the text, and the days of an event."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from app.domain.annotations import DateInterval, DateMention, EventDate
from app.domain.edtf import interval
from app.extraction.document import Document, FoundDate

_TO: Final = re.compile(r"\s?[-–—/]\s?|,?\s(?:to|through|until|till|into|and)\s(?:on\s|the\s|early\s)*", re.IGNORECASE)
_FROM: Final = re.compile(r"(?:between|from|nights? of|overnight)\s(?:the\s|on\s)*(?:night of\s)?$", re.IGNORECASE)
_SINCE: Final = re.compile(r"\bsince\s$", re.IGNORECASE)
#: Characters before a date in which words that make it a range or a beginning stand.
_BEFORE = 24
#: Longer stretches are seasons of war rather than one happening.
_LONGEST = timedelta(days=31)


def write_dates(document: Document) -> tuple[DateMention, ...]:
    """Every date expression, in text order."""
    written = []
    for found in sorted(document.dates, key=lambda found: found.start):
        start, end, words = document.original(found.start, found.end)
        value = found.value.model_dump()
        written.append(DateMention(**value, start=start, end=end, text=words, anchor=found.anchor))
    return tuple(written)


def event_date(document: Document, index: int | None) -> EventDate:
    """The days an event took by the date expression that tells them: that day, a range it begins or ends, or since."""
    if index is None:
        return EventDate()
    found = document.dates[index]
    first, last, value = found, found, found.value
    if _SINCE.search(document.clean.text, max(found.start - _BEFORE, 0), found.start):
        value = _going_on(value)
    elif (ends := _range_of(document, found)) is not None:
        first, last = ends
        value = _joined(first.value, last.value)
    start, _, _ = document.original(first.start, first.end)
    _, end, _ = document.original(last.start, last.end)
    return EventDate(**value.model_dump(), start=start, end=end, anchor=found.anchor)


def _range_of(document: Document, found: FoundDate) -> tuple[FoundDate, FoundDate] | None:
    """The two days of "between Friday and Sunday", "the night of 1 to 2 October", one of which was found."""
    for first, last in _neighbours(document, found):
        text = document.clean.text
        between = text[first.end : last.start]
        opened = _FROM.search(text[max(first.start - _BEFORE, 0) : first.start]) or _FROM.match(first.text)
        if (
            _TO.fullmatch(between)
            and (opened or not between.strip().lower().endswith("and"))
            and _is_range(first, last)
        ):
            return first, last
    return None


def _neighbours(document: Document, found: FoundDate) -> Iterator[tuple[FoundDate, FoundDate]]:
    for other in document.dates:
        if 0 <= other.start - found.end <= _BEFORE:
            yield found, other
        elif 0 <= found.start - other.end <= _BEFORE:
            yield other, found


def _is_range(first: FoundDate, last: FoundDate) -> bool:
    begun, ended = first.value, last.value
    if begun.earliest is None or ended.latest is None or {begun.precision, ended.precision} != {"day"}:
        return False
    return timedelta(0) < ended.latest - begun.earliest <= _LONGEST


def _joined(first: DateInterval, last: DateInterval) -> DateInterval:
    if first.earliest is None or last.latest is None:
        return first
    return interval(first.earliest, last.latest, first.basis)


def _going_on(value: DateInterval) -> DateInterval:
    """The same beginning with an open end."""
    if value.edtf is None or value.earliest is None:
        return value
    return value.model_copy(update={"edtf": f"{value.edtf.split('/')[0]}/..", "latest": None})
