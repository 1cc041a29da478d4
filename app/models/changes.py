"""The change feed."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from app.models.base import Table
from app.models.types import Json, UtcDateTime


class ChangeRow(Table, table=True):
    """What happened to a resource, and why. Numbers rise by one without gaps, in the order of commits.

    All changes of one transaction have the same ``at``; it is later than that of the transaction before.
    ``into_id``: where a merged one went. ``from_ids``: of what a split one was part.
    """

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_resource", "resource_id", "seq"),)

    seq: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    action: str
    resource: str
    resource_id: str
    into_id: str | None = Field(default=None, index=True)
    from_ids: Any = Field(sa_type=Json)
    reason: str
    article_id: str | None = None
    judgement_id: str | None = None
