"""Events as they were: at a moment, or after a change."""

from typing import Final

from sqlmodel import Session

from app.domain.changes import sentence
from app.domain.event_documents import SingleEventDocument
from app.domain.moments import parse_point
from app.errors import Gone, InvalidInput, Moved, NotFound
from app.storage import changes as store
from app.storage.event_versions import document_at

_EVER: Final = 2**63 - 1


def number_at(session: Session, as_of: str) -> int:
    """The last change that had been made then; 0 before the first one.

    Changes that were made together are never parted. ``InvalidInput`` for a number that the feed has not come to.
    """
    point = parse_point(as_of)
    if not isinstance(point, int):
        return store.last_until(session, point.end)
    last = store.last_change(session)
    latest = last.seq if last else 0
    if point > latest:
        raise lies_ahead(latest, "as_of")
    return store.last_made_with(session, point)


def lies_ahead(latest: int, field: str) -> InvalidInput:
    """What a number that the feed has not come to is answered with."""
    advice = "for a moment, give a day (2026-11-25) or a time"
    return InvalidInput(f"lies ahead: the last change has the number {latest}; {advice}", field=field)


def event_at(session: Session, event_id: str, as_of: str) -> SingleEventDocument | None:
    """The event as it was then, with the ids that led to it; None where the history holds nothing of this id.

    ``NotFound`` where it was not known yet, ``Moved`` and ``Gone`` where it was that already.
    """
    number = number_at(session, as_of)
    document = document_at(session, event_id, number)
    if document is not None:
        return {**document, "referents": store.merged_into(session, event_id, number)}
    last = store.last_change_of(session, event_id, number)
    if last is None:
        if store.last_change_of(session, event_id, _EVER) is None:
            return None
        raise NotFound(f"the event {event_id} was not known then")
    if last.into_id:
        raise Moved(f"the event {event_id} was one with {last.into_id} then", last.into_id)
    why = sentence(last.reason, last.article_id, last.judgement_id)  # type: ignore[arg-type]
    raise Gone(f"the event {event_id} was gone then, since {last.at:%Y-%m-%d}: {why}")
