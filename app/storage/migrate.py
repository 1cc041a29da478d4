"""Bringing a database's schema to the newest version."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.storage.engine import Database


def migrate(database: Database, migrations: Path, revision: str = "head") -> None:
    """Apply the migrations in that directory up to ``revision``; safe to call at every start.

    One process at a time: PostgreSQL and SQLite both lock while the schema changes, the others then find nothing to do.
    """
    config = _config(migrations)
    with database.write() as session:
        config.attributes["connection"] = session.connection()
        command.upgrade(config, revision)


def is_migrated(database: Database, migrations: Path) -> bool:
    """Whether the schema is the one this code was written for."""
    head = ScriptDirectory.from_config(_config(migrations)).get_current_head()
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head


def _config(migrations: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
