"""Articles that come again with another text."""

from tests.in_process import Client

from .conftest import ARTICLE

PAGE = "https://orontes-wire.example/2016/05/khan-tuman"


def test_a_corrected_article_is_answered_with_the_difference_it_makes(client: Client) -> None:
    first = client.post("/articles", json={"text": ARTICLE, "url": PAGE})
    assert first.status_code == 201
    body = first.json()
    text = ARTICLE.replace("Thirteen soldiers", "Thirteen soldiers of the army")
    corrected = client.post("/articles", json={"text": text, "url": f"{PAGE}?utm_medium=rss"})
    assert (corrected.status_code, corrected.headers["Location"]) == (200, first.headers["Location"])
    answer = corrected.json()
    assert (answer["article"]["id"], answer["article"]["version"]) == (body["article"]["id"], 2)
    assert answer["article"]["text"] == text
    assert [event["id"] for event in answer["events"]] == [event["id"] for event in body["events"]]
    assert sum(map(len, answer["changes"].values())) == 1
    versions = client.get(f"{first.headers['Location']}/versions").json()
    assert [(one["version"], one["text"]) for one in versions["data"]] == [(2, text), (1, ARTICLE)]
    last = client.get("/changes?limit=100").json()["data"][-1]
    assert (last["reason"]["code"], last["reason"]["article_id"]) == ("article_corrected", body["article"]["id"])
    again = client.post("/articles", json={"text": ARTICLE, "url": PAGE})
    assert (again.status_code, again.json()["article"]["version"]) == (200, 2)
    assert client.get("/articles/art_unknown/versions").status_code == 404
    assert client.get(f"{first.headers['Location']}/versions?cursor=x").status_code == 422
