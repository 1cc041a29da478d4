"""Judgements outlive the reports that they were given on, and are given on entities too."""

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

revision = "0007"
down_revision: str | None = "0006"
branch_labels = None
depends_on = None

_SIDES = ("left_report_id", "right_report_id")


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("judgement") as table:
        table.add_column(sa.Column("kind", sa.String(), nullable=False, server_default="event"))
        table.add_column(sa.Column("withdrawn_reason", sa.String(), nullable=True))
        for side in _SIDES:
            table.alter_column(side, existing_type=sa.String(), nullable=True)
            _refer_to_report(table, side, "SET NULL")
    op.create_index("ix_judgement_left_id", "judgement", ["left_id", "right_id"])
    op.create_index("ix_judgement_right_id", "judgement", ["right_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_judgement_left_id", "judgement")
    op.drop_index("ix_judgement_right_id", "judgement")
    op.execute("DELETE FROM judgement WHERE left_report_id IS NULL OR right_report_id IS NULL")
    with op.batch_alter_table("judgement") as table:
        table.drop_column("kind")
        table.drop_column("withdrawn_reason")
        for side in _SIDES:
            table.alter_column(side, existing_type=sa.String(), nullable=False)
            _refer_to_report(table, side, "CASCADE")


def _refer_to_report(table: BatchOperations, side: str, ondelete: str) -> None:
    """Say what becomes of a judgement whose report goes."""
    name = f"fk_judgement_{side}_event_report"
    table.drop_constraint(name, type_="foreignkey")
    table.create_foreign_key(name, "event_report", [side], ["id"], ondelete=ondelete)
