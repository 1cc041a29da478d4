"""What the article's places say together about where it plays."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import exp, floor, log2

from app.domain.gazetteer import GazetteerEntry
from app.extraction.toponyms.places import Candidate, Toponym, distance_km

#: Candidates with a smaller share of their name's weight add nothing.
_LEAST_SHARE = 0.02
#: Names beyond this number, counted from the most mentioned, add no points, so that lists of places stay cheap.
_MOST_PLACED = 200
#: Distance at which the support of another place has fallen to 1/e, in kilometres.
_REACH_KM = 80.0
#: How much of full support a place next door gives.
_NEXT_DOOR = 0.6
#: Evidence of this much weight is taken for half of the truth.
_HALF = 0.7

_Cell = tuple[int, int]


@dataclass(slots=True)
class Evidence:
    """Weights of countries and first-level divisions, and a grid of one-degree cells with the places in them.

    Each name spreads its weight (more with more mentions) over its candidates by their shares.
    """

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    in_countries: float = 0.0
    in_divisions: float = 0.0
    _own: dict[tuple[int, str | int], float] = field(default_factory=lambda: defaultdict(float))
    _cells: dict[_Cell, list[tuple[int, GazetteerEntry, float]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, toponyms: Iterable[Toponym]) -> "Evidence":
        """The evidence of all the article's names."""
        evidence = cls()
        by_mentions = sorted(toponyms, key=lambda toponym: -len(toponym.mentions))
        for rank, toponym in enumerate(by_mentions):
            weight = 0.5 + log2(1 + len(toponym.mentions)) / 2 if toponym.mentions else 0.5
            for candidate in toponym.candidates:
                if candidate.share >= _LEAST_SHARE:
                    evidence._add(id(toponym), candidate, weight * candidate.share)
                    if rank < _MOST_PLACED:
                        evidence._place(id(toponym), candidate.entry, weight * candidate.share)
        return evidence

    def country_share(self, toponym: Toponym, entry: GazetteerEntry) -> float:
        """Part of the other names' weight that lies in the entry's country, 0 to 1."""
        return self._share(toponym, entry.country_code, self.countries, self.in_countries)

    def division_share(self, toponym: Toponym, entry: GazetteerEntry) -> float:
        """Part of the other names' weight that lies in the entry's first-level division, 0 to 1."""
        return self._share(toponym, division_of(entry), self.divisions, self.in_divisions)

    def nearness(self, toponym: Toponym, entry: GazetteerEntry) -> float:
        """Support of the other names by distance, 0 to 1: a noisy or over the nearest candidate of each."""
        nearest: dict[int, float] = {}
        for other, place, weight in self._around(entry):
            if other == id(toponym) or place.geonames_id == entry.geonames_id:
                continue
            support = weight * exp(-distance_km(place, entry) / _REACH_KM)
            if support > nearest.get(other, 0.0):
                nearest[other] = support
        missing = 1.0
        for support in nearest.values():
            missing *= 1 - _NEXT_DOOR * min(support, 1.0)
        return 1 - missing

    def _add(self, toponym: int, candidate: Candidate, weight: float) -> None:
        entry = candidate.entry
        if entry.country_code:
            self.countries[entry.country_code] += weight
            self.in_countries += weight
            self._own[toponym, entry.country_code] += weight
            self._own[toponym, ""] += weight
        division = division_of(entry)
        if division:
            self.divisions[division] += weight
            self.in_divisions += weight
            self._own[toponym, division] += weight
            self._own[toponym, 0] += weight

    def _place(self, toponym: int, entry: GazetteerEntry, weight: float) -> None:
        if entry.feature not in {"country", "region", "admin1"} and entry.latitude is not None:
            self._cells[_cell(entry)].append((toponym, entry, weight))

    def _share[K: (str, int)](self, toponym: Toponym, key: K | None, weights: dict[K, float], total: float) -> float:
        if not key or key not in weights:
            return 0.0
        own = self._own.get((id(toponym), key), 0.0)
        own_total = self._own.get((id(toponym), "" if isinstance(key, str) else 0), 0.0)
        others = total - own_total
        return max(weights[key] - own, 0.0) / (others + _HALF) if others > 1e-9 else 0.0

    def _around(self, entry: GazetteerEntry) -> Iterator[tuple[int, GazetteerEntry, float]]:
        if entry.latitude is None or entry.feature in {"country", "region"}:
            return
        row, column = _cell(entry)
        for i in (row - 1, row, row + 1):
            for j in (column - 1, column, column + 1):
                yield from self._cells.get((i, j), ())


def division_of(entry: GazetteerEntry) -> int | None:
    """The first-level division that the entry is or lies in."""
    return entry.geonames_id if entry.feature == "admin1" else entry.admin1_id


def _cell(entry: GazetteerEntry) -> _Cell:
    return floor(entry.latitude or 0.0), floor(entry.longitude or 0.0)
