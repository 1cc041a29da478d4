"""The migrations make what the models say, on both databases, and can be taken back."""

from concurrent.futures import ThreadPoolExecutor

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from app.models import Table
from app.storage.engine import Database
from app.storage.migrate import _config, is_migrated, migrate
from tests.databases import MIGRATIONS, migrated


def _is_ours(thing, name, kind, reflected, compare_to):
    """All but what migrations make for full text search, which models do not describe."""
    text = ("search_fts", "ix_search_text_words", "event_version_fts", "ix_event_version_text_words")
    return not (name or "").startswith(text)


def test_models_and_migrations_agree(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_ours})
        assert compare_metadata(context, Table.metadata) == []


def test_migrating_again_changes_nothing(database: Database) -> None:
    assert is_migrated(database, MIGRATIONS)
    migrate(database, MIGRATIONS)
    assert is_migrated(database, MIGRATIONS)


def test_all_migrations_can_be_taken_back(tmp_path) -> None:
    with migrated(f"sqlite:///{tmp_path / 'back.db'}") as database:
        config = _config(MIGRATIONS)
        with database.write() as session:
            config.attributes["connection"] = session.connection()
            command.downgrade(config, "base")
        assert not is_migrated(database, MIGRATIONS)
        assert inspect(database.engine).get_table_names() == ["alembic_version"]


def test_two_processes_may_migrate_at_once(tmp_path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'both.db'}")
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda _: migrate(database, MIGRATIONS), range(3)))
    assert is_migrated(database, MIGRATIONS)
    database.close()
