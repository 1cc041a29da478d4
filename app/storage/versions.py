"""Articles that were corrected: their former versions, and the pages that tell one from another."""

from sqlmodel import Session, col, select

from app.models import ArticleRow, ArticleVersionRow


def article_on_page(session: Session, page_key: str, source_key: str) -> ArticleRow | None:
    """The article that a source has on that page, the last one stored."""
    statement = select(ArticleRow).where(col(ArticleRow.page_key) == page_key, col(ArticleRow.source_key) == source_key)
    return session.exec(statement.order_by(col(ArticleRow.id).desc())).first()


def article_of_former_text(session: Session, text_sha256: str, source_key: str) -> ArticleRow | None:
    """The article of that source that had this text before it was corrected."""
    statement = (
        select(ArticleRow)
        .join(ArticleVersionRow, col(ArticleVersionRow.article_id) == col(ArticleRow.id))
        .where(col(ArticleVersionRow.text_sha256) == text_sha256, col(ArticleVersionRow.source_key) == source_key)
    )
    return session.exec(statement).first()


def keep_version(session: Session, article: ArticleRow) -> None:
    """Keep an article as it is now as a former version."""
    row = ArticleVersionRow(
        article_id=article.id,
        version=article.version,
        source_key=article.source_key,
        title=article.title,
        url=article.url,
        text=article.text,
        text_sha256=article.text_sha256,
        published_on=article.published_on,
        published_basis=article.published_basis,
        stored_at=article.corrected_at or article.ingested_at,
    )
    session.add(row)
    session.flush()


def former_versions(session: Session, article_id: str, before: int, limit: int) -> list[ArticleVersionRow]:
    """Up to so many versions of an article before that one, the newest first."""
    version = col(ArticleVersionRow.version)
    statement = select(ArticleVersionRow).where(col(ArticleVersionRow.article_id) == article_id, version < before)
    return list(session.exec(statement.order_by(version.desc()).limit(limit)))
