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


def last_until(session: Session, moment: datetime) -> int:
    """The number of the last change up to that moment, 0 where there is none."""
    seq = col(ChangeRow.seq)
    statement = select(ChangeRow.seq).where(col(ChangeRow.at) <= moment).order_by(col(ChangeRow.at).desc(), seq.desc())
    return session.exec(statement.limit(1)).first() or 0


def last_made_with(session: Session, number: int) -> int:
    """The last of the changes that were made together with this one."""
    change = session.get(ChangeRow, number)
    return last_until(session, change.at) if change else number


def last_change_of(session: Session, resource_id: str, number: int) -> ChangeRow | None:
    """The last change of a resource among those up to this number."""
    statement = select(ChangeRow).where(col(ChangeRow.resource_id) == resource_id, col(ChangeRow.seq) <= number)
    return session.exec(statement.order_by(col(ChangeRow.seq).desc()).limit(1)).first()


def merged_into(session: Session, resource_id: str, number: int) -> list[str]:
    """The ids that led to a resource after that change, through others too."""
    found: list[str] = []
    fresh = [resource_id]
    while fresh:
        statement = select(ChangeRow.resource_id).where(
            col(ChangeRow.into_id).in_(fresh), col(ChangeRow.seq) <= number, col(ChangeRow.action) == "merged"
        )
        wanted, fresh = fresh, []
        for one in sorted(set(session.exec(statement)) - {resource_id, *found}):
            last = last_change_of(session, one, number)
            if last is not None and last.action == "merged" and last.into_id in wanted:
                fresh.append(one)
        found += fresh
    return sorted(found)


def page_of_changes(session: Session, since: int, until: int, limit: int, cursor: str | None) -> list[ChangeRow]:
    """Up to ``limit + 1`` of the changes after number ``since``, up to and with ``until``, in order."""
    seen = max(since, decode_cursor(cursor, [int])[0]) if cursor is not None else since
    seq = col(ChangeRow.seq)
    return list(session.exec(select(ChangeRow).where(seq > seen, seq <= until).order_by(seq).limit(limit + 1)))
