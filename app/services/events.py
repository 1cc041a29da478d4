"""Reading events, and what articles say of them."""

from app.domain.documents import ClaimDocument, EventDocument, Page, ReportDocument
from app.domain.filters import EventQuery, ListQuery
from app.services.stores import Stores


def list_events(stores: Stores, query: EventQuery) -> Page[EventDocument]:
    """The events that all filters match, newest happening first. ``InvalidInput`` for a cursor that is none."""
    raise NotImplementedError


def get_event(stores: Stores, event_id: str) -> EventDocument:
    """One event; ``NotFound``."""
    raise NotImplementedError


def list_reports(stores: Stores, event_id: str, query: ListQuery) -> Page[ReportDocument]:
    """What each article says of the event, oldest report first; ``NotFound``."""
    raise NotImplementedError


def list_claims(stores: Stores, event_id: str, query: ListQuery) -> Page[ClaimDocument]:
    """Who says what of the event; ``NotFound``."""
    raise NotImplementedError
