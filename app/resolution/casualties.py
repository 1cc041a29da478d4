"""Casualty figures of several reports: one derived range, and whether the reports contradict each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from app.domain.annotations import Claim

#: Words for a number that nobody counted; with a digit beside them ("some 40") somebody did.
_UNCOUNTED: Final = re.compile(
    r"\b(?:dozens?|scores|tens|hundreds|thousands|several|many|few|some|numerous|countless)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Saying:
    """Who states a figure, in which article and words; ``claim`` None: the outlet itself."""

    article_id: str
    text: str
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure as one report states it. ``origin`` is what makes it independent: the source, or its claimant.

    ``chosen``: the report stands by it. ``published``: the report's day, None where unknown. ``vague``: the words give
    no number that was counted ("dozens").
    """

    low: int
    high: int | None
    origin: str
    published: date | None
    chosen: bool
    vague: bool = False
    said: Saying | None = field(default=None, compare=False)

    @property
    def day(self) -> date:
        """The day of publication, for comparison; an unknown one is older than all."""
        return self.published or date.min


@dataclass(frozen=True, slots=True)
class DerivedRange:
    """The range over all figures, and the best one of them; ``best`` and ``high`` None where nothing tells them."""

    low: int
    best: int | None
    high: int | None


def is_vague(text: str) -> bool:
    """Whether the words of a figure give no number that was counted ("dozens", "several")."""
    return bool(_UNCOUNTED.search(text)) and not any(char.isdigit() for char in text)


def derive_range(figures: Sequence[StatedFigure]) -> DerivedRange | None:
    """``low``, ``best`` and ``high`` of what is stated; None where nothing is.

    Of each origin only the newest figures count, for it corrects itself. ``low`` and ``high`` span what is left,
    whoever says it; a figure without upper bound ("at least 40") counts with its low one, and ``high`` is None where no
    figure has one. ``best`` is one of the figures that reports stand by, chosen in this order:

    1. a number goes before a vague word;
    2. a newer, higher number replaces older, lower ones: tolls rise;
    3. a more specific figure replaces one that it lies within ("at least 12" and "15");
    4. of the rest, the one with most independent origins, then the newest, then the highest.
    """
    if not figures:
        return None
    current = _newest_of_each(figures)
    highs = [figure.high for figure in current if figure.high is not None]
    open_lows = [figure.low for figure in current if figure.high is None]
    low = min(figure.low for figure in current)
    high = max([*highs, *open_lows]) if highs else None
    return DerivedRange(low=low, best=_best(current), high=high)


def contradict(left: StatedFigure, right: StatedFigure) -> bool:
    """Whether two figures cannot both be right: their ranges are disjoint, and the newer is no higher count.

    A toll that rises from one day to the next is an update. Two claims of one article or day are not.
    """
    if left.origin == right.origin:
        return False
    older, newer = sorted((left, right), key=lambda figure: (figure.day, figure.low))
    disjoint = (older.high is not None and newer.low > older.high) or (
        newer.high is not None and older.low > newer.high
    )
    return disjoint and not _has_risen(older, newer)


def contradicting(figures: Sequence[StatedFigure]) -> list[StatedFigure]:
    """The figures that another one of them contradicts, lowest first."""
    distinct = list(dict.fromkeys(figures))
    found = [figure for figure in distinct if any(contradict(figure, other) for other in distinct)]
    return sorted(found, key=lambda figure: (figure.low, figure.day, figure.origin))


def _newest_of_each(figures: Sequence[StatedFigure]) -> list[StatedFigure]:
    """Of each origin the figures of its newest day; vague ones only where it never gives a number."""
    newest: dict[str, tuple[bool, date]] = {}
    for figure in figures:
        key = (not figure.vague, figure.day)
        newest[figure.origin] = max(newest.get(figure.origin, key), key)
    return [figure for figure in figures if (not figure.vague, figure.day) == newest[figure.origin]]


def _best(figures: Sequence[StatedFigure]) -> int:
    standing = [figure for figure in figures if figure.chosen] or list(figures)
    counted = [figure for figure in standing if not figure.vague] or standing
    risen = [figure for figure in counted if not any(_has_risen(figure, other) for other in counted)]
    left = [figure for figure in risen if not any(_is_within(other, figure) for other in risen)]
    origins: dict[int, set[str]] = {}
    day: dict[int, date] = {}
    for figure in left:
        origins.setdefault(figure.low, set()).add(figure.origin)
        day[figure.low] = max(day.get(figure.low, date.min), figure.day)
    return max(origins, key=lambda low: (len(origins[low]), day[low], low))


def _has_risen(older: StatedFigure, newer: StatedFigure) -> bool:
    return newer.day > older.day and newer.low > older.low


def _is_within(narrow: StatedFigure, wide: StatedFigure) -> bool:
    """Whether a bounded figure lies within the range of another and is narrower."""
    if narrow.high is None or narrow.low < wide.low:
        return False
    return wide.high is None or (narrow.high <= wide.high and narrow.high - narrow.low < wide.high - wide.low)
