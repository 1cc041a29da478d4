"""Calendar expressions of a text and the days they mean, as the annotation contract wants them."""

from app.domain.edtf import format_edtf
from app.extraction.dates.expressions import Expression
from app.extraction.dates.scan import find_expressions
from app.extraction.dates.tense import tense_at
from app.extraction.dates.timeline import Timeline
from app.extraction.document import Document, FoundDate

__all__ = ["find_dates"]


def _needs_tense(expression: Expression) -> bool:
    return expression.year is None and expression.year_shift is None and not expression.shift


def tells_history(expressions: list[Expression], publication_year: int) -> bool:
    """Whether a text is a history rather than news: it names many years far from its own, and hardly any weekday."""
    years = [item.year for item in expressions if item.year is not None and item.unit in {"day", "month", "year"}]
    spoken = sum(1 for item in expressions if item.unit == "day" and item.day is None and item.origin == "speech")
    distant = sum(1 for year in years if abs(year - publication_year) > 1)
    return len(years) >= 6 and distant > 0.6 * len(years) and len(years) > 2 * spoken


def find_dates(document: Document) -> list[FoundDate]:
    """Every expression that names a time on the calendar, in text order, with the days it means.

    Expressions without any bound (durations, repetitions, weekdays with nothing to count from) are left out.
    """
    text = document.clean.text
    expressions = find_expressions(text, document.doc)
    first, last = document.published.earliest, document.published.latest
    published = (first, last) if first and last else None
    timeline = Timeline(published, history=published is not None and tells_history(expressions, published[1].year))
    found = []
    for expression in expressions:
        tense = tense_at(document.doc, expression.start, expression.end) if _needs_tense(expression) else None
        placed = timeline.place(expression, tense)
        if placed is None:
            continue
        start, end = expression.start, expression.end
        anchor = format_edtf(*placed.anchor) if placed.anchor else None
        found.append(FoundDate(start, end, text[start:end], placed.value(), anchor))
    return found
