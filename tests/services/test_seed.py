from pathlib import Path

from app.domain.annotations import Annotations
from app.domain.filters import ArticleQuery
from app.services.articles import list_articles
from app.services.seed import sample_articles, seed_articles

SEEDS = Path(__file__).parents[2] / "seeds"


def test_sample_articles_are_loaded_once(stores) -> None:
    steps = []
    annotate = lambda article: Annotations(extractor="none")  # noqa: E731
    first = seed_articles(stores, SEEDS, annotate, lambda done, total: steps.append((done, total)))
    count = len(list(sample_articles(SEEDS)))
    assert count >= 15
    assert (first.ingested, first.unchanged) == (count, 0)
    assert steps[-1] == (count, count)
    again = seed_articles(stores, SEEDS, annotate)
    assert (again.ingested, again.unchanged) == (0, count)
    assert list_articles(stores, ArticleQuery()).total == count


def test_sample_articles_say_that_they_are_samples() -> None:
    assert all("sample" in article.source and article.published_on for article in sample_articles(SEEDS))
