"""What events were before: one row for each version that another one, or nothing, took the place of."""

from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from app.models.base import Table
from app.models.events import BACKGROUND, NOT_ASSERTED, EventColumns
from app.models.types import Json


class EventVersionRow(EventColumns, table=True):
    """An event as it was from change ``version`` on, until change ``until`` made it another one or ended it."""

    __tablename__ = "event_version"
    __table_args__ = (
        Index("ix_event_version_days", "last_day", "id", "version", "until", "first_day", "stance"),
        Index("ix_event_version_type", "type", "last_day", "id", "version", "until", "first_day", "stance"),
        Index("ix_event_version_country", "country_code", "last_day", "id", "version", "until", "first_day", "stance"),
        Index("ix_event_version_point", "latitude", "longitude", "last_day", "id", "version"),
        Index(
            "ix_event_version_stance",
            "stance",
            "last_day",
            "id",
            sqlite_where=NOT_ASSERTED,
            postgresql_where=NOT_ASSERTED,
        ),
        Index("ix_event_version_background", "last_day", "id", sqlite_where=BACKGROUND, postgresql_where=BACKGROUND),
    )

    version: int = Field(primary_key=True, sa_type=BigInteger)
    until: int = Field(sa_type=BigInteger)
    document: Any = Field(sa_type=Json)


class VersionPlaceRow(Table, table=True):
    """A version of an event lay in a place; as ``EventPlaceRow``."""

    __tablename__ = "event_version_place"
    __table_args__ = ({"sqlite_with_rowid": False},)

    place_id: str = Field(primary_key=True)
    last_day: date = Field(primary_key=True)
    event_id: str = Field(primary_key=True)
    version: int = Field(primary_key=True, sa_type=BigInteger)


class VersionPartyRow(Table, table=True):
    """An entity had roles in a version of an event; as ``EventPartyRow``."""

    __tablename__ = "event_version_party"
    __table_args__ = ({"sqlite_with_rowid": False},)

    entity_id: str = Field(primary_key=True)
    last_day: date = Field(primary_key=True)
    event_id: str = Field(primary_key=True)
    version: int = Field(primary_key=True, sa_type=BigInteger)
    roles: int


class VersionTextRow(Table, table=True):
    """What full text search reads of a version; as ``SearchTextRow``."""

    __tablename__ = "event_version_text"

    number: int | None = Field(default=None, primary_key=True)
    event_id: str
    version: int = Field(sa_type=BigInteger)
    words: str
