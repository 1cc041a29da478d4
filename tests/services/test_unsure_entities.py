"""Entities that may be one are kept apart, and listed for people to judge."""

import pytest

from app.domain.filters import ListQuery
from app.resolution.entities import SAME_ENTITY
from app.services.judgements import withdraw_judgement
from app.services.review import list_open_pairs
from tests.services.stories import Story
from tests.services.test_judged_entities import _judge, _person, _statement


def _open(stores, kind: str | None = None) -> list[dict]:
    page = list_open_pairs(stores, ListQuery(), kind)
    assert page.total == len(page.data)
    return page.data


def _ids(pairs) -> list[set[str]]:
    return [{pair["left"]["id"], pair["right"]["id"]} for pair in pairs]


@pytest.fixture
def full_and_family(tell) -> tuple[str, str]:
    """Somebody by his full name, and somebody by the family name alone, who may be another."""
    full = _person(tell(_statement("Karim Daouri", "2016-05-03")))
    family = _person(tell(_statement("Daouri", "2016-06-03")))
    assert full != family
    return full, family


def test_what_is_left_open_is_listed_with_score_and_parts(stores, full_and_family) -> None:
    (pair,) = _open(stores)
    assert (pair["kind"], {pair["left"]["name"], pair["right"]["name"]}) == ("person", {"Karim Daouri", "Daouri"})
    assert _ids([pair]) == [set(full_and_family)]
    assert pair["threshold"] == SAME_ENTITY > pair["score"] == pytest.approx(sum(pair["parts"].values()))
    assert _open(stores, "person") == [pair]
    assert _open(stores, "organization") == _open(stores, "event") == []


def test_told_again_it_is_listed_once(stores, tell, full_and_family) -> None:
    tell(_statement("Daouri", "2016-07-03"))
    tell(_statement("Karim Daouri", "2016-08-03"))
    assert _ids(_open(stores, "person")).count(set(full_and_family)) == 1


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_a_judgement_takes_it_off_for_good_and_withdrawn_puts_it_back(stores, tell, full_and_family, verdict) -> None:
    before = _open(stores)
    judgement, _ = _judge(stores, *full_and_family, verdict)
    assert set(full_and_family) not in _ids(_open(stores))
    tell(_statement("Daouri", "2016-07-03"))
    assert set(full_and_family) not in _ids(_open(stores))
    withdraw_judgement(stores, judgement["id"])
    assert [pair for pair in _open(stores) if pair in before] == before


def test_those_who_were_judged_one_are_in_doubt_once(stores, tell) -> None:
    """Two full names and one family name: two pairs, until the full names are one."""
    left = _person(tell(_statement("Karim Daouri", "2016-04-03")))
    right = _person(tell(_statement("Samir Daouri", "2016-05-03")))
    family = _person(tell(_statement("Daouri", "2016-06-03")))
    assert sorted(map(sorted, _ids(_open(stores)))) == sorted(map(sorted, [{left, family}, {right, family}]))
    judgement, _ = _judge(stores, left, right, "same")
    assert _ids(_open(stores)) == [{left, family}]
    withdraw_judgement(stores, judgement["id"])
    assert len(_open(stores)) == 2


def test_places_of_one_name_that_fit_equally_well_are_left_open(stores, tell) -> None:
    for n, division in enumerate(((170062, "Aleppo Governorate"), (170652, "Damascus Governorate")), 3):
        story = Story(f"Shells fell on Tell Rif in {division[1]} on 2016-05-0{n}.", published=f"2016-05-0{n}")
        village = story.place("Tell Rif", within=story.place(division[1], division[0]), country_code="SY")
        story.event("ASSAULT", "Shells", f"2016-05-0{n}", place=village)
        tell(story)
    story = Story("Shells fell on Tell Rif on 2016-05-09.", published="2016-05-09")
    story.event("ASSAULT", "Shells", "2016-05-09", place=story.place("Tell Rif"))
    place = tell(story).events[0]["place"]["id"]
    pairs = _open(stores, "place")
    assert len(pairs) == 2
    assert all(place in ids for ids in _ids(pairs))


def test_all_kinds_come_in_one_order(stores, tell, full_and_family) -> None:
    tell(_statement("Daouri", "2016-05-04", "Coast Desk"))
    for who in ("Karim Dauri", "Kareem al-Daoury"):
        tell(_statement(who, "2016-09-03"))
    paged, cursor = [], None
    for _ in _open(stores):
        page = list_open_pairs(stores, ListQuery(limit=1, cursor=cursor), None)
        paged += page.data
        cursor = page.next_cursor
    assert (paged, cursor) == (_open(stores), None)
