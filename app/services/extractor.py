"""Extraction in processes of its own, so that no text can hang or crash the process that serves.

A nursery process loads the knowledge once and forks workers from it; a worker that ends, because its time was up or its
text broke it, is replaced by a fork in milliseconds. See ``app.services.extraction_worker`` for the other side.
"""

import json
import os
import queue
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from typing import Final, Protocol, Self

from app.config import Settings
from app.domain.annotations import Annotations, ArticleText
from app.errors import AppError, ExtractionFailed, ExtractionTimeout, NotReady, error_of

#: Waiting for a free worker ends after this many time-outs of one article.
_PATIENCE: Final = 10
_MOST_WORKERS: Final = 4
#: More processes than any machine of today has cores would only fight over memory.
MOST_JOBS: Final = 256
#: Building the gazetteer is part of the first loading.
_LONGEST_LOADING_S: Final = 300
#: One thread per worker: more of them would fight over the cores that the workers fill.
_ONE_THREAD: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class KnowledgeSource:
    """Where the extractor's knowledge lies: folders and files, and the spaCy pipeline's name or path."""

    seeds_dir: str
    gazetteer_path: str
    overlay_path: str
    pipeline: str


class Extractor(Protocol):
    """What ingestion asks of extraction."""

    @property
    def ready(self) -> bool:
        """Whether an article would be taken up at once."""

    @property
    def failure(self) -> str | None:
        """Why it never will be, where that is known."""

    def annotate(self, article: ArticleText) -> Annotations:
        """Annotate one article; ``AppError`` says why it cannot be."""


#: The command of the nursery process.
NURSERY: Final = (sys.executable, "-m", "app.services.extraction_worker")


class ExtractionPool:
    """Extraction by ``workers`` processes, each article within ``timeout_s`` seconds.

    ``start`` returns at once; an article that comes before the knowledge is loaded waits for it.
    """

    def __init__(
        self, source: KnowledgeSource, *, timeout_s: float, workers: int = 1, command: Sequence[str] = NURSERY
    ) -> None:
        self._command = [*command, json.dumps(asdict(source))]
        self._timeout_s = timeout_s
        self.workers = workers
        self._free: queue.Queue[Connection] = queue.Queue()
        self._loaded = threading.Event()
        self._failure: str | None = None
        self._closing = False
        self._nursery: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    @property
    def ready(self) -> bool:
        """Whether the knowledge is loaded and workers wait for articles."""
        return self._loaded.is_set() and self._failure is None

    @property
    def failure(self) -> str | None:
        """Why the knowledge cannot be loaded, where it cannot."""
        return self._failure

    def start(self) -> None:
        """Start the nursery; it loads the knowledge in the background."""
        control, theirs = socket.socketpair()
        command = [*self._command, str(theirs.fileno()), str(self._timeout_s), str(self.workers)]
        self._nursery = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, env={**os.environ, **_ONE_THREAD}
        )
        theirs.close()
        self._control = control
        threading.Thread(target=self._take_workers, args=(control,), daemon=True, name="extraction").start()

    def loaded(self) -> Self:
        """Start, and wait for the knowledge; ``NotReady`` says why it did not come."""
        self.start()
        try:
            self.wait_until_ready()
        except NotReady:
            self.close()
            raise
        return self

    def __enter__(self) -> Self:
        """The pool; closed when the block ends."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def wait_until_ready(self, timeout_s: float = _LONGEST_LOADING_S) -> None:
        """Wait for the knowledge; ``NotReady`` says why it did not come."""
        self._loaded.wait(timeout_s)
        if not self.ready:
            raise NotReady(self._failure or "The extractor is still loading; try again in a few seconds.")

    def annotate(self, article: ArticleText) -> Annotations:
        """Annotate one article; ``AppError`` says why it cannot be."""
        outcome = self.outcomes([article])[0]
        if isinstance(outcome, AppError):
            raise outcome
        return Annotations.model_validate_json(outcome)

    def outcomes(self, articles: Sequence[ArticleText]) -> list[bytes | AppError]:
        """Annotate a batch: the annotations' JSON, or the error, of each article in order.

        A batch shares one time-out; when it is up or a worker breaks, what has no answer yet is tried one by one.
        """
        found = self._exchange(articles)
        if len(articles) == 1:
            return found
        open_ones = [index for index, outcome in enumerate(found) if isinstance(outcome, _BROKEN)]
        for index in open_ones:
            found[index] = self._exchange([articles[index]])[0]
        return found

    def close(self) -> None:
        """End all processes."""
        self._closing = True
        if self._control is not None:
            # Wakes the thread that reads from it, which close() would not; the thread may have closed it already.
            with suppress(OSError):
                self._control.shutdown(socket.SHUT_RDWR)
        while not self._free.empty():
            self._free.get_nowait().close()
        if self._nursery is not None:
            self._nursery.terminate()
            try:
                self._nursery.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self._nursery.kill()
                self._nursery.wait()

    def _exchange(self, articles: Sequence[ArticleText]) -> list[bytes | AppError]:
        """Have one worker annotate the articles; where it ends before its time, the rest gets the reason."""
        worker = self._free_worker()
        started = time.monotonic()
        found: list[bytes | AppError] = []
        try:
            worker.send_bytes(json.dumps([article.model_dump() for article in articles]).encode())
            found.extend(_outcome(worker.recv_bytes()) for _ in articles)
            goes_on = worker.recv_bytes() == b"+"
        except (EOFError, OSError):
            worker.close()
            # The worker's own timer ends it, so that it ends also when nobody is left to end it.
            out_of_time = time.monotonic() - started >= self._timeout_s * 0.98
            found += [self._broken(out_of_time) for _ in articles[len(found) :]]
        else:
            if goes_on and not self._closing:
                self._free.put(worker)
            else:
                worker.close()
        return found

    def _free_worker(self) -> Connection:
        deadline = time.monotonic() + self._timeout_s * _PATIENCE
        while self._failure is None and not self._closing and time.monotonic() < deadline:
            try:
                worker = self._free.get(timeout=0.5)
            except queue.Empty:
                continue
            if not worker.poll():
                return worker
            worker.close()  # nothing was asked, so this is its end
        raise NotReady(self._failure or "The extractor is busy or still loading; try again later.")

    def _broken(self, out_of_time: bool) -> AppError:
        if out_of_time:
            return ExtractionTimeout(f"Extraction did not end within {self._timeout_s:g} seconds.", field="text")
        return ExtractionFailed("The extractor broke on this text.", field="text")

    def _take_workers(self, control: socket.socket) -> None:
        """Receive a connection for each worker the nursery forks, until it hangs up."""
        could_load = False
        with control:
            while True:
                message, handles, _, _ = socket.recv_fds(control, 1, 1)
                if message != b"w":
                    break
                could_load = True
                self._free.put(Connection(handles[0]))
                self._loaded.set()
            reason = _rest(control)
        self._nursery_ended(could_load, reason)

    def _nursery_ended(self, could_load: bool, reason: str) -> None:
        """Start another nursery where this one had come as far as having workers."""
        if self._closing:
            return
        if self._nursery is not None:
            self._nursery.wait()
        if could_load:
            self.start()
        else:
            self._failure = reason or "The extraction process ended while it was loading."
            self._loaded.set()


def source_of(configuration: Settings) -> KnowledgeSource:
    """Where the settings say that the knowledge lies."""
    return KnowledgeSource(
        seeds_dir=str(configuration.seeds_dir),
        gazetteer_path=str(configuration.gazetteer_path),
        overlay_path=str(configuration.overlay_path),
        pipeline=configuration.spacy_pipeline,
    )


def extraction_pool(configuration: Settings, jobs: int | None = None) -> ExtractionPool:
    """Extraction by ``jobs`` processes, or one per core up to four; not yet started."""
    workers = jobs or min(os.cpu_count() or 1, _MOST_WORKERS)
    return ExtractionPool(source_of(configuration), timeout_s=configuration.extraction_timeout_s, workers=workers)


_BROKEN: Final = (ExtractionTimeout, ExtractionFailed)


def _outcome(message: bytes) -> bytes | AppError:
    """A worker's answer: ``=`` and the annotations, or ``!`` and the error."""
    if message[:1] == b"=":
        return message[1:]
    return error_of(json.loads(message[1:]))


def _rest(control: socket.socket) -> str:
    parts = []
    while part := control.recv(4096):
        parts.append(part)
    return b"".join(parts).decode(errors="replace")
