"""The stored places that those of an article may be by their names: loaded together, however many there are."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from app.domain.annotations import Place
from app.models import PlaceRow
from app.resolution.names import plain_name
from app.resolution.places import PlaceFacts
from app.storage import entities as store
from app.storage.places import load_chains


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place that is not stored yet, its names beside its own, and the ids of its containers, innermost first."""

    row: PlaceRow
    names: Sequence[str]
    containers: Sequence[str]


class PlaceCandidates:
    """What the places of one article that the gazetteer lacks are compared with: what is stored, and what they made."""

    def __init__(self, session: Session, unknown: Collection[Place], others: Iterable[PlaceRow]) -> None:
        """``others`` are stored places that may contain them."""
        names = {plain_name(name) for place in unknown for name in (place.name, *place.aliases)}
        self._by_name = store.ids_of_names(session, {("place", name) for name in names})
        ids = {entity_id for found in self._by_name.values() for entity_id in found}
        self._rows = {one: row for one, row in store.load_entities(session, ids).items() if isinstance(row, PlaceRow)}
        aliases = store.load_aliases(session, ids) if ids else {}
        wanted = ids | {row.id for row in others} if unknown else ids
        chains = load_chains(session, wanted) if wanted else {}
        self._containers = {one: tuple(other.id for other in chain[1:]) for one, chain in chains.items()}
        self._facts = {one: self._fact(row, aliases[one]) for one, row in self._rows.items()}

    def row(self, place_id: str | None) -> PlaceRow | None:
        """The place of that id."""
        return self._rows.get(place_id or "")

    def chain(self, place_id: str | None) -> list[str]:
        """A place and its containers, innermost first."""
        return [] if place_id is None else [place_id, *self._containers[place_id]]

    def like(self, facts: PlaceFacts) -> list[PlaceFacts]:
        """Those that share a name."""
        names = {("place", plain_name(name)) for name in facts.names}
        found = store.bearing_names(self._by_name.get(name, ()) for name in names)
        return [self._facts[one] for one in found]

    def add(self, new: NewPlace) -> None:
        """Have a place found that is not stored yet."""
        row = new.row
        self._rows[row.id] = row
        self._containers[row.id] = tuple(new.containers)
        self._facts[row.id] = self._fact(row, new.names)
        for name in {plain_name(name) for name in (row.name, *new.names)}:
            self._by_name.setdefault(("place", name), []).append(row.id)

    def move(self, containers: Mapping[str, Sequence[str]]) -> None:
        """Note that these places lie in others than before."""
        for place_id, ids in containers.items():
            self._containers[place_id] = tuple(ids)
            if place_id in self._facts:
                self._facts[place_id] = replace(self._facts[place_id], containers=tuple(ids))

    def _fact(self, row: PlaceRow, names: Iterable[str]) -> PlaceFacts:
        return PlaceFacts(
            id=row.id,
            names=(row.name, *names),
            geonames_id=row.geonames_id,
            country_code=row.country_code,
            containers=self._containers[row.id],
        )
