"""Lists of events: what filters become, and keyset pages that walk the index of the rarest facet."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, false, or_
from sqlmodel import Session, col, select

from app.domain.event_documents import EventDocument
from app.domain.filters import Box
from app.models import EventDocumentRow, EventPartyRow, EventPlaceRow, EventRow, PartyRole
from app.models.events import BACKGROUND, NOT_ASSERTED
from app.storage.paging import after, count_up_to_limit, decode_cursor
from app.storage.search import owners_of_words

ANY_ROLE = PartyRole.ACTOR | PartyRole.TARGET | PartyRole.MEDIATOR | PartyRole.CLAIMANT


@dataclass(frozen=True, slots=True)
class Facet:
    """The event has to do with an entity: lies in a place (``roles`` None), or the entity has one of these roles.

    ``event_count`` is about how many events that are: the page walks the rarest facet's index.
    """

    entity_id: str
    roles: PartyRole | None
    event_count: int


@dataclass(slots=True)
class EventConditions:
    """What a list asks of events: facets with an index each, and conditions on the event itself."""

    facets: list[Facet] = field(default_factory=list)
    others: list[ColumnElement[bool]] = field(default_factory=list)

    def require(self, *conditions: ColumnElement[bool]) -> None:
        """Add conditions on the event itself."""
        self.others.extend(conditions)


def page_of_events(
    session: Session, conditions: EventConditions, limit: int, cursor: str | None
) -> tuple[list[tuple[str, date, EventDocument]], int, bool]:
    """Up to ``limit + 1`` events (id, last day, document), newest first, with the total and if it is an estimate."""
    day, event_id, matching = _matching(conditions)
    total, is_estimate = count_up_to_limit(session, matching)
    if cursor is not None:
        matching = matching.where(after([day, event_id], decode_cursor(cursor, [date, str]), descending=True))
    keys = session.execute(matching.order_by(day.desc(), event_id.desc()).limit(limit + 1)).all()
    ids = [key[0] for key in keys]
    rows = session.exec(select(EventDocumentRow).where(col(EventDocumentRow.event_id).in_(ids)))
    documents: dict[str, EventDocument] = {row.event_id: row.document for row in rows}
    return [(key[0], key[1], documents[key[0]]) for key in keys], total, is_estimate


def _matching(conditions: EventConditions) -> tuple[Any, Any, Any]:
    """Day and id to sort by, and the select of both."""
    ordered = sorted(conditions.facets, key=lambda facet: facet.event_count)
    others = [*conditions.others, *(_has(facet) for facet in ordered[1:])]
    if not ordered:
        day, event_id = col(EventRow.last_day), col(EventRow.id)
        return day, event_id, select(event_id, day).where(*others)
    rarest = ordered[0]
    model: Any = EventPlaceRow if rarest.roles is None else EventPartyRow
    matching = select(model.event_id, model.last_day).where(_names(model, rarest))
    if others:
        matching = matching.join(EventRow, col(EventRow.id) == model.event_id).where(*others)
    return model.last_day, model.event_id, matching


def _names(model: Any, facet: Facet) -> ColumnElement[bool]:
    """The facet's rows of its table."""
    if facet.roles is None:
        condition: ColumnElement[bool] = model.place_id == facet.entity_id
        return condition
    named: ColumnElement[bool] = model.entity_id == facet.entity_id
    return named if facet.roles == ANY_ROLE else named & (model.roles.op("&")(int(facet.roles)) != 0)


def _has(facet: Facet) -> ColumnElement[bool]:
    """The event at hand has the facet; one look-up by the whole key."""
    model: Any = EventPlaceRow if facet.roles is None else EventPartyRow
    same_event = (model.last_day == col(EventRow.last_day)) & (model.event_id == col(EventRow.id))
    return select(model.event_id).where(_names(model, facet), same_event).exists()


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


def naming(entity_id: str) -> ColumnElement[bool]:
    """The event lies in the place or the entity has any role in it."""
    places = select(EventPlaceRow.event_id).where(col(EventPlaceRow.place_id) == entity_id)
    parties = select(EventPartyRow.event_id).where(col(EventPartyRow.entity_id) == entity_id)
    return col(EventRow.id).in_(places.union(parties))


def overlapping(first: date | None, last: date | None) -> list[ColumnElement[bool]]:
    """The event's interval overlaps these days; an event without any date overlaps none."""
    conditions: list[ColumnElement[bool]] = []
    if first is not None:
        conditions.append(col(EventRow.last_day) >= first)
    if last is not None:
        conditions.append(col(EventRow.first_day) <= last)
    return conditions


def of_type(type_: str) -> ColumnElement[bool]:
    """The event is of that type."""
    return col(EventRow.type) == type_


def of_stance(stance: str) -> Sequence[ColumnElement[bool]]:
    """The event is reported with that stance. All but asserted are few, and indexed."""
    same = col(EventRow.stance) == stance
    return [same] if stance == "asserted" else [NOT_ASSERTED, same]  # type: ignore[list-item]


def is_background(background: bool) -> ColumnElement[bool]:
    """The event is, or is not, only told as setting. Those that are, are few, and indexed."""
    return BACKGROUND if background else col(EventRow.background).is_(False)  # type: ignore[return-value]


def holding_words(session: Session, words: list[str]) -> ColumnElement[bool]:
    """Title, parties, place and evidence hold all of these folded words."""
    return col(EventRow.id).in_(owners_of_words(session, "event", words))


def nothing() -> ColumnElement[bool]:
    """No event: a name was given that nothing bears."""
    return false()
