"""Candidate names over tokens, and choosing among those that overlap."""

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


def in_order(spans: Iterable[NameSpan]) -> list[NameSpan]:
    """Sorted by where they start."""
    return sorted(spans, key=lambda span: (span.start, span.end))
