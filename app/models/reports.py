"""Event reports: what one article says of one happening."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index
from sqlmodel import AutoString, Field

from app.models.base import Table
from app.models.types import Json, UtcDateTime


class ReportRow(Table, table=True):
    """One event as one article tells it. ``document`` is the annotation's event with stored entity ids.

    ``own_event_id`` is the id its event has as long as no older report tells the same; it always leads to
    ``event_id``, whatever the report is grouped with. ``is_referent``: clients have seen it as an event's id.
    ``ordinal`` is the place among the article's reports, the main one first. A new reading of the article that tells
    the same again takes the row over.

    An event is made from its reports, so they may be saved first: the key to it is checked at the end.
    """

    __tablename__ = "event_report"
    __table_args__ = (Index("ix_event_report_event", "event_id", "id"),)

    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True, ondelete="CASCADE")
    extraction_id: str = Field(foreign_key="extraction.id", index=True, ondelete="CASCADE")
    event_id: str = Field(
        sa_column=Column(AutoString, ForeignKey("event.id", deferrable=True, initially="DEFERRED"), nullable=False)
    )
    own_event_id: str | None = Field(default=None, index=True)
    is_referent: bool = Field(default=False)
    ordinal: int = 0
    local_id: str
    type: str
    mode: str | None = None
    stance: str
    background: bool
    earliest: date | None = None
    latest: date | None = None
    place_id: str | None = Field(default=None, foreign_key="place.id", index=True)
    confidence: float
    document: Any = Field(sa_type=Json)
    extractor: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    superseded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ReportParticipantRow(Table, table=True):
    """Who took part, as the article says: an entity, or only words."""

    __tablename__ = "report_participant"

    report_id: str = Field(primary_key=True, foreign_key="event_report.id", ondelete="CASCADE")
    ordinal: int = Field(primary_key=True)
    role: str
    entity_id: str | None = Field(default=None, index=True)
    text: str
    start: int
    end: int
    sector: str | None = None
    country_code: str | None = None


class ReportClaimRow(Table, table=True):
    """Who says it, in the article, with the reporting verb; ``about`` lists what rests on the claim."""

    __tablename__ = "report_claim"

    id: str = Field(primary_key=True)
    report_id: str = Field(foreign_key="event_report.id", index=True, ondelete="CASCADE")
    local_id: str
    claimant_id: str | None = Field(default=None, index=True)
    text: str
    verb: str
    start: int
    end: int
    stance: str
    about: Any = Field(sa_type=Json)


class CasualtyFigureRow(Table, table=True):
    """One stated casualty figure; ``claim_id`` None: the outlet says it. ``chosen``: the article stands by it."""

    __tablename__ = "casualty_figure"

    report_id: str = Field(primary_key=True, foreign_key="event_report.id", ondelete="CASCADE")
    ordinal: int = Field(primary_key=True)
    what: str
    low: int = Field(sa_type=BigInteger)
    high: int | None = Field(default=None, sa_type=BigInteger)
    text: str
    start: int
    end: int
    claim_id: str | None = Field(default=None, foreign_key="report_claim.id", index=True)
    of_whom: Any = Field(default=None, sa_type=Json, nullable=True)
    chosen: bool


class EvidenceRow(Table, table=True):
    """A sentence of the article that tells the event, the main one first."""

    __tablename__ = "evidence"

    report_id: str = Field(primary_key=True, foreign_key="event_report.id", ondelete="CASCADE")
    ordinal: int = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True, ondelete="CASCADE")
    start: int
    end: int
    quote: str
    trigger_start: int | None = None
    trigger_end: int | None = None
    trigger_text: str | None = None
