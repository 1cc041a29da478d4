"""Another text on the same page of the same source is a new version of an article; the former one counts no more."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from app.domain.filters import ArticleQuery, EventQuery, ListQuery
from app.errors import Gone, InvalidInput, NotFound
from app.models import ArticleVersionRow, PersonRow
from app.services.articles import get_annotations, get_article, list_articles
from app.services.changes import unchanged
from app.services.events import get_event, list_events
from app.services.ingest import ingest_article
from app.services.judgements import list_judgements
from app.services.reprocess import reprocess_article
from app.services.versions import list_versions
from app.services.withdraw import delete_article
from tests.services.stories import Story
from tests.services.test_deletion import recount
from tests.services.test_judgements import _id, _judge
from tests.services.test_order_of_arrival import _events, _story, incidents

PAGE = "https://orontes-wire.example/2016/05/azaz"


def _raid(killed: int, town: str = "Azaz", day: int = 3, url: str | None = PAGE, outlet: str = "Orontes Wire") -> Story:
    towns = {"Azaz": 172955, "Damascus": 170654}
    text = f"A raid on {town} on {day} May 2016 killed {killed} people, nurse Lina Barazi told {outlet}."
    story = Story(text, outlet, "2016-05-06")
    story.article = story.article.model_copy(update={"url": url})
    nurse = story.person("Lina Barazi")
    story.event(
        "ASSAULT", "raid", f"2016-05-0{day}", mode="aerial", place=story.place(town, towns[town]),
        killed=(f"{killed} people", killed), claims=[(nurse, "Lina Barazi", ("killed",))],
    )  # fmt: skip
    return story


def test_a_corrected_article_is_a_new_version_of_it(stores, tell) -> None:
    first = tell(_raid(16))
    corrected = tell(_raid(14, url=f"{PAGE}/?utm_source=feed#top"))
    assert (corrected.is_new, corrected.article["id"]) == (False, first.article["id"])
    assert (corrected.article["version"], first.article["version"]) == (2, 1)
    assert first.article["corrected_at"] is None
    assert corrected.article["corrected_at"] is not None
    assert list_articles(stores, ArticleQuery()).total == 1
    (event,) = list_events(stores, EventQuery()).data
    assert (event["id"], event["casualties"]["killed"]["high"]) == (_id(first), 14)
    assert event["evidence"][0]["quote"] == corrected.article["text"]
    assert corrected.changes["revised"] == [event["id"]]
    assert get_annotations(stores, first.article["id"])["events"][0]["killed"]["low"] == 14
    recount(stores)


def test_former_versions_can_be_read(stores, tell) -> None:
    texts = [tell(_raid(killed)).article["text"] for killed in (16, 14, 15)]
    article_id = list_articles(stores, ArticleQuery()).data[0]["id"]
    versions = list_versions(stores, article_id, ListQuery())
    assert [one["text"] for one in versions.data] == texts[::-1]
    assert ([one["version"] for one in versions.data], versions.total) == ([3, 2, 1], 3)
    assert versions.data[2]["stored_at"] == get_article(stores, article_id)["ingested_at"]
    first = list_versions(stores, article_id, ListQuery(limit=1))
    rest = list_versions(stores, article_id, ListQuery(limit=2, cursor=first.next_cursor))
    assert ([one["version"] for one in rest.data], rest.next_cursor) == ([2, 1], None)
    with pytest.raises(InvalidInput):
        list_versions(stores, article_id, ListQuery(cursor="x"))
    with pytest.raises(NotFound):
        list_versions(stores, "art_unknown", ListQuery())


def test_a_former_text_changes_nothing(stores, tell) -> None:
    tell(_raid(16))
    corrected = tell(_raid(14))
    again = tell(_raid(16))
    assert again.article == corrected.article
    assert again.changes["unchanged"] == [_id(corrected)]
    unread = ingest_article(stores, _raid(16, url=None).article, None)
    assert unread.article == corrected.article
    assert list_versions(stores, corrected.article["id"], ListQuery()).total == 2


@pytest.mark.parametrize(
    "other",
    [
        {"url": None}, {"url": "https://orontes-wire.example/2016/05/azaz-2"}, {"outlet": "Barada Mirror"},
        {"url": f"{PAGE}?page=2"},
    ],
)  # fmt: skip
def test_another_page_or_source_is_another_article(stores, tell, other) -> None:
    first, second = tell(_raid(16)), tell(_raid(14, **other))
    assert second.is_new
    assert second.article["id"] != first.article["id"]


def test_the_front_page_of_an_outlet_tells_no_article_from_another(tell) -> None:
    assert tell(_raid(16, url="https://orontes-wire.example")).is_new
    assert tell(_raid(14, url="https://orontes-wire.example/")).is_new


def test_an_event_that_others_tell_keeps_its_id_when_the_correction_tells_another(stores, tell) -> None:
    raid = _id(tell(_raid(16)))
    tell(_raid(16, url=None, outlet="Barada Mirror"))
    moved = tell(_raid(16, "Damascus", 5))
    events = {event["place"]["name"]: event for event in list_events(stores, EventQuery()).data}
    assert (events["Azaz"]["article_count"], events["Damascus"]["article_count"]) == (1, 1)
    assert moved.changes == {**unchanged(()), "created": [events["Damascus"]["id"]], "withdrawn": [raid]}
    assert get_event(stores, events["Azaz"]["id"])["referents"] == [raid]
    recount(stores)


def test_an_event_that_nobody_else_tells_keeps_its_id_wherever_it_was(stores, tell) -> None:
    raid = _id(tell(_raid(16)))
    moved = tell(_raid(16, "Damascus"))
    assert (_id(moved), moved.events[0]["place"]["name"]) == (raid, "Damascus")
    assert moved.changes == {**unchanged(()), "revised": [raid]}
    recount(stores)


def test_a_correction_that_tells_nothing_leaves_a_tombstone(stores, tell) -> None:
    first = tell(_raid(16))
    empty = tell(_without_events(_raid(14)))
    assert empty.changes["withdrawn"] == [_id(first)]
    with pytest.raises(Gone, match="does not any more"):
        get_event(stores, _id(first))
    recount(stores)


def _without_events(story: Story) -> Story:
    story.events = []
    return story


def test_a_correction_can_be_stored_unread_and_read_later(stores, tell) -> None:
    first = tell(_raid(16))
    unread = ingest_article(stores, _raid(14).article, None)
    assert (unread.article["version"], unread.article["extraction"]["status"]) == (2, "none")
    assert unread.changes["withdrawn"] == [_id(first)]
    recount(stores)
    assert tell(_raid(16)).article == unread.article
    read = tell(_raid(14))
    assert (read.article["version"], len(read.changes["created"])) == (2, 1)
    recount(stores)


@pytest.mark.parametrize(("verdict", "events"), [("same", 1), ("different", 2)])
def test_judgements_hold_through_a_correction(stores, tell, verdict, events) -> None:
    first, second = tell(_raid(16)), tell(_raid(3, day=5, url=None, outlet="Barada Mirror"))
    judgement, _ = _judge(stores, _id(first), _id(second), verdict)
    corrected = _raid(3, day=5)
    tell(corrected)
    assert list_events(stores, EventQuery()).total == events
    (standing,) = list_judgements(stores, ListQuery(), are_standing=True).data
    assert standing["id"] == judgement["id"]
    recount(stores)


def test_copies_of_the_former_text_are_copies_no_more(stores, tell) -> None:
    outlets = ("Orontes Wire", "Barada Mirror", "Coast Desk")
    stories = [_raid(16, url=None) for _ in outlets]
    for story, outlet, url in zip(stories, outlets, (PAGE, None, None), strict=True):
        story.article = story.article.model_copy(update={"source": outlet, "url": url})
    original, *copies = [tell(story).article["id"] for story in stories]
    tell(_raid(14))
    assert [get_article(stores, one)["copy_of"] for one in (original, *copies)] == [None, None, copies[0]]
    recount(stores)


def test_a_deleted_article_takes_its_versions_along(stores, tell) -> None:
    tell(_raid(16))
    corrected = tell(_raid(14))
    delete_article(stores, corrected.article["id"])
    with stores.database.read() as session:
        assert session.exec(select(ArticleVersionRow)).all() == []
    assert tell(_raid(16)).is_new
    recount(stores)


def test_a_correction_that_comes_while_the_former_text_is_read_wins(stores, tell) -> None:
    first = tell(_raid(16))

    def read_slowly(article):
        if article.text == first.article["text"]:
            tell(_raid(14))
            return _raid(12).annotate(article)
        return _raid(14).annotate(article)

    assert reprocess_article(stores, first.article["id"], read_slowly) is None
    (event,) = list_events(stores, EventQuery()).data
    assert event["casualties"]["killed"]["best"] == 14


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(incidents, incidents), min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_what_an_article_was_before_leaves_no_trace(tmp_path, told, chance: random.Random) -> None:
    former, final = (
        [_on_page(number, _story(number + first, (*pair[which][:4], "Orontes Wire", pair[which][5])))
         for number, pair in enumerate(told)]
        for which, first in enumerate((50, 0))
    )  # fmt: skip
    came = chance.sample([*former, *final], 2 * len(told))
    came = [story for story in came if story in final or came.index(story) < came.index(final[former.index(story)])]

    def check(stores, _texts) -> None:
        recount(stores)

    assert _events(came, tmp_path, check) == _events(final, tmp_path)


def _on_page(number: int, story: Story) -> Story:
    story.article = story.article.model_copy(update={"url": f"https://orontes-wire.example/{number}"})
    return story


def test_whom_only_the_former_version_named_is_counted_nowhere(stores, tell) -> None:
    tell(_raid(16))
    other = _raid(14)
    other.entities[0] = other.entities[0].model_copy(update={"name": "Samar Haddad"})
    tell(other)
    with stores.database.read() as session:
        people = session.exec(select(PersonRow).order_by(col(PersonRow.name))).all()
        assert [(row.name, row.article_count, row.event_count) for row in people] == [
            ("Lina Barazi", 0, 0),
            ("Samar Haddad", 1, 1),
        ]
