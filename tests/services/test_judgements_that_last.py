"""What was judged of two events holds as long as both are told of, whatever becomes of the reports it was given on."""

import pytest

from app.domain.filters import EventQuery, ListQuery
from app.errors import Moved
from app.services.events import get_event, list_events, list_reports
from app.services.judgements import list_judgements, withdraw_judgement
from app.services.withdraw import delete_article
from tests.services.stories import Story
from tests.services.test_deletion import recount
from tests.services.test_judgements import _id, _judge


def _raid(outlet: str, when: str, killed: int = 16) -> Story:
    story = Story(f"A raid on the market of Azaz killed {killed}, said {outlet} after {when}.", outlet, "2016-05-09")
    story.event("ASSAULT", "raid", when, mode="aerial", place=story.place("Azaz", 172955), killed=(str(killed), killed))
    return story


@pytest.fixture
def told_twice(tell):
    """Two events, each told by two outlets: the outcomes of the first and of the second event."""
    first = [tell(_raid(outlet, "2016-05-03")) for outlet in ("Orontes Wire", "Barada Mirror")]
    second = [tell(_raid(outlet, "2016-05-08", 4)) for outlet in ("Coast Desk", "Euphrates Post")]
    assert _id(first[0]) == _id(first[1]) != _id(second[0]) == _id(second[1])
    return first, second


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize(("verdict", "events"), [("same", 1), ("different", 2), ("unsure", 2)])
def test_it_outlives_the_article_it_was_given_on(stores, told_twice, side, verdict, events) -> None:
    _judge(stores, _id(told_twice[0][0]), _id(told_twice[1][0]), verdict)
    delete_article(stores, told_twice[side][0].article["id"])
    (standing,) = list_judgements(stores, ListQuery(), are_standing=True).data
    assert standing["verdict"] == verdict
    assert list_events(stores, EventQuery()).total == events
    recount(stores)
    withdraw_judgement(stores, standing["id"])
    assert sorted(event["article_count"] for event in list_events(stores, EventQuery()).data) == [1, 2]
    recount(stores)


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_it_ends_with_a_reason_when_nobody_tells_of_an_event_any_more(stores, told_twice, verdict) -> None:
    gone = _id(told_twice[1][0])
    judgement, _ = _judge(stores, _id(told_twice[0][0]), gone, verdict)
    for told in told_twice[1]:
        delete_article(stores, told.article["id"])
    assert list_judgements(stores, ListQuery(), are_standing=True).total == 0
    (ended,) = list_judgements(stores, ListQuery(), are_standing=False).data
    assert ended["id"] == judgement["id"]
    assert gone in ended["withdrawn_reason"]
    (event,) = list_events(stores, EventQuery()).data
    assert event["article_count"] == 2
    again, events = withdraw_judgement(stores, judgement["id"])
    assert (again, [one["id"] for one in events]) == (ended, [event["id"]])


def test_three_that_were_judged_one_stay_one_without_the_one_in_the_middle(stores, tell) -> None:
    told = [tell(_raid("Orontes Wire", f"2016-0{month}-03", month)) for month in (3, 4, 5)]
    first, middle, last = map(_id, told)
    _judge(stores, first, middle, "same")
    _judge(stores, middle, last, "same")
    delete_article(stores, told[1].article["id"])
    (event,) = list_events(stores, EventQuery()).data
    assert event["article_count"] == 2
    ended = list_judgements(stores, ListQuery(), are_standing=False).data
    assert len(ended) == list_judgements(stores, ListQuery(), are_standing=True).total == 1
    recount(stores)


def test_an_id_that_outlived_its_report_can_be_judged(stores, told_twice) -> None:
    first, second = told_twice
    delete_article(stores, first[0].article["id"])
    with pytest.raises(Moved) as moved:
        get_event(stores, _id(first[0]))
    assert get_event(stores, moved.value.canonical_id)["referents"] == [_id(first[0])]
    _, events = _judge(stores, _id(first[0]), _id(second[0]), "same")
    assert [event["article_count"] for event in events] == [3]


def test_of_two_judgements_that_come_to_be_about_the_same_two_the_later_stands(stores, told_twice) -> None:
    first, second = told_twice
    same, _ = _judge(stores, _id(first[0]), _id(second[0]), "same")
    others = [report["own_event_id"] for report in list_reports(stores, _id(first[0]), ListQuery()).data]
    unsure, _ = _judge(stores, others[1], _id(second[0]), "unsure")
    delete_article(stores, first[0].article["id"])
    (standing,) = list_judgements(stores, ListQuery(), are_standing=True).data
    assert standing["id"] == unsure["id"]
    (ended,) = list_judgements(stores, ListQuery(), are_standing=False).data
    assert (ended["id"], "later" in ended["withdrawn_reason"]) == (same["id"], True)
