"""Judgements in the database, and the pairs of reports that are worth one."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.models import JudgementRow, ReportPairRow, ReportRow, RetiredIdRow
from app.storage.paging import InvalidCursorError, after, count_up_to_limit, decode_cursor

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


def standing_on(session: Session, report_ids: Collection[str]) -> list[JudgementRow]:
    """The standing judgements on any of these reports, the first one first."""
    found: dict[str, JudgementRow] = {}
    for side in (JudgementRow.left_report_id, JudgementRow.right_report_id):
        statement = select(JudgementRow).where(col(side).in_(report_ids), col(JudgementRow.withdrawn_at).is_(None))
        found |= {row.id: row for row in session.exec(statement)}
    return [found[judgement_id] for judgement_id in sorted(found)]


def repoint(session: Session, from_report: str, to_report: str, now: datetime) -> None:
    """Have all standing judgements on one report stand on another one instead, which tells the same happening."""
    for judgement in standing_on(session, [from_report]):
        repoint_one(session, judgement, from_report, to_report, now)


def repoint_one(session: Session, judgement: JudgementRow, from_report: str, to_report: str, now: datetime) -> None:
    """Have a judgement stand on another report; of two on the same two reports the later one stands.

    It ends where both its reports would be one.
    """
    sides = [judgement.left_report_id, judgement.right_report_id]
    left, right = (to_report if side == from_report else side for side in sides)
    if left is None or right is None or left == right:
        judgement.withdrawn_at, judgement.withdrawn_reason = now, "both events are told by one report"
        session.flush()
        return
    judgement.left_report_id, judgement.right_report_id = left, right
    session.flush()
    on_both = [
        row for row in standing_on(session, [left]) if {row.left_report_id, row.right_report_id} == {left, right}
    ]
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
    session: Session, *, are_standing: bool | None, limit: int, cursor: str | None
) -> tuple[list[JudgementRow], int, bool]:
    """Up to ``limit + 1`` judgements, the last one first; ``are_standing`` None: withdrawn ones too."""
    conditions: list[ColumnElement[bool]] = []
    if are_standing is not None:
        withdrawn = col(JudgementRow.withdrawn_at)
        conditions.append(withdrawn.is_(None) if are_standing else withdrawn.is_not(None))
    matching = select(JudgementRow).where(*conditions)
    total, is_estimate = count_up_to_limit(session, matching.with_only_columns(col(JudgementRow.id)))
    if cursor is not None:
        matching = matching.where(after([col(JudgementRow.id)], decode_cursor(cursor, [str]), descending=True))
    rows = session.exec(matching.order_by(col(JudgementRow.id).desc()).limit(limit + 1))
    return list(rows), total, is_estimate


def page_of_open_pairs(
    session: Session, limit: int, cursor: str | None
) -> tuple[list[tuple[ReportPairRow, str, str]], int, bool]:
    """Up to ``limit + 1`` pairs of reports that are in two events and not judged, with the events' ids.

    Those come first that were nearest to being one.
    """
    left, right = aliased(ReportRow), aliased(ReportRow)
    judged = exists().where(
        col(JudgementRow.withdrawn_at).is_(None),
        (
            (col(JudgementRow.left_report_id) == ReportPairRow.report_id)
            & (col(JudgementRow.right_report_id) == ReportPairRow.other_id)
        )
        | (
            (col(JudgementRow.left_report_id) == ReportPairRow.other_id)
            & (col(JudgementRow.right_report_id) == ReportPairRow.report_id)
        ),
    )
    matching = (
        select(ReportPairRow, left.event_id, right.event_id)
        .join(left, col(left.id) == col(ReportPairRow.report_id))
        .join(right, col(right.id) == col(ReportPairRow.other_id))
        .where(
            col(ReportPairRow.report_id) < col(ReportPairRow.other_id),
            col(left.event_id) != col(right.event_id),
            col(left.superseded_at).is_(None),
            col(right.superseded_at).is_(None),
            ~judged,
        )
    )
    total, is_estimate = count_up_to_limit(session, matching.with_only_columns(col(ReportPairRow.report_id)))
    key = [col(ReportPairRow.margin), col(ReportPairRow.report_id), col(ReportPairRow.other_id)]
    if cursor is not None:
        margin, report_id, other_id = decode_cursor(cursor, [str, str, str])
        matching = matching.where(after(key, [_margin(margin), report_id, other_id], descending=True))
    rows = session.exec(matching.order_by(*(column.desc() for column in key)).limit(limit + 1))
    return [(pair, left_event, right_event) for pair, left_event, right_event in rows], total, is_estimate


def _margin(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise InvalidCursorError("not a cursor of this list") from None
