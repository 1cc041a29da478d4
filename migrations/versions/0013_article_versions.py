"""Versions of articles that were corrected, and the key of the page that an article stands on."""

import sqlalchemy as sa
from alembic import op

from app.domain.web_addresses import page_key

revision = "0013"
down_revision: str | None = "0012"
branch_labels = None
depends_on = None

_BATCH = 1000


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "article_version",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("published_on", sa.String(), nullable=True),
        sa.Column("published_basis", sa.String(), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "version", name="pk_article_version"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_article_version_article_id_article", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_article_version_text", "article_version", ["text_sha256", "source_key"])
    op.add_column("article", sa.Column("page_key", sa.String(), nullable=True))
    op.add_column("article", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("article", sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("extraction", sa.Column("article_version", sa.Integer(), nullable=False, server_default="1"))
    _fill_page_keys()
    op.create_index("ix_article_page", "article", ["page_key", "source_key"])


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_article_page", "article")
    with op.batch_alter_table("article") as table:
        for column in ("page_key", "version", "corrected_at"):
            table.drop_column(column)
    with op.batch_alter_table("extraction") as table:
        table.drop_column("article_version")
    op.drop_table("article_version")


def _fill_page_keys() -> None:
    connection = op.get_bind()
    article = sa.table("article", sa.column("id"), sa.column("url"), sa.column("page_key"))
    last = ""
    while True:
        after = sa.select(article.c.id, article.c.url).where(article.c.id > last, article.c.url.is_not(None))
        rows = connection.execute(after.order_by(article.c.id).limit(_BATCH)).all()
        if not rows:
            return
        for article_id, url in rows:
            connection.execute(article.update().where(article.c.id == article_id).values(page_key=page_key(url)))
        last = rows[-1][0]
