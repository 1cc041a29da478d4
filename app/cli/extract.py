"""``sitrep extract``: NDJSON in, NDJSON out, in order, each answer as soon as it is there."""

import os
import queue
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, BinaryIO, Final

import orjson
import typer

from app.cli.output import REFUSED, Report, chosen_settings, progress_bar, starting, write_line
from app.cli.reading import ReadLine, open_file, read_file, readable
from app.domain.annotations import ArticleText
from app.errors import AppError
from app.services.extractor import MOST_JOBS, ExtractionPool, extraction_pool

#: Articles that wait are read together, up to so many and about so many characters: the language model is quicker then.
_BATCH_ARTICLES: Final = 32
_BATCH_CHARACTERS: Final = 40_000
_LINES_AHEAD: Final = 256
_BATCHES_AHEAD: Final = 8

#: Lines of output, each with whether it is an error.
Answers = list[tuple[bytes, bool]]


def extract(
    file: Annotated[
        Path, typer.Argument(callback=readable, help="NDJSON, or one article in a .txt; - is standard input.")
    ] = Path("-"),
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, max=MOST_JOBS, help="Processes that extract; default: one per core, up to 4."
        ),
    ] = None,
) -> None:
    """Annotate articles: people, organizations, places, dates, events, and who claims them.

    Input is one JSON object per line, from FILE or standard input: `{"id": …, "text": …}` and, where known, `title`,
    `published_on`, `url`, `source`, `language`; other fields are left alone, blank lines passed over. A FILE that ends
    in `.txt` is one article. Output is one JSON line per article, in order, each as soon as it is ready. Offsets count
    Unicode code points of `text`. No database and no server are needed.

    A line that cannot be read gives `{"id": …, "line": n, "error": {…}}`; the run goes on and ends with status 1.

        sitrep extract article.txt
        zcat articles.jsonl.gz | sitrep extract > annotations.jsonl
    """
    settings = chosen_settings()
    with ExitStack() as stack:
        with starting():
            pool = stack.enter_context(extraction_pool(settings, jobs).loaded())
        stream = stack.enter_context(open_file(file))
        batches = _annotated(pool, stream, file, settings.max_text_chars)
        report = stack.enter_context(progress_bar("Annotating"))
        refused = _write(batches, report)
    if refused:
        raise typer.Exit(REFUSED)


def _annotated(pool: ExtractionPool, stream: BinaryIO, file: Path, max_chars: int) -> Iterator[Answers]:
    """The answers to each batch, in order; reading, extraction and writing go on at once."""
    lines: queue.Queue[ReadLine | None] = queue.Queue(_LINES_AHEAD)
    answers: queue.Queue[Future[Answers] | None] = queue.Queue(_BATCHES_AHEAD)

    def read() -> None:
        try:
            for line in read_file(file, stream, max_chars):
                lines.put(line)
        finally:
            lines.put(None)

    def annotate() -> None:
        with ThreadPoolExecutor(pool.workers) as executor:
            for batch in _gathered(lines):
                answers.put(executor.submit(_answers, pool, batch))
            answers.put(None)

    for work in (read, annotate):
        threading.Thread(target=work, daemon=True).start()
    while (answer := answers.get()) is not None:
        yield answer.result()


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


def _answers(pool: ExtractionPool, batch: Sequence[ReadLine]) -> Answers:
    """The line of output for each line of input."""
    articles = [line.content for line in batch if isinstance(line.content, ArticleText)]
    outcomes = iter(_outcomes(pool, articles) if articles else [])
    return [_answer(line, line.content if isinstance(line.content, AppError) else next(outcomes)) for line in batch]


def _outcomes(pool: ExtractionPool, articles: Sequence[ArticleText]) -> Sequence[bytes | AppError]:
    """The outcome of each article; where no process can be had any more, that is the outcome of all."""
    try:
        return pool.outcomes(articles)
    except AppError as error:
        return [error] * len(articles)


def _answer(line: ReadLine, outcome: bytes | AppError) -> tuple[bytes, bool]:
    if isinstance(outcome, bytes):
        return outcome, False
    return orjson.dumps({"id": line.id, "line": line.number, "error": outcome.problem()}), True


def _write(batches: Iterator[Answers], report: Report) -> int:
    """Write all answers; how many of them are errors."""
    done = refused = 0
    try:
        for answers in batches:
            for answer, is_error in answers:
                write_line(answer)
                done += 1
                refused += is_error
                report(done, None)
    except BrokenPipeError:
        # Whoever read the output has had enough; Python must not try to flush what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return refused
