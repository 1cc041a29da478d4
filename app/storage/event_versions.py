"""What events were: versions are kept when another one takes their place, and read as of a change."""

from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import BigInteger, insert, literal, select
from sqlmodel import Session, col

from app.domain.event_documents import EventDocument
from app.models import (
    EventDocumentRow,
    EventPartyRow,
    EventPlaceRow,
    EventRow,
    EventVersionRow,
    SearchTextRow,
    VersionPartyRow,
    VersionPlaceRow,
    VersionTextRow,
)

_EVENT: Final[Any] = EventRow
#: What events are found by: where it is kept, where it stands while it is so, and the column of the event's id there.
_FACETS: Final[tuple[tuple[Any, Any, Any], ...]] = (
    (VersionPlaceRow, EventPlaceRow, EventPlaceRow.event_id),
    (VersionPartyRow, EventPartyRow, EventPartyRow.event_id),
    (VersionTextRow, SearchTextRow, SearchTextRow.owner_id),
)
_DOCUMENT: Final = col(EventDocumentRow.document)
_KEYS: Final = frozenset({"event_id", "number"})


def keep_versions(session: Session, event_ids: Collection[str], number: int) -> None:
    """Keep what these events are, with all that they are found by: change ``number`` is about to make them others.

    What that change itself made of them is no version: nobody has seen it.
    """
    if not event_ids:
        return
    session.flush()
    kept = (_EVENT.id.in_(event_ids), _EVENT.version < number)
    names = sorted(_names(_EVENT))
    versions = select(*(getattr(_EVENT, name) for name in names), literal(number, BigInteger), _DOCUMENT)
    versions = versions.join(EventDocumentRow, col(EventDocumentRow.event_id) == _EVENT.id).where(*kept)
    session.execute(insert(EventVersionRow).from_select([*names, "until", "document"], versions))
    for model, source, event_id in _FACETS:
        names = sorted(_names(model) & _names(source) - _KEYS)
        facets = select(*(getattr(source, name) for name in names), _EVENT.id, _EVENT.version)
        facets = facets.join(_EVENT, _EVENT.id == event_id).where(*kept)
        session.execute(insert(model).from_select([*names, "event_id", "version"], facets))


def document_at(session: Session, event_id: str, number: int) -> EventDocument | None:
    """The event's document after change ``number``; None where there was no such event then."""
    now = (
        select(_DOCUMENT)
        .join(EventRow, col(EventRow.id) == col(EventDocumentRow.event_id))
        .where(col(EventRow.id) == event_id, col(EventRow.version) <= number)
    )
    then = select(col(EventVersionRow.document)).where(
        col(EventVersionRow.id) == event_id,
        col(EventVersionRow.version) <= number,
        col(EventVersionRow.until) > number,
    )
    document: EventDocument | None = session.scalars(now).first() or session.scalars(then).first()
    return document


def _names(model: Any) -> set[str]:
    return {column.name for column in model.__table__.columns}
