"""Calendar expressions of a text and the days they mean, as the annotation contract wants them."""

from app.domain.annotations import DateInterval
from app.domain.edtf import format_edtf
from app.extraction.dates.expressions import Expression
from app.extraction.dates.joining import is_heading, mark_paragraphs, share_years, take_years_of_headings
from app.extraction.dates.narrative import follow
from app.extraction.dates.other_calendars import find_unconverted
from app.extraction.dates.placing import Placer, value_of
from app.extraction.dates.scan import find_expressions
from app.extraction.dates.tense import Tense, tense_at
from app.extraction.document import Document, FoundDate

__all__ = ["find_dates"]


def _tense(document: Document, expression: Expression) -> Tense | None:
    """The tense, where it decides anything."""
    if expression.year is not None or expression.year_shift is not None or expression.shift:
        return None
    if is_heading(document.clean.text, expression.start, expression.end):
        return "past"
    return tense_at(document.doc, expression.start, expression.end)


def _is_weekday(expression: Expression) -> bool:
    return expression.weekday is not None and expression.day is None


def tells_history(expressions: list[Expression], publication_year: int) -> bool:
    """Whether a text is a history rather than news: it names many years far from its own, and hardly any weekday."""
    years = [item.year for item in expressions if item.year is not None and item.unit in {"day", "month", "year"}]
    spoken = sum(1 for item in expressions if item.origin == "speech" and (item.shift is not None or _is_weekday(item)))
    distant = sum(1 for year in years if abs(year - publication_year) > 1)
    return distant > 0.6 * len(years) and len(years) > 4 * spoken + 2


def find_dates(document: Document) -> list[FoundDate]:
    """Every expression that names a time on the calendar, in text order, with the days it means.

    Expressions without any bound (durations, repetitions, weekdays with nothing to count from) are left out; those of
    other calendars are named without one.
    """
    text = document.clean.text
    expressions = find_expressions(text, document.doc)
    share_years(text, expressions)
    take_years_of_headings(text, expressions)
    mark_paragraphs(text, expressions)
    first, last = document.published.earliest, document.published.latest
    published = (first, last) if first and last else None
    placer = Placer(published, history=published is not None and tells_history(expressions, published[1].year))
    places = follow(expressions, [_tense(document, item) for item in expressions], placer)
    named = [FoundDate(*span, text[slice(*span)], DateInterval(basis="stated")) for span in find_unconverted(text)]
    converted = [
        FoundDate(
            item.start,
            item.end,
            text[item.start : item.end],
            value_of(placed, item),
            format_edtf(*placed.anchor) if placed.anchor else None,
        )
        for item, placed in zip(expressions, places, strict=True)
        if placed is not None and not any(date.start < item.end and item.start < date.end for date in named)
    ]
    return sorted([*converted, *named], key=lambda date: date.start)
