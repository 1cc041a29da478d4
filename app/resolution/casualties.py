"""Casualty figures of several reports: one derived range, and whether the reports contradict each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure as one report states it. ``origin`` is what makes it independent: the source, or its claimant.

    ``chosen``: the report stands by it. ``published``: the report's day, None where unknown.
    """

    low: int
    high: int | None
    origin: str
    published: date | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class DerivedRange:
    """The range over all figures, and the best one of them; ``best`` and ``high`` None where nothing tells them."""

    low: int
    best: int | None
    high: int | None


def derive_range(figures: Sequence[StatedFigure]) -> DerivedRange | None:
    """``low`` and ``high`` span all figures; ``best`` is the one most origins stand by, the newest of equals.

    A figure without upper bound ("at least 40") counts with its low one; ``high`` is None where no figure has one.
    """
    if not figures:
        return None
    highs = [figure.high for figure in figures if figure.high is not None]
    low = min(figure.low for figure in figures)
    open_lows = [figure.low for figure in figures if figure.high is None]
    high = max([*highs, *open_lows]) if highs else None
    return DerivedRange(low=low, best=_best(figures), high=high)


def _best(figures: Sequence[StatedFigure]) -> int:
    chosen = [figure for figure in figures if figure.chosen] or list(figures)
    origins: dict[int, set[str]] = {}
    newest: dict[int, date] = {}
    for figure in chosen:
        origins.setdefault(figure.low, set()).add(figure.origin)
        newest[figure.low] = max(newest.get(figure.low, date.min), figure.published or date.min)
    return max(origins, key=lambda low: (len(origins[low]), newest[low], low))


def contradict(left: StatedFigure, right: StatedFigure) -> bool:
    """Whether two figures cannot both be right: their ranges are disjoint, and the newer is no higher count.

    A toll that rises from one day to the next is an update. Two claims of one article or day are not.
    """
    if left.origin == right.origin:
        return False
    older, newer = sorted((left, right), key=lambda figure: (figure.published or date.min, figure.low))
    disjoint = (older.high is not None and newer.low > older.high) or (
        newer.high is not None and older.low > newer.high
    )
    if not disjoint:
        return False
    rises = newer.low > older.low and (newer.published or date.min) > (older.published or date.min)
    return not rises
