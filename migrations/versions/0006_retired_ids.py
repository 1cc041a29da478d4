"""Ids of articles that were deleted, and of events that they took with them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision: str | None = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "retired_id",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("report_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_retired_id"),
        sa.ForeignKeyConstraint(
            ["report_id"], ["event_report.id"], name="fk_retired_id_report_id_event_report", ondelete="SET NULL"
        ),
    )
    op.create_index("ix_retired_id_report_id", "retired_id", ["report_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("retired_id")
