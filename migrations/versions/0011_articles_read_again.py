"""The order of an article's reports apart from their ids, and an index that finds what an older extractor read."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision: str | None = "0010"
branch_labels = None
depends_on = None

#: So far reports were made in order.
_AS_THEY_WERE_MADE = """
UPDATE event_report SET ordinal = (
    SELECT count(*) FROM event_report AS other
    WHERE other.article_id = event_report.article_id AND other.id < event_report.id
)
"""


def upgrade() -> None:
    """Apply."""
    op.add_column("event_report", sa.Column("ordinal", sa.Integer(), nullable=False, server_default="0"))
    op.execute(_AS_THEY_WERE_MADE)
    op.create_index("ix_article_extractor", "article", ["extractor", "id"])


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_article_extractor", "article")
    with op.batch_alter_table("event_report") as table:
        table.drop_column("ordinal")
