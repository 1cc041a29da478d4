"""An article's places → stored ones, each with the chain of what contains it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session

from app.domain.annotations import Place
from app.domain.gazetteer import Gazetteer, GazetteerEntry
from app.domain.identifiers import new_id
from app.domain.names import fold_name
from app.domain.vocabulary import PlacePrecision
from app.models import PlaceRow
from app.resolution.entities import Decision
from app.resolution.names import plain_name
from app.resolution.places import PlaceFacts, decide_place
from app.services.linking import Linked, add_names, common_columns
from app.storage import entities as store
from app.storage import places as place_store

_PRECISION_OF_FEATURE: dict[str, PlacePrecision] = {
    "country": "country",
    "admin1": "admin1",
    "admin2": "admin2",
    "settlement": "settlement",
    "region": "region",
}


class PlaceLinker:
    """Links the places of one article; a container is linked before what lies in it."""

    def __init__(self, session: Session, gazetteer: Gazetteer, places: Mapping[str, Place], now: datetime) -> None:
        self._session = session
        self._gazetteer = gazetteer
        self._places = places
        self._now = now
        self.linked: dict[str, Linked] = {}
        ids = {place.geonames_id for place in places.values() if place.geonames_id is not None}
        self._stored = place_store.places_by_geonames_id(session, ids)
        codes = Counter(place.country_code for place in places.values() if place.country_code)
        self._nearby_countries = frozenset(code for code, count in codes.items() if count == max(codes.values()))

    def link_all(self) -> dict[str, Linked]:
        """All places of the article, by their id in it."""
        for local_id in self._places:
            self._link(local_id, frozenset())
        return self.linked

    def save_country(self, country_code: str) -> None:
        """Make sure that the country is stored."""
        if country := self._gazetteer.country(country_code):
            self.save_entry(country)

    def _link(self, local_id: str, pending: frozenset[str]) -> Linked | None:
        """Link one place; None where the annotation's containers run in a circle."""
        if local_id in self.linked:
            return self.linked[local_id]
        if local_id in pending or local_id not in self._places:
            return None
        place = self._places[local_id]
        linked = self._known(place)
        if linked is None:
            container = self._link(place.within, pending | {local_id}) if place.within else None
            linked = self._unknown(place, container.row.id if container else None)
        linked.row.updated_at = self._now
        self.linked[local_id] = linked
        return linked

    def _known(self, place: Place) -> Linked | None:
        """A place of the gazetteer, found by its id or made together with its containers; None for another."""
        if place.geonames_id is None:
            return None
        names = (place.name, *place.aliases)
        if stored := self._stored.get(place.geonames_id):
            return Linked(stored, Decision(stored.id, 1.0, {"geonames_id": 1.0}), names, is_new=False)
        entry = self._gazetteer.entry(place.geonames_id)
        if entry is None:
            return None
        row = self.save_entry(entry)
        row.precision = place.precision or row.precision
        known = {plain_name(name) for name in _names_of_entry(entry)}
        add_names(self._session, [(row, names, known)])
        return Linked(row, Decision(None, 0.0), names, is_new=True)

    def save_entry(self, entry: GazetteerEntry) -> PlaceRow:
        """The stored place of a gazetteer entry; it and its containers are made where they are missing."""
        containers = [other for other in self._gazetteer.containers(entry) if other.geonames_id != entry.geonames_id]
        missing = {other.geonames_id for other in (entry, *containers)} - self._stored.keys()
        self._stored |= place_store.places_by_geonames_id(self._session, missing)
        chain: list[str] = []
        for other in (*reversed(containers), entry):
            if other.geonames_id not in self._stored:
                row = _row_of_entry(other, chain[0] if chain else None, self._now)
                self._save(row, chain)
                add_names(self._session, [(row, _names_of_entry(other), frozenset())])
                self._stored[other.geonames_id] = row
            chain.insert(0, self._stored[other.geonames_id].id)
        return self._stored[entry.geonames_id]

    def _unknown(self, place: Place, container_id: str | None) -> Linked:
        """A place that no gazetteer has: by name and container."""
        container_id = container_id or self._default_container(place)
        containers = self._chain(container_id)
        facts = PlaceFacts(
            id=place.id,
            names=(place.name, *place.aliases),
            country_code=place.country_code,
            containers=tuple(containers),
            nearby_countries=self._nearby_countries,
        )
        decision = decide_place(facts, self._candidates(facts))
        stored = self._session.get(PlaceRow, decision.stored_id) if decision.stored_id else None
        if stored is not None:
            is_narrowed = self._narrow(stored, place, containers)
            return Linked(stored, decision, facts.names, is_new=False, is_renamed=is_narrowed)
        row = _row_of_place(place, container_id, self._now)
        self._save(row, containers)
        add_names(self._session, [(row, facts.names, frozenset())])
        return Linked(row, decision, facts.names, is_new=True)

    def _default_container(self, place: Place) -> str | None:
        """The division or country that the annotation names by code only."""
        if place.country_code is None or place.precision == "country":
            return None
        country = self._gazetteer.country(place.country_code)
        if place.admin1:
            for entry in self._gazetteer.find(place.admin1):
                if entry.feature == "admin1" and entry.country_code == place.country_code:
                    return self.save_entry(entry).id
        return self.save_entry(country).id if country else None

    def _candidates(self, facts: PlaceFacts) -> list[PlaceFacts]:
        folded = {plain_name(name) for name in facts.names}
        ids = store.ids_by_name(self._session, "place", folded)
        rows = store.load_entities(self._session, ids)
        aliases = store.load_aliases(self._session, ids)
        chains = place_store.load_chains(self._session, ids)
        return [
            PlaceFacts(
                id=row.id,
                names=(row.name, *aliases[row.id]),
                geonames_id=row.geonames_id,
                country_code=row.country_code,
                containers=tuple(other.id for other in chains[row.id][1:]),
            )
            for row in rows.values()
            if isinstance(row, PlaceRow)
        ]

    def _narrow(self, row: PlaceRow, place: Place, containers: Sequence[str]) -> bool:
        """Move a place without gazetteer id into a narrower container that this article knows."""
        if row.geonames_id is not None or row.within_id not in containers[1:]:
            return False
        row.within_id = containers[0]
        row.latitude, row.longitude = place.latitude, place.longitude
        row.admin1 = place.admin1 or row.admin1
        row.precision = place.precision or row.precision
        inside = place_store.load_chains(self._session, place_store.contents(self._session, row.id))
        for place_id, chain in inside.items():
            ids = [other.id for other in chain]
            place_store.save_ancestors(self._session, place_id, [*ids[1 : ids.index(row.id) + 1], *containers])
        place_store.save_ancestors(self._session, row.id, containers)
        return True

    def _chain(self, place_id: str | None) -> list[str]:
        if place_id is None:
            return []
        return [row.id for row in place_store.load_chains(self._session, [place_id])[place_id]]

    def _save(self, row: PlaceRow, containers: Sequence[str]) -> None:
        self._session.add(row)
        self._session.flush()
        place_store.save_ancestors(self._session, row.id, containers)


def _row_of_entry(entry: GazetteerEntry, within_id: str | None, now: datetime) -> PlaceRow:
    return PlaceRow(
        id=new_id("plc"),
        **common_columns(entry.name, now),
        country_code=entry.country_code,
        geonames_id=entry.geonames_id,
        latitude=entry.latitude,
        longitude=entry.longitude,
        admin1=entry.admin1_name,
        precision=_PRECISION_OF_FEATURE.get(entry.feature),
        basis="gazetteer",
        population=entry.population,
        within_id=within_id,
    )


def _row_of_place(place: Place, within_id: str | None, now: datetime) -> PlaceRow:
    return PlaceRow(
        id=new_id("plc"),
        **common_columns(place.name, now),
        country_code=place.country_code,
        geonames_id=place.geonames_id,
        latitude=place.latitude,
        longitude=place.longitude,
        admin1=place.admin1,
        precision=place.precision,
        basis=place.basis,
        within_id=within_id,
    )


_DIVISION_WORDS = frozenset(
    "governorate province oblast state county district region department prefecture parish canton muhafazat mintaqat "
    "subdistrict nahiya republic territory municipality emirate wilayat".split()
)


def _names_of_entry(entry: GazetteerEntry) -> tuple[str, ...]:
    """The entry's name, for divisions also without the word that says what they are ("Aleppo Governorate")."""
    if entry.feature not in {"admin1", "admin2"}:
        return (entry.name,)
    bare = " ".join(word for word in entry.name.split() if fold_name(word) not in _DIVISION_WORDS)
    return (entry.name, bare) if bare and bare != entry.name else (entry.name,)
