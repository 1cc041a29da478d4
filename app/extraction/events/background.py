"""Background: earlier episodes that only set the scene."""

from datetime import date, timedelta

from app.domain.annotations import DateInterval
from app.domain.vocabulary import DatePrecision
from app.extraction.document import Document, FoundDate
from app.extraction.events.circumstances import Circumstances
from app.extraction.frames import Frame

#: What happened longer before publication is no news.
_OLD = timedelta(days=400)
_COARSE = frozenset[DatePrecision]({"year", "decade", "century"})


def mark_background(document: Document, frames: list[Frame], told: list[Circumstances]) -> None:
    """Mark frames dated long before publication, unless everything in the article is as old."""
    published = document.published.earliest
    if published is None:
        return
    dates = [found.value for found in document.dates if _is_in_news(document, found)]
    if all(_is_old(value, published) for value in dates):
        return
    for frame, circumstances in zip(frames, told, strict=True):
        if circumstances.date is not None and _is_old(document.dates[circumstances.date].value, published):
            frame.background = True


def _is_old(value: DateInterval, published: date) -> bool:
    """Whether it is long past, or told only as of a year that is over."""
    if value.latest is None:
        return False
    return published - value.latest > _OLD or (value.precision in _COARSE and value.latest < published)


def _is_in_news(document: Document, found: FoundDate) -> bool:
    """Whether the date stands in the news itself and has an end, unlike that of a dateline."""
    dated = found.value.latest is not None and found.value.precision not in _COARSE
    return dated and found.start >= document.clean.block_at(found.start).body_start
