"""Pairs that are worth a judgement: listed once for each two events or entities, the most doubtful first."""

from collections.abc import Collection, Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.models import JudgementRow, OpenPairRow, ReportPairRow, ReportRow
from app.models.open_pairs import IS_OPEN
from app.storage.paging import InvalidCursorError, after, count_up_to_limit, decode_cursor

#: Ids of two events or entities, in order.
Ids = tuple[str, str]
#: Margins by which reports are apart and still worth a look: what doubt is a share of.
UNSURE_OF_EVENTS: Final = 1.5


def best_of_events(session: Session, event_ids: Collection[str]) -> dict[Ids, ReportPairRow]:
    """For each two events of which one is among these: the pair of reports that speaks most for their being one."""
    return _best(session, select(ReportRow.id).where(col(ReportRow.event_id).in_(event_ids)))


def best_of_reports(session: Session, report_ids: Collection[str]) -> dict[Ids, ReportPairRow]:
    """The same, by the pairs that these reports have alone."""
    return _best(session, report_ids)


def _best(session: Session, report_ids: Any) -> dict[Ids, ReportPairRow]:
    left, right = aliased(ReportRow), aliased(ReportRow)
    statement = (
        select(ReportPairRow, left.event_id, right.event_id)
        .join(left, col(left.id) == col(ReportPairRow.report_id))
        .join(right, col(right.id) == col(ReportPairRow.other_id))
        .where(
            col(ReportPairRow.report_id).in_(report_ids),
            col(left.event_id) != col(right.event_id),
            col(left.superseded_at).is_(None),
            col(right.superseded_at).is_(None),
        )
    )
    best: dict[Ids, ReportPairRow] = {}
    for pair, one, other in session.exec(statement):
        ids = (min(one, other), max(one, other))
        if ids not in best or pair.margin > best[ids].margin:
            best[ids] = pair
    return best


def judged_events(session: Session, event_ids: Collection[str]) -> set[Ids]:
    """Every two events of which one is among these and on which a judgement stands."""
    left, right = aliased(ReportRow), aliased(ReportRow)
    found: set[Ids] = set()
    for side in (left, right):
        statement = (
            select(left.event_id, right.event_id)
            .select_from(JudgementRow)
            .join(left, col(left.id) == col(JudgementRow.left_report_id))
            .join(right, col(right.id) == col(JudgementRow.right_report_id))
            .where(col(side.event_id).in_(event_ids), col(JudgementRow.withdrawn_at).is_(None))
        )
        found |= {(min(pair), max(pair)) for pair in session.exec(statement)}
    return found


def pairs_of(session: Session, ids: Collection[str]) -> dict[Ids, OpenPairRow]:
    """The rows of which one side is among these."""
    found: dict[Ids, OpenPairRow] = {}
    for side in (OpenPairRow.left_id, OpenPairRow.right_id):
        rows = session.exec(select(OpenPairRow).where(col(side).in_(ids)))
        found |= {(row.left_id, row.right_id): row for row in rows}
    return found


def load_pairs(session: Session, pairs: Collection[Ids]) -> dict[Ids, OpenPairRow]:
    """The rows of these pairs."""
    key = tuple_(col(OpenPairRow.left_id), col(OpenPairRow.right_id))
    rows = session.exec(select(OpenPairRow).where(key.in_(pairs))) if pairs else ()
    return {(row.left_id, row.right_id): row for row in rows}


def save_pairs(session: Session, rows: Iterable[OpenPairRow]) -> None:
    """Add these rows."""
    session.add_all(rows)
    session.flush()


def drop_pairs(session: Session, rows: Iterable[OpenPairRow]) -> None:
    """Delete these rows."""
    for row in rows:
        session.delete(row)
    session.flush()


def page_of_open_pairs(
    session: Session, kind: str | None, limit: int, cursor: str | None
) -> tuple[list[OpenPairRow], int, bool]:
    """Up to ``limit + 1`` open pairs, the most doubtful first; ``kind`` None: of every kind."""
    conditions: list[ColumnElement[bool]] = [IS_OPEN]  # type: ignore[list-item]
    if kind is not None:
        conditions.append(col(OpenPairRow.kind) == kind)
    matching = select(OpenPairRow).where(*conditions)
    total, is_estimate = count_up_to_limit(session, matching.with_only_columns(col(OpenPairRow.left_id)))
    key = [col(OpenPairRow.doubt), col(OpenPairRow.left_id), col(OpenPairRow.right_id)]
    if cursor is not None:
        doubt, left, right = decode_cursor(cursor, [str, str, str])
        matching = matching.where(after(key, [_number(doubt), left, right], descending=False))
    rows = session.exec(matching.order_by(*key).limit(limit + 1))
    return list(rows), total, is_estimate


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise InvalidCursorError("not a cursor of this list") from None
