"""Names are found by their beginnings, too: on PostgreSQL that needs an index that compares byte by byte."""

from alembic import op

revision = "0012"
down_revision: str | None = "0011"
branch_labels = None
depends_on = None

_COLUMNS = ["kind", "folded", "entity_id"]


def upgrade() -> None:
    """Apply."""
    _index_names({"folded": "text_pattern_ops"})


def downgrade() -> None:
    """Take back."""
    _index_names({})


def _index_names(operator_classes: dict[str, str]) -> None:
    """Build the index anew; SQLite's compares byte by byte anyway."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index("ix_alias_lookup", "alias")
        op.create_index("ix_alias_lookup", "alias", _COLUMNS, postgresql_ops=operator_classes)
