"""What people judged: whether two events are one."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from app.models.base import Table
from app.models.types import UtcDateTime


class JudgementRow(Table, table=True):
    """A verdict on two events, given for their ids and kept on the reports that these ids belong to.

    It is withdrawn, never edited; a later one on the same two withdraws it.
    """

    __tablename__ = "judgement"
    __table_args__ = (
        Index("ix_judgement_left", "left_report_id", "right_report_id"),
        Index("ix_judgement_right", "right_report_id"),
    )

    id: str = Field(primary_key=True)
    left_id: str
    right_id: str
    left_report_id: str = Field(foreign_key="event_report.id", ondelete="CASCADE")
    right_report_id: str = Field(foreign_key="event_report.id", ondelete="CASCADE")
    verdict: str
    author: str
    reason: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
