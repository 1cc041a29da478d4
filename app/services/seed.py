"""Loading the sample articles."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.annotations import ArticleText
from app.services.ingest import Annotate, ingest_article
from app.services.stores import Stores

#: Called after each article with how many are done and how many there are.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SeedOutcome:
    """How many sample articles were new, and how many were there already."""

    ingested: int
    unchanged: int


def seed_articles(stores: Stores, seeds: Path, annotate: Annotate, progress: Progress | None = None) -> SeedOutcome:
    """Ingest the articles of ``seeds/articles``; running it again changes nothing."""
    articles = list(sample_articles(seeds))
    ingested = 0
    for done, article in enumerate(articles, start=1):
        ingested += ingest_article(stores, article, annotate).is_new
        if progress is not None:
            progress(done, len(articles))
    return SeedOutcome(ingested, len(articles) - ingested)


def sample_articles(seeds: Path) -> Iterator[ArticleText]:
    """The articles that ``articles/index.tsv`` lists, in its order."""
    folder = seeds / "articles"
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as index:
        for row in csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield ArticleText(
                text=(folder / row["file"]).read_text(encoding="utf-8"),
                title=row["title"] or None,
                url=row["url"] or None,
                source=row["source"] or None,
                published_on=row["published_on"] or None,
            )
