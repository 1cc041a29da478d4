"""Events in the database: saving with all facets, single reads, and retiring."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

from sqlalchemy import delete
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


def retire_events(session: Session, event_ids: Collection[str]) -> None:
    """Take events without any report out of every list; their ids still lead to where their reports are now."""
    for event_id in event_ids:
        for facet, key in ((EventPlaceRow, EventPlaceRow.place_id), (EventPartyRow, EventPartyRow.entity_id)):
            counted = session.exec(select(key).where(col(facet.event_id) == event_id)).all()
            add_to_event_counts(session, sorted(counted), -1)
            session.execute(delete(facet).where(col(facet.event_id) == event_id))
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


def events_of_entity(session: Session, entity_id: str) -> list[str]:
    """Ids of the events that name the entity: as a party, a claimant, or their place or a container of it."""
    places = select(EventPlaceRow.event_id).where(col(EventPlaceRow.place_id) == entity_id)
    parties = select(EventPartyRow.event_id).where(col(EventPartyRow.entity_id) == entity_id)
    return sorted({*session.exec(places), *session.exec(parties)})
