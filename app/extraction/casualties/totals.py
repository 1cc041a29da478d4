"""The casualty number an event stands by, chosen from every figure the article states for it."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from app.domain.vocabulary import FigureKind
from app.extraction.casualties.figure import FoundFigure
from app.extraction.casualties.persons import Person, tell_apart

#: An open count that another source raises by more is contradicted, not continued.
_RISE = 2


@dataclass(slots=True)
class Total:
    """A number of people with the words of the figure that gave most of it."""

    low: int
    high: int | None
    figure: FoundFigure
    of_whom: dict[str, int] = field(default_factory=dict)
    #: only persons told of one by one
    is_persons: bool = False


def choose_total(figures: list[FoundFigure], kind: FigureKind, voices: dict[int, object]) -> Total | None:
    """The latest total the article stands by: its own words before a claim, the highest of a rising toll.

    Figures of one group add up ("three soldiers and two civilians"), so do persons told of one by one and "another
    three"; parts of a larger number do not. Killed attackers count with the dead. ``voices`` gives the claimant of a
    figure by its position in ``figures`` (absent: the outlet itself).
    """
    mine = [(position, figure) for position, figure in enumerate(figures) if figure.what == kind and not figure.hit]
    whole = [(position, figure) for position, figure in mine if not figure.partial]
    stood_by = _stood_by([(place, figure) for place, figure in whole if "attackers" not in figure.of_whom], voices)
    attackers = [figure for _, figure in whole if "attackers" in figure.of_whom]
    others = {figure.start for _, figure in whole} - {figure.start for figure in (*stood_by, *attackers)}
    persons = tell_apart([figure for _, figure in mine if figure.start not in others])
    total = _most([_of_numbers(stood_by), _of_persons([person for person in persons if not person.attacked])])
    attacking = _most([_of_numbers(attackers), _of_persons([person for person in persons if person.attacked])])
    if attacking is not None:
        total = _and_attackers(total, attacking)
    if total is not None:
        total.of_whom = _of_whom([figure for _, figure in mine], total.low)
    return total


def choose_wounded(figures: list[FoundFigure], killed: Total | None, voices: dict[int, object]) -> Total | None:
    """The wounded: those stated, those hit ("five were shot") less those of them who died, or the persons who lived."""
    told = [(place, figure) for place, figure in enumerate(figures) if figure.what == "wounded" and not figure.hit]
    stated = _of_numbers(_stood_by([(place, figure) for place, figure in told if not figure.partial], voices))
    victims = killed.low - killed.of_whom.get("attackers", 0) if killed else 0
    hit = _less(_of_numbers([figure for figure in figures if figure.hit and not figure.partial]), victims)
    persons = tell_apart([figure for figure in figures if figure.what in {"killed", "wounded"}])
    nameless = max((killed.low if killed else 0) - sum(person.died for person in persons), 0)
    alive = [person for person in persons if not person.died]
    wounded = [person for person in alive if any(not figure.hit for figure in person.figures)]
    return _most([stated, hit, _less(_of_persons(alive), nameless), _of_persons(wounded)])


def _most(totals: list[Total | None]) -> Total | None:
    return max((total for total in totals if total), key=lambda total: total.low, default=None)


def _and_attackers(victims: Total | None, attacking: Total) -> Total:
    """Victims and attackers together."""
    if victims is None:
        return attacking
    return _plus(victims, attacking.figure, attacking.low)


def _less(total: Total | None, dead: int) -> Total | None:
    """The total without so many who died; None where nobody is left."""
    left = total.low - dead if total else 0
    return Total(left, left if total.high is not None else None, total.figure) if total and left > 0 else None


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
    """Whether the figure goes on with a count left open: "at least 12", then "at least 17" or "dozens", then "85"."""
    if figure in stands or figure.more or not stands:
        return False
    highest = max(stands, key=lambda standing: standing.low)
    is_open = figure.high is None or highest.high is None
    goes_on = figure.start > highest.start and 1 < highest.low < figure.low
    return is_open and goes_on and (highest.vague or figure.low <= _RISE * highest.low)


def _of_first_voice(figures: list[tuple[int, FoundFigure]], voices: dict[int, object]) -> list[FoundFigure]:
    """Figures of the outlet's own voice; where it tells of single people only, those of the first claimant quoted."""
    own = [figure for position, figure in figures if position not in voices]
    if not figures or any(figure.low > 1 for figure in own) or len(own) == len(figures):
        return own
    claimed = [(position, figure) for position, figure in figures if position in voices]
    if own and all(figure.low <= 1 for _, figure in claimed):
        return [figure for _, figure in figures]
    first = voices[claimed[0][0]]
    return [figure for position, figure in claimed if voices[position] == first]


def _of_persons(persons: list[Person]) -> Total | None:
    return Total(len(persons), len(persons), persons[0].figures[0]) if persons else None


def _of_numbers(figures: list[FoundFigure]) -> Total | None:
    """The highest number; single persons count only together with one ("two men and a woman")."""
    groups = _by_group(figures)
    totals = [_sum(group) for group in groups if not _is_lone_addition(group)]
    added = [_grown(group[0], totals) for group in groups if _is_lone_addition(group)]
    numbers = [total for total in totals if not total.is_persons]
    return max((*numbers, *added), key=lambda total: total.low, default=None)


def _is_lone_addition(group: list[FoundFigure]) -> bool:
    return len(group) == 1 and group[0].more


def _grown(more: FoundFigure, totals: list[Total]) -> Total:
    """The number before with those it grows by: for "two others" the one told of right before, else any."""
    before = [total for total in totals if total.figure.start < more.start]
    if more.beside is not None:
        before = [total for total in before if total.figure.start == more.beside]
    return _plus(before[-1], more) if before else Total(more.low, more.high, more)


def _by_group(figures: list[FoundFigure]) -> list[list[FoundFigure]]:
    groups: dict[int, list[FoundFigure]] = defaultdict(list)
    for figure in figures:
        groups[figure.group].append(figure)
    return list(groups.values())


def _sum(figures: list[FoundFigure]) -> Total:
    total = Total(figures[0].low, figures[0].high, figures[0])
    total.is_persons = all(figure.one is not None for figure in figures)
    if _are_its_members(figures):
        return total
    for figure in figures[1:]:
        total = _plus(total, figure)
    return total


def _are_its_members(figures: list[FoundFigure]) -> bool:
    """Whether the first figure counts those who are then named one by one ("two men, John Bell and Tom Hart")."""
    named = [figure for figure in figures[1:] if figure.one is not None and figure.one.entity is not None]
    return figures[0].one is None and len(named) == len(figures) - 1 == figures[0].low


def _plus(total: Total, figure: FoundFigure, low: int | None = None) -> Total:
    more = figure.low if low is None else low
    high = None if total.high is None or figure.high is None else total.high + more + figure.high - figure.low
    return replace(total, low=total.low + more, high=high)


def _of_whom(figures: list[FoundFigure], most: int) -> dict[str, int]:
    parts: dict[str, int] = {}
    for figure in figures:
        for part, count in figure.of_whom.items():
            if count <= most:
                parts[part] = max(parts.get(part, 0), count)
    return parts
