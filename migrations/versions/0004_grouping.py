"""Reports grouped into events by comparing them with one another: facts, wording, blocks, pairs, and ids that last."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"
branch_labels = None
depends_on = None

#: Of the reports of an event, the oldest one gave it its id.
_OLDEST_GAVE_THE_ID = """
UPDATE event_report SET own_event_id = event_id, is_referent = true
WHERE id IN (SELECT min(id) FROM event_report GROUP BY event_id)
"""
_OTHERS_HAVE_A_NEW_ONE = "UPDATE event_report SET own_event_id = 'evt_' || substr(id, 5) WHERE own_event_id IS NULL"


def upgrade() -> None:
    """Apply."""
    _create_report_facts()
    _create_article_wording()
    _create_report_block()
    _create_report_pair()
    op.add_column("event_report", sa.Column("own_event_id", sa.String(), nullable=True))
    op.add_column("event_report", sa.Column("is_referent", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_event_report_own_event_id", "event_report", ["own_event_id"])
    op.execute(_OLDEST_GAVE_THE_ID)
    op.execute(_OTHERS_HAVE_A_NEW_ONE)


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_event_report_own_event_id", "event_report")
    with op.batch_alter_table("event_report") as table:
        table.drop_column("is_referent")
        table.drop_column("own_event_id")
    for name in ("report_pair", "report_block", "article_wording", "report_facts"):
        op.drop_table(name)


def _of_report(table: str, column: str = "report_id") -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_event_report"
    return sa.ForeignKeyConstraint([column], ["event_report.id"], name=name, ondelete="CASCADE")


def _create_report_facts() -> None:
    op.create_table(
        "report_facts",
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", name="pk_report_facts"),
        _of_report("report_facts"),
    )


def _create_article_wording() -> None:
    op.create_table(
        "article_wording",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_article_wording"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_article_wording_article_id_article", ondelete="CASCADE"
        ),
    )


def _create_report_block() -> None:
    op.create_table(
        "report_block",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("key", "last_day", "report_id", name="pk_report_block"),
        _of_report("report_block"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_report_block_report_id", "report_block", ["report_id"])


def _create_report_pair() -> None:
    op.create_table(
        "report_pair",
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("other_id", sa.String(), nullable=False),
        sa.Column("margin", sa.Float(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", "other_id", name="pk_report_pair"),
        _of_report("report_pair"),
        _of_report("report_pair", "other_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_report_pair_other_id", "report_pair", ["other_id"])
