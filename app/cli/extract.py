"""``sitrep extract``: NDJSON in, NDJSON out, in order, each answer as soon as it is there."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from app.cli.annotating import Outcomes, annotated
from app.cli.output import REFUSED, Report, chosen_settings, progress_bar, starting, write_line
from app.cli.reading import open_file, readable, refusal
from app.errors import AppError
from app.services.extractor import MOST_JOBS, extraction_pool


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
        batches = annotated(pool, stream, file, settings.max_text_chars)
        report = stack.enter_context(progress_bar("Annotating"))
        refused = _write(batches, report)
    if refused:
        raise typer.Exit(REFUSED)


def _write(batches: Iterator[Outcomes], report: Report) -> int:
    """Write a line for each outcome; how many of them are errors."""
    done = refused = 0
    try:
        for outcomes in batches:
            for line, outcome in outcomes:
                write_line(outcome if isinstance(outcome, bytes) else refusal(line, outcome))
                done += 1
                refused += isinstance(outcome, AppError)
                report(done, None)
    except BrokenPipeError:
        # Whoever read the output has had enough; Python must not try to flush what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return refused
