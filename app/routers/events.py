"""Events, what each article says of them, and who claims it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.domain.filters import AsOfQuery, EventQuery, ListQuery
from app.routers.dependencies import AppStores, Id, wants_json
from app.routers.responses import json_response, page_response, problems
from app.schemas.common import PageOf
from app.schemas.events import ClaimOut, EventOut, FigureOut, ReportOut, SingleEvent
from app.services.events import get_event, list_claims, list_events, list_reports
from app.services.figures import list_figures

router = APIRouter(prefix="/events", tags=["events"], dependencies=[Depends(wants_json)])


@router.get("", response_model=PageOf[EventOut], responses=problems())
def get_events(request: Request, query: Annotated[EventQuery, Query()], stores: AppStores) -> Response:
    """Events that match every filter, newest happening first.

    Free names (place, person, organization, actor) are matched exactly, then by alias, then by likeness; how they were
    read stands in `meta.interpreted`. With `as_of`, the filters ask what the events were then; names are read by what
    is known now.
    """
    return page_response(request, list_events(stores, query))


@router.get("/{id}", response_model=SingleEvent, responses=problems(308, 404, 410))
def get_one_event(event_id: Id, query: Annotated[AsOfQuery, Query()], stores: AppStores) -> Response:
    """One event, with the other ids that lead to it, now or as it was known at a moment (`as_of`).

    Then, 404 says that it was not known yet, 308 and 410 what its id had come to. What was known keeps the words of
    articles that were deleted since.
    """
    return json_response(get_event(stores, event_id, query.as_of))


@router.get("/{id}/reports", response_model=PageOf[ReportOut], responses=problems(308, 404, 410))
def get_event_reports(
    request: Request, event_id: Id, query: Annotated[ListQuery, Query()], stores: AppStores
) -> Response:
    """What each article says of the event, and why it counts as this event."""
    return page_response(request, list_reports(stores, event_id, query))


@router.get("/{id}/claims", response_model=PageOf[ClaimOut], responses=problems(308, 404, 410))
def get_event_claims(
    request: Request, event_id: Id, query: Annotated[ListQuery, Query()], stores: AppStores
) -> Response:
    """Who says what of the event, in which words."""
    return page_response(request, list_claims(stores, event_id, query))


@router.get("/{id}/figures", response_model=PageOf[FigureOut], responses=problems(308, 404, 410))
def get_event_figures(
    request: Request, event_id: Id, query: Annotated[ListQuery, Query()], stores: AppStores
) -> Response:
    """Every casualty figure that articles state of the event, with who says so, in which words."""
    return page_response(request, list_figures(stores, event_id, query))
