"""One article's way in: load, annotate, resolve, save, and tell the difference it made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session

from app.domain.annotations import Annotations, ArticleText
from app.domain.documents import ArticleDocument, Changes, EntityDocument
from app.domain.event_documents import EventDocument
from app.extraction.language.given import check_given_language
from app.models import ArticleRow
from app.services.alignments import note_alignment
from app.services.article_rows import ArticleKey, add_article, key_of, with_stored_metadata
from app.services.changelog import Cause, derive_events, write_changes
from app.services.changes import changes_of, unchanged
from app.services.copies import note_copies
from app.services.documents import article_documents, entity_documents
from app.services.resolve import Resolution, resolve
from app.services.stores import Stores
from app.services.superseding import Reading, supersede
from app.storage.articles import find_article
from app.storage.canonical import load_shown
from app.storage.events import documents_of_article
from app.storage.reports import entities_of_article
from app.storage.versions import article_of_former_text, article_on_page

#: The extractor, with all its knowledge bound.
Annotate = Callable[[ArticleText], Annotations]


@dataclass(frozen=True, slots=True)
class IngestOutcome:
    """What became of an article: the stored article, what it holds, and what changed."""

    article: ArticleDocument
    is_new: bool
    entities: list[EntityDocument]
    events: list[EventDocument]
    changes: Changes


def ingest_article(stores: Stores, article: ArticleText, annotate: Annotate | None) -> IngestOutcome:
    """Store an article and resolve what it tells; ``annotate`` None stores without extraction.

    The same article again changes nothing (``is_new`` False), unless it was stored without extraction before: then its
    stored text and metadata are read, with what is given now. Another text on the same page of the same source is a new
    version of the article, in the place of the former one; a text that it had before changes nothing. Errors of
    ``annotate`` pass through, and nothing is stored. The model runs outside any transaction. ``InvalidInput`` where
    ``published_on`` is no date, ``LanguageNotSupported`` where extraction is asked of a language that is not read.
    """
    if annotate is not None and article.language is not None:
        check_given_language(article.language)
    key = key_of(article)
    with stores.database.read() as session:
        stored = _find(session, key)
        if stored is not None and _is_done(stored, key, wants_extraction=annotate is not None):
            return _outcome(session, stores, stored, is_new=False)
        if stored is not None:
            article = with_stored_metadata(article, stored)
    annotations = annotate(article) if annotate is not None else None
    now = datetime.now(UTC)
    with stores.database.write() as session:
        stored = _find(session, key)
        if stored is not None and _is_done(stored, key, wants_extraction=annotate is not None):
            return _outcome(session, stores, stored, is_new=False)
        former = article_on_page(session, key.page_key, key.source_key) if key.page_key and not stored else None
        if former is not None:
            changes = supersede(session, stores, former, Reading(article, annotations, now), "article_corrected")
            return _outcome(session, stores, former, is_new=False, changes=changes)
        is_new = stored is None
        row = add_article(session, stored, article, key, annotations, now)
        note_alignment(session, stores, row)
        note_copies(session, row)
        resolution = resolve(session, stores, row, annotations, now) if annotations else Resolution()
        changes = _save(session, row, resolution, now, is_new=is_new)
        return _outcome(session, stores, row, is_new=is_new, changes=changes)


def _save(session: Session, row: ArticleRow, resolution: Resolution, now: datetime, *, is_new: bool) -> Changes:
    """Derive the events anew that the article reports or whose entities it renamed, and tell what changed."""
    derived = derive_events(session, [*resolution.events, *resolution.outdated_events], now)
    cause = Cause("article_stored" if is_new else "article_read", article_id=row.id)
    write_changes(session, cause, derived, resolution.moved)
    return changes_of(resolution.events, derived.before, derived.documents)


def _find(session: Session, key: ArticleKey) -> ArticleRow | None:
    """The article that has this text, or had it before it was corrected."""
    found = find_article(session, key.text_sha256, key.source_key)
    return found or article_of_former_text(session, key.text_sha256, key.source_key)


def _is_done(stored: ArticleRow, key: ArticleKey, *, wants_extraction: bool) -> bool:
    was_corrected = stored.text_sha256 != key.text_sha256
    return was_corrected or stored.extraction_status == "done" or not wants_extraction


def _outcome(
    session: Session, stores: Stores, row: ArticleRow, *, is_new: bool, changes: Changes | None = None
) -> IngestOutcome:
    """The article with its entities and events as they are stored now."""
    events = documents_of_article(session, row.id)
    entities = {one.id: one for one in load_shown(session, entities_of_article(session, row.id)).values()}
    return IngestOutcome(
        article=article_documents(session, [row])[0],
        is_new=is_new,
        entities=entity_documents(session, stores.actors, list(entities.values())),
        events=events,
        changes=changes or unchanged(events),
    )
