"""Runs the migrations on the connection that the caller hands over, or on ``sqlalchemy.url``."""

from alembic import context
from sqlalchemy import Connection, create_engine

from app.models import Table


def run(connection: Connection) -> None:
    """Migrate in batch mode, so that the same scripts serve SQLite and PostgreSQL."""
    context.configure(connection=connection, target_metadata=Table.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


handed_over: Connection | None = context.config.attributes.get("connection")
if handed_over is not None:
    run(handed_over)
else:
    url = context.config.get_main_option("sqlalchemy.url")
    if url is None:
        message = "no connection and no sqlalchemy.url: run `sitrep migrate`"
        raise RuntimeError(message)
    with create_engine(url).begin() as own:
        run(own)
