"""Reading articles and their annotations."""

from app.domain.documents import ArticleDocument, JsonObject, Page
from app.domain.filters import ArticleQuery
from app.services.stores import Stores


def list_articles(stores: Stores, query: ArticleQuery) -> Page[ArticleDocument]:
    """The articles that all filters match, last ingested first. ``InvalidInput`` for a cursor that is none."""
    raise NotImplementedError


def get_article(stores: Stores, article_id: str) -> ArticleDocument:
    """One article; ``NotFound``."""
    raise NotImplementedError


def get_annotations(stores: Stores, article_id: str) -> JsonObject:
    """The article's annotations by the annotation contract; ``NotFound`` where there is no article or no extraction.

    ``id`` is the article's. Each entity has ``stored_id`` beside its ``id`` in the article, each event ``event_id``.
    """
    raise NotImplementedError
