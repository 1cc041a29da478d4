"""People, organizations and places that people judge to be one, or not; and how that is taken back."""

import random
import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import select

from app.domain.filters import (
    ChangeQuery,
    EntityEventsQuery,
    EventQuery,
    ListQuery,
    MentionQuery,
    PersonQuery,
    PlaceQuery,
)
from app.errors import InvalidInput, Moved, NotFound
from app.models import EventPartyRow, EventPlaceRow
from app.resolution.identities import unite
from app.services.articles import get_annotations
from app.services.change_feed import list_changes
from app.services.entities import get_entity, list_entity_events, list_entity_mentions, list_people, list_places
from app.services.events import get_event, list_claims, list_events, list_reports
from app.services.judged_entities import judge_entities
from app.services.judgement_rows import NewJudgement
from app.services.judgements import list_judgements, withdraw_judgement
from tests.services.stories import Story
from tests.services.test_deletion import recount


def _statement(who: str, when: str, outlet: str = "Orontes Wire", roles=(), **other) -> Story:
    """Somebody says that a raid killed people; ``other``: what is told of the place."""
    story = Story(f"{who} said a raid of {when} on Azaz killed 16 people.", outlet, when)
    place = story.place("Azaz", 172955) if not other else story.place(other["place"], words="Azaz", country_code="SY")
    speaker = story.person(who, roles=roles)
    story.event(
        "ASSAULT", "raid", when, mode="aerial", place=place, killed=("16", 16),
        claims=[(speaker, who, ("event", "killed"))],
    )  # fmt: skip
    return story


def _person(outcome) -> str:
    return next(entity["id"] for entity in outcome.entities if entity["kind"] == "person")


def _judge(stores, left: str, right: str, verdict: str):
    return judge_entities(stores, NewJudgement(left, right, verdict, "night desk", "a war name"))


@pytest.fixture
def two_names(tell) -> tuple[str, str]:
    """A commander by his name in May, and by his war name in June and July."""
    by_name = tell(_statement("Hassan Tarabulsi", "2016-05-03", roles=("commander",)))
    by_war_name = tell(_statement("Abu Firas", "2016-06-03"))
    tell(_statement("Abu Firas", "2016-07-03", "Coast Desk"))
    assert _person(by_name) != _person(by_war_name)
    return _person(by_name), _person(by_war_name)


def _everything(stores, ids) -> list:
    """All that is shown of these, and of all events."""
    shown: list = [get_entity(stores, "person", one) for one in ids]
    shown += [list_entity_events(stores, "person", one, EntityEventsQuery()) for one in ids]
    shown += [list_entity_mentions(stores, "person", one, MentionQuery()) for one in ids]
    shown += [list_events(stores, EventQuery(actor=one)) for one in ids]
    events = list_events(stores, EventQuery()).data
    shown += events
    shown += [list_claims(stores, event["id"], ListQuery()).data for event in events]
    with stores.database.read() as session:
        shown += [
            sorted(row.model_dump().items())
            for row in session.exec(select(EventPartyRow).order_by(EventPartyRow.event_id))
        ]
    return [re.sub(r"'updated_at': '[^']*'", "", str(one)) for one in shown]


def test_one_stands_for_both_and_has_what_is_known_of_either(stores, two_names) -> None:
    name, war_name = two_names
    _, (person,) = _judge(stores, war_name, name, "same")
    assert person["id"] == name
    assert person["referents"] == [war_name]
    assert (person["name"], person["aliases"], person["roles"]) == ("Hassan Tarabulsi", ["Abu Firas"], ["commander"])
    assert (person["article_count"], person["mention_count"], person["event_count"]) == (3, 3, 3)
    assert (person["first_seen"], person["last_seen"]) == ("2016-05-03", "2016-07-03")
    assert get_entity(stores, "person", name) == person
    assert list_people(stores, PersonQuery()).data == [person]
    assert [one["id"] for one in list_people(stores, PersonQuery(q="Abu Firas")).data] == [name]
    recount(stores)


def test_the_other_id_leads_to_it(stores, two_names) -> None:
    name, war_name = two_names
    _judge(stores, name, war_name, "same")
    for read in (
        lambda one: get_entity(stores, "person", one),
        lambda one: list_entity_events(stores, "person", one, EntityEventsQuery()),
        lambda one: list_entity_mentions(stores, "person", one, MentionQuery()),
    ):
        read(name)
        with pytest.raises(Moved) as moved:
            read(war_name)
        assert moved.value.canonical_id == name


def test_events_mentions_claims_and_filters_show_it(stores, two_names) -> None:
    name, war_name = two_names
    _judge(stores, name, war_name, "same")
    assert list_entity_events(stores, "person", name, EntityEventsQuery()).total == 3
    assert list_entity_mentions(stores, "person", name, MentionQuery()).total == 3
    for asked in (name, war_name, "Abu Firas", "Hassan Tarabulsi"):
        page = list_events(stores, EventQuery(person=asked))
        assert (page.total, page.interpreted["person"]["id"]) == (3, name), asked
    for event in list_events(stores, EventQuery()).data:
        assert {one["claimant"]["id"] for one in event["evidence"]} == {name}
        assert {claim["claimant"]["id"] for claim in list_claims(stores, event["id"], ListQuery()).data} == {name}
        for report in list_reports(stores, event["id"], ListQuery()).data:
            assert {claim["claimant"] for claim in report["event"]["claims"]} == {name}
            people = [
                one for one in get_annotations(stores, report["article_id"])["entities"] if one["kind"] == "person"
            ]
            assert {one["stored_id"] for one in people} == {name}


@pytest.mark.parametrize("how", ["withdrawn", "different"])
def test_parted_both_are_as_they_were(stores, two_names, how) -> None:
    before = _everything(stores, two_names)
    judgement, _ = _judge(stores, *two_names, "same")
    assert list_people(stores, PersonQuery()).total == 1
    if how == "withdrawn":
        _, parted = withdraw_judgement(stores, judgement["id"])
    else:
        _, parted = _judge(stores, *reversed(two_names), "different")
    assert {one["id"] for one in parted} == set(two_names)
    assert _everything(stores, two_names) == before
    recount(stores)


def test_articles_to_come_show_it_by_whatever_name(stores, tell, two_names) -> None:
    name, war_name = two_names
    _judge(stores, name, war_name, "same")
    told = tell(_statement("Abu Firas", "2016-08-03"))
    assert _person(told) == name
    assert told.events[0]["evidence"][0]["claimant"] == {"id": name, "kind": "person", "name": "Hassan Tarabulsi"}
    assert get_entity(stores, "person", name)["article_count"] == 4
    recount(stores)


def test_a_chain_makes_one_and_apart_wins(stores, tell) -> None:
    ids = [
        _person(tell(_statement(who, f"2016-0{n}-03")))
        for n, who in enumerate(("Ali Daher", "Abu Nur", "Zain Kilani"), 3)
    ]
    _judge(stores, ids[1], ids[2], "same")
    _, (one,) = _judge(stores, ids[0], ids[1], "same")
    assert (one["id"], one["referents"]) == (ids[0], ids[1:])
    _judge(stores, ids[0], ids[2], "different")
    assert list_people(stores, PersonQuery()).total == 2
    assert _shown(stores, ids[0]) != _shown(stores, ids[2])


def _shown(stores, entity_id: str) -> str:
    try:
        return get_entity(stores, "person", entity_id)["id"]
    except Moved as moved:
        return moved.canonical_id


def test_unsure_changes_nothing_and_is_kept(stores, two_names) -> None:
    before = _everything(stores, two_names)
    _judge(stores, *two_names, "unsure")
    assert _everything(stores, two_names) == before
    (kept,) = list_judgements(stores, ListQuery(), "person", are_standing=True).data
    assert (kept["kind"], kept["verdict"]) == ("person", "unsure")
    assert list_judgements(stores, ListQuery(), "event", are_standing=True).total == 0


def test_places_that_are_one_hold_what_lies_in_either(stores, tell) -> None:
    told = [tell(_statement("Hassan Tarabulsi", "2016-05-03"))]
    told.append(tell(_statement("Hassan Tarabulsi", "2016-06-03", place="Aazaaz al-Qadima")))
    known, unknown = (one.events[0]["place"]["id"] for one in told)
    assert known != unknown
    before = {known, unknown}
    judgement, (place,) = _judge(stores, unknown, known, "same")
    assert (place["id"], place["geonames_id"], place["event_count"]) == (known, 172955, 2)
    for asked in ("Azaz", "Aazaaz al-Qadima", unknown, "Aleppo"):
        assert list_events(stores, EventQuery(place=asked)).total == 2, asked
    assert {event["place"]["id"] for event in list_events(stores, EventQuery()).data} == {known}
    recount(stores)
    withdraw_judgement(stores, judgement["id"])
    assert {event["place"]["id"] for event in list_events(stores, EventQuery()).data} == before
    assert list_events(stores, EventQuery(place="Aleppo")).total == 1
    with stores.database.read() as session:
        assert {row.place_id for row in session.exec(select(EventPlaceRow))} >= before
    recount(stores)


def test_what_cannot_be_judged_is_refused(stores, two_names) -> None:
    place = list_places(stores, PlaceQuery()).data[0]["id"]
    with pytest.raises(InvalidInput, match="another person"):
        _judge(stores, two_names[0], two_names[0], "same")
    with pytest.raises(InvalidInput, match="another person"):
        _judge(stores, two_names[0], place, "same")
    with pytest.raises(NotFound, match="no person"):
        _judge(stores, two_names[0], "per_00000000000000000000000000", "same")
    assert list_judgements(stores, ListQuery(), are_standing=None).total == 0


PEOPLE = st.lists(st.integers(0, 2), min_size=2, max_size=6)


@settings(max_examples=60, deadline=None)
@given(truth=PEOPLE, chance=st.randoms(use_true_random=False))
def test_groups_depend_on_the_judgements_alone(truth: list[int], chance: random.Random) -> None:
    ids = [f"per_{number}" for number in range(len(truth))]
    pairs = [pair for pair in combinations(range(len(truth)), 2) if chance.random() < 0.6]
    same = [(ids[a], ids[b]) for a, b in pairs if truth[a] == truth[b]]
    different = [(ids[b], ids[a]) for a, b in pairs if truth[a] != truth[b]]
    groups = unite(ids, same, different)
    of = {one: number for number, group in enumerate(groups) for one in group}
    assert all(of[a] == of[b] for a, b in same)
    assert all(of[a] != of[b] for a, b in different)
    shuffled = [tuple(chance.sample(pair, 2)) for pair in chance.sample(same, len(same))]
    assert unite(ids[::-1], shuffled, different[::-1]) == groups


def test_a_contradiction_keeps_apart_in_any_order() -> None:
    same = [("a", "b"), ("b", "c"), ("c", "d")]
    groups = unite("abcd", same, [("a", "d")])
    assert groups == [["a", "b", "c"], ["d"]] == unite("dcba", same[::-1], [("d", "a")])


def test_the_change_feed_tells_who_stands_for_whom(stores, two_names) -> None:
    name, war_name = two_names
    seen = list_changes(stores, ChangeQuery()).total
    judgement, _ = _judge(stores, name, war_name, "same")
    withdraw_judgement(stores, judgement["id"])
    told = [
        (change["action"], change["id"], change["into"], change["from"])
        for change in list_changes(stores, ChangeQuery(limit=200)).data[seen:]
        if change["resource"] == "person"
    ]
    assert told == [
        ("merged", war_name, name, []),
        ("updated", name, None, []),
        ("split", war_name, None, [name]),
        ("updated", name, None, []),
    ]


def test_spellings_that_differ_in_case_alone_are_one_alias(stores, tell) -> None:
    ids = [
        _person(tell(_statement(who, f"2016-0{month}-03")))
        for month, who in ((5, "Staffan de Mistura"), (6, "De Mistura"), (7, "de Mistura"))
    ]
    for other in ids[1:]:
        _, (person,) = _judge(stores, ids[0], other, "same")
    assert [alias.casefold() for alias in person["aliases"]] == ["de mistura"]


def test_an_event_that_was_seen_before_shows_who_stands_for_a_party(stores, two_names) -> None:
    (event, *_) = list_events(stores, EventQuery(person=two_names[1])).data
    _judge(stores, *two_names, "same")
    assert get_event(stores, event["id"])["evidence"][0]["claimant"]["id"] == two_names[0]
