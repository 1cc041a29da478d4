"""Places: listed, read, with their events and mentions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.domain.filters import EntityEventsQuery, MentionQuery, PlaceQuery
from app.routers.dependencies import AppStores, Id, NoParameters, wants_json
from app.routers.responses import json_response, page_response, problems
from app.schemas.common import PageOf
from app.schemas.entities import MentionOut, PlaceOut
from app.schemas.events import EventOut
from app.services.entities import get_entity, list_entity_events, list_entity_mentions, list_places

router = APIRouter(prefix="/places", tags=["places"], dependencies=[Depends(wants_json)])


@router.get("", response_model=PageOf[PlaceOut], responses=problems())
def get_places(request: Request, query: Annotated[PlaceQuery, Query()], stores: AppStores) -> Response:
    """Places, by name."""
    return page_response(request, list_places(stores, query))


@router.get("/{id}", response_model=PlaceOut, responses=problems(308, 404))
def get_place(place_id: Id, _: NoParameters, stores: AppStores) -> Response:
    """One place."""
    return json_response(get_entity(stores, "place", place_id))


@router.get("/{id}/events", response_model=PageOf[EventOut], responses=problems(308, 404))
def get_place_events(
    request: Request, place_id: Id, query: Annotated[EntityEventsQuery, Query()], stores: AppStores
) -> Response:
    """Events that happened in the place, in what it contains, or that it took part in as a state."""
    return page_response(request, list_entity_events(stores, "place", place_id, query))


@router.get("/{id}/mentions", response_model=PageOf[MentionOut], responses=problems(308, 404))
def get_place_mentions(
    request: Request, place_id: Id, query: Annotated[MentionQuery, Query()], stores: AppStores
) -> Response:
    """Where articles name the place."""
    return page_response(request, list_entity_mentions(stores, "place", place_id, query))
