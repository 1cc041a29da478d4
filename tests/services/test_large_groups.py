"""Judgements hold also among more reports than are ever grouped anew at once."""

from itertools import pairwise

import pytest

from app.domain.filters import EventQuery, ListQuery
from app.services import grouping
from app.services.events import list_events, list_reports
from app.services.judgements import withdraw_judgement
from tests.services.test_deletion import recount
from tests.services.test_judgements import _id, _judge, _raid

OUTLETS = ("Orontes Wire", "Coast Desk", "Barada Mirror", "Euphrates Post", "Hama Herald")


@pytest.fixture(autouse=True)
def few_at_once(monkeypatch) -> None:
    monkeypatch.setattr(grouping, "_MOST_REPORTS", 1)


def _sizes(stores) -> list[int]:
    recount(stores)
    return sorted(event["article_count"] for event in list_events(stores, EventQuery(limit=100)).data)


def test_reports_join_the_event_of_their_best_pair(stores, tell) -> None:
    events = {_id(tell(_raid(outlet, "2016-05-03"))) for outlet in OUTLETS}
    assert (len(events), _sizes(stores)) == (1, [5])


def test_the_same_makes_one_and_withdrawn_two(stores, tell) -> None:
    days = ("2016-05-03", "2016-05-03", "2016-05-06", "2016-05-06")
    ids = [_id(tell(_raid(outlet, day))) for outlet, day in zip(OUTLETS, days, strict=False)]
    assert _sizes(stores) == [2, 2]
    judgement, events = _judge(stores, ids[0], ids[3], "same")
    assert ([event["id"] for event in events], _sizes(stores)) == ([ids[0]], [4])
    withdraw_judgement(stores, judgement["id"])
    assert _sizes(stores) == [2, 2]


def test_no_third_report_gets_round_what_was_judged_different(stores, tell) -> None:
    event_id, *_ = (_id(tell(_raid(outlet, "2016-05-03"))) for outlet in OUTLETS[:3])
    own = [report["own_event_id"] for report in list_reports(stores, event_id, ListQuery()).data]
    judgement, events = _judge(stores, own[0], own[1], "different")
    assert [event["id"] for event in events] == own[:2]
    assert _sizes(stores) == [1, 2]
    tell(_raid(OUTLETS[3], "2016-05-03"))
    assert len(_sizes(stores)) == 2
    withdraw_judgement(stores, judgement["id"])
    assert sum(_sizes(stores)) == 4


def test_a_chain_of_judgements_holds_over_any_length(stores, tell) -> None:
    ids = [_id(tell(_raid(outlet, f"2016-05-{3 + 3 * n:02}"))) for n, outlet in enumerate(OUTLETS)]
    judged = [_judge(stores, *pair, "same")[0]["id"] for pair in pairwise(ids)]
    assert _sizes(stores) == [5]
    _judge(stores, ids[0], ids[1], "same")
    assert _sizes(stores) == [5]
    withdraw_judgement(stores, judged[1])
    assert _sizes(stores) == [2, 3]
