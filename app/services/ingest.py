"""One article's way in: load, annotate, resolve, save, and tell the difference it made."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.annotations import Annotations, ArticleText
from app.domain.documents import ArticleDocument, Changes, EntityDocument, EventDocument
from app.services.stores import Stores

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

    The same article again changes nothing (``is_new`` False), unless it was stored without extraction before.
    Errors of ``annotate`` pass through, and nothing is stored. The model runs outside any transaction.
    """
    raise NotImplementedError
