"""A blocking client of an application in this process: httpx on the application's ASGI interface, with its lifespan."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import httpx
from anyio.from_thread import BlockingPortal, start_blocking_portal
from fastapi import FastAPI


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


class Client:
    """What the tests need of ``httpx.Client``."""

    def __init__(self, portal: BlockingPortal, http: httpx.AsyncClient, app: FastAPI) -> None:
        self.app = app
        self._portal = portal
        self._http = http

    def request(self, method: str, url: str, **arguments: Any) -> httpx.Response:
        return self._portal.call(partial(self._http.request, method, url, **arguments))

    def get(self, url: str, **arguments: Any) -> httpx.Response:
        return self.request("GET", url, **arguments)

    def post(self, url: str, **arguments: Any) -> httpx.Response:
        return self.request("POST", url, **arguments)


@contextmanager
def client_of(app: FastAPI) -> Iterator[Client]:
    """A client while the application lives."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(app.router.lifespan_context(app)):
        http = httpx.AsyncClient(transport=transport, base_url="http://sitrep.test", timeout=60)
        with portal.wrap_async_context_manager(http):
            yield Client(portal, http, app)
