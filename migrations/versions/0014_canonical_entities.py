"""Who stands for an entity that judgements make one with another."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision: str | None = "0013"
branch_labels = None
depends_on = None

_TABLES = ("person", "organization", "place")


def upgrade() -> None:
    """Apply."""
    for table in _TABLES:
        op.add_column(table, sa.Column("canonical_id", sa.String(), nullable=True))
        op.create_index(f"ix_{table}_canonical_id", table, ["canonical_id"])


def downgrade() -> None:
    """Take back."""
    for table in _TABLES:
        op.drop_index(f"ix_{table}_canonical_id", table)
        op.drop_column(table, "canonical_id")
