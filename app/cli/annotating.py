"""Articles from a file annotated in batches, in order: reading, extraction and what comes after go on at once."""

import queue
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO, Final

from app.cli.reading import ReadLine, read_file
from app.domain.annotations import ArticleText
from app.errors import AppError
from app.services.extractor import ExtractionPool

#: Articles that wait are read together, up to so many and about so many characters: the language model is quicker then.
_BATCH_ARTICLES: Final = 32
_BATCH_CHARACTERS: Final = 40_000
_LINES_AHEAD: Final = 256
_BATCHES_AHEAD: Final = 8

#: Lines that were read, each with its annotations as JSON, or the error that reading or extraction ended with.
Outcomes = list[tuple[ReadLine, bytes | AppError]]


def annotated(pool: ExtractionPool, stream: BinaryIO, file: Path, max_chars: int) -> Iterator[Outcomes]:
    """The outcomes of each batch, in the order of the file."""
    lines: queue.Queue[ReadLine | None] = queue.Queue(_LINES_AHEAD)
    outcomes: queue.Queue[Future[Outcomes] | None] = queue.Queue(_BATCHES_AHEAD)

    def read() -> None:
        try:
            for line in read_file(file, stream, max_chars):
                lines.put(line)
        finally:
            lines.put(None)

    def annotate() -> None:
        with ThreadPoolExecutor(pool.workers) as executor:
            for batch in _gathered(lines):
                outcomes.put(executor.submit(_outcomes, pool, batch))
            outcomes.put(None)

    for work in (read, annotate):
        threading.Thread(target=work, daemon=True).start()
    while (outcome := outcomes.get()) is not None:
        yield outcome.result()


def _gathered(lines: "queue.Queue[ReadLine | None]") -> Iterator[list[ReadLine]]:
    """Batches of the lines that wait already; a single line is not kept waiting for others."""
    line = lines.get()
    while line is not None:
        batch, size = [line], 0
        line = None
        while len(batch) < _BATCH_ARTICLES and size < _BATCH_CHARACTERS:
            size += len(batch[-1].content.text) if isinstance(batch[-1].content, ArticleText) else 0
            try:
                line = lines.get_nowait()
            except queue.Empty:
                break
            if line is None:
                yield batch
                return
            batch.append(line)
        yield batch
        line = lines.get()


def _outcomes(pool: ExtractionPool, batch: Sequence[ReadLine]) -> Outcomes:
    """The outcome of each line."""
    articles = [line.content for line in batch if isinstance(line.content, ArticleText)]
    found = iter(_extracted(pool, articles) if articles else [])
    return [(line, line.content if isinstance(line.content, AppError) else next(found)) for line in batch]


def _extracted(pool: ExtractionPool, articles: Sequence[ArticleText]) -> Sequence[bytes | AppError]:
    """What became of each article; where no process can be had any more, that is the outcome of all."""
    try:
        return pool.outcomes(articles)
    except AppError as error:
        return [error] * len(articles)
