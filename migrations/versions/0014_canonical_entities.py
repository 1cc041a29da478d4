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
        _index(f"ix_{table}_canonical", table, ["canonical_id"], "canonical_id IS NOT NULL")
        op.drop_index(f"ix_{table}_name", table)
        _index(f"ix_{table}_name", table, ["folded", "id"], "canonical_id IS NULL")


def downgrade() -> None:
    """Take back."""
    for table in _TABLES:
        op.drop_index(f"ix_{table}_name", table)
        op.drop_index(f"ix_{table}_canonical", table)
        op.drop_column(table, "canonical_id")
        op.create_index(f"ix_{table}_name", table, ["folded", "id"])


def _index(name: str, table: str, columns: list[str], condition: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(condition), postgresql_where=sa.text(condition))
