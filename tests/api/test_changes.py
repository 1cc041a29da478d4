"""The change feed over HTTP."""

from app.schemas.changes import ChangePage
from tests.in_process import Client

from .conftest import ARTICLE


def test_the_feed_is_followed_to_its_end_and_on(client: Client) -> None:
    told = client.post("/articles", json={"text": ARTICLE}).json()
    answer = client.get("/changes?limit=2")
    page = ChangePage.model_validate_json(answer.content)
    assert (page.data[0].seq, page.data[0].id) == (1, told["article"]["id"])
    assert answer.headers["link"] == f'<{page.links.next}>; rel="next"'
    while page.links.next:
        page = ChangePage.model_validate_json(client.get(page.links.next).content)
    assert page.data[-1].seq == page.meta.latest == page.meta.total
    assert page.data[-1].id == told["events"][0]["id"]
    polled = f"/changes?since={page.meta.latest}"
    assert client.get(polled).json()["data"] == []
    client.request("DELETE", f"/articles/{told['article']['id']}")
    changes = ChangePage.model_validate_json(client.get(polled).content)
    assert [(change.action, change.resource) for change in changes.data] == [
        ("deleted", "event"), ("deleted", "article"),
    ]  # fmt: skip
    assert "was deleted" in changes.data[0].reason.text
    assert changes.meta.interpreted == {"since": {"asked": str(page.meta.latest), "seq": page.meta.latest}}


def test_a_start_that_is_none_says_what_is_wanted(client: Client) -> None:
    for since in ("yesterday", "2026-02-30", "99999999", "-1"):
        answer = client.get(f"/changes?since={since}")
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "since"), since
    assert "RFC 3339" in client.get("/changes?since=yesterday").json()["detail"]
    assert client.get("/changes?since=2020-01-01T00:00:00+02:00").status_code == 200
    assert client.get("/changes?sinse=1").json()["errors"][0]["detail"].endswith("did you mean `since`?")
    assert client.get("/changes?cursor=abc").status_code == 422
