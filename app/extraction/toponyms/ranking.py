"""Weighs candidates by the article's other places, in a few rounds of mutual support."""

from collections import defaultdict
from dataclasses import dataclass, field
from math import exp, log2

from app.domain.gazetteer import GazetteerEntry
from app.extraction.toponyms.places import Candidate, Toponym, contains, distance_km

_ROUNDS = 3
#: Most points that nearness is measured against, and most candidates of a name that it is measured for.
_MOST_POINTS = 15
_MOST_MEASURED = 15
#: Distance at which the support of another place has fallen to 1/e, in kilometres.
_REACH_KM = 80.0

#: Weights, in the units of the priors: one is a tenfold population.
_COUNTRY = 3.0
_ADMIN1 = 2.5
_NEAR = 2.5
_SAID_INSIDE = 4.0
_SAID_OTHERWISE = -2.5
_SAID_CONTAINER = 2.5
_SAID_NEAR = 2.0
#: Evidence of this much weight on the whole is taken for half of the truth.
_HALF_EVIDENCE = 0.7


@dataclass(slots=True)
class Evidence:
    """The article's countries and first-level divisions with their weights, and points of settlements."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    points: list[tuple[Toponym, float]] = field(default_factory=list)
    total: float = 0.0
    total_divisions: float = 0.0
    #: what each toponym put in: country, division, weight
    shares: dict[int, tuple[str | None, int | None, float]] = field(default_factory=dict)


def rank(toponyms: list[Toponym]) -> Evidence:
    """Order every toponym's candidates, best first, and say how sure the first is."""
    for toponym in toponyms:
        for candidate in toponym.candidates:
            candidate.score = candidate.prior
            candidate.supported = False
        _sort(toponym)
    evidence = _gather(toponyms, certain_only=True)
    for _ in range(_ROUNDS):
        for toponym in toponyms:
            if not toponym.is_demonym:
                _score(toponym, evidence)
        evidence = _gather(toponyms, certain_only=False)
    return evidence


def _gather(toponyms: list[Toponym], *, certain_only: bool) -> Evidence:
    evidence = Evidence()
    for toponym in toponyms:
        entry = toponym.best
        if entry is None:
            continue
        certain = len(toponym.candidates) == 1 or entry.feature == "country" or toponym.confidence > 0.9
        if certain_only and not certain:
            continue
        weight = log2(1 + len(toponym.mentions)) if toponym.mentions else 0.5
        if not certain_only:
            weight *= 0.2 + 0.8 * toponym.confidence
        division = entry.geonames_id if entry.feature == "admin1" else entry.admin1_id
        evidence.shares[id(toponym)] = (entry.country_code, division, weight)
        if entry.country_code:
            evidence.countries[entry.country_code] += weight
            evidence.total += weight
        if division:
            evidence.divisions[division] += weight
            evidence.total_divisions += weight
        if entry.feature in {"settlement", "admin2", "other"} and entry.latitude is not None:
            evidence.points.append((toponym, weight))
    evidence.points.sort(key=lambda point: -point[1])
    return evidence


def _score(toponym: Toponym, evidence: Evidence) -> None:
    country, division, weight = evidence.shares.get(id(toponym), (None, None, 0.0))
    for candidate in toponym.candidates:
        entry = candidate.entry
        own = weight if entry.country_code == country else 0.0
        total = evidence.total - (weight if country else 0.0)
        score = candidate.prior + _COUNTRY * _share(evidence.countries.get(entry.country_code or "", 0.0) - own, total)
        area = entry.geonames_id if entry.feature == "admin1" else entry.admin1_id
        own = weight if area == division else 0.0
        total = evidence.total_divisions - (weight if division else 0.0)
        score += _ADMIN1 * _share(evidence.divisions.get(area or 0, 0.0) - own, total)
        candidate.score = score + _said(toponym, candidate)
    _sort(toponym)
    for candidate in toponym.candidates[:_MOST_MEASURED]:
        candidate.score += _NEAR * _nearness(toponym, candidate.entry, evidence)
    _sort(toponym)
    toponym.confidence = _margin(toponym)


def _said(toponym: Toponym, candidate: Candidate) -> float:
    """What the text says of the place: in what it lies, what lies in it, what it is near."""
    entry = candidate.entry
    score = 0.0
    outers = [outer for outer in toponym.outer if outer.candidates]
    if outers:
        candidate.supported = any(contains(other.entry, entry) for outer in outers for other in outer.candidates[:8])
        score += _SAID_INSIDE if candidate.supported else _SAID_OTHERWISE
    if any(contains(entry, other.entry) for inner in toponym.inner for other in inner.candidates[:8]):
        score += _SAID_CONTAINER
    if any(other.best and distance_km(other.best, entry) < 100 for other in toponym.near):
        score += _SAID_NEAR
    return score


def _nearness(toponym: Toponym, entry: GazetteerEntry, evidence: Evidence) -> float:
    """Support of the article's other places by distance, 0 to 1 (noisy or)."""
    if entry.feature in {"country", "region"}:
        return 0.0
    missing = 1.0
    for other, weight in evidence.points[:_MOST_POINTS]:
        if other is toponym or other.best is None or other.best.geonames_id == entry.geonames_id:
            continue
        distance = distance_km(other.best, entry)
        if distance < 4 * _REACH_KM:
            missing *= 1 - 0.6 * min(weight, 1.0) * exp(-distance / _REACH_KM)
    return 1 - missing


def _share(part: float, total: float) -> float:
    return max(part, 0.0) / (total + _HALF_EVIDENCE) if total > 0 else 0.0


def _margin(toponym: Toponym) -> float:
    """Share of the best candidate among all, when a point of score is a factor of e."""
    if not toponym.candidates:
        return 0.0
    first = toponym.candidates[0].score
    return 1 / sum(exp(max(candidate.score - first, -30.0)) for candidate in toponym.candidates)


def _sort(toponym: Toponym) -> None:
    toponym.candidates.sort(key=lambda candidate: (-candidate.score, candidate.entry.geonames_id))
