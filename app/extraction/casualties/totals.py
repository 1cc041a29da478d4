"""The casualty number an event stands by, chosen from every figure the article states for it."""

from collections import defaultdict
from dataclasses import dataclass, field

from app.domain.vocabulary import FigureKind
from app.extraction.casualties.figures import FoundFigure

#: An open count that another source raises by more is contradicted, not continued.
_RISE = 2


@dataclass(slots=True)
class Total:
    """A number of people with the words of the figure that gave most of it."""

    low: int
    high: int | None
    figure: FoundFigure
    of_whom: dict[str, int] = field(default_factory=dict)


def choose_total(figures: list[FoundFigure], kind: FigureKind, voices: dict[int, object]) -> Total | None:
    """The latest total the article stands by: its own words before a claim, the highest of a rising toll.

    Figures of one group add up ("three soldiers and two civilians"), so do people named one by one and "another three";
    parts of a larger number do not. Killed attackers count with the dead. ``voices`` gives the claimant of a figure by
    its position in ``figures`` (absent: the outlet itself).
    """
    mine = [(position, figure) for position, figure in enumerate(figures) if figure.what == kind and not figure.hit]
    whole = [(position, figure) for position, figure in mine if not figure.partial]
    victims = [(position, figure) for position, figure in whole if "attackers" not in figure.of_whom]
    attackers = [figure for _, figure in whole if "attackers" in figure.of_whom]
    total = _of_voice(_stood_by(victims, voices))
    attacking = max(attackers, key=lambda figure: figure.low, default=None)
    if attacking is not None:
        total = _plus(total, attacking) if total else Total(attacking.low, attacking.high, attacking)
    if total is not None:
        total.of_whom = _of_whom([figure for _, figure in mine], total.low)
    return total


def choose_wounded(figures: list[FoundFigure], killed: Total | None, voices: dict[int, object]) -> Total | None:
    """The wounded: as stated, or those hit ("five were shot") less those of them who died, where these are more.

    A number of wounded stands before what is hit; single wounded people do not.
    """
    dead = {figure.entity for figure in figures if figure.what == "killed" and figure.entity is not None}
    living = [(position, figure) for position, figure in enumerate(figures) if figure.entity not in dead]
    stated = choose_total(
        [figure for _, figure in living],
        "wounded",
        {new: voices[old] for new, (old, _) in enumerate(living) if old in voices},
    )
    if stated is not None and stated.low != 1:
        return stated
    nameless = max((killed.low if killed else 0) - len(dead), 0)
    named = _less(_named([figure for _, figure in living if figure.what == "wounded"]), nameless)
    candidates = [stated, _hit_and_alive(figures, killed), named]
    return max((total for total in candidates if total), key=lambda total: total.low, default=None)


def _hit_and_alive(figures: list[FoundFigure], killed: Total | None) -> Total | None:
    """Those hit less those who died, whether or not the dead are told apart from them."""
    hit = _of_voice([figure for figure in figures if figure.hit and not figure.partial])
    return _less(hit, killed.low if killed else 0)


def _less(total: Total | None, dead: int) -> Total | None:
    """The total without so many who died; None where nobody is left."""
    left = total.low - dead if total else 0
    return Total(left, left if total.high is not None else None, total.figure) if total and left > 0 else None


def _named(figures: list[FoundFigure]) -> Total | None:
    """People told of one by one under their names, each once."""
    named = {figure.entity: figure for figure in figures if figure.entity is not None}
    return _sum(list(named.values())) if named else None


def _stood_by(figures: list[tuple[int, FoundFigure]], voices: dict[int, object]) -> list[FoundFigure]:
    """Figures of whom the article follows, or those of its latest toll, and higher ones of a count that goes on."""
    kept = [(position, figure) for position, figure in figures if not figure.outdated] or figures
    revised = _revised([figure for _, figure in kept])
    if revised:
        return revised
    stands = _of_first_voice(kept, voices)
    for _, figure in kept:
        if _counts_on(stands, figure):
            stands.append(figure)
    return stands


def _revised(figures: list[FoundFigure]) -> list[FoundFigure]:
    """The last figure that replaces what stood before, and what comes after it; nothing where none does."""
    for number in range(len(figures) - 1, -1, -1):
        figure = figures[number]
        if figure.later and not figure.more and figure.low > 1:
            return figures[number:]
    return []


def _counts_on(stands: list[FoundFigure], figure: FoundFigure) -> bool:
    """Whether the figure goes on with a count left open: "at least 12", then "at least 17" by somebody else."""
    if figure in stands or figure.more or not stands:
        return False
    highest = max(stands, key=lambda standing: standing.low)
    is_open = figure.high is None or highest.high is None
    return is_open and figure.start > highest.start and 1 < highest.low < figure.low <= _RISE * highest.low


def _of_first_voice(figures: list[tuple[int, FoundFigure]], voices: dict[int, object]) -> list[FoundFigure]:
    """Figures of the outlet's own voice; where it tells of single people only, those of the first claimant quoted."""
    own = [figure for position, figure in figures if position not in voices]
    if not figures or any(figure.low != 1 for figure in own) or len(own) == len(figures):
        return own
    claimed = [(position, figure) for position, figure in figures if position in voices]
    if own and all(figure.low == 1 for _, figure in claimed):
        return [figure for _, figure in figures]
    figures = claimed
    first = voices[figures[0][0]]
    return [figure for position, figure in figures if voices[position] == first]


def _of_voice(figures: list[FoundFigure]) -> Total | None:
    counted = [figure for figure in figures if not figure.more]
    totals = [_sum(group) for group in _by_group(counted)]
    totals += [named] if (named := _named(counted)) else []
    best = max(totals, key=lambda total: total.low, default=None)
    for figure in figures:
        if figure.more:
            before = [total for total in totals if total.figure.start < figure.start]
            grown = (
                _plus(max(before, key=lambda total: total.low), figure)
                if before
                else Total(figure.low, figure.high, figure)
            )
            best = grown if best is None or grown.low > best.low else best
    return best


def _by_group(figures: list[FoundFigure]) -> list[list[FoundFigure]]:
    groups: dict[int, list[FoundFigure]] = defaultdict(list)
    for figure in figures:
        groups[figure.group].append(figure)
    return list(groups.values())


def _sum(figures: list[FoundFigure]) -> Total:
    total = Total(figures[0].low, figures[0].high, figures[0])
    for figure in figures[1:]:
        total = _plus(total, figure)
    return total


def _plus(total: Total, figure: FoundFigure) -> Total:
    high = None if total.high is None or figure.high is None else total.high + figure.high
    return Total(total.low + figure.low, high, total.figure)


def _of_whom(figures: list[FoundFigure], most: int) -> dict[str, int]:
    parts: dict[str, int] = {}
    for figure in figures:
        for part, count in figure.of_whom.items():
            if count <= most:
                parts[part] = max(parts.get(part, 0), count)
    return parts
