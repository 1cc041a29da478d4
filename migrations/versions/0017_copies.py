"""Texts that repeat one another, and how an article repeats its origin."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision: str | None = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "text_sketch",
        sa.Column("value", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("value", "text_sha256", name="pk_text_sketch"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "near_copy",
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("other_sha256", sa.String(), nullable=False),
        sa.Column("similarity", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("text_sha256", "other_sha256", name="pk_near_copy"),
        sqlite_with_rowid=False,
    )
    op.add_column("article", sa.Column("copy_kind", sa.String(), nullable=True))
    op.add_column("article", sa.Column("copy_similarity", sa.Float(), nullable=True))
    op.execute("UPDATE article SET copy_kind = 'exact', copy_similarity = 1 WHERE copy_of IS NOT NULL")


def downgrade() -> None:
    """Take back. What was found to be a near-copy stands alone again."""
    op.execute("UPDATE article SET copy_of = NULL WHERE copy_kind = 'near'")
    with op.batch_alter_table("article") as table:
        table.drop_column("copy_similarity")
        table.drop_column("copy_kind")
    op.drop_table("near_copy")
    op.drop_table("text_sketch")
