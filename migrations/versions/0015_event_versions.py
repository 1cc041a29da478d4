"""What events were before, findable by all that events are found by."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision: str | None = "0014"
branch_labels = None
depends_on = None

_ADD = "INSERT INTO event_version_fts(rowid, words) VALUES (new.number, new.words);"
_REMOVE = "INSERT INTO event_version_fts(event_version_fts, rowid, words) VALUES ('delete', old.number, old.words);"
_TRIGGERS = (("event_version_text_inserted", "INSERT", _ADD), ("event_version_text_deleted", "DELETE", _REMOVE))


def upgrade() -> None:
    """Apply. Events that are there already count as ever having been what they are."""
    op.add_column("event", sa.Column("version", sa.BigInteger(), nullable=False, server_default="0"))
    _create_event_version()
    _create_facet("event_version_place", sa.Column("place_id", sa.String(), nullable=False))
    _create_facet(
        "event_version_party",
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("roles", sa.Integer(), nullable=False),
    )
    _create_text()
    op.create_index("ix_change_into_id", "change", ["into_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_change_into_id", "change")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE event_version_fts")
    for name in ("event_version_text", "event_version_party", "event_version_place", "event_version"):
        op.drop_table(name)
    op.drop_column("event", "version")


def _create_event_version() -> None:
    op.create_table(
        "event_version",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("place_id", sa.String(), nullable=True),
        sa.Column("country_code", sa.String(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        *(
            sa.Column(f"{what}_{bound}", sa.BigInteger(), nullable=True)
            for what in ("killed", "wounded")
            for bound in ("low", "best", "high")
        ),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("independent_source_count", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("first_reported_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name="pk_event_version"),
    )
    _index_event_version()


def _index_event_version() -> None:
    for name, columns in (
        ("days", ["last_day", "id", "version", "until", "first_day", "stance"]),
        ("type", ["type", "last_day", "id", "version"]),
        ("country", ["country_code", "last_day", "id", "version"]),
        ("point", ["latitude", "longitude", "last_day", "id", "version"]),
    ):
        op.create_index(f"ix_event_version_{name}", "event_version", columns)
    for name, columns, where in (
        ("stance", ["stance", "last_day", "id"], sa.text("stance <> 'asserted'")),
        ("background", ["last_day", "id"], sa.text("background")),
    ):
        op.create_index(
            f"ix_event_version_{name}", "event_version", columns, sqlite_where=where, postgresql_where=where
        )


def _create_facet(name: str, key: sa.Column[str], *others: sa.Column[int]) -> None:
    op.create_table(
        name,
        key,
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        *others,
        sa.PrimaryKeyConstraint(key.name, "last_day", "event_id", "version", name=f"pk_{name}"),
        sqlite_with_rowid=False,
    )


def _create_text() -> None:
    op.create_table(
        "event_version_text",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_event_version_text"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE INDEX ix_event_version_text_words ON event_version_text USING gin (to_tsvector('simple', words))"
        )
        return
    op.execute(
        "CREATE VIRTUAL TABLE event_version_fts USING fts5("
        "words, content='event_version_text', content_rowid='number', tokenize='unicode61 remove_diacritics 0')"
    )
    for name, moment, statement in _TRIGGERS:
        op.execute(f"CREATE TRIGGER {name} AFTER {moment} ON event_version_text BEGIN {statement} END")
