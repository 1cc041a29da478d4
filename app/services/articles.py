"""Reading articles and their annotations."""

from collections.abc import Mapping

from sqlmodel import Session

from app.domain.documents import ArticleDocument, JsonObject, Page
from app.domain.filters import ArticleQuery
from app.domain.names import fold_name
from app.errors import Gone, NotFound
from app.models import ArticleRow, LinkRow
from app.services.documents import article_documents
from app.services.pages import checked_cursor, page_of
from app.services.stores import Stores
from app.storage import articles as store
from app.storage.canonical import canonical_ids
from app.storage.reports import links_of_extraction
from app.storage.retiring import retired_id
from app.storage.search import query_words


def list_articles(stores: Stores, query: ArticleQuery) -> Page[ArticleDocument]:
    """The articles that all filters match, last ingested first. ``InvalidInput`` for a cursor that is none."""
    interpreted: JsonObject = {}
    with stores.database.read() as session:
        conditions = store.published_between(query.first_day, query.last_day)
        if query.source:
            interpreted["source"] = {"asked": query.source, "key": fold_name(query.source)}
            conditions.append(store.from_source(fold_name(query.source) or query.source.casefold()))
        if query.q:
            words = query_words(query.q)
            interpreted["q"] = {"asked": query.q, "words": words}
            conditions.append(store.holding_words(session, words))
        with checked_cursor():
            rows, total, is_estimate = store.page_of_articles(session, conditions, query.limit, query.cursor)
        data = article_documents(session, rows)
        return page_of(
            data, total, query.limit, lambda shown: [shown["id"]], is_estimate=is_estimate, interpreted=interpreted
        )


def get_article(stores: Stores, article_id: str) -> ArticleDocument:
    """One article; ``NotFound``."""
    with stores.database.read() as session:
        return article_documents(session, [existing_article(session, article_id)])[0]


def get_annotations(stores: Stores, article_id: str) -> JsonObject:
    """The article's annotations by the annotation contract; ``NotFound`` where there is no article or no extraction.

    ``id`` is the article's. Each entity has ``stored_id`` beside its ``id`` in the article, each event ``event_id``,
    and both the ``link`` that decided it: outcome (same or new), score and its parts.
    """
    with stores.database.read() as session:
        existing_article(session, article_id)
        extraction = store.live_extraction(session, article_id)
        if extraction is None:
            raise NotFound(f"article {article_id} was stored without extraction")
        links = links_of_extraction(session, extraction.id)
        canonical = canonical_ids(session, {link.stored_id for link in links.values()})
        annotations: JsonObject = {**extraction.annotations, "id": article_id}
    for field, key in (("entities", "stored_id"), ("events", "event_id")):
        annotations[field] = [{**item, **_linked(links.get(item["id"]), key, canonical)} for item in annotations[field]]
    return annotations


def _linked(link: LinkRow | None, key: str, canonical: Mapping[str, str]) -> JsonObject:
    """The stored id under ``key``, and the decision; both None for what is not resolved (weapons, demonyms)."""
    if link is None:
        return {key: None, "link": None}
    stored_id = canonical.get(link.stored_id, link.stored_id)
    return {key: stored_id, "link": {"outcome": link.outcome, "score": link.score, "parts": link.parts}}


def existing_article(session: Session, article_id: str) -> ArticleRow:
    """The row of an article; ``NotFound``, and ``Gone`` where it was deleted."""
    row = store.get_article(session, article_id)
    if row is None:
        if retired := retired_id(session, article_id):
            raise Gone(f"the article {article_id} was deleted on {retired[0].retired_at:%Y-%m-%d}")
        raise NotFound(f"there is no article {article_id}")
    return row
