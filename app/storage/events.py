"""Events in the database: saving with all facets, single reads, and retiring."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from app.domain.event_documents import EventDocument
from app.models import (
    EventDocumentRow,
    EventPartyRow,
    EventPlaceRow,
    EventRow,
    OpenPairRow,
    PartyRole,
    ReportRow,
    RetiredIdRow,
    SearchTextRow,
)
from app.storage.entities import add_to_event_counts
from app.storage.event_versions import keep_versions

#: ``last_day`` of an event without any date, and of one that goes on.
NO_DAY: Final = date.min
OPEN_DAY: Final = date.max


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
        .order_by(col(ReportRow.ordinal))
    )
    return list(session.exec(statement))


@dataclass(frozen=True, slots=True)
class EventRows:
    """An event to be saved: its row and document, the places it lies in, and what each entity is in it.

    ``is_new``: it has no document yet.
    """

    row: EventRow
    document: EventDocument
    places: Collection[str]
    parties: Mapping[str, PartyRole]
    is_new: bool


def save_events(session: Session, events: Sequence[EventRows]) -> None:
    """Save events with their documents."""
    session.add_all([event.row for event in events])
    session.flush()
    documents = [EventDocumentRow(event_id=event.row.id, document=event.document) for event in events if event.is_new]
    session.add_all(documents)
    known = [{"event_id": event.row.id, "document": event.document} for event in events if not event.is_new]
    if known:
        session.execute(update(EventDocumentRow), known)


def save_facets(session: Session, events: Sequence[EventRows]) -> None:
    """Save where events lie and who takes part in them; keeps the event counts of places and entities."""
    places = [
        EventPlaceRow(place_id=place, last_day=event.row.last_day, event_id=event.row.id)
        for event in events
        for place in event.places
    ]
    parties = [
        EventPartyRow(entity_id=entity, last_day=event.row.last_day, event_id=event.row.id, roles=int(roles))
        for event in events
        for entity, roles in event.parties.items()
    ]
    stored_places, stored_parties = _facets(session, [event.row.id for event in events if not event.is_new])
    _replace(session, stored_places, places)
    _replace(session, stored_parties, parties)
    session.flush()
    before, after = _named([*stored_places, *stored_parties]), _named([*places, *parties])
    steps = Counter(entity for entity, _ in after - before)
    steps.subtract(entity for entity, _ in before - after)
    add_to_event_counts(session, steps)


Facet = EventPlaceRow | EventPartyRow


def _facets(session: Session, event_ids: Collection[str]) -> tuple[Sequence[EventPlaceRow], Sequence[EventPartyRow]]:
    """In which places these events lie, and who takes part in them."""
    if not event_ids:
        return [], []
    places = session.exec(select(EventPlaceRow).where(col(EventPlaceRow.event_id).in_(event_ids))).all()
    return places, session.exec(select(EventPartyRow).where(col(EventPartyRow.event_id).in_(event_ids))).all()


def _named(facets: Iterable[Facet]) -> set[tuple[str, str]]:
    """The places and entities that are counted, each with the event."""
    return {(row.place_id if isinstance(row, EventPlaceRow) else row.entity_id, row.event_id) for row in facets}


def _replace[Row: (EventPlaceRow, EventPartyRow)](session: Session, old: Sequence[Row], new: Sequence[Row]) -> None:
    """Write only what differs."""
    stored, wanted = ({tuple(row.model_dump().values()) for row in rows} for rows in (old, new))
    for row in old:
        if tuple(row.model_dump().values()) not in wanted:
            session.delete(row)
    if old:
        session.flush()
    session.add_all([row for row in new if tuple(row.model_dump().values()) not in stored])


def retire_events(session: Session, event_ids: Collection[str], number: int) -> None:
    """Take events without any report out of every list; their ids still lead to where their reports are now.

    What they are until change ``number`` is kept.
    """
    keep_versions(session, event_ids, number)
    if not event_ids:
        return
    places, parties = _facets(session, event_ids)
    steps: Counter[str] = Counter()
    steps.subtract(entity for entity, _ in _named([*places, *parties]))
    add_to_event_counts(session, steps)
    for table in (EventPlaceRow, EventPartyRow):
        session.execute(delete(table).where(col(table.event_id).in_(event_ids)))
    for side in (OpenPairRow.left_id, OpenPairRow.right_id):
        session.execute(delete(OpenPairRow).where(col(side).in_(event_ids)))
    session.execute(delete(SearchTextRow).where(col(SearchTextRow.owner_id).in_(event_ids)))
    session.execute(delete(EventDocumentRow).where(col(EventDocumentRow.event_id).in_(event_ids)))
    session.execute(delete(EventRow).where(col(EventRow.id).in_(event_ids)))


def referents_of_event(session: Session, event_id: str) -> list[str]:
    """The other ids that clients have seen and that lead to this event."""
    own = select(ReportRow.own_event_id).where(
        col(ReportRow.event_id) == event_id,
        col(ReportRow.superseded_at).is_(None),
        col(ReportRow.is_referent),
    )
    retired = (
        select(RetiredIdRow.id)
        .join(ReportRow, col(ReportRow.id) == col(RetiredIdRow.report_id))
        .where(col(ReportRow.event_id) == event_id)
    )
    seen = {*session.exec(own), *session.exec(retired)}
    return sorted(one for one in seen if one and one != event_id)


def events_of_entities(session: Session, entity_ids: Collection[str]) -> list[str]:
    """Ids of the events that name any of these: as a party, a claimant, or their place or a container of it."""
    if not entity_ids:
        return []
    places = select(EventPlaceRow.event_id).where(col(EventPlaceRow.place_id).in_(entity_ids))
    parties = select(EventPartyRow.event_id).where(col(EventPartyRow.entity_id).in_(entity_ids))
    return sorted({*session.exec(places), *session.exec(parties)})
