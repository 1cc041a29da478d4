"""``sitrep ingest``: articles from files into the database."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import orjson
import typer

from app.cli.output import REFUSED, chosen_settings, progress_bar, say, starting, write_line
from app.cli.reading import ReadLine, all_readable, open_file, read_file
from app.domain.annotations import ArticleText
from app.errors import AppError


def ingest(
    files: Annotated[
        list[Path], typer.Argument(callback=all_readable, help="NDJSON, or articles in .txt; - is standard input.")
    ],
    source: Annotated[str | None, typer.Option(help="Outlet of the articles that do not name theirs.")] = None,
    published_on: Annotated[str | None, typer.Option(help="Date of the articles that do not give theirs.")] = None,
) -> None:
    """Store articles and resolve what they tell.

    Each FILE holds one JSON object per line, as `POST /articles` takes it, or is one article where it ends in `.txt`;
    `-` is standard input. One line of JSON per article tells what became of it: its id, whether it was new, and the
    events it created, corroborated, contradicted or left unchanged. The same article again changes nothing; another
    text at the URL of a known one is a new version of it.

        sitrep ingest --source "Levant Courier" --published-on 2016-05-30 truce.txt
        sitrep ingest articles.jsonl
    """
    from app.services.extractor import extraction_pool
    from app.services.ingest import ingest_article
    from app.services.opening import open_stores

    settings = chosen_settings()
    refused = done = 0
    with starting():
        stores = open_stores(settings)
        pool = extraction_pool(settings).loaded()
    with pool, progress_bar("Storing articles") as report:
        for done, (file, line) in enumerate(_lines(files, settings.max_text_chars), start=1):
            answer: dict[str, object] = {"file": str(file), "line": line.number}
            try:
                outcome = ingest_article(stores, _article(line, source, published_on), pool.annotate)
                answer |= {"article": outcome.article["id"], "new": outcome.is_new, "changes": outcome.changes}
            except AppError as error:
                answer["error"] = error.problem()
                refused += 1
            write_line(orjson.dumps(answer))
            report(done, None)
    if refused:
        say(f"{refused} of {done} articles refused.")
        raise typer.Exit(REFUSED)


def _lines(files: list[Path], max_chars: int) -> Iterator[tuple[Path, ReadLine]]:
    for file in files:
        with open_file(file) as stream:
            for line in read_file(file, stream, max_chars):
                yield file, line


def _article(line: ReadLine, source: str | None, published_on: str | None) -> ArticleText:
    """The line's article with what the options add; its own id is the reader's and is not stored."""
    if isinstance(line.content, AppError):
        raise line.content
    own_source = line.content.source or (None if line.content.url else source)
    added = {"id": None, "source": own_source, "published_on": line.content.published_on or published_on}
    return line.content.model_copy(update=added)
