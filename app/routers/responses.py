"""Answers: JSON straight from the services' documents, and pages with their links (RFC 8288)."""

from collections.abc import Mapping
from typing import Any

import orjson
from fastapi import Request, Response

from app.domain.documents import Page
from app.schemas.common import Problem


def json_response(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A document as JSON. The schemas are checked by tests, not again on every answer."""
    return Response(orjson.dumps(value), status, headers, "application/json")


def page_response(request: Request, page: Page[Any]) -> Response:
    """A page in its envelope, with the ``Link`` header where there is a next one."""
    following = str(request.url.include_query_params(cursor=page.next_cursor)) if page.next_cursor else None
    meta: dict[str, Any] = {
        "total": page.total,
        "total_is_estimate": page.total_is_estimate,
        "interpreted": page.interpreted,
    }
    if page.latest is not None:
        meta["latest"] = page.latest
    headers = {"Link": f'<{following}>; rel="next"'} if following else None
    return json_response({"data": page.data, "meta": meta, "links": {"next": following}}, headers=headers)


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI description of the errors an endpoint answers with; 406 and 422 are everywhere."""
    names = {
        308: "It was found to be one with another, which `Location` names",
        403: "Refused",
        404: "Not found",
        406: "Only JSON is answered",
        410: "It was there once and was deleted, or rested on articles that were",
        413: "The text is too long",
        415: "Neither JSON nor plain text",
        422: "Something in the request is not valid; `errors` names it",
        500: "The extractor broke on the text",
        503: "The service is not ready",
    }
    content = {"application/problem+json": {"schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}}}
    return {status: {"description": names[status], "content": content} for status in (406, 422, *statuses)}
