"""The Reconciliation Service API 0.2, as OpenRefine speaks it: tables of names → people, organizations and places."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from app.domain.reconciliation import TYPE_OF_KIND, ReconciliationQuery
from app.routers.bodies import form_body, read_form
from app.routers.dependencies import AppStores, wants_json
from app.routers.preview_page import preview_page
from app.routers.responses import json_response, problems
from app.schemas.reading import read_model
from app.schemas.reconciliation import (
    CandidatesOut,
    ManifestOut,
    ReconciliationForm,
    SuggestedEntityOut,
    SuggestedOut,
    SuggestionsOut,
    read_queries,
)
from app.services.reconcile import reconcile
from app.services.suggest import entity_of_any_kind, suggest_entities, suggest_properties, suggest_types

router = APIRouter(prefix="/reconcile", tags=["reconciliation"])

Prefix = Annotated[
    str, Query(max_length=300, description="What has been typed so far; nothing: all there is.", examples=["Kar"])
]


async def posted_queries(request: Request) -> dict[str, ReconciliationQuery]:
    """The queries in the request's form."""
    form = read_model(ReconciliationForm, await read_form(request))
    return read_queries(form.queries, "body")


@router.get(
    "", response_model=ManifestOut | dict[str, CandidatesOut], responses=problems(), dependencies=[Depends(wants_json)]
)
def get_reconcile(
    request: Request,
    stores: AppStores,
    queries: Annotated[
        str | None,
        Query(
            description="JSON object of queries, as in the form of `POST`; without it the answer is the manifest.",
            examples=['{"q0": {"query": "Aleppo", "type": "Place"}}'],
        ),
    ] = None,
) -> Response:
    """What the reconciliation service offers; with `queries`, what `POST /reconcile` answers.

    Give this address to OpenRefine ("Add standard service"). JSONP is not spoken: it would answer pages that
    `SITREP_CORS_ORIGINS` shuts out.
    """
    if queries is not None:
        return json_response(reconcile(stores, read_queries(queries, "query")))
    return json_response(_manifest(_base_url(request)))


@router.post(
    "",
    response_model=dict[str, CandidatesOut],
    responses=problems(413, 415),
    openapi_extra=form_body(ReconciliationForm),
    dependencies=[Depends(wants_json)],
)
def post_reconcile(
    queries: Annotated[dict[str, ReconciliationQuery], Depends(posted_queries)], stores: AppStores
) -> Response:
    """The candidates for each query of a batch, by its key; nothing is stored.

    A query has a name (`query`) and may have `type` (Person, Organization, Place), `type_strict`, `limit` (up to 50)
    and `properties`: country, role, category, sector, within, precision. `match` is true only where the entity is the
    same by the rules that articles are resolved with, and no other is: namesakes are left to you. Types and properties
    that are unknown find and weigh nothing; a name of more than 300 characters is none. Send at most 100 queries at a
    time.
    """
    return json_response(reconcile(stores, queries))


@router.get(
    "/suggest/entity",
    response_model=SuggestionsOut[SuggestedEntityOut],
    responses=problems(),
    dependencies=[Depends(wants_json)],
)
def get_suggested_entities(
    stores: AppStores,
    prefix: Prefix = "",
    type_: Annotated[str | None, Query(alias="type", description="Id of the wanted type.", examples=["Person"])] = None,
    cursor: Annotated[int, Query(ge=0, description="How many suggestions to skip.", examples=[10])] = 0,
) -> Response:
    """Entities whose names begin so, or have all of the words; what more events name comes first."""
    return json_response({"result": suggest_entities(stores, prefix, cursor, type_)})


@router.get(
    "/suggest/type",
    response_model=SuggestionsOut[SuggestedOut],
    responses=problems(),
    dependencies=[Depends(wants_json)],
)
def get_suggested_types(prefix: Prefix = "") -> Response:
    """Types whose names begin so."""
    return json_response({"result": suggest_types(prefix)})


@router.get(
    "/suggest/property",
    response_model=SuggestionsOut[SuggestedOut],
    responses=problems(),
    dependencies=[Depends(wants_json)],
)
def get_suggested_properties(prefix: Prefix = "") -> Response:
    """Properties whose names begin so."""
    return json_response({"result": suggest_properties(prefix)})


@router.get("/preview", response_class=HTMLResponse, responses=problems(404))
def get_preview(
    request: Request,
    stores: AppStores,
    entity_id: Annotated[
        str, Query(alias="id", description="Id of the entity.", examples=["org_01jdf0c4r8m3v5x7y9z1b2c3d4"])
    ],
) -> Response:
    """A small page about an entity, to be shown in a frame."""
    page = preview_page(entity_of_any_kind(stores, entity_id), _base_url(request))
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return HTMLResponse(page, headers={"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff"})


def _base_url(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _manifest(base_url: str) -> dict[str, Any]:
    page = f"{base_url}/reconcile/preview?id={{{{id}}}}"
    return {
        "versions": ["0.2"],
        "name": "Sitrep: people, organizations and places of conflict news",
        "identifierSpace": f"{base_url}/reconcile",
        "schemaSpace": "urn:sitrep:reconciliation",
        "documentation": f"{base_url}/docs",
        "defaultTypes": [{"id": name, "name": name} for name in TYPE_OF_KIND.values()],
        "view": {"url": page},
        "preview": {"url": page, "width": 400, "height": 260},
        "suggest": {
            what: {"service_url": base_url, "service_path": f"/reconcile/suggest/{what}"}
            for what in ("entity", "type", "property")
        },
    }
