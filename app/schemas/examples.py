"""One worked example, from which every field of the OpenAPI document takes its own."""

import json
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from app.schemas.annotations import StoredAnnotations
from app.schemas.articles import ArticleOut, ArticleVersion, Ingested
from app.schemas.changes import ChangePage
from app.schemas.common import Health, PageOf, Problem, Readiness
from app.schemas.entities import MentionOut, OrganizationOut, PersonOut, PlaceOut
from app.schemas.events import ClaimOut, EventOut, FigureOut, ReportOut, SingleEvent
from app.schemas.judgements import Judged, JudgementOut, OpenPair
from app.schemas.reconciliation import (
    CandidatesOut,
    ManifestOut,
    SuggestedEntityOut,
    SuggestedOut,
    SuggestionsOut,
)

_FILE: Final = Path(__file__).with_name("examples.json")
_MODELS: Final[dict[str, type[BaseModel]]] = {
    "POST /articles": Ingested,
    "GET /articles": PageOf[ArticleOut],
    "GET /articles/{id}/versions": PageOf[ArticleVersion],
    "GET /articles/{id}/annotations": StoredAnnotations,
    "GET /events": PageOf[EventOut],
    "GET /events/{id}": SingleEvent,
    "GET /events/{id}/reports": PageOf[ReportOut],
    "GET /events/{id}/claims": PageOf[ClaimOut],
    "GET /events/{id}/figures": PageOf[FigureOut],
    "POST /judgements": Judged,
    "GET /judgements": PageOf[JudgementOut],
    "GET /judgements?state=open": PageOf[OpenPair],
    "GET /changes": ChangePage,
    "GET /people": PageOf[PersonOut],
    "GET /organizations": PageOf[OrganizationOut],
    "GET /places": PageOf[PlaceOut],
    "GET /places/{id}/mentions": PageOf[MentionOut],
    "GET /reconcile": ManifestOut,
    "POST /reconcile": CandidatesOut,
    "GET /reconcile/suggest/entity": SuggestionsOut[SuggestedEntityOut],
    "GET /reconcile/suggest/property": SuggestionsOut[SuggestedOut],
    "GET /healthz": Health,
    "GET /readyz": Readiness,
    "problem": Problem,
}


@cache
def examples() -> list[BaseModel]:
    """What the service answers on one sample article, and to one wrong request."""
    documents = json.loads(_FILE.read_text(encoding="utf-8"))
    return [model.model_validate(documents[name]) for name, model in _MODELS.items()]
