"""Articles and where they came from."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from app.models.base import Table
from app.models.types import Json, UtcDateTime


class SourceRow(Table, table=True):
    """Where articles come from: the given name, else the URL's host. ``key`` is its folded form.

    ``alignment`` tells whom the outlet belongs to, where that is known: it is shown, and decides nothing.
    """

    __tablename__ = "source"

    id: str = Field(primary_key=True)
    key: str = Field(unique=True)
    name: str
    alignment: Any = Field(default=None, sa_type=Json, nullable=True)
    created_at: datetime = Field(sa_type=UtcDateTime)


class ArticleRow(Table, table=True):
    """One article as it was given. Same text hash and same source key: the same article.

    ``copy_of`` is the article that this one repeats, wholly (``copy_kind`` exact) or in most of its text (near);
    ``copy_similarity`` is how much, 0 to 1. ``published_from``/``published_until`` are the first and last day that
    ``published_on`` (EDTF) means. ``extraction_status``: none, done or failed. Another text with the same
    source and ``page_key`` (of the URL) is a new ``version`` of the article; it came at ``corrected_at``.
    """

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("text_sha256", "source_key"),
        Index("ix_article_published", "published_from", "published_until"),
        Index("ix_article_extractor", "extractor", "id"),
        Index("ix_article_page", "page_key", "source_key"),
    )

    id: str = Field(primary_key=True)
    source_id: str | None = Field(default=None, foreign_key="source.id", index=True)
    source_key: str
    source_name: str | None = None
    title: str | None = None
    url: str | None = None
    page_key: str | None = None
    text: str
    text_sha256: str
    language: str | None = None
    published_on: str | None = None
    published_basis: str
    published_from: date | None = None
    published_until: date | None = None
    copy_of: str | None = Field(default=None, foreign_key="article.id", index=True)
    copy_kind: str | None = None
    copy_similarity: float | None = None
    extraction_status: str
    extractor: str | None = None
    version: int = 1
    ingested_at: datetime = Field(sa_type=UtcDateTime)
    corrected_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class ExtractionRow(Table, table=True):
    """What one extractor version said about a version of an article, whole; a newer one supersedes it."""

    __tablename__ = "extraction"

    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True, ondelete="CASCADE")
    article_version: int = 1
    extractor: str | None = None
    annotations: Any = Field(sa_type=Json)
    created_at: datetime = Field(sa_type=UtcDateTime)
    superseded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
