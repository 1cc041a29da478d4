"""Rows of somebody's table → the stored people, organizations and places that they may mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlmodel import Session

from app.domain.identifiers import kind_of_id
from app.domain.reconciliation import (
    PROPERTIES,
    TYPE_OF_KIND,
    CandidateDocument,
    FeatureDocument,
    ReconciliationQuery,
    ResultsDocument,
    kinds_named,
)
from app.domain.vocabulary import EntityKind
from app.models import OrganizationRow, PersonRow, PlaceRow
from app.resolution.blocking import name_keys
from app.resolution.names import plain_name
from app.resolution.reconciling import Asked, Fit, Known, Values, fits
from app.services.asked_values import asked_of
from app.services.candidates import facts_of
from app.services.descriptions import describe, type_of
from app.services.stores import Stores
from app.services.whole_entities import whole_entities
from app.storage import entities as store
from app.storage import places as place_store
from app.storage.canonical import load_shown, shown_chains

_NAME_OF_PROPERTY: Final = {property_.id: property_.name for property_ in PROPERTIES}
#: A name longer than this is none; a cell of prose finds nothing.
_LONGEST_NAME: Final = 300


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate with its containers, itself first (a place's only)."""

    fit: Fit
    row: store.EntityRow
    chain: Sequence[PlaceRow]

    def order(self) -> tuple[float, bool, int, str]:
        return -self.fit.score, not self.fit.is_same, -self.row.event_count, self.row.id


def reconcile(stores: Stores, queries: Mapping[str, ReconciliationQuery]) -> dict[str, ResultsDocument]:
    """The candidates of each query, best first.

    What was judged one is one candidate, by the id of what stands for it. One is a match where by the rules of
    resolution it is the same and no other is: namesakes are left to people.
    """
    with stores.database.read() as session:
        return {key: {"result": _candidates(session, stores, query)} for key, query in queries.items()}


def _candidates(session: Session, stores: Stores, query: ReconciliationQuery) -> list[CandidateDocument]:
    for kinds in _kinds(query):
        found = [one for kind in kinds for one in _of_kind(session, stores, kind, query)]
        if found:
            same = [one.row.id for one in found if one.fit.is_same]
            best = sorted(found, key=_Found.order)[: query.limit]
            return [_document(stores, one, is_match=same == [one.row.id]) for one in best]
    return []


def _kinds(query: ReconciliationQuery) -> list[list[EntityKind]]:
    """The kinds to look among; where there are two lists, the second only where the first has nothing.

    An entity has one type, so that "all" of two types is none; "should" is a wish.
    """
    named = kinds_named(query.types)
    if not query.types:
        return [list(TYPE_OF_KIND)]
    if query.type_strict == "all" and len({type_.casefold() for type_ in query.types}) > 1:
        return []
    if query.type_strict == "should":
        return [named, [kind for kind in TYPE_OF_KIND if kind not in named]]
    return [named]


def _of_kind(session: Session, stores: Stores, kind: EntityKind, query: ReconciliationQuery) -> list[_Found]:
    name = query.name.strip()
    if not any(character.isalnum() for character in name) or len(name) > _LONGEST_NAME:
        return []
    if kind_of_id(name) is not None:
        return _by_id(session, kind, name)
    asked = asked_of(session, stores, kind, name, query.properties)
    called_so = _called_so(session, stores, asked.name) if kind == "place" else []
    ids = [
        *called_so,
        *store.ids_by_name(session, kind, [plain_name(asked.name)]),
        *store.ids_by_keys(session, kind, name_keys([asked.name, asked.name.upper()])),
    ]
    return _fitting(session, asked, list(dict.fromkeys(ids)), frozenset(called_so))


def _by_id(session: Session, kind: EntityKind, entity_id: str) -> list[_Found]:
    if kind_of_id(entity_id) != kind:
        return []
    rows, _, _ = whole_entities(session, list(load_shown(session, [entity_id]).values()))
    chains = _chains(session, rows)
    fit = Fit(entity_id, 100.0, is_same=True, name=100.0, properties={})
    return [_Found(replace(fit, id=row.id), row, chains[row.id]) for row in rows]


def _called_so(session: Session, stores: Stores, name: str) -> list[str]:
    """Stored places that the gazetteer knows by this name, in whatever script."""
    geonames_ids = [entry.geonames_id for entry in stores.gazetteer.find(name)]
    return [row.id for row in place_store.places_by_geonames_id(session, geonames_ids).values()]


def _fitting(session: Session, asked: Asked, ids: Sequence[str], called_so: frozenset[str]) -> list[_Found]:
    if not ids:
        return []
    standing = load_shown(session, ids)
    rows, aliases, _ = whole_entities(session, list({row.id: row for row in standing.values()}.values()))
    chains = _chains(session, rows)
    containers = {row.id for chain in chains.values() for row in chain[1:]} if "within" in asked.values else set()
    names = store.known_names(session, containers)
    called = {standing[entity_id].id for entity_id in called_so}
    known = [
        Known(facts_of(row, aliases[row.id]), _values(row, chains[row.id], names), row.id in called) for row in rows
    ]
    by_id = {row.id: row for row in rows}
    return [_Found(fit, by_id[fit.id], chains[fit.id]) for fit in fits(asked, known)]


def _chains(session: Session, rows: Sequence[store.EntityRow]) -> dict[str, list[PlaceRow]]:
    places = [row.id for row in rows if isinstance(row, PlaceRow)]
    return {row.id: [] for row in rows} | (shown_chains(session, places) if places else {})


def _values(row: store.EntityRow, chain: Sequence[PlaceRow], names: Mapping[str, set[str]]) -> Values:
    """What is stored of the entity, by property."""
    values = {"country": [row.country_code]}
    if isinstance(row, PersonRow):
        values["role"] = row.roles
    elif isinstance(row, OrganizationRow):
        values |= {"category": [row.category], "sector": [row.sector]}
    else:
        values["precision"] = [row.precision]
        values["within"] = [name for other in chain[1:] for name in (other.id, *names.get(other.id, ()))]
    return {property_id: frozenset(filter(None, told)) for property_id, told in values.items()}


def _document(stores: Stores, found: _Found, *, is_match: bool) -> CandidateDocument:
    return {
        "id": found.row.id,
        "name": found.row.name,
        "description": describe(stores.gazetteer, found.row, found.chain),
        "score": found.fit.score,
        "match": is_match,
        "type": [type_of(found.row)],
        "features": _features(found.fit),
    }


def _features(fit: Fit) -> list[FeatureDocument]:
    name: FeatureDocument = {"id": "name", "name": "Name", "value": fit.name}
    properties: list[FeatureDocument] = [
        {"id": property_id, "name": _NAME_OF_PROPERTY[property_id], "value": agreement}
        for property_id, agreement in sorted(fit.properties.items())
    ]
    return [name, *properties]
