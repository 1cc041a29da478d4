"""Builds the gazetteer file."""

import sqlite3
from collections.abc import Callable
from itertools import batched
from pathlib import Path
from tempfile import NamedTemporaryFile

from filelock import FileLock

from app.storage.gazetteer import schema

#: Called with the amount of work done so far and the amount expected.
Progress = Callable[[int, int], None]

_EXPECTED = 287_000
_BATCH = 20_000


def build_gazetteer(path: Path, seeds: Path, progress: Progress | None = None) -> None:
    """Build the gazetteer from the installed place data and the ``seeds`` directory; about 30 s.

    The file appears whole or not at all, and is not built twice at once: who comes second waits for the first.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_name(path.name + ".lock")):
        with NamedTemporaryFile(dir=path.parent, prefix=path.name, suffix=".part", delete=False) as file:
            unfinished = Path(file.name)
        try:
            _write(unfinished, seeds, progress)
            unfinished.chmod(0o644)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def is_built(path: Path) -> bool:
    """Whether there is a gazetteer file of the current version."""
    if not path.is_file():
        return False
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return schema.is_current(connection)
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def _write(path: Path, seeds: Path, progress: Progress | None) -> None:
    # The place data takes a while to load, and only building needs it.
    from app.storage.gazetteer.assembling import all_places  # noqa: PLC0415

    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
        schema.create(connection)
        connection.execute("BEGIN")
        done = 0
        for batch in batched(all_places(seeds), _BATCH):
            schema.save(connection, batch)
            done += len(batch)
            if progress:
                progress(done, max(done, _EXPECTED))
        connection.execute(schema.CODE_INDEX)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    finally:
        connection.close()
