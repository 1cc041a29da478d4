"""Events, what each article says of them, and who claims it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.domain.filters import EventQuery, ListQuery
from app.routers.dependencies import AppStores, Id, NoParameters, wants_json
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
    read stands in `meta.interpreted`.
    """
    return page_response(request, list_events(stores, query))


@router.get("/{id}", response_model=SingleEvent, responses=problems(308, 404, 410))
def get_one_event(event_id: Id, _: NoParameters, stores: AppStores) -> Response:
    """One event, with the other ids that lead to it."""
    return json_response(get_event(stores, event_id))


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
