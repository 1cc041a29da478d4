"""Whether two reports tell of one time and one place: two parts of their comparison."""

from datetime import date
from math import asin, cos, log1p, radians, sin, sqrt
from typing import Final

from app.resolution.facts import ReportFacts
from app.resolution.name_scoring import name_similarity
from app.resolution.pairs import FINE_PLACES, VETO, Pair, share_people

_NEAR_KM: Final = 12.0
_FEW_DAYS: Final = 3
_LARGE_TOLL: Final = 4
_ALIKE: Final = 0.3
#: Two spellings of a village's name that sound the same, and what they are worth.
_SAME_SOUND: Final = 0.95
_RESPELLED: Final = 1.5
#: What agreement on a wide place is worth.
_WIDE: Final = {"settlement": 1.5, "near": 1.5, "exact": 1.5, "admin2": 1.2, "admin1": 1.0, "country": 0.3}


def when(pair: Pair) -> float:
    """The same day says much, overlapping vaguer intervals little; apart is apart, but for the same victims."""
    left, right = pair.left, pair.right
    if not (_is_dated(left) and _is_dated(right)):
        return VETO if _told_before(left, right) or _told_before(right, left) else 0.0
    gap = _gap_days(left, right)
    if gap > 0:
        return -1.0 - 0.5 * log1p(gap) if pair.is_main and _outweighs(pair, gap) else VETO
    if {left.fineness, right.fineness} == {"day"}:
        return 2.0
    return 1.0 if {left.fineness, right.fineness} <= {"day", "week"} else 0.4


def _outweighs(pair: Pair, gap: int) -> bool:
    """Whether the same victims say that one of two days is wrong.

    One shared name does not for more than a few days, and a large toll that both give only about midnight.
    """
    if gap > _FEW_DAYS:
        return pair.names > 1 or share_people(pair.left.people, pair.right.people)
    if pair.same_victims:
        return True
    is_known = not (_told_before(pair.left, pair.right) or _told_before(pair.right, pair.left))
    return gap == 1 and is_known and pair.likeness >= _ALIKE and _same_large_toll(pair)


def _same_large_toll(pair: Pair) -> bool:
    """Whether both give the same exact toll, a large one among it, and none that differs."""
    tolls = ((pair.left.killed, pair.right.killed), (pair.left.wounded, pair.right.wounded))
    both = [mine for mine, theirs in tolls if mine and theirs and mine == theirs]
    differ = any(mine and theirs and mine != theirs for mine, theirs in tolls)
    return not differ and any(low >= _LARGE_TOLL and high is not None for low, high in both)


def where(pair: Pair) -> float:
    """The same place speaks for, the finer the more; apart is apart, but for the same victims."""
    left, right = pair.left, pair.right
    if not left.chain or not right.chain:
        return 0.0
    if left.chain[0] == right.chain[0]:
        if left.place_precision not in FINE_PLACES:
            return _WIDE.get(left.place_precision or "country", 0.3)
        return 1.2 if left.is_large_place or right.is_large_place else 2.0
    for inner, outer in ((left, right), (right, left)):
        if outer.chain[0] in inner.chain:
            return 0.8 if outer.is_large_place else _WIDE.get(outer.place_precision or "country", 0.3)
    distance = _distance_km(left, right)
    if distance is not None and distance <= _NEAR_KM:
        return 0.8
    return _RESPELLED if _are_spellings_of_one(left, right) else _apart(pair)


def _are_spellings_of_one(left: ReportFacts, right: ReportFacts) -> bool:
    """Whether a village is told by two spellings of its name, of which the gazetteer knows one at most.

    The divisions that it is put into must not differ, where both are known.
    """
    is_known = left.chain[0].startswith("g") and right.chain[0].startswith("g")
    is_named = bool(left.place_name and right.place_name)
    if is_known or not is_named or left.country_code is None or left.country_code != right.country_code:
        return False
    divisions = [chain[-2] for chain in (left.chain, right.chain) if len(chain) > 2]
    is_one_division = len(set(divisions)) < len(divisions) or len(divisions) < len((left, right))
    return is_one_division and name_similarity(left.place_name, right.place_name, "any") >= _SAME_SOUND


def _apart(pair: Pair) -> float:
    """What two places cost that are not one; the same main event told with a wrong place costs less."""
    left, right = pair.left, pair.right
    are_abroad = bool(left.country_code and right.country_code) and left.country_code != right.country_code
    is_one_division = len(left.chain) > 1 and left.chain[-2:] == right.chain[-2:]
    if pair.same_victims and (pair.is_main or not are_abroad):
        return -0.5 if is_one_division else -1.0
    is_mentioned = not left.wording.places.isdisjoint(right.chain) or not right.wording.places.isdisjoint(left.chain)
    if not pair.is_main or (are_abroad and not is_mentioned):
        return VETO
    if not is_mentioned:
        return -5.0
    return -2.5 if is_one_division else -4.0


def _is_dated(report: ReportFacts) -> bool:
    return report.earliest is not None or report.latest is not None


def _gap_days(left: ReportFacts, right: ReportFacts) -> int:
    """Days between two intervals; 0 or less where they overlap."""
    first = max(left.earliest or date.min, right.earliest or date.min)
    last = min(left.latest or date.max, right.latest or date.max)
    return (first - last).days


def _told_before(told: ReportFacts, dated: ReportFacts) -> bool:
    """Whether one event was reported before the other one happened."""
    return told.published is not None and dated.earliest is not None and told.published < dated.earliest


def _distance_km(left: ReportFacts, right: ReportFacts) -> float | None:
    """Great-circle distance (haversine) of two exactly known points; None where one only stands for its container."""
    known = {"exact", "settlement"}
    if left.point is None or right.point is None or not {left.place_precision, right.place_precision} <= known:
        return None
    (lat1, lon1), (lat2, lon2) = left.point, right.point
    half = sin(radians(lat2 - lat1) / 2) ** 2
    half += cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))
