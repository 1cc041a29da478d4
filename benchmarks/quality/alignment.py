"""Which extracted event is which labelled one.

Two events may be one happening if a trigger of one overlaps a trigger of the other, or if they agree in type and an
extracted sentence holds a labelled trigger. Pairs are made one-to-one, the likeliest first: agreement in type counts
most, then overlapping triggers, then that the main evidence is one of them, then the mode.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.annotations import Annotations, Entity, Event
from benchmarks.quality.labels import LabelledEvent, LabelledText
from benchmarks.quality.loading import Stretch, trigger_stretch


@dataclass(frozen=True, slots=True)
class Pair:
    """One labelled event and the extracted one that was found for it, with what both are read in."""

    labelled: LabelledEvent
    extracted: Event
    text: str
    entities: dict[str, Entity]


def align(labels: LabelledText, found: Annotations) -> list[Pair]:
    """The pairs of one article, one-to-one; they may disagree in type."""
    likely = sorted(
        (-likeness, order, number)
        for order, labelled in enumerate(labels.events)
        for number, extracted in enumerate(found.events)
        if (likeness := _likeness(labelled, extracted, labels.text))
    )
    entities = {entity.id: entity for entity in found.entities}
    taken: dict[int, int] = {}
    for _, order, number in likely:
        if order not in taken and number not in taken.values():
            taken[order] = number
    return [
        Pair(labels.events[order], found.events[number], labels.text, entities)
        for order, number in sorted(taken.items())
    ]


def overlap(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches of text share a character."""
    return one[0] < other[1] and other[0] < one[1]


def _likeness(labelled: LabelledEvent, extracted: Event, text: str) -> int:
    told = [trigger_stretch(text, telling) for telling in labelled.tellings]
    same_type = labelled.type == extracted.type
    touched = [any(overlap(one, other) for one in told) for other in _triggers(extracted)]
    sentences = [(evidence.start, evidence.end) for evidence in extracted.evidence]
    if not any(touched) and not (same_type and any(overlap(one, other) for one in told for other in sentences)):
        return 0
    return 8 * same_type + 4 * any(touched) + 2 * any(touched[:1]) + (labelled.mode == extracted.mode)


def _triggers(extracted: Event) -> Iterator[Stretch]:
    return ((told.trigger.start, told.trigger.end) for told in extracted.evidence if told.trigger)
