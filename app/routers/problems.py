"""Every error as ``application/problem+json`` (RFC 9457); it names the input at fault and suggests the right one."""

from collections.abc import Mapping
from typing import Any

import orjson
import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from app.domain.gazetteer import Gazetteer
from app.errors import AppError, Fault, Moved, Problem, problem
from app.routers.methods import allowed_methods
from app.schemas.faults import InvalidFields

MEDIA_TYPE = "application/problem+json"
_LOG = structlog.get_logger(__name__)
_TITLES = {
    404: ("not-found", "Not found"),
    405: ("method-not-allowed", "Method not allowed"),
}


class Refusal(Exception):
    """A request that cannot be served as it is; ``name`` is the header, field or parameter at fault."""

    def __init__(self, status: int, slug: str, title: str, detail: str, name: str | None = None) -> None:
        super().__init__(detail)
        self.status, self.slug, self.title, self.detail, self.name = status, slug, title, detail, name

    @property
    def faults(self) -> list[Fault]:
        """The input at fault: a header where it is written like one."""
        if self.name is None:
            return []
        location = "header" if self.name[0].isupper() else "body"
        return [{"field": self.name, "location": location, "detail": self.detail}]


def add_problem_handlers(app: FastAPI) -> None:
    """Answer every error of this application with a problem document."""
    app.exception_handler(AppError)(problem_response)
    app.exception_handler(Moved)(_moved)
    app.exception_handler(Refusal)(_refusal)
    app.exception_handler(RequestValidationError)(_invalid_parameters)
    app.exception_handler(HTTPException)(_http_error)
    app.exception_handler(Exception)(_crash)


def _respond(request: Request, document: Problem, headers: Mapping[str, str] | None = None) -> Response:
    body = orjson.dumps({**document, "instance": request.url.path})
    return Response(body, document["status"], headers, MEDIA_TYPE)


def problem_response(request: Request, error: AppError) -> Response:
    """The answer to an error."""
    return _respond(request, error.problem(), {"Retry-After": "5"} if error.status == 503 else None)


def _moved(request: Request, error: Moved) -> Response:
    """To the same page of the canonical id, with the same query."""
    id_in_path = next(value for value in request.path_params.values())
    target = request.url.path.replace(str(id_in_path), error.canonical_id)
    query = f"?{request.url.query}" if request.url.query else ""
    return _respond(request, error.problem(), {"Location": f"{target}{query}"})


def _refusal(request: Request, error: Refusal) -> Response:
    return _respond(request, problem(error.slug, error.title, error.status, error.detail, error.faults))


def _invalid_parameters(request: Request, error: RequestValidationError) -> Response:
    errors = [_with_country_code(request, part) for part in error.errors()]
    return problem_response(request, InvalidFields(errors, _parameters(request)))


def _with_country_code(request: Request, error: dict[str, Any]) -> dict[str, Any]:
    """The error, where a country was given by its name, with the code that was wanted."""
    if tuple(error["loc"]) != ("query", "country") or not isinstance(error["input"], str):
        return error
    gazetteer: Gazetteer = request.app.state.stores.gazetteer
    codes = (entry.country_code for entry in gazetteer.find(error["input"][:100]) if entry.feature == "country")
    code = next(codes, None)
    return {**error, "msg": f"{error['msg']}; did you mean `{code}`?"} if code else error


def _parameters(request: Request) -> list[str]:
    """The names of the parameters that the endpoint takes."""
    route = request.scope.get("route")
    fields = getattr(getattr(route, "dependant", None), "query_params", [])
    names: list[str] = []
    for field in fields:
        model = getattr(field.field_info, "annotation", None)
        if isinstance(model, type) and issubclass(model, BaseModel):
            names += [info.alias or name for name, info in model.model_fields.items()]
        else:
            names.append(field.alias)
    return names


def _http_error(request: Request, error: HTTPException) -> Response:
    slug, title = _TITLES.get(error.status_code, (f"http-{error.status_code}", str(error.detail)))
    headers = dict(error.headers or {})
    detail = f"There is nothing at {request.url.path}." if error.status_code == 404 else str(error.detail)
    if error.status_code == 405:
        headers["Allow"] = ", ".join(allowed_methods(request.app, request.url.path))
        detail = f"{request.url.path} takes {headers['Allow']}."
    return _respond(request, problem(slug, title, error.status_code, detail), headers)


def _crash(request: Request, error: Exception) -> Response:
    _LOG.error("unhandled error", path=request.url.path, exc_info=error)
    return _respond(request, problem("internal-error", "Internal error", 500, "Something broke; the log says what."))
