"""Events: the happenings that reports were resolved to, and the indexed facets that queries read."""

from datetime import date, datetime
from enum import IntFlag
from typing import Any

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field

from app.models.base import Table
from app.models.types import Json, UtcDateTime

#: Few events are other than asserted, or background: these are indexed, the rest is not worth it. A query that is to
#: use the index must state the condition in the same words.
NOT_ASSERTED = text("stance <> 'asserted'")
BACKGROUND = text("background")


class EventColumns(Table):
    """What queries filter and sort events by. Rows are small, so that many fit a page.

    ``first_day``/``last_day`` are the interval for overlap queries: never null, open ends are the ends of the
    calendar, and an unknown date is an interval that overlaps nothing. Lists are sorted by ``last_day``, newest first.
    ``version``: the number of the change since which the event is what it is.
    """

    id: str = Field(primary_key=True)
    type: str
    mode: str | None = None
    title: str
    stance: str
    background: bool
    disputed: bool
    earliest: date | None = None
    latest: date | None = None
    first_day: date
    last_day: date
    place_id: str | None = None
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    killed_low: int | None = Field(default=None, sa_type=BigInteger)
    killed_best: int | None = Field(default=None, sa_type=BigInteger)
    killed_high: int | None = Field(default=None, sa_type=BigInteger)
    wounded_low: int | None = Field(default=None, sa_type=BigInteger)
    wounded_best: int | None = Field(default=None, sa_type=BigInteger)
    wounded_high: int | None = Field(default=None, sa_type=BigInteger)
    article_count: int
    independent_source_count: int
    confidence: float
    first_reported_on: date | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)
    version: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs={"server_default": "0"})


class EventRow(EventColumns, table=True):
    """A happening, derived from its reports."""

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_days", "last_day", "id", "first_day", "stance", "version"),
        Index("ix_event_type", "type", "last_day", "id", "first_day", "stance", "version"),
        Index("ix_event_country", "country_code", "last_day", "id", "first_day", "stance", "version"),
        Index("ix_event_place", "place_id", "last_day", "id"),
        Index("ix_event_point", "latitude", "longitude", "last_day", "id", "stance"),
        Index("ix_event_stance", "stance", "last_day", "id", sqlite_where=NOT_ASSERTED, postgresql_where=NOT_ASSERTED),
        Index("ix_event_background", "last_day", "id", sqlite_where=BACKGROUND, postgresql_where=BACKGROUND),
        {"sqlite_with_rowid": False},
    )

    place_id: str | None = Field(default=None, foreign_key="place.id")


class EventDocumentRow(Table, table=True):
    """The whole event as clients see it."""

    __tablename__ = "event_document"

    event_id: str = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    document: Any = Field(sa_type=Json)


class EventPlaceRow(Table, table=True):
    """An event lies in a place: one row for its own place and each container, sorted as lists are."""

    __tablename__ = "event_place"
    __table_args__ = ({"sqlite_with_rowid": False},)

    place_id: str = Field(primary_key=True, foreign_key="place.id", ondelete="CASCADE")
    last_day: date = Field(primary_key=True)
    event_id: str = Field(primary_key=True, foreign_key="event.id", index=True, ondelete="CASCADE")


class PartyRole(IntFlag):
    """What an entity is in an event; any combination."""

    ACTOR = 1
    TARGET = 2
    MEDIATOR = 4
    CLAIMANT = 8


class EventPartyRow(Table, table=True):
    """An entity has one or more roles in an event (``roles`` is a ``PartyRole``), sorted as lists are."""

    __tablename__ = "event_party"
    __table_args__ = ({"sqlite_with_rowid": False},)

    entity_id: str = Field(primary_key=True)
    last_day: date = Field(primary_key=True)
    event_id: str = Field(primary_key=True, foreign_key="event.id", index=True, ondelete="CASCADE")
    roles: int


class SearchTextRow(Table, table=True):
    """What full text search reads: folded words of an article or event; ``number`` ties it to the index."""

    __tablename__ = "search_text"

    number: int | None = Field(default=None, primary_key=True)
    owner_id: str = Field(unique=True)
    kind: str
    words: str
