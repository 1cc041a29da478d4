"""Indexes by which events of the past are counted without reading their rows."""

from alembic import op

revision = "0016"
down_revision: str | None = "0015"
branch_labels = None
depends_on = None

_COUNTED = ["last_day", "id", "first_day", "stance"]
_COUNTED_VERSIONS = ["last_day", "id", "version", "until", "first_day", "stance"]
_FIRST = {"days": [], "type": ["type"], "country": ["country_code"]}


def upgrade() -> None:
    """Apply."""
    for name, first in _FIRST.items():
        _replace(f"ix_event_{name}", "event", [*first, *_COUNTED, "version"])
        if first:
            _replace(f"ix_event_version_{name}", "event_version", [*first, *_COUNTED_VERSIONS])


def downgrade() -> None:
    """Take back."""
    for name, first in _FIRST.items():
        _replace(f"ix_event_{name}", "event", [*first, *_COUNTED])
        if first:
            _replace(f"ix_event_version_{name}", "event_version", [*first, "last_day", "id", "version"])


def _replace(index: str, table: str, columns: list[str]) -> None:
    op.drop_index(index, table)
    op.create_index(index, table, columns)
