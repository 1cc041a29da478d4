"""Sums over years of violence, which are no single happening."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from app.extraction.casualties.figure import FoundFigure
from app.extraction.document import Document
from app.extraction.events.circumstances import Circumstances, is_spot
from app.extraction.frames import Frame
from app.extraction.grammar.syntax import kids

#: of so many people and more a sum is told
SUM: Final = 1000
#: … and of so many where a state of things, and nobody, has hurt them ("disputes have killed hundreds this year")
_SUM_OF_CONFLICT: Final = 20
_CONFLICTS: Final = frozenset(
    "dispute conflict violence war insurgency unrest rivalry feud rebellion fighting clash hostility crisis tension "
    "banditry uprising strife".split()
)
_MONTH: Final = timedelta(days=31)


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
        hurt = counts.get(index, 0)
        if hurt >= _SUM_OF_CONFLICT and is_cost_of_conflict(document, frame) and not _is_short(document, one.date):
            frame.background = True
        place = document.names[one.place].entity if one.place is not None else None
        if hurt >= SUM and one.date is None and not is_spot(document, place):
            frame.background = True


def is_cost_of_conflict(document: Document, frame: Frame) -> bool:
    """Whether it is told what a conflict has done up to now: a state of things for subject, in the perfect tense."""
    verb = document.doc[frame.trigger.token]
    subject = next(iter(kids(verb, "nsubj")), None)
    is_perfect = any(child.lemma_ == "have" for child in kids(verb, "aux"))
    return is_perfect and subject is not None and subject.lemma_.lower() in _CONFLICTS


def _is_short(document: Document, date: int | None) -> bool:
    """Whether the date spans a month or less, up to the day of publication where it is open."""
    if date is None:
        return False
    value = document.dates[date].value
    latest = value.latest or document.published.latest
    return value.earliest is not None and latest is not None and latest - value.earliest <= _MONTH
