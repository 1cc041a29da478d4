"""Candidate names over tokens, and choosing among those that overlap."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.domain.vocabulary import MentionKind
from app.extraction.mentions.knowledge import KnownName

SpanSource = Literal["known", "model", "pattern", "loose"]


@dataclass(slots=True)
class NameSpan:
    """A candidate name: tokens ``start`` to ``end`` (half-open), the kind it is thought to be (None: not known yet)."""

    start: int
    end: int
    kind: MentionKind | None
    source: SpanSource
    known: KnownName | None = None
    confidence: float = 0.5

    def overlaps(self, other: "NameSpan") -> bool:
        """Whether they share a token."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "NameSpan") -> bool:
        """Whether the other lies within it."""
        return self.start <= other.start and other.end <= self.end


def disjoint(spans: Iterable[NameSpan], taken: Iterable[NameSpan] = ()) -> list[NameSpan]:
    """Those that overlap none before them (nor ``taken``): earlier ones win. ``taken`` are not in the result."""
    used: set[int] = set()
    for span in taken:
        used.update(range(span.start, span.end))
    kept = []
    for span in spans:
        tokens = range(span.start, span.end)
        if used.isdisjoint(tokens):
            used.update(tokens)
            kept.append(span)
    return kept


class SpanIndex:
    """Lookup of spans that overlap a given one, among spans that do not overlap each other."""

    def __init__(self, spans: Iterable[NameSpan]) -> None:
        self._spans = in_order(spans)
        self._ends = [span.end for span in self._spans]

    def overlapping(self, span: NameSpan) -> list[NameSpan]:
        """Those that share a token with it, in text order."""
        position = bisect_right(self._ends, span.start)
        found = []
        while position < len(self._spans) and self._spans[position].start < span.end:
            found.append(self._spans[position])
            position += 1
        return found


def in_order(spans: Iterable[NameSpan]) -> list[NameSpan]:
    """Sorted by where they start."""
    return sorted(spans, key=lambda span: (span.start, span.end))
