"""Reading the change feed."""

from app.domain.changes import sentence
from app.domain.documents import ChangeDocument, JsonObject, Page
from app.domain.filters import ChangeQuery
from app.domain.moments import LEAST
from app.models import ChangeRow
from app.services.history import lies_ahead
from app.services.pages import checked_cursor
from app.services.stores import Stores
from app.storage import changes as store
from app.storage.paging import encode_cursor


def list_changes(stores: Stores, query: ChangeQuery) -> Page[ChangeDocument]:
    """What happened after a point, in order.

    The page's ``latest`` is the number of the last change that there was; where no page follows, it is the point to
    ask from the next time. ``InvalidInput`` for a number that the feed has not come to, and a cursor that is none.
    """
    with stores.database.read() as session:
        last = store.last_change(session)
        latest = last.seq if last else 0
        start = query.start
        since = start if isinstance(start, int) else store.last_until(session, start.start - LEAST)
        if since > latest:
            raise lies_ahead(latest, "since")
        with checked_cursor():
            rows = store.page_of_changes(session, since, latest, query.limit, query.cursor)
    shown = rows[: query.limit]
    interpreted: JsonObject = {"since": {"asked": query.since, "seq": since}} if query.since else {}
    return Page(
        data=[_document(row) for row in shown],
        total=latest - since,
        interpreted=interpreted,
        next_cursor=encode_cursor([shown[-1].seq]) if len(rows) > query.limit else None,
        latest=latest,
    )


def _document(row: ChangeRow) -> ChangeDocument:
    return {
        "seq": row.seq,
        "at": row.at.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "action": row.action,
        "resource": row.resource,
        "id": row.resource_id,
        "into": row.into_id,
        "from": row.from_ids,
        "reason": {
            "code": row.reason,
            "text": sentence(row.reason, row.article_id, row.judgement_id),  # type: ignore[arg-type]
            "article_id": row.article_id,
            "judgement_id": row.judgement_id,
        },
    }
