"""What articles were before they were corrected."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from app.models.base import Table
from app.models.types import UtcDateTime


class ArticleVersionRow(Table, table=True):
    """A version of an article that a later one took the place of, as it was given; the first one is 1."""

    __tablename__ = "article_version"
    __table_args__ = (Index("ix_article_version_text", "text_sha256", "source_key"),)

    article_id: str = Field(primary_key=True, foreign_key="article.id", ondelete="CASCADE")
    version: int = Field(primary_key=True)
    source_key: str
    title: str | None = None
    url: str | None = None
    text: str
    text_sha256: str
    published_on: str | None = None
    published_basis: str
    stored_at: datetime = Field(sa_type=UtcDateTime)
