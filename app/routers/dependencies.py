"""What the endpoints are given: stores, extractor, settings; and the checks that every endpoint makes."""

import re
from typing import Annotated

from fastapi import Depends, Path, Query, Request
from pydantic import BaseModel, ConfigDict

from app.config import Settings
from app.errors import InvalidInput, NotFound
from app.routers.problems import Refusal
from app.services.extractor import Extractor
from app.services.stores import Stores

_LONGEST_NAME = 100
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class NoQuery(BaseModel):
    """An endpoint without parameters: any parameter is an unknown one."""

    model_config = ConfigDict(extra="forbid")


def get_settings(request: Request) -> Settings:
    """The settings that the application was made with."""
    settings: Settings = request.app.state.settings
    return settings


def get_stores(request: Request) -> Stores:
    """The database and the gazetteer."""
    stores: Stores = request.app.state.stores
    return stores


def get_extractor(request: Request) -> Extractor:
    """The extractor."""
    extractor: Extractor = request.app.state.extractor
    return extractor


def resource_id(
    identifier: Annotated[
        str, Path(alias="id", description="Id of the resource.", examples=["evt_01jdf0c4r8m3v5x7y9z1b2c3d4"])
    ],
) -> str:
    """The id in the path; what can be none is not found."""
    if not _ID.fullmatch(identifier):
        raise NotFound("There is nothing with this id.", field="id")
    return identifier


def wants_json(request: Request) -> None:
    """Refuse a request whose ``Accept`` leaves no room for JSON, or that gives a parameter twice."""
    _refuse_repeated(request)
    accepted = request.headers.getlist("accept")
    if accepted and not any(_takes_json(part) for header in accepted for part in header.split(",")):
        raise Refusal(406, "not-acceptable", "Not acceptable", "Answers are application/json.", "Accept")


def _refuse_repeated(request: Request) -> None:
    seen: set[str] = set()
    for name, _ in request.query_params.multi_items():
        if name in seen:
            raise InvalidInput("must be given once.", field=name[:_LONGEST_NAME])
        seen.add(name)


def _takes_json(media_range: str) -> bool:
    kind, *parameters = (part.strip().lower() for part in media_range.split(";"))
    refused = any(parameter.replace(" ", "") in {"q=0", "q=0.0", "q=0.00", "q=0.000"} for parameter in parameters)
    return kind in {"application/json", "application/*", "*/*", ""} and not refused


AppSettings = Annotated[Settings, Depends(get_settings)]
AppStores = Annotated[Stores, Depends(get_stores)]
AppExtractor = Annotated[Extractor, Depends(get_extractor)]
NoParameters = Annotated[NoQuery, Query()]
Id = Annotated[str, Depends(resource_id)]
