"""The change feed tells all that happened, in order and without gaps, to whoever asks and whenever."""

import threading
from concurrent.futures import ThreadPoolExecutor, wait

import pytest

from app.domain.filters import ArticleQuery, ChangeQuery, EventQuery, ListQuery
from app.errors import InvalidInput, Moved
from app.services import ingest
from app.services.articles import list_articles
from app.services.change_feed import list_changes
from app.services.changelog import Cause, Change, EventsDerived, write_changes
from app.services.events import get_event, list_events, list_reports
from app.services.ingest import ingest_article
from app.services.judgement_rows import NewJudgement
from app.services.judgements import judge_events, withdraw_judgement
from app.services.reprocess import reprocess_article
from app.services.withdraw import delete_article
from tests.services.stories import Story, khan_tuman
from tests.services.test_deletion import _azaz
from tests.services.test_grouping import _apart, _bridge


def _since(stores, seq: int = 0) -> list[tuple]:
    """What happened since: action, kind, id and reason."""
    page = list_changes(stores, ChangeQuery(since=str(seq), limit=200))
    return [(change["action"], change["resource"], change["id"], change["reason"]["code"]) for change in page.data]


def _latest(stores) -> int:
    return list_changes(stores, ChangeQuery()).latest


def _of_events(stores, seq: int) -> list[dict]:
    page = list_changes(stores, ChangeQuery(since=str(seq), limit=200))
    return [change for change in page.data if change["resource"] == "event"]


def test_a_first_article_tells_of_itself_and_all_that_is_new(stores, tell) -> None:
    told = tell(khan_tuman())
    changes = _since(stores)
    article_id = told.article["id"]
    assert changes[0] == ("created", "article", article_id, "article_stored")
    assert changes[-1] == ("created", "event", told.events[0]["id"], "first_told")
    named = {(kind, identifier) for _, kind, identifier, reason in changes if reason == "first_named"}
    assert {(entity["kind"], entity["id"]) for entity in told.entities} <= named
    assert {change["reason"]["article_id"] for change in list_changes(stores, ChangeQuery()).data} == {article_id}


def test_the_same_article_again_tells_nothing(stores, tell) -> None:
    tell(khan_tuman())
    latest = _latest(stores)
    tell(khan_tuman())
    assert _since(stores, latest) == []
    assert _latest(stores) == latest


def test_another_source_corroborates_and_entities_that_stay_the_same_are_not_told(stores, tell) -> None:
    first = tell(khan_tuman())
    latest = _latest(stores)
    second = tell(khan_tuman("Barada Mirror"))
    assert _since(stores, latest) == [
        ("created", "article", second.article["id"], "article_stored"),
        ("updated", "event", first.events[0]["id"], "told_again"),
    ]


def _speaker(text: str, name: str, outlet: str) -> Story:
    story = Story(text, outlet)
    place = story.place("Azaz", 172955)
    speaker = story.person(name, country_code="IR", roles=("Secretary of the council",))
    story.event(
        "ASSAULT", "shelled", "2016-05-03", place=place, claims=[(speaker, name, ("event",))],
        actors=(story.party(name, speaker),),
    )  # fmt: skip
    return story


def test_events_that_show_a_renamed_person_are_updated(stores, tell) -> None:
    first = tell(_speaker("Ali Shamkhani said that Azaz was shelled by gunners.", "Ali Shamkhani", "Orontes Wire"))
    latest = _latest(stores)
    story = Story("A word of Secretary Ali Akbar Shamkhani was read out.", "Coast Desk", "2018-01-01")
    story.person("Ali Akbar Shamkhani", aliases=("Ali Shamkhani",), country_code="IR",
                 roles=("Secretary of the council",))  # fmt: skip
    second = tell(story)
    (person,) = [entity["id"] for entity in first.entities if entity["kind"] == "person"]
    assert [entity["id"] for entity in second.entities] == [person]
    assert _since(stores, latest) == [
        ("created", "article", second.article["id"], "article_stored"),
        ("updated", "person", person, "better_known"),
        ("updated", "event", first.events[0]["id"], "entity_changed"),
    ]


def test_an_article_that_shows_two_events_to_be_one(stores, tell) -> None:
    first, second = (told.events[0]["id"] for told in _apart(tell))
    latest = _latest(stores)
    _bridge(tell)
    updated, merged = _of_events(stores, latest)
    assert (updated["action"], updated["id"], updated["reason"]["code"]) == ("updated", first, "corroborated")
    assert (merged["action"], merged["id"], merged["into"]) == ("merged", second, first)
    assert merged["reason"]["code"] == "regrouped"


def test_a_deletion_leaves_tombstones_and_parts_what_only_it_held_together(stores, tell) -> None:
    first, second = (told.events[0]["id"] for told in _apart(tell))
    bridge = _bridge(tell).article["id"]
    latest = _latest(stores)
    delete_article(stores, bridge)
    split, updated = _of_events(stores, latest)
    assert (split["action"], split["id"], split["from"]) == ("split", second, [first])
    assert (updated["action"], updated["id"]) == ("updated", first)
    assert _since(stores, latest)[-1] == ("deleted", "article", bridge, "article_deleted")


def test_an_event_goes_on_under_another_id_and_ends(stores, tell) -> None:
    first = tell(_azaz("Orontes Wire"))
    second = tell(_azaz("Barada Mirror", "In Azaz 16 people were killed and 41 were hurt in a raid on 3 May."))
    latest = _latest(stores)
    delete_article(stores, first.article["id"])
    created, merged = _of_events(stores, latest)
    assert (created["action"], created["from"]) == ("created", [first.events[0]["id"]])
    assert (merged["action"], merged["id"], merged["into"]) == ("merged", first.events[0]["id"], created["id"])
    latest = _latest(stores)
    delete_article(stores, second.article["id"])
    assert _since(stores, latest) == [
        ("deleted", "event", created["id"], "article_deleted"),
        ("deleted", "article", second.article["id"], "article_deleted"),
    ]


def test_the_origin_of_a_copy_is_told(stores, tell) -> None:
    original, copy = tell(_azaz("Orontes Wire")), tell(_azaz("Barada Mirror"))
    latest = _latest(stores)
    delete_article(stores, original.article["id"])
    assert ("updated", "article", copy.article["id"], "original_deleted") in _since(stores, latest)


def test_judgements_and_what_follows_from_them(stores, tell) -> None:
    tell(_azaz("Orontes Wire"))
    second = tell(_azaz("Barada Mirror", "In Azaz 16 people were killed and 41 were hurt in a raid on 3 May."))
    event_id = second.events[0]["id"]
    own = [report["own_event_id"] for report in list_reports(stores, event_id, ListQuery()).data]
    latest = _latest(stores)
    given, _ = judge_events(stores, NewJudgement(*own, "different", "night desk"))
    changes = list_changes(stores, ChangeQuery(since=str(latest))).data
    assert [(change["action"], change["id"], change["from"]) for change in changes] == [
        ("created", given["id"], []), ("split", own[1], [own[0]]), ("updated", own[0], []),
    ]  # fmt: skip
    assert {change["reason"]["judgement_id"] for change in changes} == {given["id"]}
    latest = _latest(stores)
    later, _ = judge_events(stores, NewJudgement(*own, "same", "day desk"))
    assert _since(stores, latest) == [
        ("updated", "judgement", given["id"], "judgement_replaced"),
        ("created", "judgement", later["id"], "judgement_given"),
        ("updated", "event", own[0], "judgement_given"),
        ("merged", "event", own[1], "judgement_given"),
    ]
    latest = _latest(stores)
    for _ in range(2):
        withdraw_judgement(stores, later["id"])
    assert _since(stores, latest) == [("updated", "judgement", later["id"], "judgement_withdrawn")]


def test_a_judgement_ends_with_the_only_article_of_one_side(stores, tell) -> None:
    first, second = (told.events[0]["id"] for told in _apart(tell))
    given, _ = judge_events(stores, NewJudgement(first, second, "different", "night desk"))
    (report,) = list_reports(stores, second, ListQuery()).data
    latest = _latest(stores)
    delete_article(stores, report["article_id"])
    assert _since(stores, latest) == [
        ("updated", "judgement", given["id"], "article_deleted"),
        ("deleted", "event", second, "article_deleted"),
        ("deleted", "article", report["article_id"], "article_deleted"),
    ]


def test_an_article_that_is_read_later_read_again_and_corrected(stores, tell) -> None:
    story = _azaz("Orontes Wire")
    story.article = story.article.model_copy(update={"url": "https://orontes.example/azaz"})
    stored = ingest_article(stores, story.article, None).article["id"]
    assert _since(stores) == [("created", "article", stored, "article_stored")]
    latest = _latest(stores)
    event_id = tell(story).events[0]["id"]
    changes = _since(stores, latest)
    assert changes[0] == ("updated", "article", stored, "article_read")
    assert changes[-1] == ("created", "event", event_id, "first_told")

    latest = _latest(stores)
    reprocess_article(stores, stored, lambda article: _read_otherwise(story, article))
    assert _since(stores, latest) == [
        ("updated", "article", stored, "article_reprocessed"),
        ("updated", "event", event_id, "article_reprocessed"),
    ]

    latest = _latest(stores)
    other = _azaz("Orontes Wire", "A raid of 3 May on Azaz killed 16 people and left 41 wounded. Nobody else was hurt.")
    other.article = other.article.model_copy(update={"url": "https://orontes.example/azaz"})
    assert tell(other).article["id"] == stored
    assert _since(stores, latest) == [
        ("updated", "article", stored, "article_corrected"),
        ("updated", "event", event_id, "article_corrected"),
    ]


def _read_otherwise(story: Story, article):
    read = story.annotate(article)
    events = tuple(event.model_copy(update={"confidence": 0.5}) for event in read.events)
    return read.model_copy(update={"events": events, "extractor": "stories-2"})


def test_an_id_that_comes_to_lead_to_another_event_is_told_again(stores, tell) -> None:
    first = tell(_azaz("Orontes Wire")).events[0]["id"]
    tell(_azaz("Barada Mirror", "In Azaz 16 people were killed and 41 were hurt in a raid on 3 May."))
    own = [report["own_event_id"] for report in list_reports(stores, first, ListQuery()).data]
    second = khan_tuman()
    other = tell(second).events[0]["id"]
    given, _ = judge_events(stores, NewJudgement(*own, "different", "night desk"))
    withdraw_judgement(stores, given["id"])
    latest = _latest(stores)
    judge_events(stores, NewJudgement(first, other, "same", "night desk"))
    judge_events(stores, NewJudgement(*own, "different", "night desk"))
    judge_events(stores, NewJudgement(own[1], other, "same", "night desk"))
    live = {event["id"] for event in list_events(stores, EventQuery()).data}
    leads: dict[str, str] = {}
    for change in _of_events(stores, latest):
        leads[change["id"]] = change["into"] or change["id"]
    for event_id in (first, other, own[1]):
        if event_id in live:
            assert leads[event_id] == event_id
        else:
            with pytest.raises(Moved) as moved:
                get_event(stores, event_id)
            assert leads[event_id] == moved.value.canonical_id


def test_pages_follow_one_another_and_numbers_have_no_gaps(stores, tell) -> None:
    tell(khan_tuman())
    tell(_azaz("Orontes Wire"))
    whole = list_changes(stores, ChangeQuery(limit=200))
    assert [change["seq"] for change in whole.data] == list(range(1, whole.total + 1))
    seen, cursor = [], None
    while True:
        page = list_changes(stores, ChangeQuery(limit=3, cursor=cursor))
        seen += page.data
        if page.next_cursor is None:
            break
        cursor = page.next_cursor
    assert (seen, page.latest, page.total) == (whole.data, whole.total, whole.total)
    assert list_changes(stores, ChangeQuery(since=str(page.latest))).data == []


def test_times_and_days_start_the_feed_too(stores, tell) -> None:
    tell(khan_tuman())
    latest = _latest(stores)
    tell(_azaz("Orontes Wire"))
    later = list_changes(stores, ChangeQuery(since=str(latest))).data
    assert list_changes(stores, ChangeQuery(since=later[0]["at"])).data == later
    assert list_changes(stores, ChangeQuery(since=later[0]["at"][:10])).total == latest + len(later)
    assert list_changes(stores, ChangeQuery(since="2199-01-01")).data == []


def test_what_lies_ahead_of_the_feed_is_refused(stores, tell) -> None:
    tell(khan_tuman())
    with pytest.raises(InvalidInput, match="the last change has the number"):
        list_changes(stores, ChangeQuery(since="100000"))
    with pytest.raises(InvalidInput, match="cursor"):
        list_changes(stores, ChangeQuery(cursor="abc"))


def test_what_was_rolled_back_leaves_no_gap(stores, tell, monkeypatch) -> None:
    tell(khan_tuman())
    before = _since(stores)

    def broken(*_args):
        raise RuntimeError("the process ended")

    with monkeypatch.context() as patched:
        patched.setattr(ingest, "changes_of", broken)
        with pytest.raises(RuntimeError):
            tell(_azaz("Orontes Wire"))
    assert _since(stores) == before
    tell(_azaz("Orontes Wire"))
    seqs = [change["seq"] for change in list_changes(stores, ChangeQuery(limit=200)).data]
    assert seqs == list(range(1, len(seqs) + 1))


def test_no_change_appears_below_one_that_was_read(stores) -> None:
    """A transaction that numbers its changes first and commits late holds up those behind it."""
    numbered, commit = threading.Event(), threading.Event()

    def write(name: str, *, slowly: bool) -> None:
        with stores.database.write() as session:
            write_changes(session, Cause("article_deleted", name), EventsDerived({}, []), {},
                          [Change("deleted", "article", name)])  # fmt: skip
            if slowly:
                numbered.set()
                assert commit.wait(20)

    with ThreadPoolExecutor(2) as threads:
        slow = threads.submit(write, "art_slow", slowly=True)
        assert numbered.wait(20)
        fast = threads.submit(write, "art_fast", slowly=False)
        wait([fast], 0.3)
        early = _since(stores)
        commit.set()
        slow.result(20)
        fast.result(20)
    assert early == []
    assert [change[2] for change in _since(stores)] == ["art_slow", "art_fast"]


def test_a_reader_beside_many_writers_misses_nothing(stores) -> None:
    stories = [_azaz(f"Outlet {number}", f"A raid of 3 May on Azaz killed 16 people and left 41 wounded. {number}")
               for number in range(12)]  # fmt: skip
    done = threading.Event()
    seen: list[int] = []

    def read() -> None:
        latest = 0
        while True:
            is_last = done.is_set()
            page = list_changes(stores, ChangeQuery(since=str(latest), limit=2))
            seen.extend(change["seq"] for change in page.data)
            latest = seen[-1] if seen else 0
            if is_last and page.next_cursor is None:
                return

    def write(story: Story) -> None:
        told = ingest_article(stores, story.article, story.annotate)
        if int(story.text.rpartition(" ")[2]) % 3 == 0:
            delete_article(stores, told.article["id"])

    with ThreadPoolExecutor(5) as threads:
        reader = threads.submit(read)
        writers = [threads.submit(write, story) for story in stories]
        wait(writers, 60)
        done.set()
        for one in (*writers, reader):
            one.result(60)
    assert seen == list(range(1, _latest(stores) + 1))
    assert list_articles(stores, ArticleQuery()).total == 8
    assert list_events(stores, EventQuery()).total == 1
