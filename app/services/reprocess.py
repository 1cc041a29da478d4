"""Articles read again with today's extractor: what they tell now takes the place of what they told before."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from sqlmodel import Session

from app.domain.annotations import Annotations
from app.domain.documents import Changes, JsonObject
from app.models import ArticleRow, ExtractionRow
from app.services.article_rows import text_of
from app.services.articles import existing_article
from app.services.changelog import Cause, EventsDerived, write_changes
from app.services.ingest import Annotate
from app.services.stores import Stores
from app.services.superseding import Reading, supersede
from app.storage import articles as store
from app.storage.reports import reports_of_article

#: Ids of articles that are looked up at once.
_BATCH: Final = 100
#: What two readings may differ in and still say the same.
_ABOUT_THE_READING: Final = ("id", "extractor")


def articles_to_reprocess(
    stores: Stores, version: str, *, every: bool = False, unread: bool = False
) -> Iterator[list[str]]:
    """Ids of the articles that another version of the extractor read, some at a time, in ascending order.

    ``every``: those that this ``version`` read too. ``unread``: those that were stored without extraction too.
    """
    with stores.database.read() as session:
        others = [read_by for read_by in store.extractor_versions(session) if read_by != version]
    for read_by in [*([version] if every else []), *others, *([None] if unread else [])]:
        yield from _ids_of_version(stores, read_by)


def _ids_of_version(stores: Stores, read_by: str | None) -> Iterator[list[str]]:
    last = ""
    while True:
        with stores.database.read() as session:
            ids = store.articles_read_by(session, read_by, beyond=last, limit=_BATCH)
        if not ids:
            return
        yield ids
        last = ids[-1]


def reprocess_article(stores: Stores, article_id: str, annotate: Annotate) -> Changes | None:
    """Read a stored article again and put that in the place of what was read before; None where both say the same.

    What is told again keeps its ids and what was judged of it. The former extraction is kept, superseded. Errors of
    ``annotate`` pass through, and nothing changes. The model runs outside any transaction. ``NotFound``, ``Gone``.
    """
    while True:
        with stores.database.read() as session:
            article = existing_article(session, article_id)
            text, read_at = text_of(article), article.updated_at
        annotations = annotate(text)
        now = datetime.now(UTC)
        with stores.database.write() as session:
            article = existing_article(session, article_id)
            if article.updated_at != read_at:
                continue  # it is another text by now, or was read by someone else
            extraction = store.live_extraction(session, article_id)
            if extraction is None or not _says_the_same(extraction, annotations):
                return supersede(session, stores, article, Reading(text, annotations, now), "article_reprocessed")
            _note_version(session, article, extraction, annotations.extractor)
            return None


def _says_the_same(extraction: ExtractionRow, annotations: Annotations) -> bool:
    return _content(extraction.annotations) == _content(annotations.model_dump(mode="json"))


def _content(annotations: JsonObject) -> JsonObject:
    return {key: value for key, value in annotations.items() if key not in _ABOUT_THE_READING}


def _note_version(session: Session, article: ArticleRow, extraction: ExtractionRow, version: str | None) -> None:
    """Note that this version of the extractor says the same, so that the article need not be read again."""
    article.extractor = extraction.extractor = version
    extraction.annotations = {**extraction.annotations, "extractor": version}
    for report in reports_of_article(session, article.id):
        report.extractor = version
    write_changes(session, Cause("article_reprocessed", article_id=article.id), EventsDerived({}, []), {})
