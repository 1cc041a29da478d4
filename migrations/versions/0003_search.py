"""Full text search: FTS5 on SQLite, tsvector on PostgreSQL."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"
branch_labels = None
depends_on = None

_ADD = "INSERT INTO search_fts(rowid, words) VALUES (new.number, new.words);"
_REMOVE = "INSERT INTO search_fts(search_fts, rowid, words) VALUES ('delete', old.number, old.words);"
_TRIGGERS = (
    ("search_text_inserted", "INSERT", (_ADD,)),
    ("search_text_deleted", "DELETE", (_REMOVE,)),
    ("search_text_updated", "UPDATE", (_REMOVE, _ADD)),
)


def upgrade() -> None:
    """Apply."""
    _create_search_text()
    _create_index()


def downgrade() -> None:
    """Take back."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_fts")
    op.drop_table("search_text")


def _create_search_text() -> None:
    op.create_table(
        "search_text",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_search_text"),
        sa.UniqueConstraint("owner_id", name="uq_search_text_owner_id"),
    )


def _create_index() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE INDEX ix_search_text_words ON search_text USING gin (to_tsvector('simple', words))")
        return
    op.execute(
        "CREATE VIRTUAL TABLE search_fts USING fts5("
        "words, content='search_text', content_rowid='number', tokenize='unicode61 remove_diacritics 0')"
    )
    for name, moment, statements in _TRIGGERS:
        op.execute(f"CREATE TRIGGER {name} AFTER {moment} ON search_text BEGIN {' '.join(statements)} END")
