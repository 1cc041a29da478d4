"""Articles deleted by request."""

from tests.in_process import Client

from .conftest import ARTICLE


def test_a_deleted_article_and_its_event_are_gone(client: Client) -> None:
    told = client.post("/articles", json={"text": ARTICLE}).json()
    path = f"/articles/{told['article']['id']}"
    foreign = client.request("DELETE", path, headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403
    answer = client.request("DELETE", path)
    assert (answer.status_code, answer.content) == (204, b"")
    event = f"/events/{told['events'][0]['id']}"
    for gone in (path, f"{path}/annotations", event, f"{event}/reports", f"{event}/claims"):
        answer = client.get(gone)
        assert answer.status_code == 410
        assert answer.json()["type"] == "urn:sitrep:problem:gone"
    assert client.request("DELETE", path).status_code == 410
    assert client.request("DELETE", "/articles/art_unknown").status_code == 404
    assert client.request("DELETE", f"{path}?really=1").status_code == 422
    assert client.post("/articles", json={"text": ARTICLE}).status_code == 201
