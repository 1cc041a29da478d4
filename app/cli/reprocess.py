"""``sitrep reprocess``: stored articles read again with today's extractor."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import batched, chain
from typing import TYPE_CHECKING, Annotated, Final

import orjson
import typer

from app.cli.output import REFUSED, chosen_settings, progress_bar, say, starting, write_line
from app.domain.documents import Changes
from app.errors import AppError

if TYPE_CHECKING:
    from app.services.ingest import Annotate
    from app.services.stores import Stores

#: Articles that are under way at once.
_AHEAD: Final = 32

#: What became of an article; None where it says the same.
Outcome = Changes | AppError | None


def reprocess(
    article_ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="These articles, whatever they were read by.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All that were extracted, by this version too.")] = False,
    unread: Annotated[
        bool, typer.Option("--unread", help="Those that were stored without extraction, as well.")
    ] = False,
) -> None:
    """Read stored articles again with today's extractor, and resolve anew what they tell.

    Without an ID: the articles that another version of the extractor read. What is told again keeps its ids and what
    was judged of it; an id of an event that is told no more leads on or says why it is gone (410). The former
    extraction is kept, superseded. An article that says the same as before is left alone.

    One line of JSON tells of each article that changed, `{"article": …, "changes": {…}}`, or could not be read,
    `{"article": …, "error": {…}}`; then the status is 1. The command may be ended and started again at any time: it
    goes on with what is left.

        sitrep reprocess
        sitrep reprocess --all --unread
    """
    if article_ids and (every or unread):
        raise typer.BadParameter("give ids, or --all and --unread, not both.")
    counted = {"reprocessed": 0, "unchanged": 0, "failed": 0}
    with progress_bar("Reading again") as report:
        for article_id, outcome in _reprocessed(article_ids or [], every=every, unread=unread):
            counted[_kind(outcome)] += 1
            if outcome is not None:
                shown = {"error": outcome.problem()} if isinstance(outcome, AppError) else {"changes": outcome}
                write_line(orjson.dumps({"article": article_id, **shown}))
            report(sum(counted.values()), None)
    say(", ".join(f"{number} {what}" for what, number in counted.items()))
    if counted["failed"]:
        raise typer.Exit(REFUSED)


def _reprocessed(article_ids: list[str], *, every: bool, unread: bool) -> Iterator[tuple[str, Outcome]]:
    """What became of these articles, or else of all that are to be read again."""
    from app.extraction.version import extractor_version
    from app.services.extractor import extraction_pool
    from app.services.opening import open_stores
    from app.services.reprocess import articles_to_reprocess

    settings = chosen_settings()
    with starting():
        stores = open_stores(settings)
        pool = extraction_pool(settings).loaded()
    found = articles_to_reprocess(stores, extractor_version(), every=every, unread=unread)
    asked = article_ids or chain.from_iterable(found)
    with pool, ThreadPoolExecutor(pool.workers) as threads:
        for batch in batched(asked, _AHEAD):
            outcomes = threads.map(partial(_outcome, stores, pool.annotate), batch)
            yield from zip(batch, outcomes, strict=True)


def _outcome(stores: "Stores", annotate: "Annotate", article_id: str) -> Outcome:
    from app.services.reprocess import reprocess_article

    try:
        return reprocess_article(stores, article_id, annotate)
    except AppError as error:
        return error


def _kind(outcome: Outcome) -> str:
    if outcome is None:
        return "unchanged"
    return "failed" if isinstance(outcome, AppError) else "reprocessed"
