"""Fixtures that several areas share: a migrated database on SQLite and on PostgreSQL."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.engine import Database
from tests.databases import empty, migrated, postgresql_database, postgresql_server


@pytest.fixture(scope="session")
def run_id() -> str:
    """The same in all processes of one test run."""
    return os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))[:12]


@pytest.fixture(scope="session")
def postgresql_url(run_id: str) -> Iterator[str]:
    """The URL of a PostgreSQL server for this run; fails where none can be had."""
    with postgresql_server(run_id) as url:
        yield url


@pytest.fixture(scope="session")
def postgresql(postgresql_url: str, worker_name: str) -> Iterator[Database]:
    """This process's migrated PostgreSQL database."""
    with postgresql_database(postgresql_url, f"sitrep_{worker_name}") as url, migrated(url) as database:
        yield database


@pytest.fixture(scope="session")
def worker_name(run_id: str) -> str:
    """Names this process among those of all runs."""
    return f"{run_id}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    with migrated(f"sqlite:///{path}"):
        pass
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty, migrated database; each test that takes it runs on SQLite and on PostgreSQL."""
    if request.param == "postgresql":
        server_database: Database = request.getfixturevalue("postgresql")
        empty(server_database)
        yield server_database
        return
    template: Path = request.getfixturevalue("sqlite_template")
    opened = Database(f"sqlite:///{shutil.copy(template, tmp_path / 'sitrep.db')}")
    yield opened
    opened.close()
