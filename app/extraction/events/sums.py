"""Sums over years of violence, which are no single happening."""

from collections.abc import Iterable
from typing import Final

from app.extraction.casualties.figure import FoundFigure
from app.extraction.document import Document
from app.extraction.events.circumstances import Circumstances, is_spot
from app.extraction.frames import Frame

#: of so many people and more a sum is told
SUM: Final = 1000


def largest_counts(figures: Iterable[FoundFigure]) -> dict[int | None, int]:
    """The largest number of people hurt or taken that the words of each frame (by index) count."""
    counts: dict[int | None, int] = {}
    for figure in figures:
        counts[figure.frame] = max(figure.low or 0, counts.get(figure.frame, 0))
    return counts


def mark_sums(
    document: Document, frames: list[Frame], told: list[Circumstances], figures: Iterable[FoundFigure]
) -> None:
    """Mark as background what a war has cost ("has killed 70,000 people"): many, and neither day nor place."""
    counts = largest_counts(figures)
    for index, (frame, one) in enumerate(zip(frames, told, strict=True)):
        place = document.names[one.place].entity if one.place is not None else None
        if counts.get(index, 0) >= SUM and one.date is None and not is_spot(document, place):
            frame.background = True
