"""What people are asked to judge: each two events once, the most doubtful first, until they are judged."""

import pytest
from sqlmodel import select

from app.domain.filters import ListQuery
from app.models import EventRow, OpenPairRow
from app.services.judgements import withdraw_judgement
from app.services.review import list_open_pairs
from app.services.withdraw import delete_article
from app.storage.open_pairs import best_of_events, judged_events
from tests.services.test_judgements import _id, _judge, _raid

OUTLETS = ("Orontes Wire", "Coast Desk", "Barada Mirror", "Euphrates Post")


def check_open_pairs(stores) -> None:
    """The list of events is what it would be if it were made from nothing."""
    with stores.database.read() as session:
        events = session.exec(select(EventRow.id)).all()
        judged = judged_events(session, events)
        best = {ids: pair.margin for ids, pair in best_of_events(session, events).items() if ids not in judged}
        rows = session.exec(select(OpenPairRow).where(OpenPairRow.kind == "event"))
        assert {(row.left_id, row.right_id): row.margin for row in rows} == best


def _open(stores) -> list[set[str]]:
    check_open_pairs(stores)
    return [{pair["left"]["id"], pair["right"]["id"]} for pair in list_open_pairs(stores, ListQuery(), None).data]


@pytest.fixture
def vague_and_dated(tell):
    """An event without a day, and one of a day with another toll that two outlets tell: one pair, in doubt twice."""
    vague = tell(_raid(OUTLETS[0], None))
    dated = [tell(_raid(outlet, "2016-05-03", killed=200)) for outlet in OUTLETS[1:3]]
    assert _id(vague) != _id(dated[0]) == _id(dated[1])
    return vague, dated


def test_two_events_are_one_pair_however_many_reports_they_have(stores, vague_and_dated) -> None:
    vague, dated = vague_and_dated
    assert _open(stores) == [{_id(vague), _id(dated[0])}]
    (pair,) = list_open_pairs(stores, ListQuery(), "event").data
    assert pair["kind"] == "event"
    assert all("Azaz" in side["name"] for side in (pair["left"], pair["right"]))
    assert pair["score"] == pytest.approx(sum(pair["parts"].values()), abs=0.001)
    assert list_open_pairs(stores, ListQuery(), "person").data == []


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_any_judgement_takes_a_pair_off_and_its_withdrawal_puts_it_back(stores, vague_and_dated, verdict) -> None:
    vague, dated = vague_and_dated
    before = _open(stores)
    judgement, _ = _judge(stores, _id(vague), _id(dated[0]), verdict)
    assert _open(stores) == []
    withdraw_judgement(stores, judgement["id"])
    assert _open(stores) == before


def test_an_event_that_goes_takes_its_pairs_along(stores, vague_and_dated) -> None:
    vague, dated = vague_and_dated
    delete_article(stores, dated[0].article["id"])
    assert len(_open(stores)) == 1
    delete_article(stores, vague.article["id"])
    assert _open(stores) == []


def test_the_most_doubtful_come_first_and_pages_fit_together(stores, tell) -> None:
    for number, outlet in enumerate(OUTLETS):
        tell(_raid(outlet, None if number % 2 else "2016-05-03", killed=(16, 200, 2_100, 30_000)[number]))
    everything = list_open_pairs(stores, ListQuery(), None).data
    assert len(everything) > 2
    doubts = [abs(pair["score"] - pair["threshold"]) for pair in everything]
    assert doubts == sorted(doubts)
    paged, cursor = [], None
    for _ in everything:
        page = list_open_pairs(stores, ListQuery(limit=1, cursor=cursor), None)
        assert page.total == len(everything)
        paged += page.data
        cursor = page.next_cursor
    assert (paged, cursor) == (everything, None)
    check_open_pairs(stores)
