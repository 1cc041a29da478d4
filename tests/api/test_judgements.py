"""Judgements over HTTP."""

from datetime import UTC, datetime

from app.domain.identifiers import new_id
from app.models import OrganizationRow
from app.schemas.common import PageOf
from app.schemas.judgements import Judged, JudgementOut, OpenPair
from tests.in_process import Client

from .conftest import ARTICLE


def _events(client: Client) -> list[str]:
    ids = []
    for source in ("Levant Courier", "Coast Wire"):
        answer = client.post("/articles", json={"text": f"{ARTICLE} Says {source}.", "source": source})
        ids.append(answer.json()["events"][0]["id"])
    return ids


def test_a_judgement_is_given_listed_and_withdrawn(client: Client) -> None:
    event_id = _events(client)[0]
    own = [report["own_event_id"] for report in client.get(f"/events/{event_id}/reports").json()["data"]]
    assert len(own) == 2
    body = {"left": own[0], "right": own[1], "verdict": "different", "author": "night desk"}
    answer = client.post("/judgements", json=body)
    assert answer.status_code == 201, answer.text
    judged = Judged.model_validate_json(answer.content)
    assert answer.headers["location"] == f"/judgements/{judged.judgement.id}"
    assert [event.id for event in judged.events] == own
    listed = PageOf[JudgementOut].model_validate_json(client.get("/judgements").content)
    assert [row.id for row in listed.data] == [judged.judgement.id]
    PageOf[OpenPair].model_validate_json(client.get("/judgements?state=open").content)
    withdrawn = client.request("DELETE", f"/judgements/{judged.judgement.id}")
    assert withdrawn.status_code == 200
    assert len(withdrawn.json()["events"]) == 1
    assert client.get("/judgements").json()["meta"]["total"] == 0
    assert client.get("/judgements?state=all").json()["meta"]["total"] == 1


def test_what_is_wrong_is_named(client: Client) -> None:
    event_id = _events(client)[0]
    body = {"left": event_id, "right": event_id, "verdict": "same", "author": "night desk"}
    assert client.post("/judgements", json=body).json()["errors"][0]["field"] == "right"
    answer = client.post("/judgements", json={**body, "verdict": "sames"})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "verdict")
    assert client.post("/judgements", json={**body, "left": "per_1"}).status_code == 422
    assert client.post("/judgements", json={**body, "author": " "}).status_code == 422
    unknown = {**body, "right": "evt_00000000000000000000000000"}
    assert client.post("/judgements", json=unknown).status_code == 404
    plain = client.post("/judgements", content=b"same", headers={"content-type": "text/plain"})
    assert plain.status_code == 415
    assert client.request("DELETE", "/judgements/jdg_1").status_code == 404
    foreign = client.post("/judgements", json=body, headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403


def test_two_organizations_become_one_and_are_parted_again(client: Client) -> None:
    _events(client)
    kept = client.get("/organizations?q=Syrian Arab Army").json()["data"][0]
    other = _add_organization(client, "Republican Guard")
    body = {"left": other, "right": kept["id"], "verdict": "same", "author": "night desk"}
    answer = client.post("/judgements", json=body)
    assert answer.status_code == 201, answer.text
    judged = Judged.model_validate_json(answer.content)
    assert (judged.judgement.kind, judged.events) == ("organization", [])
    (standing,) = judged.entities
    assert (standing.id, standing.referents) == (kept["id"], [other])
    for page in ("", "/events", "/mentions?limit=1"):
        moved = client.get(f"/organizations/{other}{page}", follow_redirects=False)
        assert moved.status_code == 308
        assert moved.headers["location"] == f"/organizations/{kept['id']}{page}"
    assert client.get(f"/events?organization={other}").json()["meta"]["interpreted"]["organization"]["id"] == kept["id"]
    parted = client.request("DELETE", f"/judgements/{judged.judgement.id}").json()
    assert {entity["id"] for entity in parted["entities"]} == {kept["id"], other}
    assert client.get(f"/organizations/{kept['id']}").json() == kept
    mixed = client.post("/judgements", json={**body, "right": client.get("/people").json()["data"][0]["id"]})
    assert (mixed.status_code, mixed.json()["errors"][0]["field"]) == (422, "right")


def _add_organization(client: Client, name: str) -> str:
    now = datetime.now(UTC)
    row = OrganizationRow(id=new_id("org"), name=name, folded=name.lower(), created_at=now, updated_at=now)
    with client.app.state.stores.database.write() as session:
        session.add(row)
    return row.id
