"""Lists of events: the conditions that filters become, and keyset pages."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from app.domain.filters import Box
from app.models import EventParticipantRow, EventPlaceRow, EventRow
from app.storage.paging import after, count_up_to_limit, decode_cursor
from app.storage.search import owners_of_words


def page_of_events(
    session: Session, conditions: list[ColumnElement[bool]], limit: int, cursor: str | None
) -> tuple[list[tuple[str, date, Any]], int, bool]:
    """Up to ``limit + 1`` events (id, sort day, document), newest first, with the total and if that is an estimate."""
    matching = select(col(EventRow.id), col(EventRow.sort_day), col(EventRow.document)).where(*conditions)
    total, is_estimate = count_up_to_limit(session, matching.with_only_columns(col(EventRow.id)))
    key = [col(EventRow.sort_day), col(EventRow.id)]
    if cursor is not None:
        matching = matching.where(after(key, decode_cursor(cursor, [date, str]), descending=True))
    rows = session.exec(matching.order_by(*(column.desc() for column in key)).limit(limit + 1))
    return [(event_id, day, document) for event_id, day, document in rows], total, is_estimate


def in_place(place_ids: Collection[str]) -> ColumnElement[bool]:
    """The event's place is one of these or lies in one."""
    return col(EventRow.id).in_(select(EventPlaceRow.event_id).where(col(EventPlaceRow.place_id).in_(place_ids)))


def in_country(country_code: str) -> ColumnElement[bool]:
    """The event's place lies in that country."""
    return col(EventRow.country_code) == country_code


def in_box(box: Box) -> ColumnElement[bool]:
    """The point of the event's place lies in the box; a box with west > east crosses the antimeridian."""
    longitude = col(EventRow.longitude)
    across: ColumnElement[bool]
    if box.west <= box.east:
        across = longitude.between(box.west, box.east)
    else:
        across = or_(longitude >= box.west, longitude <= box.east)
    return col(EventRow.latitude).between(box.south, box.north) & across


def with_party(entity_ids: Collection[str], roles: Collection[str] | None = None) -> ColumnElement[bool]:
    """One of these entities has one of these roles in the event, any role where None are given."""
    rows = select(EventParticipantRow.event_id).where(col(EventParticipantRow.entity_id).in_(entity_ids))
    if roles is not None:
        rows = rows.where(col(EventParticipantRow.role).in_(roles))
    return col(EventRow.id).in_(rows)


def overlapping(first: date | None, last: date | None) -> list[ColumnElement[bool]]:
    """The event's interval overlaps these days; an event without any date overlaps none."""
    conditions: list[ColumnElement[bool]] = []
    if first is not None:
        conditions.append(col(EventRow.until_day) >= first)
    if last is not None:
        conditions.append(col(EventRow.since_day) <= last)
    return conditions


def of_type(type_: str) -> ColumnElement[bool]:
    """The event is of that type."""
    return col(EventRow.type) == type_


def of_stance(stance: str) -> ColumnElement[bool]:
    """The event is reported with that stance."""
    return col(EventRow.stance) == stance


def is_background(background: bool) -> ColumnElement[bool]:
    """The event is, or is not, only told as setting."""
    return col(EventRow.background).is_(background)


def holding_words(session: Session, words: list[str]) -> ColumnElement[bool]:
    """Title, parties, place and evidence hold all of these folded words."""
    return col(EventRow.id).in_(owners_of_words(session, "event", words))


def nothing() -> ColumnElement[bool]:
    """No event: a name was given that nothing bears."""
    return col(EventRow.id).in_([])
