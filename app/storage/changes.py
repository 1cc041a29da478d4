"""The change feed in the database."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlmodel import Session, col, select

from app.models import ChangeRow
from app.storage.paging import decode_cursor


def last_change(session: Session) -> ChangeRow | None:
    """The change with the greatest number."""
    return session.exec(select(ChangeRow).order_by(col(ChangeRow.seq).desc()).limit(1)).first()


def next_change(session: Session) -> tuple[int, datetime]:
    """The number and the moment of the next change; to be asked last in a transaction that writes.

    The lock on writing is held from before to the commit (``Database.write``), so numbers have no gaps and become
    visible in their order.
    """
    last = last_change(session)
    now = datetime.now(UTC)
    return (1, now) if last is None else (last.seq + 1, max(now, last.at + timedelta(microseconds=1)))


def save_changes(session: Session, changes: Sequence[ChangeRow]) -> None:
    """Add to the feed."""
    session.add_all(changes)
    session.flush()


def last_before(session: Session, moment: datetime) -> int:
    """The number of the last change before that moment, 0 where there is none."""
    seq = col(ChangeRow.seq)
    statement = select(ChangeRow.seq).where(col(ChangeRow.at) < moment).order_by(col(ChangeRow.at).desc(), seq.desc())
    return session.exec(statement.limit(1)).first() or 0


def page_of_changes(session: Session, since: int, until: int, limit: int, cursor: str | None) -> list[ChangeRow]:
    """Up to ``limit + 1`` of the changes after number ``since``, up to and with ``until``, in order."""
    seen = max(since, decode_cursor(cursor, [int])[0]) if cursor is not None else since
    seq = col(ChangeRow.seq)
    return list(session.exec(select(ChangeRow).where(seq > seen, seq <= until).order_by(seq).limit(limit + 1)))
