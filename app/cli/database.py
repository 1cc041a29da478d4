"""``sitrep migrate`` and ``sitrep seed``."""

from typing import Annotated

import typer

from app.cli.output import chosen_settings, progress_bar, say, starting


def migrate() -> None:
    """Bring the database's schema up to date. Safe to run at any time, and by many at once."""
    from app.services.opening import open_database

    with starting():
        open_database(chosen_settings()).close()
    say("The schema is up to date.")


def seed(
    if_empty: Annotated[bool, typer.Option("--if-empty", help="Do nothing where articles are stored already.")] = False,
) -> None:
    """Load the sample articles: invented outlets on real events in Syria, February to June 2016.

    Running it again changes nothing.
    """
    from app.domain.filters import ArticleQuery
    from app.services.articles import list_articles
    from app.services.extractor import extraction_pool
    from app.services.opening import open_stores
    from app.services.seed import seed_articles

    settings = chosen_settings()
    with starting():
        stores = open_stores(settings)
        if if_empty and list_articles(stores, ArticleQuery(limit=1)).total:
            return
        with extraction_pool(settings).loaded() as pool, progress_bar("Reading the sample articles") as report:
            outcome = seed_articles(stores, settings.seeds_dir, pool.annotate, report)
    say(f"{outcome.ingested} sample articles stored, {outcome.unchanged} known already.")
