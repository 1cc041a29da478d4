"""An article that is read again tells what the new reading says, under the ids that it had."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from app.domain.filters import EventQuery, ListQuery, PersonQuery, PlaceQuery
from app.errors import ExtractionTimeout, Gone, NotFound
from app.models import ExtractionRow
from app.services import superseding
from app.services.articles import get_annotations, get_article
from app.services.entities import list_people, list_places
from app.services.events import get_event, list_events, list_reports
from app.services.ingest import ingest_article
from app.services.judged_entities import judge_entities
from app.services.judgement_rows import NewJudgement
from app.services.judgements import list_judgements
from app.services.reprocess import articles_to_reprocess, reprocess_article
from tests.services.stories import Story, khan_tuman
from tests.services.test_deletion import recount
from tests.services.test_grouping import _apart, _bridge
from tests.services.test_judgements import _id, _judge
from tests.services.test_order_of_arrival import _events, _story, incidents

TEXT = (
    "Shells fell on the market of Azaz on 3 May 2016. Sixteen people died, nurse Lina Barazi said. "
    "On the same day rebels abducted a driver near Damascus. Talks began in Tripoli on 5 May 2016."
)


def _told(source: str = "Orontes Wire", version: str = "stories-2", **seen) -> Story:
    """Two of three happenings as an extractor sees them; ``seen`` tells what it reads otherwise."""
    story = Story(TEXT, source, "2016-05-06")
    story.version = version
    nurse = story.person(seen.get("nurse", "Lina Barazi"), "Lina Barazi", aliases=seen.get("aliases", ()))
    market = {
        "mode": "heavy-weapons", "place": story.place("Azaz", 172955),
        "killed": ("Sixteen", seen.get("killed", 16)), "claims": [(nurse, "Lina Barazi", ("killed",))],
    }  # fmt: skip
    driver = {"mode": "abduct", "place": story.place("Damascus", 170654)}
    events = {
        "market": lambda: story.event(seen.get("type", "ASSAULT"), "Shells fell", "2016-05-03", **market),
        "driver": lambda: story.event("ASSAULT", "abducted", "2016-05-03", **driver),
        "talks": lambda: story.event("CONSULT", "Talks began", "2016-05-05", place=story.place("Tripoli", 2210246)),
    }
    for name in seen.get("order", ("market", "driver")):
        events[name]()
    return story


def _nurse(told) -> str:
    (person,) = [entity for entity in told.entities if entity["kind"] == "person"]
    return person["id"]


def _read_again(stores, told, story: Story):
    return reprocess_article(stores, told.article["id"], story.annotate)


def test_the_same_reading_changes_nothing_but_the_version(stores, tell) -> None:
    told = tell(_told(version="stories-1"))
    before = list_events(stores, EventQuery()).data
    assert _read_again(stores, told, _told()) is None
    assert list_events(stores, EventQuery()).data == before
    article = get_article(stores, told.article["id"])
    assert article["extraction"] == {**told.article["extraction"], "extractor": "stories-2"}
    assert get_annotations(stores, told.article["id"])["extractor"] == "stories-2"
    assert list(articles_to_reprocess(stores, "stories-2")) == []


@pytest.mark.parametrize(
    "seen", [{"killed": 14}, {"type": "COERCE"}, {"type": "AID"}, {"order": ("driver", "market")}, {"nurse": "Barazi"}]
)
def test_what_is_told_again_keeps_its_ids(stores, tell, seen) -> None:
    told = tell(_told())
    ids = {event["place"]["name"]: event["id"] for event in told.events}
    reports = {report["id"] for one in ids.values() for report in list_reports(stores, one, ListQuery()).data}
    changes = _read_again(stores, told, _told(aliases=("Lina Barazi",) if "nurse" in seen else (), **seen))
    assert changes["created"] == changes["withdrawn"] == []
    assert {event["place"]["name"]: event["id"] for event in list_events(stores, EventQuery()).data} == ids
    found = {report["id"] for one in ids.values() for report in list_reports(stores, one, ListQuery()).data}
    assert found == reports
    (person,) = list_people(stores, PersonQuery()).data
    assert (person["id"], person["article_count"]) == (_nurse(told), 1)
    recount(stores)


def test_the_order_is_that_of_the_new_reading(stores, tell) -> None:
    told = tell(_told())
    _read_again(stores, told, _told(order=("driver", "talks", "market")))
    again = ingest_article(stores, _told().article, None)
    assert [event["place"]["name"] for event in again.events] == ["Damascus", "Tripoli", "Azaz"]


def test_it_tells_what_is_new_revised_and_gone(stores, tell) -> None:
    told = tell(_told())
    market, driver = (event["id"] for event in told.events)
    changes = _read_again(stores, told, _told(order=("market", "talks"), killed=14))
    assert (changes["revised"], changes["withdrawn"], changes["unchanged"]) == ([market], [driver], [])
    (talks,) = changes["created"]
    assert get_event(stores, market)["casualties"]["killed"]["best"] == 14
    assert get_event(stores, talks)["type"] == "CONSULT"
    with pytest.raises(Gone, match="does not any more"):
        get_event(stores, driver)
    recount(stores)


def test_an_id_leads_on_to_what_others_tell(stores, tell) -> None:
    first, second = tell(_told()), tell(_told("Barada Mirror"))
    driver = first.events[1]["id"]
    assert driver == second.events[1]["id"]
    changes = _read_again(stores, first, _told(order=("market",)))
    assert changes["withdrawn"] == [driver]
    (event,) = [one for one in list_events(stores, EventQuery()).data if one["place"]["name"] == "Damascus"]
    assert event["article_count"] == 1
    assert get_event(stores, event["id"])["referents"] == [driver]
    recount(stores)


def test_the_former_extraction_is_kept(stores, tell) -> None:
    told = tell(_told(version="stories-1"))
    _read_again(stores, told, _told(killed=14))
    with stores.database.read() as session:
        first, second = session.exec(select(ExtractionRow).order_by(ExtractionRow.id)).all()
    assert (first.extractor, second.extractor) == ("stories-1", "stories-2")
    assert (first.superseded_at, second.superseded_at) == (second.created_at, None)
    assert first.annotations["events"][0]["killed"]["low"] == 16
    assert get_annotations(stores, told.article["id"])["events"][0]["killed"]["low"] == 14


@pytest.mark.parametrize(("verdict", "events"), [("same", 1), ("different", 2), ("unsure", 2)])
def test_judgements_hold_through_a_new_reading(stores, tell, verdict, events) -> None:
    def raid(outlet: str, when: str, killed: int = 16) -> Story:
        text = f"A raid on Azaz killed {killed} people on {when}, said {outlet}."
        story = Story(text, outlet, "2016-05-09")
        known = {"place": story.place("Azaz", 172955), "killed": (str(killed), killed)}
        story.event("ASSAULT", "raid", when, mode="aerial", **known)
        return story

    other_day = "2016-05-03" if verdict == "different" else "2016-05-08"
    told = [tell(raid("Orontes Wire", "2016-05-03")), tell(raid("Barada Mirror", other_day))]
    left = _id(told[0])
    right = list_reports(stores, _id(told[1]), ListQuery()).data[-1]["own_event_id"]
    judgement, _ = _judge(stores, left, right, verdict)
    for outcome, day in ((told[0], "2016-05-03"), (told[1], other_day)):
        story = raid(outcome.article["source"], day)
        story.events[0] = story.events[0].model_copy(update={"confidence": 0.5})
        assert _read_again(stores, outcome, story) is not None
        (standing,) = list_judgements(stores, ListQuery(), are_standing=True).data
        assert standing["id"] == judgement["id"]
        assert list_events(stores, EventQuery()).total == events
        assert get_event(stores, left)["article_count"] == 3 - events
    recount(stores)


def test_a_place_that_no_gazetteer_knows_and_nobody_locates_stays_the_same(stores, tell) -> None:
    def quarry(confidence: float) -> Story:
        story = Story("Shells fell on the quarry of Deir Hassoun, residents said.")
        place = story.place("Deir Hassoun", precision=None)
        story.event("ASSAULT", "Shells fell", "2016-05-03", place=place, confidence=confidence)
        return story

    told = tell(quarry(0.8))
    other = quarry(0.8)
    other.article = other.article.model_copy(update={"source": "Barada Mirror"})
    tell(other)
    _read_again(stores, told, quarry(0.7))
    places = list_places(stores, PlaceQuery()).data
    assert [place["article_count"] for place in places] == [1, 1]
    (place,) = get_annotations(stores, told.article["id"])["entities"]
    assert place["stored_id"] == told.events[0]["place"]["id"]
    recount(stores)


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_judgements_on_people_hold_through_a_new_reading(stores, tell, verdict) -> None:
    names = {"Orontes Wire": "Lina Barazi", "Barada Mirror": "Samar Haddad"}
    told = [tell(_told(outlet, nurse=name)) for outlet, name in names.items()]
    judge_entities(stores, NewJudgement(*map(_nurse, told), verdict, "night desk"))
    before = list_people(stores, PersonQuery()).data
    assert len(before) == (1 if verdict == "same" else 2)
    for one, (outlet, name) in zip(told, names.items(), strict=True):
        assert _read_again(stores, one, _told(outlet, killed=15, nurse=name)) is not None
    assert list_people(stores, PersonQuery()).data == before
    recount(stores)


def test_an_article_that_was_stored_unread_is_read(stores) -> None:
    story = khan_tuman()
    article = ingest_article(stores, story.article, None).article
    assert list(articles_to_reprocess(stores, "stories-1")) == []
    assert list(articles_to_reprocess(stores, "stories-1", unread=True)) == [[article["id"]]]
    changes = reprocess_article(stores, article["id"], story.annotate)
    (event,) = list_events(stores, EventQuery()).data
    assert changes["created"] == [event["id"]]
    assert list(articles_to_reprocess(stores, "stories-1", unread=True)) == []
    recount(stores)


def test_articles_are_found_by_the_version_that_read_them(stores, tell) -> None:
    ids = [tell(_told(f"Outlet {n}", f"stories-{n}")).article["id"] for n in (1, 2, 3)]
    assert list(articles_to_reprocess(stores, "stories-2")) == [[ids[0]], [ids[2]]]
    found = articles_to_reprocess(stores, "stories-2", every=True)
    assert sorted(article_id for batch in found for article_id in batch) == ids


def test_what_cannot_be_read_again_stays_as_it_was(stores, tell, monkeypatch) -> None:
    _apart(tell)
    bridge = _bridge(tell)
    before = list_events(stores, EventQuery()).data

    def too_slow(_article):
        raise ExtractionTimeout("too slow", field="text")

    def broken(*_args):
        raise RuntimeError("the process ended")

    with pytest.raises(ExtractionTimeout):
        reprocess_article(stores, bridge.article["id"], too_slow)
    with pytest.raises(NotFound):
        reprocess_article(stores, "art_unknown", too_slow)
    monkeypatch.setattr(superseding, "write_changes", broken)
    with pytest.raises(RuntimeError):
        reprocess_article(stores, bridge.article["id"], khan_tuman().annotate)
    assert list_events(stores, EventQuery()).data == before
    recount(stores)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(incidents, incidents), min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_what_was_read_wrong_before_leaves_no_trace(tmp_path, told, chance: random.Random) -> None:
    right = [_story(number, one) for number, (one, _) in enumerate(told)]
    wrong = [_misread(right[number], _story(number, other)) for number, (_, other) in enumerate(told)]
    readings = {story.text: story for story in right}

    def read_again(stores, texts: dict[str, str]) -> None:
        for article_id in chance.sample(sorted(texts), len(texts)):
            reprocess_article(stores, article_id, readings[texts[article_id]].annotate)
        recount(stores)

    assert _events(wrong, tmp_path, read_again) == _events(right, tmp_path)


def _misread(story: Story, other: Story) -> Story:
    """The story as an extractor reads it that takes it for the other one, but for the words."""
    wrong = Story(story.text, story.article.source, story.published)
    wrong.entities = other.entities
    wrong.events = [event.model_copy(update={"evidence": story.events[0].evidence}) for event in other.events]
    return wrong
