"""Deciding whether a place of an article is one that is stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.resolution.entities import Comparison, Decision
from app.resolution.names import plain_name

#: Above this two are one; a place of just this score bears the name, and nothing more is known.
SAME_PLACE: Final = 0.5


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A place: ``containers`` are the stored ids of what contains it, innermost first.

    ``nearby_countries`` are the countries that most places of the article lie in.
    """

    id: str
    names: tuple[str, ...]
    geonames_id: int | None = None
    country_code: str | None = None
    containers: tuple[str, ...] = ()
    nearby_countries: frozenset[str] = frozenset()


def decide_place(place: PlaceFacts, candidates: Iterable[PlaceFacts]) -> Decision:
    """Link by gazetteer id; without one by name and container.

    A place that no gazetteer knows is the stored place of that name if one's container lies in or is the other's.
    Without any container it may be one in the country that the article is about. Where several stored places fit
    equally well, it stays apart, and all of these are left open.
    """
    if place.geonames_id is not None:
        known = next((other for other in candidates if other.geonames_id == place.geonames_id), None)
        return Decision(known.id, 1.0, {"geonames_id": 1.0}) if known else Decision(None, 0.0)
    scored = [(_score(place, candidate), candidate) for candidate in candidates]
    scored.sort(key=lambda pair: (-sum(pair[0].values()), pair[1].id))
    if not scored:
        return Decision(None, 0.0)
    parts, best = scored[0]
    score = sum(parts.values())
    tied = len(scored) > 1 and sum(scored[1][0].values()) == score
    linked = best.id if score > SAME_PLACE and not tied else None
    unsure = tuple(
        (other.id, Comparison("unsure", round(sum(found.values()), 4), found))
        for found, other in scored
        if sum(found.values()) >= SAME_PLACE and other.id != linked
    )
    return Decision(linked, round(score, 4), parts, unsure)


def _score(place: PlaceFacts, other: PlaceFacts) -> dict[str, float]:
    mine, theirs = ({plain_name(name) for name in names} for names in (place.names, other.names))
    if not mine & theirs:
        return {"name": 0.0}
    parts = {"name": 0.5, "container": _container(place.containers, other.containers)}
    if not place.containers and other.country_code in place.nearby_countries:
        parts["nearby"] = 0.2
    if place.country_code and other.country_code and place.country_code != other.country_code:
        parts["country"] = -1.0
    return parts


def _container(mine: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Agreement of two chains of containers, innermost first: the same one, one in the other, or neither."""
    if not mine or not theirs:
        return 0.0
    if mine[0] == theirs[0]:
        return 0.5
    return 0.3 if mine[0] in theirs or theirs[0] in mine else -0.5
