"""The main job, as a user's continuous integration would try it: raw text in, events out.

Runs in this process by default, and against any server with ``SITREP_BASE_URL=http://…``. It posts two articles.
"""

import time

import pytest

TRUCE = """Truce in northern Syria

AZAZ, 3 March 2016 - Rebels shelled the town of Azaz in northern Syria on Wednesday, killing five civilians and wounding
eleven others, the Syrian Observatory for Human Rights said.

The shelling came days after a ceasefire brokered by the United States and Russia took effect on 27 February 2016.
Smoke Test Governor Walid Tamimi denied that his fighters had fired on the town.
"""
FAR_AWAY = (
    "Police arrested twelve demonstrators in Lima, the capital of Peru, on 4 March 2016, the interior ministry said."
)


@pytest.fixture(scope="module")
def posted(service) -> list[dict]:
    """Both articles, new to the service or not."""
    for _ in range(600):
        if service.get("/readyz").status_code == 200:
            break
        time.sleep(0.1)
    answers = [
        service.post("/articles", json={"text": TRUCE, "source": "Sitrep smoke test", "published_on": "2016-03-03"}),
        service.post("/articles", json={"text": FAR_AWAY, "source": "Sitrep smoke test", "published_on": "2016-03-05"}),
    ]
    assert {answer.status_code for answer in answers} <= {200, 201}, [answer.text for answer in answers]
    return [answer.json() for answer in answers]


def told_by(events: list[dict], article: dict) -> list[dict]:
    """The events among them that the article tells."""
    identifier = article["article"]["id"]
    return [event for event in events if identifier in {evidence["article_id"] for evidence in event["evidence"]}]


def find(service, article: dict, query: str) -> list[dict]:
    answer = service.get(f"/events?{query}&limit=200")
    assert answer.status_code == 200, answer.text
    return told_by(answer.json()["data"], article)


def test_the_service_is_up(service) -> None:
    assert service.get("/healthz").json()["status"] == "ok"


def test_the_article_comes_back_as_it_went_in(service, posted) -> None:
    article = service.get(f"/articles/{posted[0]['article']['id']}").json()
    assert article["text"] == TRUCE
    assert article["published_on"]["value"] == "2016-03-03"


@pytest.mark.parametrize(
    "query", ["place=Azaz", "place=Aleppo", "country=SY", "country=SYR&from=2016-03&to=2016-03-31", "type=ASSAULT"]
)
def test_events_are_found(service, posted, query: str) -> None:
    attacks = [event for event in find(service, posted[0], query) if event["type"] == "ASSAULT"]
    assert attacks
    assert attacks[0]["casualties"]["killed"]["best"] == 5
    assert attacks[0]["casualties"]["wounded"]["best"] == 11
    assert attacks[0]["date"]["edtf"] == "2016-03-02"


@pytest.mark.parametrize("query", ["place=Damascus", "country=PE", "from=2016-04", "to=2015"])
def test_other_questions_do_not_find_them(service, posted, query: str) -> None:
    assert [event for event in find(service, posted[0], query) if event["type"] == "ASSAULT"] == []


def test_the_arrests_are_in_lima(service, posted) -> None:
    events = find(service, posted[1], "country=PE")
    assert "COERCE" in {event["type"] for event in events}
    assert find(service, posted[1], "country=SY") == []


def test_who_says_so(service, posted) -> None:
    attack = next(event for event in find(service, posted[0], "place=Azaz") if event["type"] == "ASSAULT")
    claims = service.get(f"/events/{attack['id']}/claims").json()["data"]
    assert "Syrian Observatory for Human Rights" in {claim["claimant"]["name"] for claim in claims}


def test_people_and_organizations(service, posted) -> None:
    assert "Walid Tamimi" in {person["name"] for person in service.get("/people?q=Tamimi").json()["data"]}
    names = {one["name"] for one in service.get("/organizations?q=SOHR").json()["data"]}
    assert "Syrian Observatory for Human Rights" in names


def test_evidence_is_quoted_from_the_text(service, posted) -> None:
    events = find(service, posted[0], "country=SY")
    quotes = [
        evidence
        for event in events
        for evidence in event["evidence"]
        if evidence["article_id"] == posted[0]["article"]["id"]
    ]
    assert quotes
    for quote in quotes:
        assert TRUCE[quote["start"] : quote["end"]] == quote["quote"]


def test_posting_again_changes_nothing(service, posted) -> None:
    answer = service.post("/articles", json={"text": f"\n{TRUCE}", "source": "Sitrep smoke test"})
    assert answer.status_code == 200
    assert answer.json()["article"]["id"] == posted[0]["article"]["id"]
    assert answer.json()["changes"]["created"] == []


def test_extraction_alone_stores_nothing(service, posted) -> None:
    before = service.get("/articles?limit=1").json()["meta"]["total"]
    annotations = service.post("/extract", json={"text": TRUCE, "published_on": "2016-03-03"}).json()
    assert annotations["events"]
    for mention in annotations["mentions"]:
        assert TRUCE[mention["start"] : mention["end"]] == mention["text"]
    assert service.get("/articles?limit=1").json()["meta"]["total"] == before


def test_mistakes_are_explained(service) -> None:
    problem = service.get("/events?plase=Azaz")
    assert problem.status_code == 422
    assert problem.headers["content-type"] == "application/problem+json"
    assert "did you mean `place`?" in problem.json()["detail"]
