"""Casualty figures with the report, the article and the claim that they stand in."""

from typing import NamedTuple

from sqlmodel import Session, col, select

from app.models import ArticleRow, CasualtyFigureRow, ReportClaimRow, ReportRow
from app.storage.paging import after, count_up_to_limit, decode_cursor


class StoredFigure(NamedTuple):
    """A figure and where it is stated; ``claim`` None: the outlet itself says it."""

    figure: CasualtyFigureRow
    report: ReportRow
    article: ArticleRow
    claim: ReportClaimRow | None


def page_of_figures(
    session: Session, event_id: str, limit: int, cursor: str | None
) -> tuple[list[StoredFigure], int, bool]:
    """Up to ``limit + 1`` figures in the standing reports of an event, oldest report first."""
    matching = (
        select(CasualtyFigureRow, ReportRow, ArticleRow, ReportClaimRow)
        .join(ReportRow, col(ReportRow.id) == col(CasualtyFigureRow.report_id))
        .join(ArticleRow, col(ArticleRow.id) == col(ReportRow.article_id))
        .outerjoin(ReportClaimRow, col(ReportClaimRow.id) == col(CasualtyFigureRow.claim_id))
        .where(col(ReportRow.event_id) == event_id, col(ReportRow.superseded_at).is_(None))
    )
    total, is_estimate = count_up_to_limit(session, matching.with_only_columns(col(CasualtyFigureRow.report_id)))
    order = [col(CasualtyFigureRow.report_id), col(CasualtyFigureRow.ordinal)]
    if cursor is not None:
        matching = matching.where(after(order, decode_cursor(cursor, [str, int]), descending=False))
    rows = session.exec(matching.order_by(*order).limit(limit + 1))
    return [StoredFigure(*row) for row in rows], total, is_estimate
