"""Events: the happenings that reports were resolved to, and the indexed facets that queries read."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field

from app.models.base import Table
from app.models.types import Json, UtcDateTime


class EventRow(Table, table=True):
    """A happening, derived from its reports; ``document`` is the whole event as clients see it.

    ``since_day``/``until_day`` are the interval for overlap queries: never null, open ends are the ends of the
    calendar, and an unknown date is an interval that overlaps nothing. ``sort_day`` orders lists, newest first.
    """

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_sort", "sort_day", "id"),
        Index("ix_event_type", "type", "sort_day", "id"),
        Index("ix_event_country", "country_code", "sort_day", "id"),
        Index("ix_event_interval", "until_day", "since_day"),
        Index("ix_event_point", "latitude", "longitude"),
        Index("ix_event_place", "place_id", "sort_day", "id"),
        Index("ix_event_stance", "stance", "sort_day", "id"),
    )

    id: str = Field(primary_key=True)
    type: str
    mode: str | None = None
    title: str
    stance: str
    background: bool
    disputed: bool
    earliest: date | None = None
    latest: date | None = None
    since_day: date
    until_day: date
    sort_day: date
    place_id: str | None = Field(default=None, foreign_key="place.id")
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    killed_low: int | None = None
    killed_best: int | None = None
    killed_high: int | None = None
    wounded_low: int | None = None
    wounded_best: int | None = None
    wounded_high: int | None = None
    article_count: int
    independent_source_count: int
    confidence: float
    first_reported_on: date | None = None
    document: Any = Field(sa_type=Json)
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class EventPlaceRow(Table, table=True):
    """An event lies in a place: one row for its own place and each container."""

    __tablename__ = "event_place"

    place_id: str = Field(primary_key=True, foreign_key="place.id", ondelete="CASCADE")
    sort_day: date = Field(primary_key=True)
    event_id: str = Field(primary_key=True, foreign_key="event.id", index=True, ondelete="CASCADE")


class EventParticipantRow(Table, table=True):
    """An entity has a role in an event: actor, target, mediator or claimant."""

    __tablename__ = "event_participant"

    entity_id: str = Field(primary_key=True)
    role: str = Field(primary_key=True)
    sort_day: date = Field(primary_key=True)
    event_id: str = Field(primary_key=True, foreign_key="event.id", index=True, ondelete="CASCADE")


class SearchTextRow(Table, table=True):
    """What full text search reads: folded words of an article or event; ``number`` ties it to the index."""

    __tablename__ = "search_text"

    number: int | None = Field(default=None, primary_key=True)
    owner_id: str = Field(unique=True)
    kind: str
    words: str
