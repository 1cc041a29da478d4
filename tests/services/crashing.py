"""Does a deed over and over in processes that are killed in the middle of it, each some statements later than the last.

Run as a process by the tests beside it: ``python -m tests.services.crashing URL DEED``. It prints how many were killed,
and ends with an error where one of them left anything but the state before, or the last one, which is let live,
changed nothing.
"""

import os
import signal
import sys
from itertools import count

from sqlalchemy import event

from app.domain.filters import ArticleQuery, ChangeQuery, EventQuery, ListQuery
from app.services.articles import list_articles
from app.services.change_feed import list_changes
from app.services.events import list_events
from app.services.ingest import ingest_article
from app.services.judgements import list_judgements
from app.services.reprocess import reprocess_article
from app.services.stores import Stores
from app.services.withdraw import delete_article
from app.storage.engine import Database
from tests.services.stories import SmallGazetteer
from tests.services.test_corrections import _raid
from tests.services.test_deletion import recount

_EVERY = 25


def _do(stores: Stores, deed: str) -> None:
    article_id = list_articles(stores, ArticleQuery()).data[-1]["id"]
    other = _raid(16, "Damascus", 5)
    if deed == "reprocess":
        reprocess_article(stores, article_id, other.annotate)
    elif deed == "correct":
        ingest_article(stores, other.article, other.annotate)
    else:
        delete_article(stores, article_id)


def _state(url: str) -> list:
    database = Database(url)
    stores = Stores(database, SmallGazetteer())
    recount(stores)
    state = [
        list_articles(stores, ArticleQuery()).data,
        list_events(stores, EventQuery()).data,
        list_judgements(stores, ListQuery(), are_standing=None).data,
        list_changes(stores, ChangeQuery()).data,
    ]
    database.close()
    return state


def _survives(url: str, deed: str, statement: int) -> bool:
    """Whether a process that ends at that statement comes to the end of the deed before."""
    process = os.fork()
    if process == 0:
        database = Database(url)
        left = count(statement, -1)

        def note(*_) -> None:
            if next(left) == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(database.engine, "before_cursor_execute", note)
        _do(Stores(database, SmallGazetteer()), deed)
        os._exit(0)
    return os.waitpid(process, 0)[1] == 0


def main(url: str, deed: str) -> None:
    before = _state(url)
    for killed, statement in enumerate(count(_EVERY, _EVERY)):
        if _survives(url, deed, statement):
            assert _state(url) != before
            sys.stdout.write(str(killed))
            return
        assert _state(url) == before


if __name__ == "__main__":
    main(*sys.argv[1:])
