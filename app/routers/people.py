"""People: listed, read, with their events and mentions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.domain.filters import EntityEventsQuery, MentionQuery, PersonQuery
from app.routers.dependencies import AppStores, Id, NoParameters, wants_json
from app.routers.responses import json_response, page_response, problems
from app.schemas.common import PageOf
from app.schemas.entities import MentionOut, PersonOut
from app.schemas.events import EventOut
from app.services.entities import get_entity, list_entity_events, list_entity_mentions, list_people

router = APIRouter(prefix="/people", tags=["people"], dependencies=[Depends(wants_json)])


@router.get("", response_model=PageOf[PersonOut], responses=problems())
def get_people(request: Request, query: Annotated[PersonQuery, Query()], stores: AppStores) -> Response:
    """People, by name."""
    return page_response(request, list_people(stores, query))


@router.get("/{id}", response_model=PersonOut, responses=problems(308, 404))
def get_person(person_id: Id, _: NoParameters, stores: AppStores) -> Response:
    """One person."""
    return json_response(get_entity(stores, "person", person_id))


@router.get("/{id}/events", response_model=PageOf[EventOut], responses=problems(308, 404))
def get_person_events(
    request: Request, person_id: Id, query: Annotated[EntityEventsQuery, Query()], stores: AppStores
) -> Response:
    """Events that the person took part in or is quoted on."""
    return page_response(request, list_entity_events(stores, "person", person_id, query))


@router.get("/{id}/mentions", response_model=PageOf[MentionOut], responses=problems(308, 404))
def get_person_mentions(
    request: Request, person_id: Id, query: Annotated[MentionQuery, Query()], stores: AppStores
) -> Response:
    """Where articles name the person."""
    return page_response(request, list_entity_mentions(stores, "person", person_id, query))
