"""Event reports in the database, with their participants, claims, figures and evidence."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from app.models import (
    ArticleRow,
    CasualtyFigureRow,
    EvidenceRow,
    ExtractionRow,
    LinkRow,
    ReportClaimRow,
    ReportParticipantRow,
    ReportRow,
)
from app.storage.paging import after, count_up_to_limit, decode_cursor


@dataclass(slots=True)
class ReportRows:
    """All rows of one report."""

    report: ReportRow
    participants: list[ReportParticipantRow] = field(default_factory=list)
    claims: list[ReportClaimRow] = field(default_factory=list)
    figures: list[CasualtyFigureRow] = field(default_factory=list)
    evidence: list[EvidenceRow] = field(default_factory=list)


def save_reports(session: Session, reports: Sequence[ReportRows]) -> None:
    """Insert reports whose events are there; parents before children."""
    session.add_all([rows.report for rows in reports])
    session.flush()
    session.add_all([claim for rows in reports for claim in rows.claims])
    session.flush()
    for rows in reports:
        session.add_all([*rows.participants, *rows.figures, *rows.evidence])
    session.flush()


def reports_of_article(session: Session, article_id: str) -> list[ReportRow]:
    """The standing reports of an article, in the order the article's annotations have them."""
    statement = select(ReportRow).where(col(ReportRow.article_id) == article_id, col(ReportRow.superseded_at).is_(None))
    return list(session.exec(statement.order_by(col(ReportRow.ordinal))))


def main_events(session: Session) -> dict[str, str]:
    """The event that each article's first standing report tells, by the article's id; copies of one text have one."""
    reports = session.exec(
        select(ReportRow.article_id, ReportRow.event_id)
        .where(col(ReportRow.superseded_at).is_(None))
        .order_by(col(ReportRow.ordinal).desc())
    )
    told = dict(reports.all())  # the first report comes last, and stays
    texts = session.exec(select(ArticleRow.id, ArticleRow.text_sha256).order_by(col(ArticleRow.id).desc())).all()
    of_text = {text: told[article_id] for article_id, text in texts if article_id in told}
    return {article_id: of_text[text] for article_id, text in texts if text in of_text}


def reports_of_events(session: Session, event_ids: Collection[str]) -> dict[str, list[tuple[ReportRow, ArticleRow]]]:
    """The standing reports of these events, each with its article."""
    statement = (
        select(ReportRow, ArticleRow)
        .join(ArticleRow, col(ArticleRow.id) == col(ReportRow.article_id))
        .where(col(ReportRow.event_id).in_(event_ids), col(ReportRow.superseded_at).is_(None))
        .order_by(col(ReportRow.id))
    )
    found: dict[str, list[tuple[ReportRow, ArticleRow]]] = {event_id: [] for event_id in event_ids}
    for report, article in session.exec(statement):
        found[report.event_id].append((report, article))
    return found


def evidence_of_reports(session: Session, report_ids: Collection[str]) -> dict[str, list[EvidenceRow]]:
    """The evidence of these reports, the main sentence first."""
    statement = select(EvidenceRow).where(col(EvidenceRow.report_id).in_(report_ids))
    found: dict[str, list[EvidenceRow]] = {report_id: [] for report_id in report_ids}
    for row in session.exec(statement.order_by(col(EvidenceRow.report_id), col(EvidenceRow.ordinal))):
        found[row.report_id].append(row)
    return found


def page_of_reports(
    session: Session, event_id: str, limit: int, cursor: str | None
) -> tuple[list[tuple[ReportRow, ArticleRow, LinkRow]], int, bool]:
    """Up to ``limit + 1`` standing reports of an event, oldest first, each with its article and link."""
    matching = (
        select(ReportRow, ArticleRow, LinkRow)
        .join(ArticleRow, col(ArticleRow.id) == col(ReportRow.article_id))
        .join(
            LinkRow,
            (col(LinkRow.extraction_id) == col(ReportRow.extraction_id))
            & (col(LinkRow.local_id) == col(ReportRow.local_id)),
        )
        .where(col(ReportRow.event_id) == event_id, col(ReportRow.superseded_at).is_(None))
    )
    total, is_estimate = count_up_to_limit(session, matching.with_only_columns(col(ReportRow.id)))
    if cursor is not None:
        matching = matching.where(after([col(ReportRow.id)], decode_cursor(cursor, [str]), descending=False))
    rows = session.exec(matching.order_by(col(ReportRow.id)).limit(limit + 1))
    return [(report, article, link) for report, article, link in rows], total, is_estimate


def page_of_claims(
    session: Session, event_id: str, limit: int, cursor: str | None
) -> tuple[list[tuple[ReportClaimRow, ReportRow]], int, bool]:
    """Up to ``limit + 1`` claims in the standing reports of an event, oldest first."""
    matching = (
        select(ReportClaimRow, ReportRow)
        .join(ReportRow, col(ReportRow.id) == col(ReportClaimRow.report_id))
        .where(col(ReportRow.event_id) == event_id, col(ReportRow.superseded_at).is_(None))
    )
    total, is_estimate = count_up_to_limit(session, matching.with_only_columns(col(ReportClaimRow.id)))
    if cursor is not None:
        matching = matching.where(after([col(ReportClaimRow.id)], decode_cursor(cursor, [str]), descending=False))
    rows = session.exec(matching.order_by(col(ReportClaimRow.id)).limit(limit + 1))
    return [(claim, report) for claim, report in rows], total, is_estimate


def figures_of_claims(session: Session, claim_ids: Collection[str]) -> dict[str, list[CasualtyFigureRow]]:
    """The casualty figures that rest on these claims."""
    statement = select(CasualtyFigureRow).where(col(CasualtyFigureRow.claim_id).in_(claim_ids))
    found: dict[str, list[CasualtyFigureRow]] = {claim_id: [] for claim_id in claim_ids}
    for row in session.exec(statement.order_by(col(CasualtyFigureRow.report_id), col(CasualtyFigureRow.ordinal))):
        if row.claim_id is not None:
            found[row.claim_id].append(row)
    return found


def links_of_extraction(session: Session, extraction_id: str) -> dict[str, LinkRow]:
    """What the article's entities and events were linked to, by their id in the article."""
    rows = session.exec(select(LinkRow).where(col(LinkRow.extraction_id) == extraction_id))
    return {row.local_id: row for row in rows}


def entities_of_article(session: Session, article_id: str) -> list[str]:
    """Stored ids of the people, organizations and places of an article."""
    statement = (
        select(LinkRow.stored_id)
        .join(ExtractionRow, col(ExtractionRow.id) == col(LinkRow.extraction_id))
        .where(
            col(ExtractionRow.article_id) == article_id,
            col(ExtractionRow.superseded_at).is_(None),
            col(LinkRow.kind) != "evt",
        )
        .order_by(col(LinkRow.stored_id))
    )
    return list(dict.fromkeys(session.exec(statement)))


def entities_of_extraction(session: Session, extraction_id: str) -> list[str]:
    """Stored ids of the people, organizations and places that an extraction was linked to."""
    statement = select(LinkRow.stored_id).where(col(LinkRow.extraction_id) == extraction_id, col(LinkRow.kind) != "evt")
    return sorted(set(session.exec(statement)))
