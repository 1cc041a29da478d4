"""Articles, their extractions, entities, names, mentions and links."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    _create_source()
    _create_article()
    _create_extraction()
    _create_person()
    _create_organization()
    _create_place()
    _create_place_ancestor()
    _create_alias()
    _create_name_key()
    _create_mention()
    _create_link()


def downgrade() -> None:
    """Take back."""
    for table in (
        "link",
        "mention",
        "name_key",
        "alias",
        "place_ancestor",
        "place",
        "organization",
        "person",
        "extraction",
        "article",
        "source",
    ):
        op.drop_table(table)


def _create_source() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sa.UniqueConstraint("key", name="uq_source_key"),
    )


def _create_article() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("source_key", sa.String(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("published_on", sa.String(), nullable=True),
        sa.Column("published_basis", sa.String(), nullable=False),
        sa.Column("published_from", sa.Date(), nullable=True),
        sa.Column("published_until", sa.Date(), nullable=True),
        sa.Column("copy_of", sa.String(), nullable=True),
        sa.Column("extraction_status", sa.String(), nullable=False),
        sa.Column("extractor", sa.String(), nullable=True),
        sa.Column("ingested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.ForeignKeyConstraint(["copy_of"], ["article.id"], name="fk_article_copy_of_article"),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name="fk_article_source_id_source"),
        sa.UniqueConstraint("text_sha256", "source_key", name="uq_article_text_sha256_source_key"),
    )
    op.create_index("ix_article_copy_of", "article", ["copy_of"])
    op.create_index("ix_article_published", "article", ["published_from", "published_until"])
    op.create_index("ix_article_source_id", "article", ["source_id"])


def _create_extraction() -> None:
    op.create_table(
        "extraction",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("extractor", sa.String(), nullable=True),
        sa.Column("annotations", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_extraction"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_extraction_article_id_article", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_extraction_article_id", "extraction", ["article_id"])


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("country_code", sa.String(), nullable=True),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("mention_count", sa.Integer(), nullable=False),
        sa.Column("event_count", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.Date(), nullable=True),
        sa.Column("last_seen", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_index("ix_person_country", "person", ["country_code", "folded"])
    op.create_index("ix_person_name", "person", ["folded", "id"])


def _create_organization() -> None:
    op.create_table(
        "organization",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("country_code", sa.String(), nullable=True),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("mention_count", sa.Integer(), nullable=False),
        sa.Column("event_count", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.Date(), nullable=True),
        sa.Column("last_seen", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("category", sa.String(), nullable=True),
        sa.Column("sector", sa.String(), nullable=True),
        sa.Column("lexicon_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_organization"),
        sa.UniqueConstraint("lexicon_id", name="uq_organization_lexicon_id"),
    )
    op.create_index("ix_organization_category", "organization", ["category", "folded"])
    op.create_index("ix_organization_country", "organization", ["country_code", "folded"])
    op.create_index("ix_organization_name", "organization", ["folded", "id"])


def _create_place() -> None:
    op.create_table(
        "place",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("country_code", sa.String(), nullable=True),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("mention_count", sa.Integer(), nullable=False),
        sa.Column("event_count", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.Date(), nullable=True),
        sa.Column("last_seen", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geonames_id", sa.Integer(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("admin1", sa.String(), nullable=True),
        sa.Column("precision", sa.String(), nullable=True),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("within_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_place"),
        sa.ForeignKeyConstraint(["within_id"], ["place.id"], name="fk_place_within_id_place"),
        sa.UniqueConstraint("geonames_id", name="uq_place_geonames_id"),
    )
    op.create_index("ix_place_country", "place", ["country_code", "folded"])
    op.create_index("ix_place_name", "place", ["folded", "id"])
    op.create_index(
        "ix_place_state",
        "place",
        ["country_code"],
        sqlite_where=sa.text("precision = 'country'"),
        postgresql_where=sa.text("precision = 'country'"),
    )
    op.create_index("ix_place_within_id", "place", ["within_id"])


def _create_place_ancestor() -> None:
    op.create_table(
        "place_ancestor",
        sa.Column("ancestor_id", sa.String(), nullable=False),
        sa.Column("place_id", sa.String(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("ancestor_id", "place_id", name="pk_place_ancestor"),
        sa.ForeignKeyConstraint(
            ["ancestor_id"], ["place.id"], name="fk_place_ancestor_ancestor_id_place", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name="fk_place_ancestor_place_id_place", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_place_ancestor_place", "place_ancestor", ["place_id", "depth"])


def _create_alias() -> None:
    op.create_table(
        "alias",
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("is_name", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("entity_id", "folded", name="pk_alias"),
    )
    op.create_index("ix_alias_lookup", "alias", ["kind", "folded", "entity_id"])


def _create_name_key() -> None:
    op.create_table(
        "name_key",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", "entity_id", name="pk_name_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_name_key_entity_id", "name_key", ["entity_id"])


def _create_mention() -> None:
    op.create_table(
        "mention",
        sa.Column("extraction_id", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("extraction_id", "ordinal", name="pk_mention"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_mention_article_id_article", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["extraction_id"], ["extraction.id"], name="fk_mention_extraction_id_extraction", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_mention_article_id", "mention", ["article_id"])
    op.create_index("ix_mention_entity", "mention", ["entity_id", "article_id", "start"])


def _create_link() -> None:
    op.create_table(
        "link",
        sa.Column("extraction_id", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("stored_id", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("extraction_id", "local_id", name="pk_link"),
        sa.ForeignKeyConstraint(
            ["extraction_id"], ["extraction.id"], name="fk_link_extraction_id_extraction", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_link_stored_id", "link", ["stored_id"])
