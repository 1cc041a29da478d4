"""Judgements: given, listed, withdrawn."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import Field

from app.domain.documents import JudgementDocument
from app.domain.filters import ListQuery
from app.routers.bodies import json_body, read_json
from app.routers.dependencies import AppStores, Id, NoParameters, NoQuery, wants_json
from app.routers.responses import json_response, page_response, problems
from app.schemas.common import PageOf
from app.schemas.judgements import Judged, JudgedKind, JudgementIn, JudgementOut, OpenPair
from app.services.judged_entities import judge_entities
from app.services.judgement_rows import NewJudgement
from app.services.judgements import (
    judge_events,
    list_judgements,
    withdraw_judgement,
)
from app.services.review import list_open_pairs

router = APIRouter(prefix="/judgements", tags=["judgements"], dependencies=[Depends(wants_json)])
_STANDING: dict[str, bool | None] = {"standing": True, "withdrawn": False, "all": None}


class JudgementQuery(ListQuery):
    """What the list of judgements takes."""

    state: Literal["standing", "withdrawn", "all", "open"] = Field(
        "standing", description="`open` lists pairs that are worth a judgement instead.", examples=["open"]
    )
    kind: JudgedKind | None = Field(
        None, description="What was judged, or is open; all where left out.", examples=["person"]
    )


async def posted_judgement(request: Request, _: Annotated[NoQuery, Query()]) -> JudgementIn:
    """The judgement of the request's body."""
    return await read_json(request, JudgementIn)


@router.post(
    "",
    status_code=201,
    response_model=Judged,
    responses=problems(403, 404, 413, 415),
    openapi_extra=json_body(JudgementIn),
)
def post_judgement(given: Annotated[JudgementIn, Depends(posted_judgement)], stores: AppStores) -> Response:
    """Judge whether two events are one happening, or two people, organizations or places one.

    Answers with them as they are now. A judgement rules over every score, also for articles to come. It takes the place
    of an earlier one on the same two, and can be withdrawn. The other id of what was made one leads to the one that
    stands for both (308). To part events that the service made one, give two ids that the event had: its own and that
    of a report (`own_event_id`).
    """
    new = NewJudgement(**given.model_dump())
    judged = judge_events(stores, new) if given.left.startswith("evt_") else judge_entities(stores, new)
    return _judged(judged[0], judged[1], 201)


@router.get("", response_model=PageOf[JudgementOut] | PageOf[OpenPair], responses=problems())
def get_judgements(request: Request, query: Annotated[JudgementQuery, Query()], stores: AppStores) -> Response:
    """Judgements, the last one first; or, with `state=open`, pairs that are worth one.

    Open pairs are events, or people, organizations or places, whose score is near the threshold: the nearest come
    first. A pair is listed once, until a judgement stands on it.
    """
    if query.state == "open":
        return page_response(request, list_open_pairs(stores, query, query.kind))
    judgements = list_judgements(stores, query, query.kind, are_standing=_STANDING[query.state])
    return page_response(request, judgements)


@router.delete("/{id}", response_model=Judged, responses=problems(403, 404))
def delete_judgement(judgement_id: Id, _: NoParameters, stores: AppStores) -> Response:
    """Withdraw a judgement: events or entities are again what they are without it. It stays listed as withdrawn."""
    judgement, documents = withdraw_judgement(stores, judgement_id)
    return _judged(judgement, documents, 200)


def _judged(judgement: JudgementDocument, documents: Sequence[object], status: int) -> Response:
    is_event = judgement["kind"] == "event"
    answer = {
        "judgement": judgement,
        "events": documents if is_event else [],
        "entities": [] if is_event else documents,
    }
    location = {"Location": f"/judgements/{judgement['id']}"} if status == 201 else None
    return json_response(answer, status, location)
