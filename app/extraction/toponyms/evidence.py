"""What the article's places say together about where it plays."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import exp, floor, log2

from app.domain.gazetteer import GazetteerEntry
from app.extraction.toponyms.places import Toponym, distance_km

#: Candidates with a smaller share of their name's weight add nothing.
_LEAST_SHARE = 0.02
#: Names beyond this number, counted from the most mentioned, add no points, so that lists of places stay cheap.
_MOST_PLACED = 200
#: Distance at which the support of another place has fallen to 1/e, in kilometres.
_REACH_KM = 100.0
#: How much of full support a place next door gives.
_NEXT_DOOR = 0.6
#: Evidence of this much weight is taken for half of the truth.
_HALF = 0.7
#: Weight, for countries only, of a place that is named for its government alone.
_GOVERNMENT = 0.3

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
    _own: dict[int, tuple[dict[str, float], dict[int, float]]] = field(default_factory=dict)
    _cells: dict[_Cell, list[tuple[int, GazetteerEntry, float]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, toponyms: Iterable[Toponym]) -> "Evidence":
        """The evidence of all the article's names."""
        evidence = cls()
        by_mentions = sorted(toponyms, key=lambda toponym: -len(toponym.mentions))
        for rank, toponym in enumerate(by_mentions):
            weight = 0.5 + log2(1 + toponym.scenes) / 2 if toponym.scenes else 0.5
            speaks = bool(toponym.mentions) and not toponym.scenes
            evidence._add(toponym, _GOVERNMENT if speaks else weight, placed=rank < _MOST_PLACED, speaks=speaks)
        return evidence

    def country_share(self, toponym: Toponym, entry: GazetteerEntry) -> float:
        """Part of the other names' weight that lies in the entry's country, 0 to 1."""
        return _share(entry.country_code, self.countries, self.in_countries, self._own[id(toponym)][0])

    def division_share(self, toponym: Toponym, entry: GazetteerEntry) -> float:
        """Part of the other names' weight that lies in the entry's first-level division, 0 to 1."""
        return _share(division_of(entry), self.divisions, self.in_divisions, self._own[id(toponym)][1])

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

    def _add(self, toponym: Toponym, weight: float, *, placed: bool, speaks: bool) -> None:
        """Count a name: in every country and division its best reading there, not all the namesakes together."""
        countries: dict[str, float] = {}
        divisions: dict[int, float] = {}
        for candidate in toponym.candidates:
            if candidate.share < _LEAST_SHARE:
                break
            entry, part = candidate.entry, weight * candidate.share
            if entry.country_code:
                countries.setdefault(entry.country_code, part)
            division = division_of(entry)
            if division and not speaks:
                divisions.setdefault(division, part)
            if (
                placed
                and not speaks
                and entry.feature not in {"country", "region", "admin1"}
                and entry.latitude is not None
            ):
                self._cells[_cell(entry)].append((id(toponym), entry, part))
        self.in_countries += _count(countries, self.countries)
        self.in_divisions += _count(divisions, self.divisions)
        self._own[id(toponym)] = (countries, divisions)

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


def _count[K](parts: Mapping[K, float], weights: dict[K, float]) -> float:
    for key, part in parts.items():
        weights[key] += part
    return sum(parts.values())


def _share[K](key: K | None, weights: Mapping[K, float], total: float, own: Mapping[K, float]) -> float:
    if key is None or key not in weights:
        return 0.0
    others = total - sum(own.values())
    return (weights[key] - own.get(key, 0.0)) / (others + _HALF) if others > 1e-9 else 0.0
