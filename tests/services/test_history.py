"""What was known at any moment is answered later as it was then, and the change feed leads from one to the other."""

import random
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from app.domain.annotations import Annotations, ArticleText, EventDate
from app.domain.edtf import parse_edtf
from app.domain.filters import ChangeQuery, EventQuery, ListQuery
from app.errors import AppError, Gone, InvalidInput, Moved, NotFound
from app.models import ChangeRow, EventRow
from app.services.change_feed import list_changes
from app.services.entities import list_entity_events
from app.services.events import get_event, list_events, list_reports
from app.services.ingest import ingest_article
from app.services.judged_entities import judge_entities
from app.services.judgements import NewJudgement, judge_events, list_judgements, withdraw_judgement
from app.services.reprocess import reprocess_article
from app.services.stores import Stores
from app.services.withdraw import delete_article
from app.storage.engine import Database
from tests.services.stories import SmallGazetteer, Story, khan_tuman
from tests.services.test_deletion import _azaz
from tests.services.test_order_of_arrival import _story, incidents

_numbers = count()
_ASKED: list[dict] = [
    {},
    {"stance": "any"},
    {"place": "Azaz"},
    {"place": "Aleppo", "type": "ASSAULT", "from": "2016-05-01", "to": "2016-05-02"},
    {"country": "SY", "q": "market"},
    {"q": "killing people"},
    {"bbox": "36,35,38,37"},
    {"type": "AID"},
]


def _list(stores: Stores, asked: dict, as_of: str | None = None) -> tuple[list, int]:
    """All events in pages of two, and how many there are."""
    events, cursor = [], None
    while True:
        page = list_events(stores, EventQuery.model_validate({**asked, "as_of": as_of, "limit": 2, "cursor": cursor}))
        events += page.data
        if page.next_cursor is None:
            return events, page.total
        cursor = page.next_cursor


def _lead(stores: Stores, event_id: str, as_of: str | None = None) -> object:
    """The event of an id, the id that it leads to, or the kind of error."""
    try:
        return get_event(stores, event_id, as_of)
    except Moved as moved:
        return moved.canonical_id
    except AppError as error:
        return type(error)


def _since(stores: Stores, seq: int) -> list[dict]:
    return list_changes(stores, ChangeQuery(since=str(seq), limit=200)).data


@dataclass
class _Moment:
    """What was answered at a moment, and its names: the time and the number of the last change."""

    time: str
    seq: int
    lists: list
    leads: dict


@dataclass
class _Life:
    """A store to which things happen at random; every moment of it is remembered."""

    stores: Stores
    chance: random.Random
    articles: dict[str, Story] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    mirror: set[str] = field(default_factory=set)
    moments: list[_Moment] = field(default_factory=list)

    def live(self, stories: list[Story]) -> None:
        self._remember()
        for story in stories:
            told = ingest_article(self.stores, story.article, story.annotate)
            self.articles[told.article["id"]] = story
            self._remember()
            if self.chance.random() < 0.6:
                self.chance.choice([self._delete, self._read_again, self._judge, self._judge, self._withdraw])()
                self._remember()

    def _delete(self) -> None:
        article_id = self.chance.choice(sorted(self.articles))
        del self.articles[article_id]
        delete_article(self.stores, article_id)

    def _read_again(self) -> None:
        """Another extractor finds nothing, or another day."""
        article_id = self.chance.choice(sorted(self.articles))
        day = EventDate(**parse_edtf(f"2016-05-0{self.chance.randint(1, 3)}").model_dump())

        def annotate(article: ArticleText) -> Annotations:
            read = self.articles[article_id].annotate(article)
            events = tuple(event.model_copy(update={"date": day}) for event in read.events)
            return read.model_copy(update={"events": self.chance.choice([(), events]), "extractor": "stories-2"})

        reprocess_article(self.stores, article_id, annotate)

    def _judge(self) -> None:
        events = list_events(self.stores, EventQuery()).data
        reports = [report for event in events for report in list_reports(self.stores, event["id"], ListQuery()).data]
        own = [report["own_event_id"] for report in reports]
        if len(own) > 1:
            verdict = self.chance.choice(["same", "different"])
            judge_events(self.stores, NewJudgement(*self.chance.sample(own, 2), verdict, "night desk"))

    def _withdraw(self) -> None:
        standing = list_judgements(self.stores, ListQuery(), are_standing=True).data
        if standing:
            withdraw_judgement(self.stores, self.chance.choice(standing)["id"])

    def _remember(self) -> None:
        seq = self.moments[-1].seq if self.moments else 0
        changes = _since(self.stores, seq)
        for change in changes:
            if change["resource"] == "event":
                self._follow(change)
        lists = [_list(self.stores, asked) for asked in _ASKED]
        assert self.mirror == {event["id"] for event in lists[0][0]}
        self.seen |= self.mirror
        leads = {event_id: _lead(self.stores, event_id) for event_id in self.seen}
        seq += len(changes)
        self.moments.append(_Moment(datetime.now(UTC).isoformat().replace("+00:00", "Z"), seq, lists, leads))

    def _follow(self, change: dict) -> None:
        is_known = change["id"] in self.mirror
        if change["action"] in ("created", "split"):
            assert not is_known
            self.mirror.add(change["id"])
        elif change["action"] == "updated":
            assert is_known
        elif is_known:
            self.mirror.remove(change["id"])
            assert change["into"] is None or change["into"] in self.mirror
        else:
            assert change["action"] == "merged", "an id that leads elsewhere may come to lead elsewhere again"

    def look_back(self) -> None:
        for moment in self.moments:
            for as_of in (moment.time, str(moment.seq)):
                assert [_list(self.stores, asked, as_of) for asked in _ASKED] == moment.lists
                for event_id in self.seen:
                    assert _lead(self.stores, event_id, as_of) == moment.leads.get(event_id, NotFound)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(incidents, min_size=3, max_size=6), st.randoms(use_true_random=False))
def test_the_past_is_answered_as_it_was_answered_then(sqlite_template, tmp_path, told, chance) -> None:
    path = shutil.copy(sqlite_template, tmp_path / f"{next(_numbers)}.db")
    database = Database(f"sqlite:///{path}")
    life = _Life(Stores(database, SmallGazetteer()), chance)
    life.live([_story(number, one) for number, one in enumerate(told)])
    life.look_back()
    database.close()


def test_a_long_past_on_both_databases(stores) -> None:
    chance = random.Random(4)  # noqa: S311 - no secret
    outlets = ["Orontes Wire", "Barada Mirror", "Coast Desk"]
    told = [
        (chance.choice(["Azaz", "Aleppo"]), chance.randint(1, 2), "Fighters", chance.choice([None, 3]),
         chance.choice(outlets), chance.choice(["shelled", "bombed"]))
        for _ in range(10)
    ]  # fmt: skip
    life = _Life(stores, chance)
    life.live([_story(number, one) for number, one in enumerate(told)])
    life.look_back()


def test_an_event_before_it_was_known_while_it_was_and_after(stores, tell) -> None:
    tell(khan_tuman())
    before = list_changes(stores, ChangeQuery()).latest
    first = tell(_azaz("Orontes Wire"))
    event_id = first.events[0]["id"]
    alone = list_changes(stores, ChangeQuery()).latest
    tell(_azaz("Barada Mirror", "In Azaz 16 people were killed and 41 were hurt in a raid on 3 May."))
    with pytest.raises(NotFound, match="not known then"):
        get_event(stores, event_id, str(before))
    assert get_event(stores, event_id, str(alone)) == {**first.events[0], "referents": []}
    assert get_event(stores, event_id, str(alone - 1)) == get_event(stores, event_id, str(alone))
    assert get_event(stores, event_id)["article_count"] == 2
    delete_article(stores, first.article["id"])
    with pytest.raises(Moved):
        get_event(stores, event_id, "2199-01-01")
    assert get_event(stores, event_id, str(alone))["article_count"] == 1


def test_an_event_that_was_gone_then(stores, tell) -> None:
    told = tell(khan_tuman())
    delete_article(stores, told.article["id"])
    gone = list_changes(stores, ChangeQuery()).latest
    tell(khan_tuman())
    with pytest.raises(Gone, match="was deleted"):
        get_event(stores, told.events[0]["id"], str(gone))
    assert list_events(stores, EventQuery(as_of=str(gone))).data == []


def test_the_events_of_a_person_as_they_were(stores, tell) -> None:
    told = tell(khan_tuman())
    (person,) = [entity["id"] for entity in told.entities if entity["kind"] == "person"]
    latest = list_changes(stores, ChangeQuery()).latest
    delete_article(stores, told.article["id"])
    for kind, entity_id in (("person", person), ("place", told.events[0]["place"]["id"])):
        then = list_entity_events(stores, kind, entity_id, EventQuery(as_of=str(latest)))
        assert (then.data, then.total) == (told.events, 1)
        assert list_entity_events(stores, kind, entity_id, EventQuery()).total == 0


def test_times_of_a_day_and_days(stores, tell) -> None:
    told = tell(khan_tuman())
    at = datetime.fromisoformat(list_changes(stores, ChangeQuery()).data[0]["at"])
    for as_of in (f"{at:%Y-%m-%d}", f"{at:%Y-%m-%dT%H:%M:%S}Z", f"{at:%Y-%m-%dT%H:%M:%S.%f}Z"):
        assert list_events(stores, EventQuery(as_of=as_of)).data == told.events
    for as_of in (f"{at - timedelta(days=1):%Y-%m-%d}", f"{at - timedelta(seconds=1):%Y-%m-%dT%H:%M:%S}Z", "0"):
        assert list_events(stores, EventQuery(as_of=as_of)).data == []
    with pytest.raises(InvalidInput, match="lies ahead"):
        list_events(stores, EventQuery(as_of="2016"))


def test_events_from_before_the_feed_count_as_having_been_what_they_were(stores, tell) -> None:
    event_id = tell(_azaz("Orontes Wire")).events[0]["id"]
    before = get_event(stores, event_id)
    with stores.database.write() as session:  # as the migration finds them
        session.execute(delete(ChangeRow))
        session.execute(update(EventRow).values(version=0))
    tell(_azaz("Barada Mirror", "In Azaz 16 people were killed and 41 were hurt in a raid on 3 May."))
    changes = [change for change in _since(stores, 0) if change["resource"] == "event"]
    assert [(change["action"], change["id"]) for change in changes] == [("updated", event_id)]
    for as_of in ("0", "2016-01-01"):
        assert get_event(stores, event_id, as_of) == before
        assert [event["id"] for event in list_events(stores, EventQuery(as_of=as_of)).data] == [event_id]


def test_people_judged_one_are_two_in_the_past(stores, tell) -> None:
    told = [
        tell(_accused("Karim Daouri", "Azaz", "Orontes Wire")), tell(_accused("Salim Haddad", "Aleppo", "Coast Desk")),
    ]  # fmt: skip
    left, right = (next(one["id"] for one in article.entities if one["kind"] == "person") for article in told)
    before = _list(stores, {}), [_lead(stores, article.events[0]["id"]) for article in told]
    latest = list_changes(stores, ChangeQuery()).latest
    judge_entities(stores, NewJudgement(left, right, "same", "night desk"))
    changes = [(one["action"], one["resource"], one["id"]) for one in _since(stores, latest)]
    assert ("merged", "person", right) in changes
    assert ("updated", "event", told[1].events[0]["id"]) in changes
    assert _list(stores, {}) != before[0]
    assert _list(stores, {}, str(latest)) == before[0]
    assert [_lead(stores, article.events[0]["id"], str(latest)) for article in told] == before[1]


def _accused(name: str, town: str, outlet: str) -> Story:
    story = Story(f"{name} ordered gunners who shelled {town}.", outlet)
    who = story.person(name, country_code="SY")
    place = story.place(town, {"Azaz": 172955, "Aleppo": 170063}[town])
    story.event("ASSAULT", "shelled", "2016-05-03", place=place, actors=(story.party(name, who),))
    return story
