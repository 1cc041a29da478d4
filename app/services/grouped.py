"""Articles grouped by their main event."""

from app.domain.annotations import Annotations, ArticleText
from app.errors import AppError
from app.services.article_rows import key_of
from app.services.ingest import ingest_article
from app.services.stores import Stores
from app.storage.reports import main_events


class ArticleGroups:
    """Stores annotated articles and tells which stored event each is mainly about."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def add(self, article: ArticleText | AppError, annotations: bytes | AppError) -> str | AppError:
        """Store an article; its stored id, or the error that it was refused with.

        Every line is an article of its own, never a new version of another one on the same page.
        """
        if isinstance(article, AppError):
            return article
        if isinstance(annotations, AppError):
            return annotations
        try:
            outcome = ingest_article(
                self._stores,
                article.model_copy(update={"id": None, "url": None, "source": key_of(article).source_name}),
                lambda _: Annotations.model_validate_json(annotations),
            )
        except AppError as error:
            return error
        return outcome.article["id"]

    def main_events(self) -> dict[str, str]:
        """The event that each stored article is mainly about, by the article's id; a copy has its original's."""
        with self._stores.database.read() as session:
            return main_events(session)
