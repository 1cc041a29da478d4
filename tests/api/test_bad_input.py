"""What is refused, and how: a problem document that names the field, and nothing stored."""

import json

import pytest

from tests.in_process import Client

PROBLEM = "application/problem+json"
JSON = {"content-type": "application/json"}
TEXT = {"content-type": "text/plain; charset=utf-8"}


def refused(answer, status: int, slug: str, field: str | None) -> dict:
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM), answer.text
    problem = answer.json()
    assert problem["type"] == f"urn:sitrep:problem:{slug}"
    assert problem["status"] == status
    assert problem["detail"]
    if field is not None:
        assert [fault["field"] for fault in problem["errors"]] == [field]
    return problem


@pytest.fixture(autouse=True)
def nothing_stored(client: Client):
    before = client.get("/articles").json()["meta"]["total"]
    yield
    assert client.get("/articles").json()["meta"]["total"] == before


@pytest.mark.parametrize("path", ["/articles", "/extract"])
@pytest.mark.parametrize(
    ("body", "slug", "field"),
    [
        ({"text": ""}, "invalid-field", "text"),
        ({"text": " \n\t\u200b "}, "invalid-field", "text"),
        ({"text": "Shells\x00 fell."}, "invalid-field", "text"),
        ({"text": "Shells \ud83d fell."}, "invalid-field", "text"),
        ({"text": 17}, "invalid-field", "text"),
        ({}, "missing-field", "text"),
        ({"text": "Shells fell.", "published_on": "last week"}, "invalid-field", "published_on"),
        ({"text": "Shells fell.", "published_on": "2016-02-30"}, "invalid-field", "published_on"),
        ({"text": "Shells fell.", "published_on": ""}, "invalid-field", "published_on"),
        ({"text": "Shells fell.", "url": "not an address"}, "invalid-field", "url"),
        ({"text": "Shells fell.", "url": "http://[::1"}, "invalid-field", "url"),
        ({"text": "Shells fell.", "source": "A\x00"}, "invalid-field", "source"),
        ({"text": "Shells fell.", "language": "../.."}, "invalid-field", "language"),
        ({"text": "Shells fell.", "titel": "Shelling"}, "unknown-field", "titel"),
    ],
)
def test_fields(client: Client, path: str, body: dict, slug: str, field: str) -> None:
    refused(client.post(path, content=json.dumps(body), headers=JSON), 422, slug, field)


def test_an_unknown_field_gets_a_suggestion(client: Client) -> None:
    answer = client.post("/articles", json={"text": "Shells fell.", "publised_on": "2016-05-01"})
    assert "did you mean `published_on`?" in refused(answer, 422, "unknown-field", "publised_on")["detail"]


def test_several_faults_are_all_named(client: Client) -> None:
    problem = client.post("/articles", json={"text": " ", "published_on": "soon"}).json()
    assert {fault["field"] for fault in problem["errors"]} == {"text", "published_on"}


@pytest.mark.parametrize("path", ["/articles", "/extract"])
@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"text"', b"null", b"[" * 100_000, b'{"text": "a" "b"}'])
def test_not_a_json_object(client: Client, path: str, content: bytes) -> None:
    refused(client.post(path, content=content, headers=JSON), 422, "invalid-json", "body")


@pytest.mark.parametrize("headers", [JSON, TEXT])
def test_not_utf8(client: Client, headers: dict) -> None:
    problem = refused(
        client.post("/articles", content=b'{"text": "Caf\xe9"}', headers=headers), 422, "not-utf-8", "text"
    )
    assert "0xe9" in problem["detail"]


@pytest.mark.parametrize(
    ("headers", "slug", "field"),
    [
        ({"content-type": "application/x-www-form-urlencoded"}, "unsupported-media-type", "Content-Type"),
        ({"content-type": "text/html"}, "unsupported-media-type", "Content-Type"),
        ({}, "unsupported-media-type", "Content-Type"),
        ({"content-type": "text/plain; charset=latin-1"}, "unsupported-charset", "Content-Type"),
        ({**TEXT, "content-encoding": "gzip"}, "unsupported-encoding", "Content-Encoding"),
    ],
)
def test_wrong_content_type(client: Client, headers: dict, slug: str, field: str) -> None:
    refused(client.post("/articles", content=b"Shells fell.", headers=headers), 415, slug, field)


@pytest.mark.parametrize("path", ["/articles", "/extract"])
def test_too_long(client: Client, path: str) -> None:
    refused(client.post(path, json={"text": "a" * 5_001}), 413, "text-too-long", "text")
    refused(client.post(path, content="ü" * 5_001, headers=TEXT), 413, "text-too-long", "text")


def test_a_long_body_is_not_read_to_its_end(client: Client) -> None:
    read = 0

    async def endless():
        nonlocal read
        for _ in range(2_000):
            read += 10_000
            yield b"a" * 10_000

    refused(client.post("/articles", content=endless(), headers=TEXT), 413, "text-too-long", "text")
    assert read < 1_000_000
    answer = client.post("/articles", content=b"a", headers={**TEXT, "content-length": str(10**9)})
    refused(answer, 413, "text-too-long", "text")


def test_the_longest_text_is_taken(client: Client) -> None:
    assert client.post("/extract", json={"text": "\U0001f4a5" * 5_000}).status_code == 200
    escaped = '{"text": "' + "\\ud83d\\udca5" * 5_000 + '"}'
    assert client.post("/extract", content=escaped, headers=JSON).status_code == 200


def test_metadata_of_json_stands_in_the_body(client: Client) -> None:
    refused(client.post("/articles?title=A", json={"text": "Shells fell."}), 422, "invalid-parameter", "title")


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/events?plase=Aleppo", "plase"),
        ("/articles?before=2016", "before"),
        ("/people?name=Ali", "name"),
        ("/organizations?acronym=IRGC", "acronym"),
        ("/places?near=1,2", "near"),
        ("/events/evt_00000000000000000000000000?full=1", "full"),
        ("/articles/art_00000000000000000000000000/annotations?a=1", "a"),
        ("/healthz?verbose=1", "verbose"),
        ("/readyz?verbose=1", "verbose"),
    ],
)
def test_unknown_parameters(client: Client, path: str, field: str) -> None:
    refused(client.get(path), 422, "unknown-parameter", field)


def test_an_unknown_parameter_gets_a_suggestion(client: Client) -> None:
    assert "did you mean `place`?" in client.get("/events?plase=Aleppo").json()["detail"]
    assert "did you mean `from`?" in client.get("/events?form=2016").json()["detail"]
    refused(client.post("/articles?extrakt=false", json={"text": "Shells fell."}), 422, "unknown-parameter", "extrakt")


@pytest.mark.parametrize(
    ("query", "field", "hint"),
    [
        ("type=ASAULT", "type", "did you mean `ASSAULT`?"),
        ("stance=assertet", "stance", "did you mean `asserted`?"),
        ("country=XX", "country", ""),
        ("country=Syria", "country", "did you mean `SY`?"),
        ("country=Deutschland", "country", "did you mean `DE`?"),
        ("from=yesterday", "from", ""),
        ("to=2016-13", "to", ""),
        ("bbox=1,2,3", "bbox", ""),
        ("bbox=1,60,3,50", "bbox", ""),
        ("limit=0", "limit", ""),
        ("limit=1000000", "limit", ""),
        ("limit=many", "limit", ""),
        ("cursor=nonsense", "cursor", ""),
        ("place=%00", "place", ""),
    ],
)
def test_values_out_of_range(client: Client, query: str, field: str, hint: str) -> None:
    answer = client.get(f"/events?{query}")
    assert answer.status_code == 422, answer.text
    problem = answer.json()
    assert [fault["field"] for fault in problem["errors"]] == [field]
    assert hint in problem["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/events/evt_00000000000000000000000000",
        "/events/nonsense",
        "/events/%00",
        "/events/evt_00000000000000000000000000/reports",
        "/events/evt_00000000000000000000000000/claims",
        "/articles/art_00000000000000000000000000",
        "/articles/art_00000000000000000000000000/annotations",
        "/people/per_00000000000000000000000000",
        "/people/per_00000000000000000000000000/events",
        "/people/per_00000000000000000000000000/mentions",
        "/organizations/org_00000000000000000000000000",
        "/places/plc_00000000000000000000000000",
        "/places/evt_00000000000000000000000000",
        "/nothing/here",
    ],
)
def test_unknown_resources(client: Client, path: str) -> None:
    refused(client.get(path), 404, "not-found", None)


def test_wrong_method(client: Client) -> None:
    answer = client.request("DELETE", "/events")
    refused(answer, 405, "method-not-allowed", None)
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert client.request("PATCH", "/articles").headers["allow"] == "GET, HEAD, OPTIONS, POST"


@pytest.mark.parametrize("accept", ["text/csv", "application/xml, text/html;q=0.9", "application/json;q=0"])
def test_nothing_but_json(client: Client, accept: str) -> None:
    refused(client.get("/events", headers={"accept": accept}), 406, "not-acceptable", "Accept")


@pytest.mark.parametrize("accept", ["*/*", "application/json", "text/html, */*;q=0.1", "application/*"])
def test_json_is_acceptable(client: Client, accept: str) -> None:
    assert client.get("/events", headers={"accept": accept}).status_code == 200


def test_extraction_errors(client: Client) -> None:
    refused(client.post("/articles", json={"text": "endless"}), 422, "extraction-timeout", "text")
    refused(
        client.post("/extract", json={"text": "Ceci n'est pas une dépêche."}), 422, "language-not-supported", "text"
    )


def test_a_page_of_another_site_may_not_write(client: Client) -> None:
    headers = {**TEXT, "sec-fetch-site": "cross-site"}
    refused(client.post("/articles", content="Shells fell.", headers=headers), 403, "cross-site-write", None)
