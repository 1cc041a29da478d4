"""What people are asked to judge: pairs of events or entities that may be one, the most doubtful first."""

from collections.abc import Mapping

from app.domain.documents import Named, OpenPairDocument, Page
from app.domain.filters import ListQuery
from app.models import OpenPairRow
from app.services.pages import checked_cursor, page_of
from app.services.stores import Stores
from app.storage.canonical import load_shown
from app.storage.events import load_events
from app.storage.open_pairs import page_of_open_pairs


def list_open_pairs(stores: Stores, query: ListQuery, kind: str | None) -> Page[OpenPairDocument]:
    """Pairs that are worth a judgement, those nearest to the threshold first; ``kind`` None: of every kind."""
    with stores.database.read() as session, checked_cursor():
        rows, total, is_estimate = page_of_open_pairs(session, kind, query.limit, query.cursor)
        ids = {one for row in rows for one in (row.left_id, row.right_id)}
        named: dict[str, Named] = {
            one: {"id": one, "name": event.title} for one, event in load_events(session, ids).items()
        }
        named |= {one: {"id": shown.id, "name": shown.name} for one, shown in load_shown(session, ids).items()}
    page = page_of(
        rows,
        total,
        query.limit,
        lambda last: [repr(last.doubt), last.left_id, last.right_id],
        is_estimate=is_estimate,
    )
    return Page(
        data=[_document(row, named) for row in page.data],
        total=total,
        total_is_estimate=is_estimate,
        next_cursor=page.next_cursor,
    )


def _document(row: OpenPairRow, named: Mapping[str, Named]) -> OpenPairDocument:
    return {
        "kind": row.kind,
        "left": named[row.left_id],
        "right": named[row.right_id],
        "score": row.score,
        "threshold": round(row.score - row.margin, 4),
        "parts": row.parts,
    }
