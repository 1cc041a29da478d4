"""The database: an engine, and the two ways into it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, text
from sqlmodel import Session

from app.storage.dialect import prepare_engine, take_write_lock
from app.storage.noting import note_changes


class Database:
    """A SQLite or PostgreSQL database.

    ``url`` is an SQLAlchemy URL; ``postgresql://`` means the psycopg driver. Reads and writes are sessions whose
    transaction ends with the block: committed after a write, rolled back after a read or an error.
    """

    def __init__(self, url: str) -> None:
        self.engine: Engine = prepare_engine(create_engine(_with_driver(url), **_pool_options(url)))
        self._writer = self.engine.execution_options(sitrep_writes=True)

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.engine.dialect.name

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that only reads."""
        with Session(self.engine) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that writes; committed at the end of the block. One writer at a time, also across processes.

        Resolution reads what it is about to change: two writers at once could both miss the other's new entity.
        """
        with Session(self._writer, expire_on_commit=False) as session, session.begin():
            take_write_lock(session)
            note_changes(session)
            yield session

    def ping(self) -> None:
        """Ask the database for an answer; raises what SQLAlchemy raises where there is none."""
        with self.engine.connect() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def _with_driver(url: str) -> str:
    for scheme in ("postgresql://", "postgres://"):
        if url.startswith(scheme):
            return "postgresql+psycopg://" + url.removeprefix(scheme)
    return url


def _pool_options(url: str) -> dict[str, Any]:
    return {} if url.startswith("sqlite") else {"pool_pre_ping": True, "pool_size": 10}
