"""Judgements on two events, and an index on the pairs that are worth one."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "judgement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("left_id", sa.String(), nullable=False),
        sa.Column("right_id", sa.String(), nullable=False),
        sa.Column("left_report_id", sa.String(), nullable=False),
        sa.Column("right_report_id", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_judgement"),
        _of_report("left_report_id"),
        _of_report("right_report_id"),
    )
    op.create_index("ix_judgement_left", "judgement", ["left_report_id", "right_report_id"])
    op.create_index("ix_judgement_right", "judgement", ["right_report_id"])
    op.create_index("ix_report_pair_margin", "report_pair", ["margin", "report_id", "other_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_report_pair_margin", "report_pair")
    op.drop_table("judgement")


def _of_report(column: str) -> sa.ForeignKeyConstraint:
    name = f"fk_judgement_{column}_event_report"
    return sa.ForeignKeyConstraint([column], ["event_report.id"], name=name, ondelete="CASCADE")
