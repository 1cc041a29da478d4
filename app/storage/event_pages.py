"""Lists of events: what filters become, and keyset pages that walk the index of the rarest facet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, false, or_, select, tuple_
from sqlmodel import Session

from app.domain.event_documents import EventDocument
from app.domain.filters import Box
from app.models import (
    EventDocumentRow,
    EventPartyRow,
    EventPlaceRow,
    EventRow,
    EventVersionRow,
    PartyRole,
    VersionPartyRow,
    VersionPlaceRow,
)
from app.models.events import BACKGROUND, NOT_ASSERTED
from app.storage.paging import EXACT_TOTAL_LIMIT, after, count_up_to_limit, decode_cursor
from app.storage.search import owners_of_words, versions_of_words

ANY_ROLE = PartyRole.ACTOR | PartyRole.TARGET | PartyRole.MEDIATOR | PartyRole.CLAIMANT


@dataclass(frozen=True, slots=True)
class Facet:
    """The event has to do with an entity: lies in a place (``roles`` None), or the entity has one of these roles.

    ``event_count`` is about how many events that are: the page walks the rarest facet's index.
    """

    entity_id: str
    roles: PartyRole | None
    event_count: int


@dataclass(frozen=True, slots=True)
class Tables:
    """Where events are looked for: among those that are now, or among what they were before."""

    event: Any
    place: Any
    party: Any

    @property
    def hold_versions(self) -> bool:
        """Whether an event is known by its id and version here, not by its id alone."""
        return self.event is EventVersionRow

    def key(self, event_id: Any, row: Any) -> Any:
        """What an event is known by here, in a row of a table that names it so."""
        return tuple_(event_id, row.version) if self.hold_versions else event_id


_NOW = Tables(EventRow, EventPlaceRow, EventPartyRow)
_BEFORE = Tables(EventVersionRow, VersionPlaceRow, VersionPartyRow)
#: A condition on the event itself, in whichever tables it is looked for.
Condition = Callable[[Tables], ColumnElement[bool]]
#: Id, last day and document.
ListedEvent = tuple[str, date, EventDocument]


@dataclass(frozen=True, slots=True)
class EventConditions:
    """What a list asks of events: facets with an index each, and conditions on the event itself."""

    facets: list[Facet] = field(default_factory=list)
    others: list[Condition] = field(default_factory=list)

    def require(self, *conditions: Condition) -> None:
        """Add conditions on the event itself."""
        self.others.extend(conditions)


def page_of_events(
    session: Session, conditions: EventConditions, limit: int, cursor: str | None, number: int | None = None
) -> tuple[list[ListedEvent], int, bool]:
    """Up to ``limit + 1`` events, newest first, with the total and if it is an estimate.

    ``number``: as they were after that change. What has not changed since is read with the events that are now.
    """
    if number is None:
        return _page(session, _NOW, conditions, limit, cursor)
    standing = replace(conditions, others=[*conditions.others, _begun_by(number)])
    former = replace(conditions, others=[*standing.others, _ended_after(number)])
    now, now_total, now_estimate = _page(session, _NOW, standing, limit, cursor)
    before, before_total, before_estimate = _page(session, _BEFORE, former, limit, cursor)
    rows = sorted([*now, *before], key=lambda row: (row[1], row[0]), reverse=True)
    total = now_total + before_total
    is_estimate = now_estimate or before_estimate or total > EXACT_TOTAL_LIMIT
    return rows[: limit + 1], min(total, EXACT_TOTAL_LIMIT), is_estimate


def _begun_by(number: int) -> Condition:
    return lambda tables: tables.event.version <= number


def _ended_after(number: int) -> Condition:
    return lambda tables: tables.event.until > number


def _page(
    session: Session, tables: Tables, conditions: EventConditions, limit: int, cursor: str | None
) -> tuple[list[ListedEvent], int, bool]:
    day, event_id, matching = _matching(tables, conditions)
    total, is_estimate = count_up_to_limit(session, matching)
    if cursor is not None:
        matching = matching.where(after([day, event_id], decode_cursor(cursor, [date, str]), descending=True))
    keys = session.execute(matching.order_by(day.desc(), event_id.desc()).limit(limit + 1)).all()
    if not keys:
        return [], total, is_estimate
    if tables.hold_versions:
        model: Any = EventVersionRow
        wanted = [(key[0], key[2]) for key in keys]
        found = select(model.id, model.document).where(tables.key(model.id, model).in_(wanted))
    else:
        model = EventDocumentRow
        found = select(model.event_id, model.document).where(model.event_id.in_([key[0] for key in keys]))
    documents = {row[0]: row[1] for row in session.execute(found)}
    return [(key[0], key[1], documents[key[0]]) for key in keys], total, is_estimate


def _matching(tables: Tables, conditions: EventConditions) -> tuple[Any, Any, Any]:
    """Day and id to sort by, and the select of id, day and, where there are several, version."""
    ordered = sorted(conditions.facets, key=lambda facet: facet.event_count)
    others = [condition(tables) for condition in conditions.others]
    others += [_has(tables, facet) for facet in ordered[1:]]
    event = tables.event
    if not ordered:
        return event.last_day, event.id, _selected(tables, event.id, event).where(*others)
    rarest = ordered[0]
    model = tables.place if rarest.roles is None else tables.party
    matching = _selected(tables, model.event_id, model).where(_names(model, rarest))
    if others:
        same_event = tables.key(event.id, event) == tables.key(model.event_id, model)
        matching = matching.join(event, same_event).where(*others)
    return model.last_day, model.event_id, matching


def _selected(tables: Tables, event_id: Any, row: Any) -> Any:
    columns = [event_id, row.last_day]
    return select(*columns, row.version) if tables.hold_versions else select(*columns)


def _names(model: Any, facet: Facet) -> ColumnElement[bool]:
    """The facet's rows of its table."""
    if facet.roles is None:
        condition: ColumnElement[bool] = model.place_id == facet.entity_id
        return condition
    named: ColumnElement[bool] = model.entity_id == facet.entity_id
    return named if facet.roles == ANY_ROLE else named & (model.roles.op("&")(int(facet.roles)) != 0)


def _has(tables: Tables, facet: Facet) -> ColumnElement[bool]:
    """The event at hand has the facet; one look-up by the whole key."""
    model = tables.place if facet.roles is None else tables.party
    same_event = tables.key(model.event_id, model) == tables.key(tables.event.id, tables.event)
    same_day = model.last_day == tables.event.last_day
    return select(model.event_id).where(_names(model, facet), same_day, same_event).exists()


def in_country(country_code: str) -> Condition:
    """The event's place lies in that country."""
    return lambda tables: tables.event.country_code == country_code


def in_box(box: Box) -> Condition:
    """The point of the event's place lies in the box; a box with west > east crosses the antimeridian."""

    def condition(tables: Tables) -> ColumnElement[bool]:
        longitude = tables.event.longitude
        across: ColumnElement[bool]
        if box.west <= box.east:
            across = longitude.between(box.west, box.east)
        else:
            across = or_(longitude >= box.west, longitude <= box.east)
        within: ColumnElement[bool] = tables.event.latitude.between(box.south, box.north) & across
        return within

    return condition


def naming(entity_id: str) -> Condition:
    """The event lies in the place or the entity has any role in it."""

    def condition(tables: Tables) -> ColumnElement[bool]:
        place, party = tables.place, tables.party
        places = select(*_key_columns(tables, place)).where(place.place_id == entity_id)
        parties = select(*_key_columns(tables, party)).where(party.entity_id == entity_id)
        named: ColumnElement[bool] = tables.key(tables.event.id, tables.event).in_(places.union(parties))
        return named

    return condition


def _key_columns(tables: Tables, row: Any) -> list[Any]:
    return [row.event_id, row.version] if tables.hold_versions else [row.event_id]


def overlapping(first: date | None, last: date | None) -> list[Condition]:
    """The event's interval overlaps these days; an event without any date overlaps none."""
    conditions: list[Condition] = []
    if first is not None:
        conditions.append(lambda tables: tables.event.last_day >= first)
    if last is not None:
        conditions.append(lambda tables: tables.event.first_day <= last)
    return conditions


def of_type(type_: str) -> Condition:
    """The event is of that type."""
    return lambda tables: tables.event.type == type_


def of_stance(stance: str) -> Sequence[Condition]:
    """The event is reported with that stance. All but asserted are few, and indexed."""

    def same(tables: Tables) -> ColumnElement[bool]:
        condition: ColumnElement[bool] = tables.event.stance == stance
        return condition

    return [same] if stance == "asserted" else [lambda _: NOT_ASSERTED, same]  # type: ignore[list-item, return-value]


def is_background(background: bool) -> Condition:
    """The event is, or is not, only told as setting. Those that are, are few, and indexed."""
    if background:
        return lambda _: BACKGROUND  # type: ignore[return-value]
    return lambda tables: tables.event.background.is_(False)


def holding_words(session: Session, words: list[str]) -> Condition:
    """Title, parties, place and evidence hold all of these folded words."""

    def condition(tables: Tables) -> ColumnElement[bool]:
        hold = versions_of_words(session, words) if tables.hold_versions else owners_of_words(session, "event", words)
        found: ColumnElement[bool] = tables.key(tables.event.id, tables.event).in_(hold)
        return found

    return condition


def nothing() -> Condition:
    """No event: a name was given that nothing bears."""
    return lambda _: false()
