"""Points that stand for areas: neither source has coordinates of countries and divisions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import cos, radians, sin

from app.storage.gazetteer.schema import PlaceRow

Vector = tuple[float, float, float]


@dataclass
class AreaPoints:
    """Collects the settlements of areas.

    An area's point is that of the settlement nearest to the mean of them all, so that it lies on land and inside the
    area, near its middle rather than in its capital.
    """

    _members: dict[int, list[tuple[Vector, tuple[float, float]]]] = field(default_factory=lambda: defaultdict(list))
    _population: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, areas: Iterable[int], row: PlaceRow) -> None:
        """Count a settlement to the areas in which it lies."""
        if row.latitude is None or row.longitude is None:
            return
        member = _vector(row.latitude, row.longitude), (row.latitude, row.longitude)
        for area in areas:
            self._members[area].append(member)
            self._population[area] += row.population

    def population(self, area: int) -> int:
        """Inhabitants of the area's settlements."""
        return self._population.get(area, 0)

    def point(self, area: int) -> tuple[float, float] | None:
        """Latitude and longitude in degrees; None for an area without settlements."""
        members = self._members.get(area)
        if not members:
            return None
        middle = _mean([vector for vector, _ in members])
        return min(members, key=lambda member: (_distance(member[0], middle), member[1]))[1]


def _vector(latitude: float, longitude: float) -> Vector:
    phi, lam = radians(latitude), radians(longitude)
    return cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi)


def _mean(vectors: list[Vector]) -> Vector:
    x, y, z = (sum(axis) / len(vectors) for axis in zip(*vectors, strict=True))
    return x, y, z


def _distance(a: Vector, b: Vector) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2
