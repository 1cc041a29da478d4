"""What reports are compared by, and which of them tell one happening."""

from datetime import date
from typing import Any

from sqlmodel import Field

from app.models.base import Table
from app.models.types import Json


class ReportFactsRow(Table, table=True):
    """What resolution compares a report by (``app.resolution.facts.ReportFacts``); it depends on its article alone."""

    __tablename__ = "report_facts"

    report_id: str = Field(primary_key=True, foreign_key="event_report.id", ondelete="CASCADE")
    facts: Any = Field(sa_type=Json)


class ArticleWordingRow(Table, table=True):
    """How an article is worded: its heaviest terms, the people out of public life and the places that it names."""

    __tablename__ = "article_wording"

    article_id: str = Field(primary_key=True, foreign_key="article.id", ondelete="CASCADE")
    terms: Any = Field(sa_type=Json)
    people: Any = Field(sa_type=Json)
    places: Any = Field(sa_type=Json)


class ReportBlockRow(Table, table=True):
    """A key by which a report is found as worth comparing, sorted by the last day it may have happened on."""

    __tablename__ = "report_block"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: str = Field(primary_key=True)
    last_day: date = Field(primary_key=True)
    report_id: str = Field(primary_key=True, foreign_key="event_report.id", index=True, ondelete="CASCADE")
    first_day: date


class ReportPairRow(Table, table=True):
    """Two reports of different articles that tell one happening, or nearly (``margin`` below 0), with the score.

    Each pair is kept both ways, so that one index finds what belongs to a report.
    """

    __tablename__ = "report_pair"
    __table_args__ = ({"sqlite_with_rowid": False},)

    report_id: str = Field(primary_key=True, foreign_key="event_report.id", ondelete="CASCADE")
    other_id: str = Field(primary_key=True, foreign_key="event_report.id", index=True, ondelete="CASCADE")
    margin: float
    score: float
    parts: Any = Field(sa_type=Json)
