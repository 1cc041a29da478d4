"""Pairs that are worth a judgement, each once, the most doubtful first."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision: str | None = "0009"
branch_labels = None
depends_on = None

#: The best pair of reports of each two events on which no judgement stands; 1.5 is the margin by which pairs are kept.
_LIST_PAIRS_OF_EVENTS = """
INSERT INTO open_pair (left_id, right_id, kind, doubt, margin, score, parts, is_open)
SELECT left_id, right_id, 'event', abs(margin) / 1.5, margin, score, parts, true
FROM (
    SELECT one.event_id AS left_id, other.event_id AS right_id, pair.margin, pair.score, pair.parts,
        row_number() OVER (PARTITION BY one.event_id, other.event_id ORDER BY pair.margin DESC, pair.report_id) AS place
    FROM report_pair AS pair
    JOIN event_report AS one ON one.id = pair.report_id
    JOIN event_report AS other ON other.id = pair.other_id
    WHERE one.event_id < other.event_id AND one.superseded_at IS NULL AND other.superseded_at IS NULL
) AS best
WHERE place = 1 AND NOT EXISTS (
    SELECT 1
    FROM judgement
    JOIN event_report AS one ON one.id = judgement.left_report_id
    JOIN event_report AS other ON other.id = judgement.right_report_id
    WHERE judgement.withdrawn_at IS NULL AND (
        (one.event_id = left_id AND other.event_id = right_id) OR (one.event_id = right_id AND other.event_id = left_id)
    )
)
"""


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "open_pair",
        sa.Column("left_id", sa.String(), nullable=False),
        sa.Column("right_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("doubt", sa.Float(), nullable=False),
        sa.Column("margin", sa.Float(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("left_id", "right_id", name="pk_open_pair"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_open_pair_right_id", "open_pair", ["right_id"])
    for name, first in (("doubt", []), ("kind", ["kind"])):
        op.create_index(
            f"ix_open_pair_{name}",
            "open_pair",
            [*first, "doubt", "left_id", "right_id"],
            sqlite_where=sa.text("is_open"),
            postgresql_where=sa.text("is_open"),
        )
    op.create_index("ix_judgement_state", "judgement", ["withdrawn_at", "id"])
    op.create_index("ix_judgement_kind", "judgement", ["kind", "withdrawn_at", "id"])
    op.drop_index("ix_report_pair_margin", "report_pair")
    op.execute(_LIST_PAIRS_OF_EVENTS)


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_judgement_state", "judgement")
    op.drop_index("ix_judgement_kind", "judgement")
    op.create_index("ix_report_pair_margin", "report_pair", ["margin", "report_id", "other_id"])
    op.drop_table("open_pair")
