"""HEAD and OPTIONS for every resource, and no writing by foreign web pages: what HTTP asks beside GET and POST."""

import orjson
from fastapi import FastAPI
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import problem

_SAFE = {"GET", "HEAD", "OPTIONS"}
#: resources whose POST only asks
_ASKED = {"/reconcile"}
#: resources that the OpenAPI document does not list
_UNLISTED = {"/docs", "/openapi.json"}


def allowed_methods(app: FastAPI, path: str) -> list[str]:
    """The methods that the path takes by the OpenAPI document; empty where there is nothing."""
    methods: set[str] = set()
    for template, operations in app.openapi()["paths"].items():
        if compile_path(template)[0].match(path):
            methods |= {name.upper() for name in operations}
    if path in _UNLISTED:
        methods.add("GET")
    if "GET" in methods:
        methods.add("HEAD")
    return sorted(methods | {"OPTIONS"}) if methods else []


class Methods:
    """ASGI middleware: HEAD is GET without its body; OPTIONS says what a path takes; foreign pages may not write.

    Browsers mark requests that another site's page makes with ``Sec-Fetch-Site`` (W3C Fetch Metadata). CORS does not
    stop a page from posting plain text to a service on the reader's own machine; this does.
    """

    def __init__(self, app: ASGIApp, api: FastAPI) -> None:
        self.app = app
        self.api = api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["method"] == "HEAD":
            await self.app({**scope, "method": "GET"}, receive, _without_body(send))
        elif scope["method"] == "OPTIONS" and (methods := allowed_methods(self.api, scope["path"])):
            await _answer(send, 204, [(b"allow", ", ".join(methods).encode())])
        elif _may_write(scope) and _from_foreign_page(scope):
            detail = "A page of another site may read but not write."
            document = problem("cross-site-write", "Refused", 403, detail)
            headers = [(b"content-type", b"application/problem+json")]
            await _answer(send, 403, headers, orjson.dumps({**document, "instance": scope["path"]}))
        else:
            await self.app(scope, receive, send)


def _may_write(scope: Scope) -> bool:
    return scope["method"] not in _SAFE and not (scope["method"] == "POST" and scope["path"] in _ASKED)


def _from_foreign_page(scope: Scope) -> bool:
    return any(name == b"sec-fetch-site" and value in {b"cross-site", b"same-site"} for name, value in scope["headers"])


def _without_body(send: Send) -> Send:
    async def send_head(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return send_head


async def _answer(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes = b"") -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
