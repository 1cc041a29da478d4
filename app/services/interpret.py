"""Free names in filters → stored entities: exact, then alias, then fuzzy, then nothing; always explained."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from sqlmodel import Session

from app.domain.documents import JsonObject
from app.domain.identifiers import kind_of_id
from app.domain.vocabulary import EntityKind
from app.models import PersonRow, PlaceRow
from app.resolution.blocking import name_keys
from app.resolution.name_scoring import DIFFERENT_NAME, name_similarity
from app.resolution.names import NameKind, plain_name
from app.services.event_documents import place_brief
from app.services.stores import Stores
from app.storage import entities as store
from app.storage import places as place_store
from app.storage.canonical import load_shown, shown_chains

Match = Literal["id", "exact", "alias", "fuzzy", "none"]
_RANK: Final[dict[Match, int]] = {"id": 0, "exact": 1, "alias": 2, "fuzzy": 3, "none": 4}
_NAME_KIND: Final[dict[EntityKind, NameKind]] = {"person": "person", "organization": "organization", "place": "thing"}
_MAX_OTHERS: Final = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """How a free name was read: as one stored entity (``entity_id`` None: as none), beside other readings.

    ``event_count`` is how many events name the entity.
    """

    asked: str
    entity_id: str | None
    event_count: int
    explanation: JsonObject


@dataclass(frozen=True, slots=True)
class _Candidate:
    row: store.EntityRow
    match: Match
    similarity: float = 1.0

    def order(self) -> tuple[int, float, int, int, str]:
        """Better matches first, then what more events name, then the more populous.

        Someone known by a family name alone is no better match for it than those who bear it among others.
        """
        rank = _RANK[self.match]
        if isinstance(self.row, PersonRow) and " " not in self.row.folded:
            rank = max(rank, _RANK["alias"])
        population = self.row.population if isinstance(self.row, PlaceRow) else 0
        return (rank, -self.similarity, -self.row.event_count, -population, self.row.id)


def read_name(session: Session, stores: Stores, asked: str, kinds: Sequence[EntityKind]) -> Reading:
    """Read a name or id as an entity of one of these kinds."""
    found = _by_id(session, asked, kinds)
    for find in (_by_name, _by_likeness):
        if not found:
            found = [candidate for kind in kinds for candidate in find(session, stores, asked, kind)]
    found = _standing(session, found)
    chains = shown_chains(session, [one.row.id for one in found if isinstance(one.row, PlaceRow)])
    found = _as_divisions(session, found, chains)
    chains |= shown_chains(session, [one.row.id for one in found if isinstance(one.row, PlaceRow)])
    readings = sorted(_widest(found, chains), key=_Candidate.order)
    if not readings:
        return Reading(asked, None, 0, _unread(stores, asked, kinds))
    best, others = readings[0], readings[1 : _MAX_OTHERS + 1]
    explanation = {"asked": asked, **_describe(best, chains), "match": best.match}
    explanation["others"] = [_describe(other, chains) for other in others]
    return Reading(asked, best.row.id, best.row.event_count, explanation)


def _standing(session: Session, found: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates, each once, as who stands for it; the name of another one of the group is an alias of it."""
    rows = load_shown(session, [candidate.row.id for candidate in found])
    best: dict[str, _Candidate] = {}
    for candidate in sorted(found, key=_Candidate.order):
        row = rows[candidate.row.id]
        is_other = row is not candidate.row and candidate.match == "exact"
        best.setdefault(row.id, replace(candidate, row=row, match="alias" if is_other else candidate.match))
    return list(best.values())


def _by_id(session: Session, asked: str, kinds: Sequence[EntityKind]) -> list[_Candidate]:
    kind = next((kind for kind in kinds if kind == kind_of_id(asked)), None)
    row = store.get_entity(session, kind, asked) if kind else None
    return [_Candidate(row, "id")] if row else []


def _by_name(session: Session, stores: Stores, asked: str, kind: EntityKind) -> list[_Candidate]:
    """Entities that bear the name; a place also by what the gazetteer calls so, and "name, container"."""
    name, *containers = [part.strip() for part in asked.split(",")] if kind == "place" else [asked]
    folded = plain_name(name)
    ids = store.ids_by_name(session, kind, [folded])
    if kind == "place":
        geonames_ids = [entry.geonames_id for entry in stores.gazetteer.find(name)]
        ids += [row.id for row in place_store.places_by_geonames_id(session, geonames_ids).values()]
        ids = _contained(session, list(dict.fromkeys(ids)), containers)
    rows = store.load_entities(session, ids).values()
    return [_Candidate(row, "exact" if row.folded == folded else "alias") for row in rows]


def _contained(session: Session, place_ids: Sequence[str], containers: Iterable[str]) -> list[str]:
    """The places that lie in something of each of these names."""
    kept = list(place_ids)
    for container in containers:
        named = set(store.ids_by_name(session, "place", [plain_name(container)]))
        chains = place_store.load_chains(session, kept)
        kept = [place_id for place_id in kept if named & {row.id for row in chains[place_id]}]
    return kept


def _by_likeness(session: Session, _stores: Stores, asked: str, kind: EntityKind) -> list[_Candidate]:
    """Entities with a name like it: another spelling, a part of the name, its acronym."""
    keys = name_keys([asked, asked.upper()])
    ids = store.ids_by_keys(session, kind, keys)
    rows = store.load_entities(session, ids)
    aliases = store.load_aliases(session, ids)
    found = []
    for row in rows.values():
        similarity = max(name_similarity(asked, name, _NAME_KIND[kind]) for name in (row.name, *aliases[row.id]))
        if similarity >= DIFFERENT_NAME:
            found.append(_Candidate(row, "fuzzy", similarity))
    return found


def _as_divisions(
    session: Session, found: Sequence[_Candidate], chains: Mapping[str, Sequence[PlaceRow]]
) -> list[_Candidate]:
    """The candidates, each place as the widest container that bears its name; one asked for by its id stays.

    A settlement is found by spellings ("Halab", "Alepo") that the division named after it may lack.
    """
    names = store.known_names(session, {row.id for chain in chains.values() for row in chain[1:]})
    best: dict[str, _Candidate] = {}
    for candidate in sorted(found, key=_Candidate.order):
        namesakes = [row for row in chains.get(candidate.row.id, ())[1:] if candidate.row.folded in names[row.id]]
        row = namesakes[-1] if namesakes and candidate.match != "id" else candidate.row
        best.setdefault(row.id, replace(candidate, row=row))
    return list(best.values())


def _widest(found: Sequence[_Candidate], chains: Mapping[str, Sequence[PlaceRow]]) -> list[_Candidate]:
    """Without places that lie in another reading of the name: the division is meant, with its settlement."""
    ids = {candidate.row.id for candidate in found}
    return [
        candidate
        for candidate in found
        if not any(container.id in ids for container in chains.get(candidate.row.id, ())[1:])
    ]


def _describe(candidate: _Candidate, chains: Mapping[str, Sequence[PlaceRow]]) -> JsonObject:
    row = candidate.row
    described: JsonObject = {
        "id": row.id,
        "kind": store.kind_of(row.id),
        "name": row.name,
        "country_code": row.country_code,
    }
    if isinstance(row, PlaceRow):
        place = place_brief(chains[row.id])
        described["within"] = place["within"] if place else []
        described["geonames_id"] = row.geonames_id
    return described


def _unread(stores: Stores, asked: str, kinds: Sequence[EntityKind]) -> JsonObject:
    """Nothing stored bears the name; where the gazetteer knows it as a place, that is said."""
    explanation: JsonObject = {"asked": asked, "id": None, "match": "none", "others": []}
    entry = next(iter(stores.gazetteer.find(asked)), None) if "place" in kinds else None
    if entry is not None:
        explanation["known_place"] = {
            "name": entry.name,
            "geonames_id": entry.geonames_id,
            "country_code": entry.country_code,
        }
    return explanation


def similar_names(session: Session, stores: Stores, asked: str, kind: EntityKind) -> tuple[list[str], Match]:
    """Ids of all entities of a kind that bear the name or one that contains or resembles it, and the best match."""
    found = [*_by_name(session, stores, asked, kind), *_by_likeness(session, stores, asked, kind)]
    standing = sorted(_standing(session, found), key=_Candidate.order)
    return sorted(one.row.id for one in standing), standing[0].match if standing else "none"
