"""HEAD, OPTIONS, CORS, health: what HTTP asks of every resource."""

import re
from pathlib import Path

import pytest

from app.config import Settings
from app.main import create_app
from tests.in_process import Client, client_of

from .conftest import KnownSentences

ORIGIN = "https://desk.example"


@pytest.mark.parametrize("path", ["/events", "/healthz", "/openapi.json", "/articles/art_none"])
def test_head_is_get_without_its_body(client: Client, path: str) -> None:
    get, head = client.get(path), client.request("HEAD", path)
    assert head.status_code == get.status_code
    assert head.content == b""
    for header in ("content-type", "content-length"):
        assert head.headers[header] == get.headers[header]


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/events", "GET, HEAD, OPTIONS"),
        ("/events/evt_1", "GET, HEAD, OPTIONS"),
        ("/articles", "GET, HEAD, OPTIONS, POST"),
        ("/extract", "OPTIONS, POST"),
        ("/docs", "GET, HEAD, OPTIONS"),
        ("/openapi.json", "GET, HEAD, OPTIONS"),
    ],
)
def test_options_tells_the_methods(client: Client, path: str, allowed: str) -> None:
    answer = client.request("OPTIONS", path)
    assert (answer.status_code, answer.headers["allow"], answer.content) == (204, allowed, b"")


def test_a_wrong_method_is_told_the_right_ones(client: Client) -> None:
    answer = client.post("/openapi.json", json={})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_options_of_nothing(client: Client) -> None:
    assert client.request("OPTIONS", "/nothing").status_code == 404


@pytest.mark.parametrize(
    ("query", "field"), [("limit=5&limit=6", "limit"), ("place=Homs&place=Hama", "place"), ("from=2017&to=2016", "to")]
)
def test_parameters_that_contradict_each_other(client: Client, query: str, field: str) -> None:
    answer = client.get(f"/events?{query}")
    assert answer.status_code == 422
    assert [fault["field"] for fault in answer.json()["errors"]] == [field]


def test_every_origin_may_read(client: Client) -> None:
    answer = client.get("/events", headers={"origin": ORIGIN})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    assert "Link" in answer.headers["access-control-expose-headers"]


def preflight(client: Client, method: str) -> int:
    headers = {"origin": ORIGIN, "access-control-request-method": method}
    return client.request("OPTIONS", "/articles", headers=headers).status_code


def test_no_origin_may_write(client: Client) -> None:
    assert preflight(client, "GET") == 200
    assert preflight(client, "POST") == 400
    assert preflight(client, "DELETE") == 400


def test_errors_may_be_read_too(client: Client) -> None:
    answer = client.get("/events?plase=Aleppo", headers={"origin": ORIGIN})
    assert answer.status_code == 422
    assert answer.headers["access-control-allow-origin"] == "*"


def test_origins_can_be_named(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, cors_origins=f"{ORIGIN}, https://other.example")
    with client_of(create_app(settings, KnownSentences())) as client:
        named = client.get("/events", headers={"origin": ORIGIN})
        assert named.headers["access-control-allow-origin"] == ORIGIN
        foreign = client.get("/events", headers={"origin": "https://evil.example"})
        assert "access-control-allow-origin" not in foreign.headers


def test_health(client: Client) -> None:
    assert client.get("/healthz").json()["status"] == "ok"
    assert client.get("/readyz").json() == {"status": "ready", "checks": {"database": "ok", "extractor": "ok"}}


class Loading(KnownSentences):
    ready = False


class Broken(Loading):
    failure = "no pipeline of that name"


def test_not_ready_while_loading(tmp_path: Path) -> None:
    with client_of(create_app(Settings(data_dir=tmp_path), Loading())) as client:
        answer = client.get("/readyz")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert "extractor" in answer.json()["detail"]
        assert client.get("/healthz").status_code == 200
        assert client.get("/events").status_code == 200


def test_not_ready_says_why(tmp_path: Path) -> None:
    with client_of(create_app(Settings(data_dir=tmp_path), Broken())) as client:
        assert client.get("/readyz").json()["detail"] == "no pipeline of that name"


class Raising(KnownSentences):
    def annotate(self, article):
        raise RuntimeError("secret")


def test_a_crash_is_a_problem_too(tmp_path: Path) -> None:
    with client_of(create_app(Settings(data_dir=tmp_path), Raising())) as client:
        answer = client.post("/extract", json={"text": "Shells fell."})
        assert answer.status_code == 500
        assert answer.headers["content-type"] == "application/problem+json"
        assert "secret" not in answer.text


def test_the_documentation_needs_no_network(client: Client) -> None:
    page = client.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    sources = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(sources) >= 3
    for source in sources:
        assert source.startswith("/")
        assert client.get(source).status_code == 200


def test_a_database_that_went_away(tmp_path: Path) -> None:
    app = create_app(Settings(data_dir=tmp_path), KnownSentences())
    with client_of(app) as client:
        app.state.stores.database.close()
        for file in tmp_path.glob("sitrep.sqlite*"):
            file.unlink()
        (tmp_path / "sitrep.sqlite").mkdir()
        answer = client.get("/events")
        assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
        assert client.get("/readyz").status_code == 503
        assert client.get("/healthz").status_code == 200
