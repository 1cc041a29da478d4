"""Versions of an article: what it said before it was corrected."""

from datetime import datetime

from sqlmodel import Session

from app.domain.annotations import ArticleText
from app.domain.documents import Page, VersionDocument
from app.domain.filters import ListQuery
from app.models import ArticleRow, ArticleVersionRow
from app.services.article_rows import key_of
from app.services.articles import existing_article
from app.services.copies import leave_text
from app.services.documents import moment
from app.services.pages import checked_cursor, page_of
from app.services.stores import Stores
from app.storage import versions as store
from app.storage.paging import decode_cursor


def replace_text(session: Session, article: ArticleRow, given: ArticleText, now: datetime) -> None:
    """Give an article another text, as its next version; the former one is kept."""
    store.keep_version(session, article)
    former_sha256, former_text = article.text_sha256, article.text
    article.text, article.text_sha256 = given.text, key_of(given).text_sha256
    article.version += 1
    article.corrected_at = now
    session.flush()
    leave_text(session, former_sha256, former_text)


def list_versions(stores: Stores, article_id: str, query: ListQuery) -> Page[VersionDocument]:
    """All versions of an article, the one that stands first. ``NotFound``, ``Gone``; ``InvalidInput`` for a cursor."""
    with stores.database.read() as session:
        article = existing_article(session, article_id)
        with checked_cursor():
            before = decode_cursor(query.cursor, [int])[0] if query.cursor else article.version
        shown = [] if query.cursor else [_version(article, article.id, article.corrected_at or article.ingested_at)]
        rows = store.former_versions(session, article_id, before, query.limit + 1)
        shown += [_version(row, article_id, row.stored_at) for row in rows]
        return page_of(shown, article.version, query.limit, lambda one: [one["version"]])


def _version(row: ArticleRow | ArticleVersionRow, article_id: str, stored_at: datetime) -> VersionDocument:
    return {
        "article_id": article_id,
        "version": row.version,
        "title": row.title,
        "text": row.text,
        "url": row.url,
        "published_on": {"value": row.published_on, "basis": row.published_basis},
        "stored_at": moment(stored_at),
    }
