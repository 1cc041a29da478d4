"""Taking an article's evidence out of the database, and what its ids lead to afterwards."""

from collections import Counter
from collections.abc import Collection
from datetime import date

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from app.models import (
    ArticleRow,
    ArticleWordingRow,
    CasualtyFigureRow,
    EvidenceRow,
    ExtractionRow,
    LinkRow,
    MentionRow,
    ReportBlockRow,
    ReportClaimRow,
    ReportFactsRow,
    ReportPairRow,
    ReportParticipantRow,
    ReportRow,
    RetiredIdRow,
    SearchTextRow,
)
from app.storage.entities import load_entities
from app.storage.reports import entities_of_extraction


def delete_reports(session: Session, report_ids: Collection[str]) -> None:
    """Delete reports with all that hangs on them."""
    session.execute(delete(ReportRow).where(col(ReportRow.id).in_(report_ids)))


def empty_reports(session: Session, article_id: str, report_ids: Collection[str]) -> None:
    """Delete all that hangs on the reports of an article, but not what was judged of them nor the ids that lead there.

    Their events keep what they were until they are derived anew.
    """
    for model, report_id in (
        (CasualtyFigureRow, CasualtyFigureRow.report_id),
        (ReportClaimRow, ReportClaimRow.report_id),
        (ReportParticipantRow, ReportParticipantRow.report_id),
        (EvidenceRow, EvidenceRow.report_id),
        (ReportFactsRow, ReportFactsRow.report_id),
        (ReportBlockRow, ReportBlockRow.report_id),
        (ReportPairRow, ReportPairRow.report_id),
        (ReportPairRow, ReportPairRow.other_id),
    ):
        session.execute(delete(model).where(col(report_id).in_(report_ids)))
    session.execute(delete(ArticleWordingRow).where(col(ArticleWordingRow.article_id) == article_id))


def delete_article(session: Session, article: ArticleRow) -> None:
    """Delete an article that has no reports and no copies, with its extractions, mentions and versions."""
    session.execute(delete(SearchTextRow).where(col(SearchTextRow.owner_id) == article.id))
    session.execute(delete(ArticleRow).where(col(ArticleRow.id) == article.id))


def uncount_article(session: Session, article: ArticleRow, extraction: ExtractionRow) -> None:
    """Take an article, whose extraction no longer stands, out of the counts of the entities that it names."""
    mentions = session.exec(select(MentionRow.entity_id).where(col(MentionRow.extraction_id) == extraction.id))
    named = Counter(mentions)
    for entity_id, row in load_entities(session, entities_of_extraction(session, extraction.id)).items():
        row.article_count -= 1
        row.mention_count -= named[entity_id]
        if article.published_from is not None and article.published_from in (row.first_seen, row.last_seen):
            row.first_seen, row.last_seen = _days_seen(session, entity_id)
    session.execute(delete(MentionRow).where(col(MentionRow.extraction_id) == extraction.id))


def _days_seen(session: Session, entity_id: str) -> tuple[date | None, date | None]:
    """The first and last day on which an article that names the entity was published."""
    published = col(ArticleRow.published_from)
    statement = (
        select(func.min(published), func.max(published))
        .join(ExtractionRow, col(ExtractionRow.article_id) == col(ArticleRow.id))
        .join(LinkRow, col(LinkRow.extraction_id) == col(ExtractionRow.id))
        .where(col(LinkRow.stored_id) == entity_id, col(ExtractionRow.superseded_at).is_(None))
    )
    return session.exec(statement).one()


def retired_ids_of(session: Session, report_ids: Collection[str]) -> list[RetiredIdRow]:
    """The retired ids that lead to these reports."""
    return list(session.exec(select(RetiredIdRow).where(col(RetiredIdRow.report_id).in_(report_ids))))


def retired_id(session: Session, identifier: str) -> tuple[RetiredIdRow, str | None] | None:
    """What is known of a retired id, with the event that it leads to."""
    row = session.get(RetiredIdRow, identifier)
    if row is None:
        return None
    report = session.get(ReportRow, row.report_id) if row.report_id else None
    return row, report.event_id if report else None
