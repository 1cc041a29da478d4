"""The nursery process and its workers: the far side of ``app.services.extractor``.

The nursery loads the knowledge, forks workers and replaces those that end. A worker reads a JSON list of articles from
its socket and answers one message per article, ``=`` and the annotations or ``!`` and the error, and then one more:
``+`` where it waits for the next list, ``.`` where this was its last.
"""

import gc
import json
import os
import signal
import socket
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Final, NoReturn

from app.domain.annotations import Annotations, ArticleText
from app.errors import AppError, ExtractionFailed
from app.extraction.knowledge import Knowledge
from app.extraction.pipeline import annotate, annotate_batch
from app.services.extractor import KnowledgeSource
from app.services.knowledge import knowledge_of

#: spaCy keeps every word it has ever seen; a fresh fork forgets them.
_ARTICLES_PER_WORKER: Final = 2_000
_WARM_UP: Final = "The army said on Monday that three soldiers were killed in Aleppo, Syria."


def main(arguments: Sequence[str]) -> int:
    """Run the nursery. Arguments: the knowledge source as JSON, the control socket, seconds per article, workers."""
    source, control_number, timeout_s, workers = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the serving process decides when to end
    control = socket.socket(fileno=int(control_number))
    try:
        # In a thread, so that no database connection of this one crosses the fork. The thread has ended then, but the
        # kernel may count it a moment longer, and Python would warn of it.
        warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
        with ThreadPoolExecutor(1) as thread:
            knowledge = thread.submit(load, KnowledgeSource(**json.loads(source))).result()
    except Exception as error:
        control.sendall(f"e{type(error).__name__}: {error}".encode())
        return 1
    gc.freeze()  # keeps the collector off what all workers share
    running: set[int] = set()
    signal.signal(signal.SIGTERM, lambda *_: _leave(running))
    try:
        _keep_running(running, int(workers), lambda: _fork(control, knowledge, float(timeout_s)))
    finally:
        _end(running)
    return 0


def _keep_running(running: set[int], workers: int, fork: Callable[[], int]) -> None:
    """Have so many workers until the serving process hangs up."""
    while len(running) < workers:
        running.add(fork())
        if len(running) == workers:
            ended, status = os.wait()
            running.discard(ended)
            if status == 0:  # the serving process hung up; anything else: a text ended the worker
                return


def load(source: KnowledgeSource) -> Knowledge:
    """Load the knowledge and read a first text with it."""
    knowledge = knowledge_of(source)
    annotate(ArticleText(text=_WARM_UP), knowledge)
    return knowledge


def _fork(control: socket.socket, knowledge: Knowledge, timeout_s: float) -> int:
    """Start a worker and give the serving process its socket; the worker's process id."""
    ours, theirs = socket.socketpair()
    worker = os.fork()
    if worker == 0:
        control.close()
        theirs.close()
        _work(Connection(ours.detach()), knowledge, timeout_s)
    with ours, theirs, suppress(BrokenPipeError):  # nobody there any more: the worker will notice too
        socket.send_fds(control, [b"w"], [theirs.fileno()])
    return worker


def _end(workers: set[int]) -> None:
    for worker in workers:
        with suppress(ProcessLookupError, ChildProcessError):  # ended meanwhile
            os.kill(worker, signal.SIGTERM)
            os.waitpid(worker, 0)


def _leave(workers: set[int]) -> NoReturn:
    """End at once, without an exception: it could come up inside a callback, which would swallow and print it."""
    _end(set(workers))
    os._exit(0)


def _work(server: Connection, knowledge: Knowledge, timeout_s: float) -> NoReturn:
    """Answer until the serving process hangs up. The kernel ends this process when an article's time is up."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    status, answered = 1, 0
    try:
        while answered < _ARTICLES_PER_WORKER:
            articles = [ArticleText.model_validate(article) for article in json.loads(server.recv_bytes())]
            signal.setitimer(signal.ITIMER_REAL, timeout_s)
            for outcome in outcomes(articles, knowledge):
                server.send_bytes(outcome)
            signal.setitimer(signal.ITIMER_REAL, 0)
            answered += len(articles)
            server.send_bytes(b"+" if answered < _ARTICLES_PER_WORKER else b".")
    except (EOFError, OSError):
        status = 0
    finally:
        os._exit(status)  # no exit handlers: they belong to the nursery


def outcomes(articles: Sequence[ArticleText], knowledge: Knowledge) -> Iterator[bytes]:
    """The answer to each article, in order; a batch is read together, and one by one where one of it is refused."""
    if len(articles) > 1:
        with suppress(Exception):  # which article it was shows below
            together = [_good(annotations) for annotations in annotate_batch(articles, knowledge)]
            yield from together
            return
    yield from (_outcome(article, knowledge) for article in articles)


def _outcome(article: ArticleText, knowledge: Knowledge) -> bytes:
    try:
        return _good(annotate(article, knowledge))
    except AppError as error:
        return _bad(error)
    except Exception:
        traceback.print_exc()
        return _bad(ExtractionFailed("The extractor broke on this text.", field="text"))


def _good(annotations: Annotations) -> bytes:
    return b"=" + annotations.model_dump_json().encode()


def _bad(error: AppError) -> bytes:
    return b"!" + json.dumps({"slug": error.slug, "detail": error.detail, "field": error.field}).encode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
