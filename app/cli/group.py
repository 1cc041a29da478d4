"""``sitrep group``: which articles tell one happening."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import orjson
import typer

from app.cli.annotating import annotated
from app.cli.output import REFUSED, Report, chosen_settings, progress_bar, starting, write_line
from app.cli.reading import ReadLine, open_file, readable, refusal
from app.config import Settings
from app.errors import AppError


def group(
    file: Annotated[
        Path, typer.Argument(callback=readable, help="NDJSON, or one article in a .txt; - is standard input.")
    ] = Path("-"),
) -> None:
    """Group articles by the happening that each is mainly about.

    Input is that of `sitrep extract`. The articles are stored and resolved in a database of their own, which is thrown
    away at the end. Output is one JSON line per article, in order, once all are read: `{"id": …, "group": …}`. Articles
    of one group report the same event first; `group` is null where no event was found.

    A line that cannot be read gives `{"id": …, "line": n, "error": {…}}`; the run goes on and ends with status 1.

        sitrep group articles.jsonl
    """
    settings = chosen_settings()
    with TemporaryDirectory(prefix="sitrep-group-") as folder, progress_bar("Grouping") as report:
        throw_away = settings.model_copy(update={"data_dir": Path(folder), "database_url": None})
        lines = _grouped(throw_away, file, report)
    for line, _ in lines:
        write_line(line)
    if any(is_refused for _, is_refused in lines):
        raise typer.Exit(REFUSED)


def _grouped(settings: Settings, file: Path, report: Report) -> list[tuple[bytes, bool]]:
    """A line of output for each line of input, and whether that was refused."""
    from app.services.extractor import extraction_pool
    from app.services.grouped import ArticleGroups
    from app.services.opening import open_stores

    stored: list[tuple[ReadLine, str | AppError]] = []
    with ExitStack() as stack:
        with starting():
            stores = open_stores(settings)
            stack.callback(stores.database.close)
            pool = stack.enter_context(extraction_pool(settings).loaded())
        groups = ArticleGroups(stores)
        stream = stack.enter_context(open_file(file))
        for outcomes in annotated(pool, stream, file, settings.max_text_chars):
            for line, outcome in outcomes:
                stored.append((line, groups.add(line.content, outcome)))
                report(len(stored), None)
        main_events = groups.main_events()
    return [
        (refusal(line, found), True)
        if isinstance(found, AppError)
        else (orjson.dumps({"id": line.id, "group": main_events.get(found)}), False)
        for line, found in stored
    ]
