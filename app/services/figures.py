"""Every casualty figure that is stated of an event, and who says so."""

from app.domain.documents import EntityBrief, Page, PartisanDocument
from app.domain.event_documents import FigureDocument
from app.domain.filters import ListQuery
from app.services.alignments import sides_of_event
from app.services.event_documents import entity_brief
from app.services.events import existing_event
from app.services.pages import checked_cursor, page_of
from app.services.stores import Stores
from app.storage.canonical import load_shown
from app.storage.figures import StoredFigure, page_of_figures


def list_figures(stores: Stores, event_id: str, query: ListQuery) -> Page[FigureDocument]:
    """The figures in the reports of the event, oldest report first; ``NotFound``."""
    with stores.database.read() as session:
        event = existing_event(session, event_id)
        with checked_cursor():
            rows, total, is_estimate = page_of_figures(session, event_id, query.limit, query.cursor)
        page = page_of(rows, total, query.limit, _key, is_estimate=is_estimate)
        sides = sides_of_event(session, event, [row.article for row in page.data])
        claims = [row.claim for row in page.data if row.claim]
        claimants = load_shown(session, {claim.claimant_id for claim in claims if claim.claimant_id})
        data = [
            _figure_document(
                row,
                sides.of(row.article.source_id),
                entity_brief(claimants.get(row.claim.claimant_id or ""), row.claim.text) if row.claim else None,
            )
            for row in page.data
        ]
        return Page(data, total, next_cursor=page.next_cursor, total_is_estimate=is_estimate)


def _key(row: StoredFigure) -> list[str | int]:
    return [row.figure.report_id, row.figure.ordinal]


def _figure_document(
    row: StoredFigure, alignment: PartisanDocument | None, claimant: EntityBrief | None
) -> FigureDocument:
    figure, report, article = row.figure, row.report, row.article
    return {
        "event_id": report.event_id,
        "report_id": report.id,
        "article_id": article.id,
        "source": article.source_name,
        "source_alignment": alignment,
        "published_on": article.published_on,
        "what": figure.what,
        "low": figure.low,
        "high": figure.high,
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "of_whom": figure.of_whom,
        "partial": report.document["figures"][figure.ordinal].get("partial", False),
        "chosen": figure.chosen,
        "claimant": claimant,
    }
