"""An article's way in and out again, over HTTP."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from app.config import Settings
from app.domain.annotations import Annotations
from app.main import create_app
from app.schemas.annotations import StoredAnnotations
from app.schemas.articles import ArticleOut, Ingested
from app.schemas.common import PageOf
from app.schemas.entities import MentionOut, OrganizationOut, PersonOut, PlaceOut
from app.schemas.events import ClaimOut, EventOut, ReportOut, SingleEvent
from tests.databases import postgresql_database
from tests.in_process import Client, client_of

from .conftest import ARTICLE, KnownSentences

METADATA = {"source": "Levant Courier", "published_on": "2016-05-07", "title": "Khan Tuman falls"}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """An application on each database."""
    with ExitStack() as stack:
        url = ""
        if request.param == "postgresql":
            server, worker = request.getfixturevalue("postgresql_url"), request.getfixturevalue("worker_name")
            url = stack.enter_context(postgresql_database(server, f"api_{worker}"))
        settings = Settings(data_dir=tmp_path_factory.mktemp("api"), database_url=url)
        yield stack.enter_context(client_of(create_app(settings, KnownSentences())))


@pytest.fixture(scope="module")
def posted(client: Client) -> Ingested:
    answer = client.post("/articles", json={"text": ARTICLE, **METADATA})
    assert answer.status_code == 201, answer.text
    document = Ingested.model_validate_json(answer.content)
    assert answer.headers["location"] == f"/articles/{document.article.id}"
    return document


def test_the_answer_tells_the_difference(posted: Ingested) -> None:
    assert [event.id for event in posted.events] == posted.changes.created
    assert posted.changes.corroborated == []
    event = posted.events[0]
    assert (event.type, event.quad, event.place.name) == ("ASSAULT", "material conflict", "Khan Tuman")
    assert event.casualties.killed.best == 13
    assert {entity.name for entity in posted.entities} >= {"Karim Daouri", "Khan Tuman", "Aleppo"}


def test_the_same_article_again_changes_nothing(client: Client, posted: Ingested) -> None:
    answer = client.post("/articles", json={"text": f"\r\n{ARTICLE}\n", "source": "Levant Courier"})
    assert answer.status_code == 200
    again = Ingested.model_validate_json(answer.content)
    assert again.article.id == posted.article.id
    assert again.changes.created == []
    assert client.get("/events").json()["meta"]["total"] == 1


def test_plain_text(client: Client, posted: Ingested) -> None:
    answer = client.post(
        "/articles?source=Coast+Wire&published_on=2016-05-08&title=Khan+Tuman",
        content=ARTICLE.encode(),
        headers={"content-type": "text/plain"},
    )
    assert answer.status_code == 201
    document = Ingested.model_validate_json(answer.content)
    assert (document.article.source, document.article.title) == ("Coast Wire", "Khan Tuman")
    assert document.article.published_on.value == "2016-05-08"
    assert document.article.copy_of == posted.article.id
    assert document.changes.unchanged == [posted.events[0].id]
    assert client.get(f"/events/{posted.events[0].id}").json()["independent_source_count"] == 1


def test_an_article_says_when_it_was_extracted(client: Client, posted: Ingested) -> None:
    extraction = posted.article.extraction
    assert extraction.extracted_at is not None
    assert extraction.extracted_at >= posted.article.ingested_at
    listed = [row["extraction"] for row in client.get("/articles").json()["data"] if row["id"] == posted.article.id]
    alone = client.get(f"/articles/{posted.article.id}").json()["extraction"]
    assert [*listed, alone] == [extraction.model_dump()] * 2


def test_stored_without_extraction(client: Client) -> None:
    answer = client.post("/articles?extract=false", json={"text": "Ceci n'est pas une dépêche.", "language": "fr"})
    assert answer.status_code == 201
    document = Ingested.model_validate_json(answer.content)
    assert (document.events, document.entities) == ([], [])
    assert (document.article.extraction.status, document.article.extraction.extracted_at) == ("none", None)
    assert client.get(f"/articles/{document.article.id}/annotations").status_code == 404


def test_text_comes_back_to_the_letter(client: Client) -> None:
    text = "\u200fحلب \r\n\u00a0cafe\u0301 \U0001f4a5\u200b <p>Shells &amp; mortars</p> "
    answer = client.post("/articles", json={"text": text})
    assert answer.status_code == 201
    assert client.get(answer.headers["location"]).json()["text"] == text


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("/articles", PageOf[ArticleOut]),
        ("/events", PageOf[EventOut]),
        ("/events?place=Aleppo&country=SY&from=2016-05&to=2016-05-31&type=ASSAULT&person=Daouri", PageOf[EventOut]),
        ("/people", PageOf[PersonOut]),
        ("/people?q=Daouri", PageOf[PersonOut]),
        ("/organizations", PageOf[OrganizationOut]),
        ("/places", PageOf[PlaceOut]),
        ("/places?q=Khan Tuman&within=Aleppo", PageOf[PlaceOut]),
    ],
)
def test_lists_are_as_documented(client: Client, posted: Ingested, path: str, model: type[PageOf]) -> None:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    page = model.model_validate_json(answer.content)
    assert page.data
    assert page.meta.total >= len(page.data)
    assert page.links.next is None
    assert "link" not in answer.headers


def test_single_resources_are_as_documented(client: Client, posted: Ingested) -> None:
    event = posted.events[0]
    person = client.get("/people?q=Daouri").json()["data"][0]["id"]
    place = event.place.id
    organization = client.get("/organizations?q=Syrian Arab Army").json()["data"][0]["id"]
    for path, model in [
        (f"/articles/{posted.article.id}", ArticleOut),
        (f"/events/{event.id}", SingleEvent),
        (f"/events/{event.id}/reports", PageOf[ReportOut]),
        (f"/events/{event.id}/claims", PageOf[ClaimOut]),
        (f"/people/{person}", PersonOut),
        (f"/people/{person}/events", PageOf[EventOut]),
        (f"/people/{person}/mentions", PageOf[MentionOut]),
        (f"/organizations/{organization}", OrganizationOut),
        (f"/organizations/{organization}/events", PageOf[EventOut]),
        (f"/places/{place}", PlaceOut),
        (f"/places/{place}/events", PageOf[EventOut]),
        (f"/places/{place}/mentions", PageOf[MentionOut]),
    ]:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.text)
        document = model.model_validate_json(answer.content)
        if isinstance(document, PageOf):
            assert document.data, path


def test_evidence_points_at_its_words(client: Client, posted: Ingested) -> None:
    text = client.get(f"/articles/{posted.article.id}").json()["text"]
    for evidence in client.get(f"/events/{posted.events[0].id}").json()["evidence"]:
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_annotations_are_the_contract(client: Client, posted: Ingested) -> None:
    answer = client.get(f"/articles/{posted.article.id}/annotations")
    annotations = StoredAnnotations.model_validate_json(answer.content)
    assert annotations.id == posted.article.id
    assert [event.event_id for event in annotations.events] == posted.changes.created
    assert {entity.stored_id for entity in annotations.entities} == {entity.id for entity in posted.entities}


def test_extract_stores_nothing(client: Client) -> None:
    before = client.get("/articles").json()["meta"]["total"]
    answer = client.post("/extract", json={"id": "agency-17", "text": ARTICLE})
    assert answer.status_code == 200
    annotations = Annotations.model_validate_json(answer.content)
    assert annotations.id == "agency-17"
    assert annotations.events[0].killed.low == 13
    plain = client.post("/extract?id=agency-18", content=ARTICLE.encode(), headers={"content-type": "text/plain"})
    assert plain.json() == {**answer.json(), "id": "agency-18"}
    assert client.get("/articles").json()["meta"]["total"] == before


def test_pages_lead_on(client: Client, posted: Ingested) -> None:
    whole = client.get("/places").json()
    url, seen = "/places?limit=1", []
    while url:
        answer = client.get(url)
        page = answer.json()
        seen += page["data"]
        url = page["links"]["next"]
        assert answer.headers.get("link") == (f'<{url}>; rel="next"' if url else None)
        assert page["meta"]["total"] == whole["meta"]["total"]
    assert seen == whole["data"]
    assert len(seen) > 2


def test_free_names_are_never_errors(client: Client) -> None:
    answer = client.get("/events?place=Nowhere-at-all&actor=Nobody")
    assert answer.status_code == 200
    document = answer.json()
    assert document["data"] == []
    assert set(document["meta"]["interpreted"]) == {"place", "actor"}
