"""Pairs of events or entities that may be one, for people to judge."""

from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field

from app.models.base import Table
from app.models.types import Json

#: A query for open pairs must say it in the same words to find their index.
IS_OPEN = text("is_open")


class OpenPairRow(Table, table=True):
    """Two events, or two entities of one ``kind``, that may be one, each pair once (``left_id`` < ``right_id``).

    ``margin`` is how far above the threshold the score is; ``doubt`` how far from it at all, as a share of what is left
    open, so that pairs of all kinds can be sorted together. Events have a row as long as the pair is open. What was
    found of two entities is kept: ``is_open`` is false while a judgement stands on them, or they are one.
    """

    __tablename__ = "open_pair"
    __table_args__ = (
        Index("ix_open_pair_doubt", "doubt", "left_id", "right_id", sqlite_where=IS_OPEN, postgresql_where=IS_OPEN),
        Index(
            "ix_open_pair_kind", "kind", "doubt", "left_id", "right_id", sqlite_where=IS_OPEN, postgresql_where=IS_OPEN
        ),
        {"sqlite_with_rowid": False},
    )

    left_id: str = Field(primary_key=True)
    right_id: str = Field(primary_key=True, index=True)
    kind: str
    doubt: float
    margin: float
    score: float
    parts: Any = Field(sa_type=Json)
    is_open: bool = True
