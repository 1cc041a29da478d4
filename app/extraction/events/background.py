"""Background: earlier episodes that only set the scene."""

from datetime import timedelta

from app.extraction.document import Document
from app.extraction.events.circumstances import Circumstances
from app.extraction.frames import Frame

#: What happened longer before publication is no news.
_OLD = timedelta(days=400)


def mark_background(document: Document, frames: list[Frame], told: list[Circumstances]) -> None:
    """Mark frames dated long before publication, unless everything in the article is as old."""
    published = document.published.earliest
    if published is None:
        return
    dated = []
    for frame, circumstances in zip(frames, told, strict=True):
        latest = document.dates[circumstances.date].value.latest if circumstances.date is not None else None
        if latest is not None:
            dated.append((frame, published - latest > _OLD))
    if all(old for _, old in dated):
        return
    for frame, old in dated:
        frame.background = frame.background or old
