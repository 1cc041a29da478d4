"""Events as they were, over HTTP."""

from app.schemas.common import PageOf
from app.schemas.events import EventOut, SingleEvent
from tests.in_process import Client

from .conftest import ARTICLE


def test_events_are_read_as_they_were(client: Client) -> None:
    told = client.post("/articles", json={"text": ARTICLE, "source": "Levant Courier"}).json()
    known = client.get("/changes").json()["meta"]["latest"]
    client.request("DELETE", f"/articles/{told['article']['id']}")
    path = f"/events/{told['events'][0]['id']}"
    assert client.get(path).status_code == 410
    then = SingleEvent.model_validate_json(client.get(f"{path}?as_of={known}").content)
    assert then.article_count == 1
    listed = client.get(f"/events?as_of={known}&place=Khan Tuman&q=militants")
    page = PageOf[EventOut].model_validate_json(listed.content)
    assert [event.id for event in page.data] == [then.id]
    assert page.meta.interpreted["as_of"] == {"asked": str(known), "seq": known}
    assert client.get("/events").json()["data"] == []
    assert client.get(f"{path}?as_of=2020-01-01").status_code == 404
    assert client.get(f"{path}?as_of=2199-01-01T00:00:00Z").status_code == 410
    person = next(entity["id"] for entity in told["entities"] if entity["kind"] == "person")
    assert client.get(f"/people/{person}/events?as_of={known}").json()["meta"]["total"] == 1


def test_an_id_that_led_elsewhere_then_is_followed_there(client: Client) -> None:
    told = [client.post("/articles", json={"text": f"{ARTICLE} Says {source}.", "source": source}).json()
            for source in ("Coast Wire", "Harbour Desk")]  # fmt: skip
    event_id = told[0]["events"][0]["id"]
    own = [report["own_event_id"] for report in client.get(f"/events/{event_id}/reports").json()["data"]]
    judgement = {"left": own[0], "right": own[1], "verdict": "different", "author": "night desk"}
    given = client.post("/judgements", json=judgement).json()["judgement"]["id"]
    client.request("DELETE", f"/judgements/{given}")
    one = client.get("/changes").json()["meta"]["latest"]
    client.post("/judgements", json=judgement)
    assert client.get(f"/events/{own[1]}").status_code == 200
    answer = client.get(f"/events/{own[1]}?as_of={one}")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/events/{own[0]}?as_of={one}")
    assert client.get(answer.headers["location"]).json()["referents"] == [own[1]]


def test_a_moment_that_is_none_says_what_is_wanted(client: Client) -> None:
    for path in ("/events", "/events/evt_00000000000000000000000000", "/places/plc_0/events"):
        for as_of in ("yesterday", "2026-13-01", "2026-11-25T10:00:00"):
            answer = client.get(f"{path}?as_of={as_of}")
            assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "as_of"), path
    answer = client.get("/events?as_of=99999999")
    assert answer.status_code == 422
    assert "the last change has the number" in answer.json()["detail"]
    assert client.get("/events/evt_00000000000000000000000000?as_of=2026-11-25").status_code == 404
