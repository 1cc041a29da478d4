"""Whether two reports tell one happening: a score of signed parts, each a small function, against a threshold.

What contradicts (another day, another place, another kind of act) weighs so much that nothing but the same victims, or
two articles that tell one story in nearly the same words, outweighs it. The weights were set by hand on news of
shootings of which it is known which tell one incident, near those of a logistic regression over the same parts, and
checked on pairs of reports from wars that are hard to tell apart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from app.domain.vocabulary import EventType
from app.resolution.facts import ReportFacts
from app.resolution.pairs import FINE_PLACES, VETO, Pair, share_people
from app.resolution.whereabouts import when, where

#: The sum of parts from which two reports are one event; higher in a large city, where much of a kind happens in one
#: day, and higher still where date or place are unknown, or no finer than a country or a month.
SAME: Final = 3.0
SAME_CITY: Final = 3.4
SAME_VAGUE: Final = 4.2
#: A copied sentence, or one text twice.
COPY: Final = 20.0

#: What tolls cost that differ by up to this factor.
_TOLLS_APART: Final = ((2, 0.2), (3, 0.5), (10, 1.0))
#: The part that the likeness of two articles' wording has in whether their main events are one.
_STORY: Final = ((0.0, 0.12, 0.2, 0.3, 0.5, 0.8, 1.0), (-0.6, -0.6, 0.6, 2.4, 4.2, 5.4, 6.4))
_QUITE_ANOTHER: Final = -0.5
_NEAR_COPY: Final = 0.75
_LATE_DAYS: Final = 14

#: Root types that outlets use for one another.
_RELATED: Final = frozenset(
    frozenset(pair)
    for pair in (
        (EventType.ASSAULT, EventType.COERCE),
        (EventType.AGREE, EventType.RETREAT),
        (EventType.AGREE, EventType.CONCEDE),
        (EventType.CONCEDE, EventType.RETREAT),
        (EventType.AGREE, EventType.CONSULT),
        (EventType.SANCTION, EventType.COERCE),
        (EventType.SUPPORT, EventType.AID),
    )
)
#: Modes that outlets use for one another: a bombing may come from a jet, a gun, a car or a belt.
_RELATED_MODES: Final = frozenset(
    frozenset(pair)
    for pair in (
        ("explosives", "aerial"),
        ("explosives", "heavy-weapons"),
        ("explosives", "suicide-attack"),
        ("aerial", "drone"),
        ("abduct", "firearms"),
        ("targeted", "firearms"),
    )
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The score of a pair, its parts, and the threshold it had to reach. ``margin`` is what it lies above that."""

    parts: dict[str, float]
    threshold: float

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return round(sum(self.parts.values()), 4)

    @property
    def margin(self) -> float:
        """Positive: one happening; negative: two."""
        return round(self.score - self.threshold, 4)


def compatible_types(type_: EventType) -> frozenset[EventType]:
    """The type itself and those that outlets use for it."""
    return frozenset({type_}).union(*(pair for pair in _RELATED if type_ in pair))


def compare(left: ReportFacts, right: ReportFacts, *, near_copy: bool = False) -> Comparison:
    """Compare two reports of different articles. Where one part rules the pair out, it is the only one.

    ``near_copy``: one article's text repeats all or most of the other's.
    """
    if left.text_key == right.text_key and left.text_key:
        return Comparison({"copy": COPY if left.local_id == right.local_id else VETO}, SAME)
    pair = Pair(left, right, near_copy=near_copy)
    if near_copy and _is_copied(pair):
        return Comparison({"copy": COPY}, SAME)
    parts: dict[str, float] = {}
    for name, part in _PARTS:
        value = round(part(pair), 4)
        if value <= VETO:
            return Comparison({name: VETO}, _threshold(pair))
        parts[name] = value
    return Comparison(parts, _threshold(pair))


def _is_copied(pair: Pair) -> bool:
    """Whether the reports of two near-copies rest on the same sentences, and were read alike but for the day.

    The day may be missing from what was cut, and is that of publication then.
    """
    is_alike = min(_stance(pair), _type(pair)) > VETO and _counts(pair) >= 0 and where(pair) >= 0
    return is_alike and pair.shared_words >= _NEAR_COPY


def _threshold(pair: Pair) -> float:
    left, right = pair.left, pair.right
    fine_places = left.place_precision in FINE_PLACES and right.place_precision in FINE_PLACES
    fine_dates = {left.fineness, right.fineness} <= {"day", "week"}
    if not (fine_places and fine_dates):
        return SAME_VAGUE
    return SAME_CITY if left.is_large_place or right.is_large_place else SAME


def _stance(pair: Pair) -> float:
    """An asserted and a denied event may be one, in dispute; what is planned is not yet what happened."""
    stances = {pair.left.stance, pair.right.stance}
    return 0.0 if len(stances) == 1 or stances == {"asserted", "denied"} else VETO


def _type(pair: Pair) -> float:
    left, right = pair.left, pair.right
    if left.type is not right.type:
        return 0.2 if frozenset({left.type, right.type}) in _RELATED else VETO
    if left.mode is None or right.mode is None:
        return 1.0
    if left.mode == right.mode:
        return 1.5 if left.type is EventType.ASSAULT else 1.8
    return 0.0 if frozenset({left.mode, right.mode}) in _RELATED_MODES else -2.5


def _parties(pair: Pair) -> float:
    """Shared actors and targets speak for, known parties without any overlap against."""
    score = 0.0
    sides = ((pair.left.actors, pair.right.actors), (pair.left.targets, pair.right.targets))
    for mine, theirs in sides:
        if mine and theirs:
            is_one = bool(mine & theirs) or share_people(mine, theirs)
            score += 1.2 if is_one else 0.0 if pair.same_victims else -1.0
    if _are_other_victims(pair):
        score -= 2.5
    crossed = (pair.left.actors & pair.right.targets) or (pair.left.targets & pair.right.actors)
    return max(score, 0.5) if crossed and score <= 0 else score


def _are_other_victims(pair: Pair) -> bool:
    """Whether one report has civilians, say, and the other police for its victims."""
    left, right = pair.left.target_sectors, pair.right.target_sectors
    return bool(left and right) and left.isdisjoint(right) and not pair.same_victims


def _counts(pair: Pair) -> float:
    """The same toll speaks for, the more the larger it is; another toll weighs little, for tolls differ and rise."""
    score = 0.0
    for mine, theirs in ((pair.left.killed, pair.right.killed), (pair.left.wounded, pair.right.wounded)):
        if mine is None or theirs is None:
            continue
        if mine == theirs:
            score += 1.5 if mine[0] >= 4 else 0.5
        elif _is_above(mine, theirs) or _is_above(theirs, mine):
            factor = max(mine[0], theirs[0]) / max(min(mine[0], theirs[0]), 1)
            score -= next((cost for limit, cost in _TOLLS_APART if factor <= limit), 2.0)
    return max(score, -0.5) if pair.same_victims else score


def _is_above(mine: tuple[int, int | None], theirs: tuple[int, int | None]) -> bool:
    return theirs[1] is not None and mine[0] > theirs[1]


def _elsewhere_with_another_toll(pair: Pair) -> float:
    """Another place and quite another toll: one of a series, however alike the articles are."""
    return -2.5 if where(pair) < 0 and _counts(pair) <= _QUITE_ANOTHER and not pair.same_victims else 0.0


def _words(pair: Pair) -> float:
    """Wording that both reports share; sentences of near-copies that share nearly all are one, unless tolls differ."""
    if pair.shared_words >= _NEAR_COPY and pair.likeness >= _NEAR_COPY and _counts(pair) >= 0:
        return 4.0
    return 2.0 * pair.shared_words


def _story(pair: Pair) -> float:
    """How much the articles say that their main events are one."""
    return float(np.interp(pair.likeness, *_STORY)) if pair.is_main else 0.0


def _names(pair: Pair) -> float:
    return 1.8 * pair.names


def _late(pair: Pair) -> float:
    """Stories are told within days; later ones need more to be about the same."""
    first, second = pair.left.published, pair.right.published
    if not pair.is_main or first is None or second is None:
        return 0.0
    return -2.0 if abs((first - second).days) > _LATE_DAYS else 0.0


_PARTS: Final[tuple[tuple[str, Callable[[Pair], float]], ...]] = (
    ("stance", _stance),
    ("type", _type),
    ("date", when),
    ("place", where),
    ("parties", _parties),
    ("counts", _counts),
    ("series", _elsewhere_with_another_toll),
    ("words", _words),
    ("story", _story),
    ("names", _names),
    ("late", _late),
)
