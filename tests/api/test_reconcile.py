"""The Reconciliation Service API as OpenRefine uses it, and what it refuses."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import jsonschema_rs
import pytest

from app.config import Settings
from app.main import create_app
from tests.in_process import Client, client_of
from tests.services.stories import Story

from .conftest import ARTICLE, KnownSentences
from .reconciliation_schemas import MANIFEST, RESULT_BATCH, SUGGESTIONS

HOSTILE = "Fadi <script>alert(1)</script> \"'&{0} {name}"


class AndHostileNames(KnownSentences):
    def annotate(self, article):
        if "script" not in article.text:
            return super().annotate(article)
        story = Story(article.text)
        story.person(HOSTILE, roles=("<img src=x onerror=alert(2)>",), aliases=("</title><b>Fadi",))
        return story.annotate(article)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder: Path = tmp_path_factory.mktemp("reconcile")
    with client_of(create_app(Settings(data_dir=folder, database_url=""), AndHostileNames())) as opened:
        opened.post("/articles", json={"text": ARTICLE})
        opened.post("/articles", json={"text": f"{HOSTILE} spoke."})
        yield opened


def valid(document: object, schema: dict) -> dict:
    jsonschema_rs.validate(schema, document)
    assert isinstance(document, dict)
    return document


def batch(client: Client, queries: dict) -> dict:
    answer = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    found = valid(answer.json(), RESULT_BATCH)
    assert list(found) == list(queries)
    return {key: one["result"] for key, one in found.items()}


def fill(template: str, entity_id: str) -> str:
    return template.replace("{{id}}", entity_id)


def test_openrefine_reconciles_a_column(client: Client) -> None:
    manifest = valid(client.get("/reconcile").json(), MANIFEST)
    column = ["Karim Daouri", "Daouri, Karim", "Syrian Arab Army", "Khan Tuman", "Aleppo", "Nobody At All", "Syria"]
    # It asks for a sample of ten without a type, and offers the types of what comes back.
    sample = batch(client, {f"q{n}": {"query": cell, "limit": 3} for n, cell in enumerate(column)})
    guessed = {type_["id"] for result in sample.values() for one in result for type_ in one["type"]}
    assert guessed == {type_["id"] for type_ in manifest["defaultTypes"]}
    # Then it sends the column in batches, with the chosen type and the columns that were mapped to properties.
    settings = {
        "type": "Person",
        "type_strict": "should",
        "properties": [{"pid": "country", "v": "SY"}, {"pid": "role", "v": ["Brigadier", "General"]}],
    }
    result = batch(client, {f"q{n}": {"query": cell, **settings} for n, cell in enumerate(column)})
    matched = [[one for one in result[key] if one["match"]] for key in ("q0", "q1")]
    (person,) = {one["id"] for found in matched for one in found}
    assert [one["score"] for found in matched for one in found] == [100.0, 100.0]
    assert result["q5"] == []
    # A person hovers over a candidate, opens it, and searches by hand.
    page = client.get(fill(manifest["preview"]["url"], person))
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "Karim Daouri" in page.text
    assert client.get(fill(manifest["view"]["url"], person)).status_code == 200
    typed = (("entity", "Kari", person), ("type", "Pers", "Person"), ("property", "coun", "country"))
    for what, prefix, expected in typed:
        service = manifest["suggest"][what]
        answer = client.get(f"{service['service_url']}{service['service_path']}", params={"prefix": prefix})
        suggestions = valid(answer.json(), SUGGESTIONS)["result"]
        assert [one["id"] for one in suggestions] == [expected], what


def test_get_answers_the_same_as_post(client: Client) -> None:
    queries = {"a": {"query": "Aleppo"}, "": {"query": "Karim Daouri"}}
    answer = client.get("/reconcile", params={"queries": json.dumps(queries)})
    assert {key: one["result"] for key, one in answer.json().items()} == batch(client, queries)


def test_a_batch_without_queries_has_no_answers(client: Client) -> None:
    assert batch(client, {}) == {}


@pytest.mark.parametrize(
    "value", ["SY", ["SY"], {"id": "SY", "name": "Syria"}, [{"id": "SY"}, "LB"], {"name": "Syria"}], ids=json.dumps
)
def test_values_of_properties_come_in_many_forms(client: Client, value: object) -> None:
    query = {"query": "Karim Daouri", "type": ["Person"], "properties": [{"pid": "country", "v": value}]}
    (found,) = batch(client, {"q": query})["q"]
    assert {"id": "country", "name": "Country", "value": 1} in found["features"]


@pytest.mark.parametrize("value", [None, 3, 2.5, True, [], {}, [[["x"]]], {"id": None}], ids=json.dumps)
def test_values_that_mean_nothing_harm_nothing(client: Client, value: object) -> None:
    query = {"query": "Karim Daouri", "properties": [{"pid": "country", "v": value}, {"pid": "P31"}]}
    assert batch(client, {"q": query})["q"][0]["score"] == 100.0


@pytest.mark.parametrize("name", ["Karim\x00Daouri", "Karim \ud83d Daouri", "Karim\tDaouri\n", "\u202eKarim Daouri"])
def test_signs_that_are_no_text_are_passed_over(client: Client, name: str) -> None:
    assert batch(client, {"q": {"query": name}})["q"][0]["name"] == "Karim Daouri"


def test_fields_of_later_versions_are_passed_over(client: Client) -> None:
    query = {"query": "Karim Daouri", "lang": "en", "type": None, "properties": None, "limit": 1_000_000}
    assert len(batch(client, {"q": query})["q"]) == 1


@pytest.mark.parametrize(
    ("queries", "field"),
    [
        ("no json", "queries"),
        ("[]", "queries"),
        ("null", "queries"),
        ("[" * 100_000, "queries"),
        ('{"q0": "Karim"}', "queries.q0"),
        ('{"q0": {}}', "queries.q0.query"),
        ('{"q0": {"query": 7}}', "queries.q0.query"),
        ('{"q0": {"query": "x", "limit": 0}}', "queries.q0.limit"),
        ('{"q0": {"query": "x", "limit": "many"}}', "queries.q0.limit"),
        ('{"q0": {"query": "x", "type_strict": "somewhat"}}', "queries.q0.type_strict"),
        ('{"q0": {"query": "x", "type": {"id": "Person"}}}', "queries.q0.type.0"),
        ('{"q0": {"query": "x", "properties": [{"v": "SY"}]}}', "queries.q0.properties.0.pid"),
        (json.dumps({f"q{n}": {"query": "x"} for n in range(101)}), "queries"),
    ],
    ids=lambda value: value[:40],
)
def test_a_wrong_query_is_named(client: Client, queries: str, field: str) -> None:
    for answer in (
        client.post("/reconcile", data={"queries": queries}),
        client.get("/reconcile", params={"queries": queries[:5_000]}) if len(queries) < 5_000 else None,
    ):
        if answer is not None:
            assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
            location = "body" if answer.request.method == "POST" else "query"
            faults = [(fault["field"], fault["location"]) for fault in answer.json()["errors"]]
            assert faults == [(field, location)]


@pytest.mark.parametrize(
    ("status", "body", "media_type"),
    [
        (415, b'{"queries": {}}', "application/json"),
        (415, b"queries={}", None),
        (422, b"query=x", "application/x-www-form-urlencoded"),
        (422, b"", "application/x-www-form-urlencoded"),
        (422, b"queries=%ff%fe", "application/x-www-form-urlencoded"),
        (422, b"\xff\xfe", "application/x-www-form-urlencoded"),
        (413, b"queries=" + b"x" * 1_000_000, "application/x-www-form-urlencoded; charset=UTF-8"),
    ],
    ids=["json", "nothing", "other field", "empty", "encoded bytes", "bytes", "too long"],
)
def test_a_body_that_is_no_form_of_queries(client: Client, status: int, body: bytes, media_type: str | None) -> None:
    headers = {"content-type": media_type} if media_type else {}
    answer = client.post("/reconcile", content=body, headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_pages_of_other_sites_may_ask(client: Client) -> None:
    headers = {"origin": "https://bench.example", "sec-fetch-site": "cross-site"}
    answer = client.post("/reconcile", data={"queries": "{}"}, headers=headers)
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, "*")
    assert client.get("/reconcile", headers=headers).headers["access-control-allow-origin"] == "*"
    assert client.post("/articles", json={"text": "x"}, headers=headers).status_code == 403


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag, attrs) -> None:
        self.found.add(tag)

    def handle_data(self, data) -> None:
        self.text += data


def test_a_hostile_name_stays_text(client: Client) -> None:
    (found,) = batch(client, {"q": {"query": HOSTILE, "type": "Person"}})["q"]
    page = client.get("/reconcile/preview", params={"id": found["id"]})
    tags = _Tags()
    tags.feed(page.text)
    assert tags.found <= {"html", "head", "meta", "title", "style", "body", "h1", "p", "a"}
    assert HOSTILE in tags.text
    assert "<img src=x onerror=alert(2)>" in tags.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("entity_id", ["", "x", f"per_{26 * '0'}", "<script>", "evt_1", "per_" + "z" * 999])
def test_a_preview_of_nothing(client: Client, entity_id: str) -> None:
    answer = client.get("/reconcile/preview", params={"id": entity_id})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_a_preview_links_to_the_entity_and_to_others(client: Client) -> None:
    (found,) = batch(client, {"q": {"query": "Syria", "type": "Place"}})["q"]
    page = client.get("/reconcile/preview", params={"id": found["id"]}).text
    for url in (f"/places/{found['id']}", "https://www.wikidata.org/wiki/Q858", "https://www.geonames.org/163843"):
        assert url in page
    assert client.get(f"/places/{found['id']}").status_code == 200
