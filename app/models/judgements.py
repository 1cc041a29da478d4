"""What people judged: whether two events, people, organizations or places are one."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from app.models.base import Table
from app.models.types import UtcDateTime


class JudgementRow(Table, table=True):
    """A verdict on two events or two entities (``kind``), given for their ids.

    On events it is kept on the reports that these ids belong to; a report that goes hands it on to another one of its
    event. It is withdrawn, never edited; a later one on the same two withdraws it. ``withdrawn_reason``: why, where
    nobody withdrew it.
    """

    __tablename__ = "judgement"
    __table_args__ = (
        Index("ix_judgement_left", "left_report_id", "right_report_id"),
        Index("ix_judgement_right", "right_report_id"),
        Index("ix_judgement_left_id", "left_id", "right_id"),
        Index("ix_judgement_right_id", "right_id"),
        Index("ix_judgement_state", "withdrawn_at", "id"),
        Index("ix_judgement_kind", "kind", "withdrawn_at", "id"),
    )

    id: str = Field(primary_key=True)
    kind: str = Field(default="event")
    left_id: str
    right_id: str
    left_report_id: str | None = Field(default=None, foreign_key="event_report.id", ondelete="SET NULL")
    right_report_id: str | None = Field(default=None, foreign_key="event_report.id", ondelete="SET NULL")
    verdict: str
    author: str
    reason: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawn_reason: str | None = None
