"""The OpenAPI document: FastAPI's, with the bodies that are read by hand and an example on every field."""

import re
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from app.schemas.articles import ArticleIn, ArticleToExtract
from app.schemas.common import Problem
from app.schemas.examples import examples
from app.schemas.judgements import JudgementIn
from app.schemas.reconciliation import ReconciliationForm

_READ_BY_HAND = (ArticleIn, ArticleToExtract, JudgementIn, ReconciliationForm)
_REFERENCE = "#/components/schemas/{model}"
_DESCRIPTION = """
Conflict news in, data out. `POST /articles` takes raw article text; people, organizations, places and events are
extracted, resolved against what is known, and served with who claims what in which sentence.

Every error is an `application/problem+json` document (RFC 9457) whose `type` is stable and whose `errors` name the
input at fault. Offsets count Unicode code points of the article's text, half-open. Ids are opaque and stable.
"""


def set_up_openapi(app: FastAPI) -> None:
    """Make the application answer with this document."""

    def document() -> dict[str, Any]:
        if not app.openapi_schema:
            app.openapi_schema = openapi(app)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]


def openapi(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI 3.1 document of the application."""
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=_DESCRIPTION,
        routes=app.routes,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        separate_input_output_schemas=False,
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    modes: list[tuple[type[BaseModel], Any]] = [(model, "validation") for model in _READ_BY_HAND]
    _, added = models_json_schema([*modes, (Problem, "serialization")], ref_template=_REFERENCE)
    for name, schema in added["$defs"].items():
        schemas.setdefault(name, schema)
    _add_examples(schemas)
    return document


def _add_examples(schemas: dict[str, Any]) -> None:
    known = _known_examples()
    for component, schema in schemas.items():
        for name, field in schema.get("properties", {}).items():
            if name in known.get(component, {}):
                field.setdefault("examples", [known[component][name]])


def _known_examples() -> dict[str, dict[str, Any]]:
    """Component -> field -> a value, one that is not empty where there is such."""
    known: dict[str, dict[str, Any]] = {}
    for model in (part for example in examples() for part in _models_in(example)):
        values = model.model_dump(mode="json", by_alias=True)
        for kind in type(model).__mro__:
            if issubclass(kind, BaseModel):
                fields = known.setdefault(_component(kind), {})
                for name in (field.alias or own for own, field in kind.model_fields.items()):
                    if fields.get(name) in (None, [], {}):
                        fields[name] = values[name]
    return known


def _models_in(value: object) -> Iterator[BaseModel]:
    """Every model inside a model, itself too."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from _models_in(getattr(value, name))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _models_in(part)


def _component(model: type[BaseModel]) -> str:
    """The name that FastAPI gives a model among the components."""
    return re.sub(r"[^a-zA-Z0-9._-]", "_", model.__name__)
