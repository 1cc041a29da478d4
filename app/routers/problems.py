"""Every error as ``application/problem+json`` (RFC 9457); it names the input at fault and suggests the right one."""

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from app.errors import AppError, Fault, Problem, problem
from app.routers.methods import allowed_methods

MEDIA_TYPE = "application/problem+json"
_LOG = structlog.get_logger(__name__)
_QUOTED = re.compile(r"'([^']*)'")
_KINDS = {
    ("extra_forbidden", "query"): ("unknown-parameter", "Unknown parameter"),
    ("extra_forbidden", "body"): ("unknown-field", "Unknown field"),
    ("missing", "query"): ("missing-parameter", "Missing parameter"),
    ("missing", "body"): ("missing-field", "Missing field"),
}
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


class InvalidFields(Exception):
    """Fields of a body that are not valid: pydantic's ``errors``, and the names that are ``known``."""

    def __init__(self, errors: Sequence[Mapping[str, Any]], known: Sequence[str]) -> None:
        super().__init__("invalid fields")
        self.errors, self.known = errors, known


def add_problem_handlers(app: FastAPI) -> None:
    """Answer every error of this application with a problem document."""
    app.exception_handler(AppError)(_app_error)
    app.exception_handler(Refusal)(_refusal)
    app.exception_handler(InvalidFields)(_invalid_fields)
    app.exception_handler(RequestValidationError)(_invalid_parameters)
    app.exception_handler(HTTPException)(_http_error)
    app.exception_handler(Exception)(_crash)


def faults_of(errors: Sequence[Mapping[str, Any]], known: Sequence[str]) -> list[Fault]:
    """The inputs at fault, from pydantic's errors; ``known`` are the names that would have been right."""
    return [
        {"field": _field(error), "location": str(error["loc"][0]), "detail": _detail(error, known)} for error in errors
    ]


def _invalid(request: Request, errors: Sequence[Mapping[str, Any]], known: Sequence[str]) -> Response:
    faults = faults_of(errors, known)
    kind = (str(errors[0]["type"]), faults[0]["location"])
    what = "field" if kind[1] == "body" else "parameter"
    slug, title = _KINDS.get(kind, (f"invalid-{what}", f"Invalid {what}"))
    detail = " ".join(f"`{fault['field']}`: {fault['detail']}" for fault in faults)
    return _respond(request, problem(slug, title, 422, detail, faults))


def _field(error: Mapping[str, Any]) -> str:
    names = [str(part) for part in error["loc"][1:] if isinstance(part, str)]
    return ".".join(names) or str(error["loc"][0])


def _detail(error: Mapping[str, Any], known: Sequence[str]) -> str:
    if error["type"] == "extra_forbidden":
        return f"is not known here{_suggestion(_field(error), known)}"
    if error["type"] == "missing":
        return "is required."
    message = str(error["msg"]).removeprefix("Value error, ").rstrip(".")
    expected = _QUOTED.findall(str((error.get("ctx") or {}).get("expected", "")))
    if expected and isinstance(error["input"], str):
        return f"must be one of {', '.join(expected)}{_suggestion(error['input'], expected)}"
    return f"{message[:1].lower()}{message[1:]}."


def _suggestion(given: str, known: Sequence[str]) -> str:
    folded = {name.lower(): name for name in known}
    close = difflib.get_close_matches(given[:100].lower(), folded, n=1, cutoff=0.5)
    return f"; did you mean `{folded[close[0]]}`?" if close else "."


def _respond(request: Request, document: Problem, headers: Mapping[str, str] | None = None) -> Response:
    body = orjson.dumps({**document, "instance": request.url.path})
    return Response(body, document["status"], headers, MEDIA_TYPE)


def _app_error(request: Request, error: AppError) -> Response:
    return _respond(request, error.problem(), {"Retry-After": "5"} if error.status == 503 else None)


def _refusal(request: Request, error: Refusal) -> Response:
    return _respond(request, problem(error.slug, error.title, error.status, error.detail, error.faults))


def _invalid_fields(request: Request, error: InvalidFields) -> Response:
    return _invalid(request, error.errors, error.known)


def _invalid_parameters(request: Request, error: RequestValidationError) -> Response:
    return _invalid(request, error.errors(), _parameters(request))


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
        headers["Allow"] = ", ".join(allowed_methods(request.app, request.scope))
        detail = f"{request.url.path} takes {headers['Allow']}."
    return _respond(request, problem(slug, title, error.status_code, detail), headers)


def _crash(request: Request, error: Exception) -> Response:
    _LOG.error("unhandled error", path=request.url.path, exc_info=error)
    return _respond(request, problem("internal-error", "Internal error", 500, "Something broke; the log says what."))
