"""Weighs candidates by the article's other places, in a few rounds of mutual support."""

from math import exp

from app.extraction.toponyms.evidence import Evidence
from app.extraction.toponyms.homeland import only_country
from app.extraction.toponyms.places import Candidate, Toponym, contains, distance_km

#: Softness of the shares, round by round: at first a small town next to another small town must not be lost.
_SOFTNESS = (2.0, 1.3, 1.0)
#: Most candidates of a name for which nearness is measured.
_MOST_MEASURED = 20
#: Candidates of another name that are asked whether they contain this one.
_MOST_CONTAINERS = 8

#: Weights, in the units of the priors: one is a tenfold population.
_COUNTRY = 3.0
_DIVISION = 3.5
_NEAR = 4.0
_SAID_INSIDE = 3.5
_SAID_OTHERWISE = -2.0
_SAID_CONTAINER = 2.5
_SAID_NEAR = 2.0
_HOMELAND = 2.0
_NEAR_KM = 100.0


def rank(toponyms: list[Toponym], homeland: str | None) -> Evidence:
    """Order every toponym's candidates, best first, say how sure the first is, and return what they say together.

    ``homeland`` is the country that the article is about.
    """
    for toponym in toponyms:
        doubtful = homeland is not None and only_country(toponym) is None
        for candidate in toponym.candidates:
            if doubtful and candidate.entry.country_code == homeland:
                candidate.prior += _HOMELAND
            candidate.score = candidate.prior + _said(toponym, candidate)
        _share_out(toponym, _SOFTNESS[0])
    for softness in _SOFTNESS:
        evidence = Evidence.of(toponyms)
        for toponym in toponyms:
            if len(toponym.candidates) > 1 and not toponym.is_demonym:
                _score(toponym, evidence)
            _share_out(toponym, softness)
    evidence = Evidence.of(toponyms)
    for toponym in toponyms:
        toponym.confidence = toponym.candidates[0].share if toponym.candidates else 0.0
    return evidence


def _score(toponym: Toponym, evidence: Evidence) -> None:
    for candidate in toponym.candidates:
        entry = candidate.entry
        candidate.score = (
            candidate.prior
            + _COUNTRY * evidence.country_share(toponym, entry)
            + _DIVISION * evidence.division_share(toponym, entry)
            + _said(toponym, candidate)
        )
    toponym.candidates.sort(key=_order)
    for candidate in toponym.candidates[:_MOST_MEASURED]:
        candidate.score += _NEAR * evidence.nearness(toponym, candidate.entry)


def _said(toponym: Toponym, candidate: Candidate) -> float:
    """What the text says of the place: in what it lies, what lies in it, what it is near."""
    entry = candidate.entry
    score = 0.0
    outers = [other.entry for outer in toponym.outer for other in outer.candidates[:_MOST_CONTAINERS]]
    if outers:
        candidate.supported = any(contains(other, entry) for other in outers)
        score += _SAID_INSIDE if candidate.supported else _SAID_OTHERWISE
    inners = (other.entry for inner in toponym.inner for other in inner.candidates[:_MOST_CONTAINERS])
    if any(contains(entry, other) for other in inners):
        score += _SAID_CONTAINER
    if any(other.best and distance_km(other.best, entry) < _NEAR_KM for other in toponym.near):
        score += _SAID_NEAR
    return score


def _share_out(toponym: Toponym, softness: float) -> None:
    """Order the candidates and give each its share of the name."""
    if not toponym.candidates:
        return
    toponym.candidates.sort(key=_order)
    first = toponym.candidates[0].score
    weights = [exp(max((candidate.score - first) / softness, -30.0)) for candidate in toponym.candidates]
    total = sum(weights)
    for candidate, weight in zip(toponym.candidates, weights, strict=True):
        candidate.share = weight / total


def _order(candidate: Candidate) -> tuple[float, int]:
    return -candidate.score, candidate.entry.geonames_id
