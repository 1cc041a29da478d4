"""Deciding whether an event that an article tells is one that is stored.

The score is a sum of signed parts, each a small function. What contradicts (another day, another place, another kind
of act) is a veto; what agrees adds up to a threshold that rises when date or place are not known exactly.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Final

from app.domain.vocabulary import DatePrecision, EventType, PlacePrecision, Stance
from app.resolution.entities import Decision

VETO: Final = -10.0
SAME_EVENT: Final = 3.0
#: The threshold where date or place are unknown, or no finer than a country or a month.
SAME_VAGUE_EVENT: Final = 4.2
#: The same in a large city, where much of a kind happens in one day.
SAME_CITY_EVENT: Final = 3.4
_NEAR_KM: Final = 12.0
#: What tolls cost that differ by up to this factor.
_TOLLS_APART: Final = ((2, 0.2), (3, 0.5), (10, 1.0))

#: Root types that outlets use for one another.
_RELATED: Final[frozenset[frozenset[EventType]]] = frozenset(
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
_RELATED_MODES: Final[frozenset[frozenset[str]]] = frozenset(
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
_FINE_PLACES: Final[frozenset[str]] = frozenset({"exact", "settlement", "near"})


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What is known of an event, in an article or stored.

    ``chain`` are stored ids of the place and its containers, innermost first; much happens in a ``is_large_place`` in
    one day. ``actors`` and ``targets`` are stored entity ids, ``people`` the persons among them. Figures are
    (low, high). ``published`` is the first day it was reported. ``words`` are folded content words of its evidence.
    """

    id: str
    type: EventType
    mode: str | None = None
    contexts: frozenset[str] = frozenset()
    stance: Stance = "asserted"
    earliest: date | None = None
    latest: date | None = None
    precision: DatePrecision = "unknown"
    chain: tuple[str, ...] = ()
    place_precision: PlacePrecision | None = None
    point: tuple[float, float] | None = None
    is_large_place: bool = False
    actors: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    killed: tuple[int, int | None] | None = None
    wounded: tuple[int, int | None] | None = None
    published: date | None = None
    words: frozenset[str] = frozenset()

    @property
    def fineness(self) -> DatePrecision:
        """The precision of the date; unknown for an interval that is open ("since Thursday")."""
        return self.precision if self.earliest and self.latest else "unknown"


def compatible_types(type_: EventType) -> frozenset[EventType]:
    """The type itself and those that outlets use for it."""
    return frozenset({type_}).union(*(pair for pair in _RELATED if type_ in pair))


def decide_events(events: Sequence[EventFacts], candidates: Mapping[str, Iterable[EventFacts]]) -> dict[str, Decision]:
    """Link the events of one article, by their ids; ``candidates`` are the stored events worth comparing with each.

    The best pair is linked first, and no stored event twice: an article tells two happenings apart for a reason.
    """
    best: dict[str, Decision] = {event.id: Decision(None, 0.0) for event in events}
    pairs: list[tuple[float, str, str, dict[str, float]]] = []
    for event in events:
        for candidate in candidates[event.id]:
            parts = score_event(event, candidate)
            score = round(sum(parts.values()), 4)
            if score >= threshold(event, candidate):
                pairs.append((score, event.id, candidate.id, parts))
            elif score > best[event.id].score:
                best[event.id] = Decision(None, score, parts)
    taken: set[str] = set()
    for score, event_id, stored_id, parts in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if best[event_id].stored_id is None and stored_id not in taken:
            best[event_id] = Decision(stored_id, score, parts)
            taken.add(stored_id)
    return best


def threshold(left: EventFacts, right: EventFacts) -> float:
    """The score from which two events are one: higher where their dates or places say little."""
    fine_places = left.place_precision in _FINE_PLACES and right.place_precision in _FINE_PLACES
    fine_dates = {left.fineness, right.fineness} <= {"day", "week"}
    if not (fine_places and fine_dates):
        return SAME_VAGUE_EVENT
    return SAME_CITY_EVENT if left.is_large_place or right.is_large_place else SAME_EVENT


def score_event(left: EventFacts, right: EventFacts) -> dict[str, float]:
    """The parts of the score that two events are one happening; a part of ``VETO`` rules it out."""
    parts: dict[str, float] = {}
    for name, compare in (
        ("stance", _stance),
        ("type", _type),
        ("date", _date),
        ("place", _place),
        ("parties", _parties),
        ("counts", _counts),
        ("words", _words),
    ):
        parts[name] = round(compare(left, right), 4)
        if parts[name] == VETO:
            return {name: VETO}
    return parts


def _stance(left: EventFacts, right: EventFacts) -> float:
    """An asserted and a denied event may be one, in dispute; what is planned is not yet what happened."""
    if left.stance == right.stance or {left.stance, right.stance} == {"asserted", "denied"}:
        return 0.0
    return VETO


def _type(left: EventFacts, right: EventFacts) -> float:
    if left.type is not right.type:
        return 0.2 if frozenset({left.type, right.type}) in _RELATED else VETO
    if left.mode is None or right.mode is None:
        return 1.0
    if left.mode == right.mode:
        return 1.5 if left.type is EventType.ASSAULT else 1.8
    return 0.0 if frozenset({left.mode, right.mode}) in _RELATED_MODES else -0.5


def _date(left: EventFacts, right: EventFacts) -> float:
    """The same day says much, overlapping vaguer intervals little; apart is apart, but for the turn of a day."""
    if not (_is_dated(left) and _is_dated(right)):
        return VETO if _told_before(left, right) or _told_before(right, left) else 0.0
    gap = _gap_days(left, right)
    if gap > 0:
        return VETO
    if {left.fineness, right.fineness} == {"day"}:
        return 2.0
    return 1.0 if {left.fineness, right.fineness} <= {"day", "week"} else 0.4


def _is_dated(event: EventFacts) -> bool:
    return event.earliest is not None or event.latest is not None


def _gap_days(left: EventFacts, right: EventFacts) -> int:
    """Days between two intervals; 0 or less where they overlap."""
    first = max(left.earliest or date.min, right.earliest or date.min)
    last = min(left.latest or date.max, right.latest or date.max)
    return (first - last).days


def _told_before(undated: EventFacts, dated: EventFacts) -> bool:
    """Whether the undated event was reported before the other one happened."""
    return undated.published is not None and dated.earliest is not None and undated.published < dated.earliest


def _place(left: EventFacts, right: EventFacts) -> float:
    """The same place speaks for, the finer the more; apart is apart, but for what happens to the same person."""
    if not left.chain or not right.chain:
        return 0.0
    if left.chain[0] == right.chain[0]:
        if left.place_precision not in _FINE_PLACES:
            return _WIDE.get(left.place_precision or "country", 0.3)
        return 1.2 if left.is_large_place or right.is_large_place else 2.0
    for inner, outer in ((left, right), (right, left)):
        if outer.chain[0] in inner.chain:
            return 0.8 if outer.is_large_place else _WIDE.get(outer.place_precision or "country", 0.3)
    distance = _distance_km(left, right)
    if distance is not None and distance <= _NEAR_KM:
        return 0.8
    return -1.0 if left.people & right.people and left.chain[-1] == right.chain[-1] else VETO


#: What agreement on a wide place is worth.
_WIDE: Final[dict[str, float]] = {
    "settlement": 1.5,
    "near": 1.5,
    "exact": 1.5,
    "admin2": 1.2,
    "admin1": 1.0,
    "country": 0.3,
}


def _distance_km(left: EventFacts, right: EventFacts) -> float | None:
    """Great-circle distance (haversine) of two exactly known points; None where one only stands for its container."""
    known = {"exact", "settlement"}
    if left.point is None or right.point is None or not {left.place_precision, right.place_precision} <= known:
        return None
    (lat1, lon1), (lat2, lon2) = left.point, right.point
    half = sin(radians(lat2 - lat1) / 2) ** 2
    half += cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))


def _parties(left: EventFacts, right: EventFacts) -> float:
    """Shared actors and targets speak for, resolved parties without any overlap against."""
    score = 0.0
    for mine, theirs in ((left.actors, right.actors), (left.targets, right.targets)):
        if mine and theirs:
            score += 1.2 if mine & theirs else -1.0
    crossed = (left.actors & right.targets) or (left.targets & right.actors)
    return max(score, 0.5) if crossed and score <= 0 else score


def _counts(left: EventFacts, right: EventFacts) -> float:
    """The same toll speaks for, the more the larger it is; another toll weighs little, for tolls differ and rise."""
    score = 0.0
    for mine, theirs in ((left.killed, right.killed), (left.wounded, right.wounded)):
        if mine is None or theirs is None:
            continue
        if mine == theirs:
            score += 1.5 if mine[0] >= 4 else 0.5
        elif mine[0] > (theirs[1] or mine[0]) or theirs[0] > (mine[1] or theirs[0]):
            factor = max(mine[0], theirs[0]) / max(min(mine[0], theirs[0]), 1)
            score -= next((cost for limit, cost in _TOLLS_APART if factor <= limit), 2.0)
    return score


def _words(left: EventFacts, right: EventFacts) -> float:
    """How much of the shorter wording the other one shares."""
    fewer = min(len(left.words), len(right.words))
    return 2.0 * len(left.words & right.words) / fewer if fewer >= 3 else 0.0
