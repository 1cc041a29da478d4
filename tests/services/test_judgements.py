"""What people judge rules over every score, and can be taken back."""

import pytest

from app.domain.filters import EventQuery, ListQuery
from app.errors import InvalidInput, Moved, NotFound
from app.services.events import get_event, list_events, list_reports
from app.services.judgement_rows import NewJudgement
from app.services.judgements import (
    judge_events,
    list_judgements,
    withdraw_judgement,
)
from app.services.review import list_open_pairs
from tests.services.stories import Story


def _raid(outlet: str, when: str | None, place: str = "Azaz", killed: int = 16) -> Story:
    towns = {"Azaz": 172955, "Damascus": 170654}
    story = Story(f"A raid on the market of {place} killed {killed}, said {outlet}.", outlet, "2016-05-09")
    story.event(
        "ASSAULT", "raid", when, mode="aerial", place=story.place(place, towns[place]), killed=(str(killed), killed)
    )
    return story


def _id(outcome) -> str:
    (event,) = outcome.events
    return event["id"]


def _judge(stores, left: str, right: str, verdict: str):
    return judge_events(stores, NewJudgement(left, right, verdict, "night desk", "checked by phone"))


@pytest.fixture
def two_days(tell) -> tuple[str, str]:
    """Two events: raids on one market on two days."""
    return _id(tell(_raid("Orontes Wire", "2016-05-03"))), _id(tell(_raid("Coast Desk", "2016-05-05")))


def test_the_same_makes_one_of_two_and_both_ids_lead_there(stores, two_days) -> None:
    left, right = two_days
    judgement, events = _judge(stores, right, left, "same")
    (event,) = events
    assert (event["id"], event["article_count"]) == (left, 2)
    assert judgement["withdrawn_at"] is None
    assert list_events(stores, EventQuery()).total == 1
    with pytest.raises(Moved) as moved:
        get_event(stores, right)
    assert moved.value.canonical_id == left


def test_withdrawn_it_leaves_the_two_as_they_were(stores, two_days) -> None:
    before = [{**get_event(stores, event_id), "updated_at": None} for event_id in two_days]
    judgement, _ = _judge(stores, *two_days, "same")
    withdrawn, events = withdraw_judgement(stores, judgement["id"])
    assert [{**event, "updated_at": None} for event in events] == before
    assert withdrawn["withdrawn_at"] is not None
    again, events = withdraw_judgement(stores, judgement["id"])
    assert (again, len(events)) == (withdrawn, 2)
    assert [row["id"] for row in list_judgements(stores, ListQuery(), are_standing=False).data] == [judgement["id"]]
    assert list_judgements(stores, ListQuery(), are_standing=True).total == 0


def test_different_parts_one_event_by_the_reports_own_ids(stores, tell) -> None:
    first, second = tell(_raid("Orontes Wire", "2016-05-03")), tell(_raid("Coast Desk", "2016-05-03"))
    assert _id(first) == _id(second)
    own = [report["own_event_id"] for report in list_reports(stores, _id(first), ListQuery()).data]
    _, events = _judge(stores, *own, "different")
    assert [event["id"] for event in events] == own
    assert [event["article_count"] for event in events] == [1, 1]
    assert list_events(stores, EventQuery()).total == 2


def test_articles_to_come_respect_it(stores, tell) -> None:
    tell(_raid("Orontes Wire", "2016-05-03"))
    event_id = _id(tell(_raid("Coast Desk", "2016-05-03")))
    own = [report["own_event_id"] for report in list_reports(stores, event_id, ListQuery()).data]
    _judge(stores, *own, "different")
    third = tell(_raid("Barada Mirror", "2016-05-03"))
    assert _id(third) in own
    assert sorted(event["article_count"] for event in list_events(stores, EventQuery()).data) == [1, 2]


def test_a_later_judgement_takes_the_place_of_an_earlier_one(stores, two_days) -> None:
    first, _ = _judge(stores, *two_days, "same")
    _, events = _judge(stores, *two_days[::-1], "different")
    assert len(events) == 2
    standing = list_judgements(stores, ListQuery(), are_standing=True).data
    assert [row["verdict"] for row in standing] == ["different"]
    (withdrawn,) = list_judgements(stores, ListQuery(), are_standing=False).data
    assert withdrawn["id"] == first["id"]
    assert list_judgements(stores, ListQuery(), are_standing=None).total == 2


def test_unsure_changes_nothing(stores, two_days) -> None:
    _, events = _judge(stores, *two_days, "unsure")
    assert [event["id"] for event in events] == list(two_days)


def test_pairs_worth_a_judgement_are_listed_until_they_are_judged(stores, tell) -> None:
    left = _id(tell(_raid("Orontes Wire", None)))
    right = _id(tell(_raid("Coast Desk", "2016-05-03", killed=200)))
    assert left != right
    (pair,) = list_open_pairs(stores, ListQuery(), None).data
    assert {pair["left"]["id"], pair["right"]["id"]} == {left, right}
    assert pair["score"] < pair["threshold"]
    assert pair["score"] == pytest.approx(sum(pair["parts"].values()), abs=0.001)
    _judge(stores, left, right, "different")
    assert list_open_pairs(stores, ListQuery(), None).total == 0


def test_ids_that_are_none_are_refused(stores, two_days) -> None:
    with pytest.raises(NotFound, match="no event"):
        _judge(stores, two_days[0], "evt_00000000000000000000000000", "same")
    with pytest.raises(InvalidInput, match="another event"):
        _judge(stores, two_days[0], two_days[0], "same")
    with pytest.raises(NotFound):
        withdraw_judgement(stores, "jdg_00000000000000000000000000")
    assert list_judgements(stores, ListQuery(), are_standing=None).total == 0


def test_the_document_of_an_event_lists_the_ids_that_lead_to_it(stores, two_days) -> None:
    left, right = two_days
    assert get_event(stores, left)["referents"] == []
    judgement, _ = _judge(stores, left, right, "same")
    assert get_event(stores, left)["referents"] == [right]
    withdraw_judgement(stores, judgement["id"])
    assert [get_event(stores, event_id)["referents"] for event_id in two_days] == [[], []]
