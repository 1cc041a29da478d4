"""Loading the sample articles."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.services.ingest import Annotate
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
    raise NotImplementedError
