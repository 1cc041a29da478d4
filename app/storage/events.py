"""Events in the database: candidates for resolution, saving with all facets, and single reads."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from app.domain.documents import EventDocument
from app.domain.vocabulary import EventType
from app.models import EventDocumentRow, EventPartyRow, EventPlaceRow, EventRow, PartyRole, ReportRow
from app.storage.entities import add_to_event_counts

#: ``last_day`` of an event without any date, and of one that goes on.
NO_DAY: Final = date.min
OPEN_DAY: Final = date.max
#: How long after an event's end one may end that overlaps it: a year, and some.
_REACH: Final = timedelta(days=400)
_MAX_CANDIDATES: Final = 100


@dataclass(frozen=True, slots=True)
class CandidateQuery:
    """What an event needs to be worth comparing.

    ``place_id`` is set where the event's own place is finer than a country: whatever happened in it counts. Of the
    ``containers`` (a wide own place included) only events placed exactly there do. Or it shares one of ``parties``.
    """

    types: frozenset[EventType]
    earliest: date | None
    latest: date | None
    place_id: str | None
    containers: tuple[str, ...]
    parties: frozenset[str]


def candidate_ids(session: Session, query: CandidateQuery) -> set[str]:
    """Ids of the events worth comparing: those nearest in time of each index, and undated and open-ended ones."""
    found: set[str] = set()
    for day, key, condition in _blocks(query):
        for days in _ranges(query, day):
            statement = select(EventRow.id).where(*days, condition, col(EventRow.type).in_(query.types))
            if key is not None:
                statement = statement.join_from(EventRow, key.class_, key == col(EventRow.id))
            if query.latest is not None:
                statement = statement.where(col(EventRow.first_day) <= query.latest)
            found.update(session.exec(statement.order_by(day).limit(_MAX_CANDIDATES)))
    return found


def _blocks(query: CandidateQuery) -> list[tuple[Any, Any, ColumnElement[bool]]]:
    """For each index to look into: its day, its key to the event (None: the event's own), and the condition."""
    blocks: list[tuple[Any, Any, ColumnElement[bool]]] = []
    if query.place_id is not None:
        inside = col(EventPlaceRow.place_id) == query.place_id
        blocks.append((col(EventPlaceRow.last_day), EventPlaceRow.event_id, inside))
    if query.containers:
        blocks.append((col(EventRow.last_day), None, col(EventRow.place_id).in_(query.containers)))
    for party in sorted(query.parties):
        shared = col(EventPartyRow.entity_id) == party
        blocks.append((col(EventPartyRow.last_day), EventPartyRow.event_id, shared))
    return blocks


def _ranges(query: CandidateQuery, day: Any) -> list[list[ColumnElement[bool]]]:
    """For a dated event: what ends in or after it, and what has no or an open end. For an undated one: all."""
    first, last = query.earliest or query.latest, query.latest or query.earliest
    if first is None or last is None:
        return [[]]
    until = last + _REACH if last <= OPEN_DAY - _REACH else OPEN_DAY
    return [[day.between(first, until)], [day.in_([NO_DAY, OPEN_DAY])]]


def load_events(session: Session, event_ids: Collection[str]) -> dict[str, EventRow]:
    """The rows of these events by id."""
    return {row.id: row for row in session.exec(select(EventRow).where(col(EventRow.id).in_(event_ids)))}


def load_documents(session: Session, event_ids: Collection[str]) -> dict[str, EventDocument]:
    """The documents of these events by id."""
    rows = session.exec(select(EventDocumentRow).where(col(EventDocumentRow.event_id).in_(event_ids)))
    return {row.event_id: row.document for row in rows}


def documents_of_article(session: Session, article_id: str) -> list[EventDocument]:
    """The events that an article reports, in the order it tells them."""
    statement = (
        select(EventDocumentRow.document)
        .join(ReportRow, col(ReportRow.event_id) == col(EventDocumentRow.event_id))
        .where(col(ReportRow.article_id) == article_id, col(ReportRow.superseded_at).is_(None))
        .order_by(col(ReportRow.id))
    )
    return list(session.exec(statement))


def save_document(session: Session, event_id: str, document: EventDocument, *, is_new: bool) -> None:
    """Set the event's document; ``is_new``: it has none yet."""
    row = EventDocumentRow(event_id=event_id, document=document)
    if is_new:
        session.add(row)
    else:
        session.merge(row)


def save_facets(
    session: Session, event: EventRow, places: Sequence[str], parties: Mapping[str, PartyRole], *, is_new: bool
) -> None:
    """Set in which places the event lies and what each entity is in it; keeps their event counts."""
    day = event.last_day
    lies = {place: EventPlaceRow(place_id=place, last_day=day, event_id=event.id) for place in places}
    takes_part = {
        entity: EventPartyRow(entity_id=entity, last_day=day, event_id=event.id, roles=int(roles))
        for entity, roles in parties.items()
    }
    stored_places: Sequence[EventPlaceRow] = []
    stored_parties: Sequence[EventPartyRow] = []
    if not is_new:
        stored_places = session.exec(select(EventPlaceRow).where(col(EventPlaceRow.event_id) == event.id)).all()
        stored_parties = session.exec(select(EventPartyRow).where(col(EventPartyRow.event_id) == event.id)).all()
    before = {row.place_id for row in stored_places} | {row.entity_id for row in stored_parties}
    _replace(session, stored_places, list(lies.values()))
    _replace(session, stored_parties, list(takes_part.values()))
    after = lies.keys() | takes_part.keys()
    add_to_event_counts(session, sorted(after - before), 1)
    add_to_event_counts(session, sorted(before - after), -1)


def _replace[Row: (EventPlaceRow, EventPartyRow)](session: Session, old: Sequence[Row], new: Sequence[Row]) -> None:
    """Write only what differs."""
    stored, wanted = ([row.model_dump() for row in rows] for rows in (old, new))
    for row in old:
        if row.model_dump() not in wanted:
            session.delete(row)
    if old:
        session.flush()
    session.add_all([row for row in new if row.model_dump() not in stored])


def events_of_entity(session: Session, entity_id: str) -> list[str]:
    """Ids of the events that name the entity: as a party, a claimant, or their place or a container of it."""
    places = select(EventPlaceRow.event_id).where(col(EventPlaceRow.place_id) == entity_id)
    parties = select(EventPartyRow.event_id).where(col(EventPartyRow.entity_id) == entity_id)
    return sorted({*session.exec(places), *session.exec(parties)})
