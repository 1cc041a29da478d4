"""An article's places → stored ones, each with the chain of what contains it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlmodel import Session

from app.domain.annotations import Place
from app.domain.gazetteer import Gazetteer, GazetteerEntry
from app.domain.identifiers import new_id
from app.domain.names import fold_name
from app.domain.vocabulary import PlacePrecision
from app.models import PlaceRow
from app.resolution.entities import Decision
from app.resolution.places import PlaceFacts, decide_place
from app.services.former_names import FormerNames
from app.services.linking import Linked, add_names, common_columns
from app.services.place_candidates import NewPlace, PlaceCandidates
from app.storage import places as place_store

_PRECISION_OF_FEATURE: dict[str, PlacePrecision] = {
    "country": "country",
    "admin1": "admin1",
    "admin2": "admin2",
    "settlement": "settlement",
    "region": "region",
}


class PlaceLinker:
    """Links the places of one article; a container is linked before what lies in it.

    What is stored is looked up together at the start, and what is new is saved together.
    """

    def __init__(
        self,
        session: Session,
        gazetteer: Gazetteer,
        places: Mapping[str, Place],
        states: Iterable[str],
        now: datetime,
    ) -> None:
        """``states`` are the codes of countries that are wanted in any case."""
        self._session = session
        self._gazetteer = gazetteer
        self._places = places
        self._states = [entry for code in states if (entry := gazetteer.country(code))]
        self._now = now
        self._before: FormerNames | None = None
        self.linked: dict[str, Linked] = {}
        codes = Counter(place.country_code for place in places.values() if place.country_code)
        self._nearby_countries = frozenset(code for code, count in codes.items() if count == max(codes.values()))
        self._new: list[NewPlace] = []
        self._stored = self._load_stored()
        unknown = [place for place in places.values() if place.geonames_id not in self._stored]
        self._candidates = PlaceCandidates(session, unknown, self._stored.values())

    def _load_stored(self) -> dict[int, PlaceRow]:
        """The stored places that the gazetteer has, with those that may have to contain new ones."""
        ids = {place.geonames_id for place in self._places.values() if place.geonames_id is not None}
        stored = place_store.places_by_geonames_id(self._session, ids | {state.geonames_id for state in self._states})
        missing = [entry for one in ids - stored.keys() if (entry := self._gazetteer.entry(one))]
        missing += [
            entry
            for place in self._places.values()
            if place.geonames_id is None and (entry := self._default_entry(place))
        ]
        containers = {other.geonames_id for entry in missing for other in self._gazetteer.containers(entry)}
        wanted = (containers | {entry.geonames_id for entry in missing}) - ids
        return stored | (place_store.places_by_geonames_id(self._session, wanted) if wanted else {})

    def link_all(self, before: FormerNames | None = None) -> dict[str, Linked]:
        """All places of the article, by their id in it; the wanted states are made where they are missing.

        ``before`` is what the article's names meant when it was read before.
        """
        self._before = before
        for local_id in self._places:
            self._link(local_id, frozenset())
        for state in self._states:
            self._save_entry(state)
        self._save()
        return self.linked

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
        row = self._save_entry(entry, names)
        row.precision = place.precision or row.precision
        return Linked(row, Decision(None, 0.0), names, is_new=True)

    def _save_entry(self, entry: GazetteerEntry, names: Sequence[str] = ()) -> PlaceRow:
        """The stored place of a gazetteer entry; it and its containers are made where they are missing.

        A new one has these ``names`` too.
        """
        containers = [other for other in self._gazetteer.containers(entry) if other.geonames_id != entry.geonames_id]
        chain: list[str] = []
        for other in (*reversed(containers), entry):
            if other.geonames_id not in self._stored:
                row = _row_of_entry(other, chain[0] if chain else None, self._now)
                others = names if other is entry else ()
                self._add(NewPlace(row, [*_names_of_entry(other), *others], list(chain)))
                self._stored[other.geonames_id] = row
            chain.insert(0, self._stored[other.geonames_id].id)
        return self._stored[entry.geonames_id]

    def _unknown(self, place: Place, container_id: str | None) -> Linked:
        """A place that no gazetteer has: by name and container."""
        container_id = container_id or self._default_container(place)
        containers = self._candidates.chain(container_id)
        facts = PlaceFacts(
            id=place.id,
            names=(place.name, *place.aliases),
            country_code=place.country_code,
            containers=tuple(containers),
            nearby_countries=self._nearby_countries,
        )
        decision = self._as_before(place.name, decide_place(facts, self._candidates.like(facts)))
        stored = self._candidates.row(decision.stored_id)
        if stored is not None:
            is_narrowed = self._narrow(stored, place, containers)
            return Linked(stored, decision, facts.names, is_new=False, is_renamed=is_narrowed)
        row = _row_of_place(place, container_id, self._now)
        self._add(NewPlace(row, facts.names, containers))
        return Linked(row, decision, facts.names, is_new=True)

    def _as_before(self, name: str, decision: Decision) -> Decision:
        """What the article meant by the name before it means now, unless where it lies says that it is another."""
        former = self._before.named("place", name) if self._before else None
        if former is None or former not in dict(decision.unsure):
            return decision
        others = tuple(one for one in decision.unsure if one[0] != former)
        return Decision(former, 1.0, {"read_before": 1.0}, others)

    def _default_container(self, place: Place) -> str | None:
        entry = self._default_entry(place)
        return self._save_entry(entry).id if entry else None

    def _default_entry(self, place: Place) -> GazetteerEntry | None:
        """The division or country that the annotation names by code only."""
        if place.country_code is None or place.precision == "country":
            return None
        for entry in self._gazetteer.find(place.admin1) if place.admin1 else ():
            if entry.feature == "admin1" and entry.country_code == place.country_code:
                return entry
        return self._gazetteer.country(place.country_code)

    def _narrow(self, row: PlaceRow, place: Place, containers: Sequence[str]) -> bool:
        """Move a place without gazetteer id into a narrower container that this article knows."""
        if row.geonames_id is not None or row.within_id not in containers[1:]:
            return False
        self._save()
        row.within_id = containers[0]
        row.latitude, row.longitude = place.latitude, place.longitude
        row.admin1 = place.admin1 or row.admin1
        row.precision = place.precision or row.precision
        inside = place_store.load_chains(self._session, place_store.contents(self._session, row.id))
        chains = {row.id: list(containers)}
        for place_id, chain in inside.items():
            ids = [other.id for other in chain]
            chains[place_id] = [*ids[1 : ids.index(row.id) + 1], *containers]
        place_store.save_ancestors(self._session, chains)
        self._candidates.move(chains)
        return True

    def _add(self, new: NewPlace) -> None:
        self._new.append(new)
        self._candidates.add(new)

    def _save(self) -> None:
        """Save what is new so far; containers were made before what lies in them."""
        if not self._new:
            return
        self._session.add_all([new.row for new in self._new])
        self._session.flush()
        place_store.save_ancestors(self._session, {new.row.id: new.containers for new in self._new})
        add_names(self._session, [(new.row, new.names, frozenset()) for new in self._new])
        self._new.clear()


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
