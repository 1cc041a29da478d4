"""Ids that clients have seen and that stand for nothing of their own any more."""

from datetime import datetime

from sqlmodel import Field

from app.models.base import Table
from app.models.types import UtcDateTime


class RetiredIdRow(Table, table=True):
    """Why an id of an article or event is gone, and since when.

    ``report_id``: a report that the event had then; the id leads to that report's event. None: it leads nowhere.
    """

    __tablename__ = "retired_id"

    id: str = Field(primary_key=True)
    reason: str
    retired_at: datetime = Field(sa_type=UtcDateTime)
    report_id: str | None = Field(default=None, foreign_key="event_report.id", index=True, ondelete="SET NULL")
