"""Judgements in the database."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from app.models import JudgementRow, ReportRow, RetiredIdRow
from app.storage.paging import after, count_up_to_limit, decode_cursor

LATER_ONE: Final = "a later judgement is about the same two"


def report_of_event_id(session: Session, event_id: str) -> ReportRow | None:
    """The standing report that an event has its id from, whatever it is grouped with now; else the one it leads to."""
    statement = select(ReportRow).where(col(ReportRow.own_event_id) == event_id, col(ReportRow.superseded_at).is_(None))
    if report := session.exec(statement).first():
        return report
    retired = session.get(RetiredIdRow, event_id)
    return session.get(ReportRow, retired.report_id) if retired and retired.report_id else None


def withdraw_on(session: Session, left_report_id: str, right_report_id: str, now: datetime) -> None:
    """Withdraw what was judged of these two so far."""
    both = {left_report_id, right_report_id}
    for row in standing_on(session, [left_report_id]):
        if {row.left_report_id, row.right_report_id} == both:
            row.withdrawn_at, row.withdrawn_reason = now, LATER_ONE
    session.flush()


def withdraw_on_ids(session: Session, left_id: str, right_id: str, now: datetime) -> None:
    """Withdraw what was judged of these two entities so far."""
    for left, right in ((left_id, right_id), (right_id, left_id)):
        statement = select(JudgementRow).where(
            col(JudgementRow.left_id) == left,
            col(JudgementRow.right_id) == right,
            col(JudgementRow.withdrawn_at).is_(None),
        )
        for row in session.exec(statement):
            row.withdrawn_at, row.withdrawn_reason = now, LATER_ONE
    session.flush()


def standing_on(session: Session, report_ids: Collection[str]) -> list[JudgementRow]:
    """The standing judgements on any of these reports, the first one first."""
    found: dict[str, JudgementRow] = {}
    for side in (JudgementRow.left_report_id, JudgementRow.right_report_id):
        statement = select(JudgementRow).where(col(side).in_(report_ids), col(JudgementRow.withdrawn_at).is_(None))
        found |= {row.id: row for row in session.exec(statement)}
    return [found[judgement_id] for judgement_id in sorted(found)]


def repoint(session: Session, judgement: JudgementRow, from_report: str, to_report: str, now: datetime) -> None:
    """Have a judgement stand on another report; of two on the same two reports the later one stands."""
    if judgement.left_report_id == from_report:
        judgement.left_report_id = to_report
    else:
        judgement.right_report_id = to_report
    session.flush()
    both = {judgement.left_report_id, judgement.right_report_id}
    on_both = [row for row in standing_on(session, [to_report]) if {row.left_report_id, row.right_report_id} == both]
    for earlier in on_both[:-1]:
        earlier.withdrawn_at, earlier.withdrawn_reason = now, LATER_ONE
    session.flush()


def standing_judgements(session: Session, report_ids: Collection[str], verdict: str) -> list[tuple[str, str]]:
    """The two reports of each standing judgement of that verdict that is about any of these."""
    found: list[tuple[str, str]] = []
    for side in (JudgementRow.left_report_id, JudgementRow.right_report_id):
        statement = select(JudgementRow.left_report_id, JudgementRow.right_report_id).where(
            col(side).in_(report_ids), col(JudgementRow.withdrawn_at).is_(None), col(JudgementRow.verdict) == verdict
        )
        found += [(left, right) for left, right in session.exec(statement) if left and right]
    return sorted(set(found))


def page_of_judgements(
    session: Session, kind: str | None, *, are_standing: bool | None, limit: int, cursor: str | None
) -> tuple[list[JudgementRow], int, bool]:
    """Up to ``limit + 1`` judgements, the last one first.

    ``are_standing`` None: withdrawn ones too; ``kind`` None: of every kind.
    """
    conditions: list[ColumnElement[bool]] = []
    if kind is not None:
        conditions.append(col(JudgementRow.kind) == kind)
    if are_standing is not None:
        withdrawn = col(JudgementRow.withdrawn_at)
        conditions.append(withdrawn.is_(None) if are_standing else withdrawn.is_not(None))
    matching = select(JudgementRow).where(*conditions)
    total, is_estimate = count_up_to_limit(session, matching.with_only_columns(col(JudgementRow.id)))
    if cursor is not None:
        matching = matching.where(after([col(JudgementRow.id)], decode_cursor(cursor, [str]), descending=True))
    rows = session.exec(matching.order_by(col(JudgementRow.id).desc()).limit(limit + 1))
    return list(rows), total, is_estimate
