"""What makes two articles the same one, and the row of an article."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from sqlmodel import Session

from app.domain.annotations import Annotations, ArticleText, PublicationDate
from app.domain.edtf import parse_edtf, parse_published_on
from app.domain.identifiers import new_id
from app.domain.names import fold_name
from app.domain.web_addresses import page_key
from app.errors import InvalidInput
from app.models import ArticleRow, ExtractionRow
from app.storage.articles import save_source
from app.storage.search import index_texts


@dataclass(frozen=True, slots=True)
class ArticleKey:
    """What identifies an article: its text's hash and its source. ``source_key`` is empty without a source.

    With another text the same source has another version of it on the same page (``page_key``).
    """

    text_sha256: str
    source_key: str
    source_name: str | None
    page_key: str | None


def key_of(article: ArticleText) -> ArticleKey:
    """Identity of an article: line ends and outer blanks of the text do not count; source, else the URL's host."""
    text = article.text.replace("\r\n", "\n").replace("\r", "\n").strip()
    name = _source_name(article)
    key = (fold_name(name) or name.casefold()) if name else ""
    page = page_key(article.url) if article.url else None
    return ArticleKey(hashlib.sha256(text.encode()).hexdigest(), key, name, page)


def _source_name(article: ArticleText) -> str | None:
    if article.source and article.source.strip():
        return article.source.strip()
    if article.url:
        try:
            host = urlsplit(article.url.strip()).hostname
        except ValueError:
            return None
        return host.removeprefix("www.") if host else None
    return None


def with_stored_metadata(article: ArticleText, stored: ArticleRow) -> ArticleText:
    """The article as it is stored, completed and corrected by the metadata that came now.

    The text is the stored one: line ends and outer blanks may differ, and offsets count in it.
    """
    known = {
        "title": article.title or stored.title,
        "url": article.url or stored.url,
        "published_on": article.published_on or stored.published_on,
        "language": article.language or stored.language,
    }
    return article.model_copy(update={"text": stored.text, **known})


def add_article(
    session: Session,
    stored: ArticleRow | None,
    article: ArticleText,
    key: ArticleKey,
    annotations: Annotations | None,
    now: datetime,
) -> ArticleRow:
    """Make the article's row, or complete the one that was stored without extraction."""
    if stored is not None:  # perhaps since this article was read
        update_article(session, stored, with_stored_metadata(article, stored), annotations, now)
        return stored
    source = save_source(session, key.source_key, key.source_name or "", now) if key.source_key else None
    row = ArticleRow(
        id=new_id("art"),
        source_id=source.id if source else None,
        source_key=key.source_key,
        source_name=key.source_name,
        text=article.text,
        text_sha256=key.text_sha256,
        ingested_at=now,
        updated_at=now,
        **_values(article, annotations),
    )
    session.add(row)
    session.flush()
    _index(session, row)
    return row


def update_article(
    session: Session, stored: ArticleRow, article: ArticleText, annotations: Annotations | None, now: datetime
) -> None:
    """Set what is known of a stored article beside its text and its source."""
    stored.sqlmodel_update(_values(article, annotations) | {"updated_at": now})
    _index(session, stored)


def text_of(stored: ArticleRow) -> ArticleText:
    """A stored article as the extractor reads it: with what was given, not what was inferred."""
    return ArticleText(
        text=stored.text,
        title=stored.title,
        url=stored.url,
        source=stored.source_name,
        published_on=stored.published_on if stored.published_basis == "given" else None,
        language=stored.language,
    )


def _index(session: Session, row: ArticleRow) -> None:
    index_texts(session, "article", {row.id: f"{row.title or ''}\n{row.text}"})


def extraction_row(article: ArticleRow, annotations: Annotations, now: datetime) -> ExtractionRow:
    """What the extractor said, whole."""
    return ExtractionRow(
        id=new_id("ext"),
        article_id=article.id,
        article_version=article.version,
        extractor=annotations.extractor,
        annotations=annotations.model_dump(mode="json"),
        created_at=now,
    )


def _values(article: ArticleText, annotations: Annotations | None) -> dict[str, Any]:
    """The columns that may change when an article that was stored without extraction comes again."""
    published = annotations.published_on if annotations else _given(article)
    first, last = _days(published.value)
    return {
        "title": article.title,
        "url": article.url,
        "page_key": page_key(article.url) if article.url else None,
        "language": annotations.language if annotations else article.language,
        "published_on": published.value,
        "published_basis": published.basis,
        "published_from": first,
        "published_until": last,
        "extraction_status": "done" if annotations else "none",
        "extractor": annotations.extractor if annotations else None,
    }


def _given(article: ArticleText) -> PublicationDate:
    if not article.published_on:
        return PublicationDate()
    try:
        return PublicationDate(value=parse_published_on(article.published_on).edtf, basis="given")
    except ValueError as error:
        raise InvalidInput(str(error), field="published_on") from error


def _days(edtf: str | None) -> tuple[date | None, date | None]:
    if edtf is None:
        return None, None
    interval = parse_edtf(edtf)
    return interval.earliest, interval.latest
