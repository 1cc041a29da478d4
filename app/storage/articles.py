"""Articles, sources and extractions in the database."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from app.domain.identifiers import new_id
from app.models import ArticleRow, ExtractionRow, SourceRow
from app.storage.paging import after, count_up_to_limit, decode_cursor
from app.storage.search import owners_of_words


def find_article(session: Session, text_sha256: str, source_key: str) -> ArticleRow | None:
    """The article with this text from this source."""
    statement = select(ArticleRow).where(
        col(ArticleRow.text_sha256) == text_sha256, col(ArticleRow.source_key) == source_key
    )
    return session.exec(statement).first()


def get_article(session: Session, article_id: str) -> ArticleRow | None:
    """The article of that id."""
    return session.get(ArticleRow, article_id)


def save_source(session: Session, key: str, name: str, now: datetime) -> SourceRow:
    """The source of that key, made if it is new."""
    source = session.exec(select(SourceRow).where(col(SourceRow.key) == key)).first()
    if source is None:
        source = SourceRow(id=new_id("src"), key=key, name=name, created_at=now)
        session.add(source)
        session.flush()
    return source


def load_sources(session: Session, source_ids: Collection[str]) -> list[SourceRow]:
    """These sources."""
    return list(session.exec(select(SourceRow).where(col(SourceRow.id).in_(source_ids)))) if source_ids else []


def live_extraction(session: Session, article_id: str) -> ExtractionRow | None:
    """The extraction that stands, None where the article was stored without one."""
    statement = select(ExtractionRow).where(
        col(ExtractionRow.article_id) == article_id, col(ExtractionRow.superseded_at).is_(None)
    )
    return session.exec(statement.order_by(col(ExtractionRow.id).desc())).first()


def extractor_versions(session: Session) -> list[str]:
    """The versions of the extractor that articles were read by, found one after the other in the index."""
    versions: list[str] = []
    last = ""
    while True:
        later = select(func.min(ArticleRow.extractor)).where(col(ArticleRow.extractor) > last)
        version = session.exec(later).one()
        if version is None:
            return versions
        versions.append(version)
        last = version


def articles_read_by(session: Session, version: str | None, *, beyond: str, limit: int) -> list[str]:
    """Ids of articles that this version of the extractor read (None: none did), in ascending order."""
    read_by = col(ArticleRow.extractor)
    statement = select(ArticleRow.id).where(
        read_by == version if version is not None else read_by.is_(None), col(ArticleRow.id) > beyond
    )
    return list(session.exec(statement.order_by(col(ArticleRow.id)).limit(limit)))


def extraction_times(session: Session, article_ids: Sequence[str]) -> dict[str, datetime]:
    """Article id -> when the extraction that stands was made; articles without one are left out."""
    statement = select(ExtractionRow.article_id, ExtractionRow.created_at).where(
        col(ExtractionRow.article_id).in_(article_ids), col(ExtractionRow.superseded_at).is_(None)
    )
    return dict(session.exec(statement.order_by(col(ExtractionRow.id))).all())


def page_of_articles(
    session: Session, conditions: list[ColumnElement[bool]], limit: int, cursor: str | None
) -> tuple[list[ArticleRow], int, bool]:
    """Up to ``limit + 1`` articles, last ingested first, with the total and whether that is an estimate."""
    matching = select(ArticleRow).where(*conditions)
    total, is_estimate = count_up_to_limit(session, matching.with_only_columns(col(ArticleRow.id)))
    if cursor is not None:
        matching = matching.where(after([col(ArticleRow.id)], decode_cursor(cursor, [str]), descending=True))
    rows = session.exec(matching.order_by(col(ArticleRow.id).desc()).limit(limit + 1)).all()
    return list(rows), total, is_estimate


def published_between(first: date | None, last: date | None) -> list[ColumnElement[bool]]:
    """The conditions that the publication date overlaps these days; an unknown date overlaps none."""
    conditions: list[ColumnElement[bool]] = []
    if first is not None:
        conditions.append(col(ArticleRow.published_until) >= first)
    if last is not None:
        conditions.append(col(ArticleRow.published_from) <= last)
    return conditions


def from_source(source_key: str) -> ColumnElement[bool]:
    """The condition that the article came from that source."""
    sources = select(SourceRow.id).where(col(SourceRow.key) == source_key)
    return col(ArticleRow.source_id).in_(sources)


def holding_words(session: Session, words: list[str]) -> ColumnElement[bool]:
    """The condition that title and text hold all of these folded words."""
    return col(ArticleRow.id).in_(owners_of_words(session, "article", words))
