"""Events in the database: candidates for resolution, saving with all facets, and single reads."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, delete
from sqlmodel import Session, col, select

from app.domain.vocabulary import EventType
from app.models import EventParticipantRow, EventPlaceRow, EventRow, ReportRow
from app.storage.entities import add_to_event_counts

#: ``sort_day`` of an event without any date.
NO_DAY: Final = date.min
#: How far the days that events are sorted by may lie apart while their intervals overlap.
_REACH: Final = timedelta(days=120)
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
    """Ids of the events worth comparing: the newest of each index that fit by type and interval, and undated ones."""
    found: set[str] = set()
    for condition in _blocks(query):
        for days in _windows(query):
            statement = (
                select(EventRow.id)
                .where(condition, *days, col(EventRow.type).in_(query.types))
                .order_by(col(EventRow.sort_day).desc(), col(EventRow.id).desc())
            )
            found.update(session.exec(statement.limit(_MAX_CANDIDATES)))
    return found


def _blocks(query: CandidateQuery) -> list[ColumnElement[bool]]:
    blocks: list[ColumnElement[bool]] = []
    if query.place_id is not None:
        within = select(EventPlaceRow.event_id).where(
            col(EventPlaceRow.place_id) == query.place_id, *_days_near(col(EventPlaceRow.sort_day), query)
        )
        blocks.append(col(EventRow.id).in_(within))
    if query.containers:
        blocks.append(col(EventRow.place_id).in_(query.containers))
    if query.parties:
        shared = select(EventParticipantRow.event_id).where(
            col(EventParticipantRow.entity_id).in_(query.parties),
            *_days_near(col(EventParticipantRow.sort_day), query),
        )
        blocks.append(col(EventRow.id).in_(shared))
    return blocks


def _windows(query: CandidateQuery) -> list[list[ColumnElement[bool]]]:
    """For a dated event: events that overlap it, and events without a date. For an undated one: all."""
    if query.earliest is None and query.latest is None:
        return [[]]
    overlapping = [
        col(EventRow.since_day) <= (query.latest or date.max),
        col(EventRow.until_day) >= (query.earliest or date.min),
        *_days_near(col(EventRow.sort_day), query),
    ]
    return [overlapping, [col(EventRow.sort_day) == NO_DAY]]


def _days_near(column: Any, query: CandidateQuery) -> list[ColumnElement[bool]]:
    """The sort days within reach of the interval, or none at all."""
    first, last = query.earliest or query.latest, query.latest or query.earliest
    if first is None or last is None or first.year < 2 or last.year > 9997:
        return []
    near = column.between(first - _REACH, last + _REACH)
    return [near | (column == NO_DAY)]


def load_events(session: Session, event_ids: Collection[str]) -> dict[str, EventRow]:
    """These events by id."""
    return {row.id: row for row in session.exec(select(EventRow).where(col(EventRow.id).in_(event_ids)))}


def get_event(session: Session, event_id: str) -> EventRow | None:
    """The event of that id."""
    return session.get(EventRow, event_id)


def save_facets(
    session: Session, event: EventRow, places: Collection[str], parties: Collection[tuple[str, str]]
) -> None:
    """Set in which places the event lies and which entities have which role in it; keeps their event counts."""
    before = _entities_of(session, event.id)
    session.execute(delete(EventPlaceRow).where(col(EventPlaceRow.event_id) == event.id))
    session.execute(delete(EventParticipantRow).where(col(EventParticipantRow.event_id) == event.id))
    day = event.sort_day
    session.add_all([EventPlaceRow(place_id=place, sort_day=day, event_id=event.id) for place in places])
    session.add_all(
        [EventParticipantRow(entity_id=entity, role=role, sort_day=day, event_id=event.id) for entity, role in parties]
    )
    session.flush()
    after = {*places, *(entity for entity, _ in parties)}
    add_to_event_counts(session, sorted(after - before), 1)
    add_to_event_counts(session, sorted(before - after), -1)


def _entities_of(session: Session, event_id: str) -> set[str]:
    places = select(EventPlaceRow.place_id).where(col(EventPlaceRow.event_id) == event_id)
    parties = select(EventParticipantRow.entity_id).where(col(EventParticipantRow.event_id) == event_id)
    return {*session.exec(places), *session.exec(parties)}


def events_of_article(session: Session, article_id: str) -> list[EventRow]:
    """The events that an article reports, in the order it tells them."""
    statement = (
        select(EventRow)
        .join(ReportRow, col(ReportRow.event_id) == col(EventRow.id))
        .where(col(ReportRow.article_id) == article_id, col(ReportRow.superseded_at).is_(None))
        .order_by(col(ReportRow.id))
    )
    return list(session.exec(statement))


def events_of_entity(session: Session, entity_id: str) -> list[str]:
    """Ids of the events that name the entity: as a party, a claimant, or their place or a container of it."""
    places = select(EventPlaceRow.event_id).where(col(EventPlaceRow.place_id) == entity_id)
    parties = select(EventParticipantRow.event_id).where(col(EventParticipantRow.entity_id) == entity_id)
    return sorted({*session.exec(places), *session.exec(parties)})
