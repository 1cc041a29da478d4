"""The change feed."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.domain.filters import ChangeQuery
from app.routers.dependencies import AppStores, wants_json
from app.routers.responses import page_response, problems
from app.schemas.changes import ChangePage
from app.services.change_feed import list_changes

router = APIRouter(prefix="/changes", tags=["changes"], dependencies=[Depends(wants_json)])


@router.get("", response_model=ChangePage, responses=problems())
def get_changes(request: Request, query: Annotated[ChangeQuery, Query()], stores: AppStores) -> Response:
    """What was created, updated, merged, split and deleted, in order and with the reason.

    To keep a copy in step: follow `links.next` to the last page, then ask again with `since` = its `meta.latest`.
    Numbers have no gaps, and none appears below one that was read. How often entities were told of (their counts and
    days seen) changes with every article and is not listed.
    """
    return page_response(request, list_changes(stores, query))
