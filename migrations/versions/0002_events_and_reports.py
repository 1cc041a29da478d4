"""Events, their facets, and what each article says of them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    _create_event()
    _index_event()
    _create_event_document()
    _create_event_place()
    _create_event_party()
    _create_event_report()
    _create_report_participant()
    _create_report_claim()
    _create_casualty_figure()
    _create_evidence()


def downgrade() -> None:
    """Take back."""
    for table in (
        "evidence",
        "casualty_figure",
        "report_claim",
        "report_participant",
        "event_report",
        "event_party",
        "event_place",
        "event_document",
        "event",
    ):
        op.drop_table(table)


def _create_event() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("place_id", sa.String(), nullable=True),
        sa.Column("country_code", sa.String(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("killed_low", sa.BigInteger(), nullable=True),
        sa.Column("killed_best", sa.BigInteger(), nullable=True),
        sa.Column("killed_high", sa.BigInteger(), nullable=True),
        sa.Column("wounded_low", sa.BigInteger(), nullable=True),
        sa.Column("wounded_best", sa.BigInteger(), nullable=True),
        sa.Column("wounded_high", sa.BigInteger(), nullable=True),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("independent_source_count", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("first_reported_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_event_place_id_place"),
        sqlite_with_rowid=False,
    )


def _index_event() -> None:
    op.create_index(
        "ix_event_background",
        "event",
        ["last_day", "id"],
        sqlite_where=sa.text("background"),
        postgresql_where=sa.text("background"),
    )
    op.create_index("ix_event_country", "event", ["country_code", "last_day", "id", "first_day", "stance"])
    op.create_index("ix_event_days", "event", ["last_day", "id", "first_day", "stance"])
    op.create_index("ix_event_place", "event", ["place_id", "last_day", "id"])
    op.create_index("ix_event_point", "event", ["latitude", "longitude", "last_day", "id", "stance"])
    op.create_index(
        "ix_event_stance",
        "event",
        ["stance", "last_day", "id"],
        sqlite_where=sa.text("stance <> 'asserted'"),
        postgresql_where=sa.text("stance <> 'asserted'"),
    )
    op.create_index("ix_event_type", "event", ["type", "last_day", "id", "first_day", "stance"])


def _create_event_document() -> None:
    op.create_table(
        "event_document",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_event_document"),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name="fk_event_document_event_id_event", ondelete="CASCADE"
        ),
    )


def _create_event_place() -> None:
    op.create_table(
        "event_place",
        sa.Column("place_id", sa.String(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("place_id", "last_day", "event_id", name="pk_event_place"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_event_place_event_id_event", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_event_place_place_id_place", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_place_event_id", "event_place", ["event_id"])


def _create_event_party() -> None:
    op.create_table(
        "event_party",
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("roles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entity_id", "last_day", "event_id", name="pk_event_party"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_event_party_event_id_event", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_party_event_id", "event_party", ["event_id"])


def _create_event_report() -> None:
    op.create_table(
        "event_report",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("extraction_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("place_id", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("extractor", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_event_report"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_event_report_article_id_article", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name="fk_event_report_event_id_event", deferrable=True, initially="DEFERRED"
        ),
        sa.ForeignKeyConstraint(
            ["extraction_id"], ["extraction.id"], name="fk_event_report_extraction_id_extraction", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_event_report_place_id_place"),
    )
    op.create_index("ix_event_report_article_id", "event_report", ["article_id"])
    op.create_index("ix_event_report_event", "event_report", ["event_id", "id"])
    op.create_index("ix_event_report_extraction_id", "event_report", ["extraction_id"])
    op.create_index("ix_event_report_place_id", "event_report", ["place_id"])


def _create_report_participant() -> None:
    op.create_table(
        "report_participant",
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("sector", sa.String(), nullable=True),
        sa.Column("country_code", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("report_id", "ordinal", name="pk_report_participant"),
        sa.ForeignKeyConstraint(
            ["report_id"], ["event_report.id"], name="fk_report_participant_report_id_event_report", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_report_participant_entity_id", "report_participant", ["entity_id"])


def _create_report_claim() -> None:
    op.create_table(
        "report_claim",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("claimant_id", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report_claim"),
        sa.ForeignKeyConstraint(
            ["report_id"], ["event_report.id"], name="fk_report_claim_report_id_event_report", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_report_claim_claimant_id", "report_claim", ["claimant_id"])
    op.create_index("ix_report_claim_report_id", "report_claim", ["report_id"])


def _create_casualty_figure() -> None:
    op.create_table(
        "casualty_figure",
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("low", sa.BigInteger(), nullable=False),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=True),
        sa.Column("of_whom", sa.Text(), nullable=True),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", "ordinal", name="pk_casualty_figure"),
        sa.ForeignKeyConstraint(["claim_id"], ["report_claim.id"], name="fk_casualty_figure_claim_id_report_claim"),
        sa.ForeignKeyConstraint(
            ["report_id"], ["event_report.id"], name="fk_casualty_figure_report_id_event_report", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_casualty_figure_claim_id", "casualty_figure", ["claim_id"])


def _create_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=True),
        sa.Column("trigger_end", sa.Integer(), nullable=True),
        sa.Column("trigger_text", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("report_id", "ordinal", name="pk_evidence"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_evidence_article_id_article", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["event_report.id"], name="fk_evidence_report_id_event_report", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_evidence_article_id", "evidence", ["article_id"])
