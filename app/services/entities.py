"""Reading people, organizations and places."""

from typing import Any, cast

from sqlalchemy import ColumnElement
from sqlmodel import Session

from app.domain.documents import (
    EntityDocument,
    JsonObject,
    MentionDocument,
    OrganizationDocument,
    Page,
    PersonDocument,
    PlaceDocument,
)
from app.domain.event_documents import EventDocument
from app.domain.filters import EntityEventsQuery, MentionQuery, OrganizationQuery, PersonQuery, PlaceQuery
from app.domain.vocabulary import EntityKind
from app.errors import Moved, NotFound
from app.services.documents import entity_documents, mention_document
from app.services.events import common_conditions, event_page
from app.services.interpret import read_name, similar_names
from app.services.pages import checked_cursor, page_of
from app.services.stores import Stores
from app.storage import entities as store
from app.storage import event_pages
from app.storage.canonical import ids_of
from app.storage.paging import encode_cursor


def list_people(stores: Stores, query: PersonQuery) -> Page[PersonDocument]:
    """People by name. ``InvalidInput`` for a cursor that is none, here and below."""
    with stores.database.read() as session:
        return cast("Page[PersonDocument]", _page(session, stores, "person", query, []))


def list_organizations(stores: Stores, query: OrganizationQuery) -> Page[OrganizationDocument]:
    """Organizations by name."""
    conditions = [store.of_category(query.category)] if query.category else []
    with stores.database.read() as session:
        return cast("Page[OrganizationDocument]", _page(session, stores, "organization", query, conditions))


def list_places(stores: Stores, query: PlaceQuery) -> Page[PlaceDocument]:
    """Places by name."""
    interpreted: JsonObject = {}
    with stores.database.read() as session:
        conditions = [store.of_precision(query.precision)] if query.precision else []
        if query.within:
            reading = read_name(session, stores, query.within, ("place",))
            interpreted["within"] = reading.explanation
            conditions.append(store.lying_in(ids_of(session, reading.entity_id) if reading.entity_id else []))
        return cast("Page[PlaceDocument]", _page(session, stores, "place", query, conditions, interpreted))


def _page(
    session: Session,
    stores: Stores,
    kind: EntityKind,
    query: PersonQuery,
    conditions: list[ColumnElement[bool]],
    interpreted: JsonObject | None = None,
) -> Page[Any]:
    interpreted = interpreted or {}
    if query.country:
        conditions.append(store.of_country(kind, query.country))
    if query.q:
        ids, match = similar_names(session, stores, query.q, kind)
        interpreted["q"] = {"asked": query.q, "match": match}
        conditions.append(store.with_id(kind, ids))
    with checked_cursor():
        rows, total, is_estimate = store.page_of_entities(session, kind, conditions, query.limit, query.cursor)
    shown = rows[: query.limit]
    return Page(
        data=entity_documents(session, stores.actors, shown),
        total=total,
        total_is_estimate=is_estimate,
        interpreted=interpreted,
        next_cursor=encode_cursor([shown[-1].folded, shown[-1].id]) if len(rows) > query.limit else None,
    )


def get_entity(stores: Stores, kind: EntityKind, entity_id: str) -> EntityDocument:
    """One person, organization or place; ``NotFound``, ``Moved`` where another one stands for it."""
    with stores.database.read() as session:
        return entity_documents(session, stores.actors, [_existing(session, kind, entity_id)])[0]


def list_entity_events(
    stores: Stores, kind: EntityKind, entity_id: str, query: EntityEventsQuery
) -> Page[EventDocument]:
    """Events that the entity took part in or is quoted on; for a place, also those in it. ``NotFound``."""
    with stores.database.read() as session:
        row = _existing(session, kind, entity_id)
        conditions = common_conditions(query)
        if kind == "place":
            conditions.require(event_pages.naming(entity_id))
        else:
            conditions.facets.append(event_pages.Facet(entity_id, event_pages.ANY_ROLE, row.event_count))
        return event_page(session, conditions, query, {})


def list_entity_mentions(
    stores: Stores, kind: EntityKind, entity_id: str, query: MentionQuery
) -> Page[MentionDocument]:
    """The spans that name the entity, by article and position; ``NotFound``."""
    with stores.database.read() as session:
        _existing(session, kind, entity_id)
        with checked_cursor():
            rows, total, is_estimate = store.page_of_mentions(
                session, ids_of(session, entity_id), query.limit, query.cursor
            )
        data = [mention_document(row) for row in rows]
        return page_of(
            data, total, query.limit, lambda shown: [shown["article_id"], shown["start"]], is_estimate=is_estimate
        )


def _existing(session: Session, kind: EntityKind, entity_id: str) -> store.EntityRow:
    row = store.get_entity(session, kind, entity_id)
    if row is None:
        raise NotFound(f"there is no {kind} {entity_id}")
    if row.canonical_id is not None:
        raise Moved(f"the {kind} {entity_id} was judged one with {row.canonical_id}", row.canonical_id)
    return row
