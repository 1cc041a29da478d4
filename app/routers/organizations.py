"""Organizations and groups: listed, read, with their events and mentions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.domain.filters import EntityEventsQuery, MentionQuery, OrganizationQuery
from app.routers.dependencies import AppStores, Id, NoParameters, wants_json
from app.routers.responses import json_response, page_response, problems
from app.schemas.common import PageOf
from app.schemas.entities import MentionOut, OrganizationOut
from app.schemas.events import EventOut
from app.services.entities import get_entity, list_entity_events, list_entity_mentions, list_organizations

router = APIRouter(prefix="/organizations", tags=["organizations"], dependencies=[Depends(wants_json)])


@router.get("", response_model=PageOf[OrganizationOut], responses=problems())
def get_organizations(request: Request, query: Annotated[OrganizationQuery, Query()], stores: AppStores) -> Response:
    """Organizations and groups, by name."""
    return page_response(request, list_organizations(stores, query))


@router.get("/{id}", response_model=OrganizationOut, responses=problems(308, 404))
def get_organization(organization_id: Id, _: NoParameters, stores: AppStores) -> Response:
    """One organization."""
    return json_response(get_entity(stores, "organization", organization_id))


@router.get("/{id}/events", response_model=PageOf[EventOut], responses=problems(308, 404))
def get_organization_events(
    request: Request, organization_id: Id, query: Annotated[EntityEventsQuery, Query()], stores: AppStores
) -> Response:
    """Events that the organization took part in or is quoted on."""
    return page_response(request, list_entity_events(stores, "organization", organization_id, query))


@router.get("/{id}/mentions", response_model=PageOf[MentionOut], responses=problems(308, 404))
def get_organization_mentions(
    request: Request, organization_id: Id, query: Annotated[MentionQuery, Query()], stores: AppStores
) -> Response:
    """Where articles name the organization."""
    return page_response(request, list_entity_mentions(stores, "organization", organization_id, query))
