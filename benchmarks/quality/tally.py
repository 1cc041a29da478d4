"""Counting what is right among what was extracted and what was labelled."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Right items, of those extracted and of those labelled. Where one thing is compared the two are the same."""

    right: int
    extracted: int
    labelled: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.extracted + other.extracted, self.labelled + other.labelled)

    @property
    def percent(self) -> float:
        """F measure; the share that is right where as many are extracted as labelled. 100 where there is nothing."""
        total = self.extracted + self.labelled
        return 200 * self.right / total if total else 100.0


def same(*, right: bool) -> Tally:
    """One comparison."""
    return Tally(int(right), 1, 1)


def items(extracted: Iterable[Hashable], labelled: Iterable[Hashable]) -> Tally:
    """Equal items, each once."""
    found, wanted = Counter(extracted), Counter(labelled)
    return Tally((found & wanted).total(), found.total(), wanted.total())
