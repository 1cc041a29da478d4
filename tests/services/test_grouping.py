"""Events found to be one: every id that a client has seen goes on leading to what became of it."""

import pytest
from sqlmodel import col, select

from app.domain.filters import EventQuery, ListQuery
from app.errors import Moved
from app.models import EventPartyRow, EventPlaceRow, EventRow, ReportRow, SearchTextRow
from app.services.articles import get_annotations
from app.services.events import get_event, list_events, list_reports
from app.storage import grouping as storage
from tests.services.stories import Story


def _raid(text: str, outlet: str, when: str | None, killed: int | None = None, wounded: int | None = None) -> Story:
    story = Story(text, outlet, "2016-05-04")
    figures = {what: (str(number), number) for what, number in (("killed", killed), ("wounded", wounded)) if number}
    story.event(
        "ASSAULT", "raid", when, mode="aerial", place=story.place("Azaz", 172955),
        **figures,
    )  # fmt: skip
    return story


def _apart(tell):
    """Two vague reports that are not alike enough."""
    first = tell(_raid("Some 16 people died in a raid on the market.", "Orontes Wire", None, killed=16))
    second = tell(_raid("Hospitals took in 41 wounded after a raid.", "Barada Mirror", "2016-05-03", wounded=41))
    assert first.events[0]["id"] != second.events[0]["id"]
    return first, second


def _bridge(tell):
    """What has the toll of one and the day and wounded of the other."""
    text = "The raid of 3 May on the market of Azaz killed 16 people and left 41 wounded."
    return tell(_raid(text, "Coast Desk", "2016-05-03", killed=16, wounded=41))


def test_a_later_article_shows_that_two_events_are_one(stores, tell) -> None:
    first, second = _apart(tell)
    third = _bridge(tell)
    (event,) = third.events
    assert event["id"] == first.events[0]["id"]
    assert (event["article_count"], event["independent_source_count"]) == (3, 3)
    assert list_events(stores, EventQuery()).total == 1
    assert third.changes["corroborated"] == [event["id"]]
    with pytest.raises(Moved) as moved:
        get_event(stores, second.events[0]["id"])
    assert moved.value.canonical_id == event["id"]


def test_nothing_is_left_of_an_event_without_reports(stores, tell) -> None:
    _, second = _apart(tell)
    gone = second.events[0]["id"]
    kept = _bridge(tell).events[0]["id"]
    with stores.database.read() as session:
        for key in (EventRow.id, EventPlaceRow.event_id, EventPartyRow.event_id, SearchTextRow.owner_id):
            assert session.exec(select(key).where(col(key) == gone)).all() == []
        assert set(session.exec(select(ReportRow.event_id))) == {kept}


def test_annotations_and_reports_show_where_a_report_went_and_why(stores, tell) -> None:
    _, second = _apart(tell)
    kept = _bridge(tell).events[0]["id"]
    (event,) = get_annotations(stores, second.article["id"])["events"]
    assert event["event_id"] == kept
    assert event["link"]["outcome"] == "same"
    links = [report["link"] for report in list_reports(stores, kept, ListQuery()).data]
    assert [link["outcome"] for link in links] == ["new", "same", "same"]
    assert links[-1]["score"] == pytest.approx(sum(links[-1]["parts"].values()))
    assert links[-1]["parts"]["counts"] > 0


def test_a_toll_that_two_articles_share_does_not_join_two_towns(stores, tell) -> None:
    tell(_raid("The raid of 3 May on the market killed 16 people.", "Orontes Wire", "2016-05-03", killed=16))
    story = Story("The raid of 3 May on the market killed 16 people in Damascus.", "Coast Desk", "2016-05-04")
    story.event(
        "ASSAULT", "raid", "2016-05-03", mode="aerial", place=story.place("Damascus", 170654), killed=("16", 16)
    )
    tell(story)
    assert list_events(stores, EventQuery()).total == 2


@pytest.fixture
def few_compared(monkeypatch):
    """Reports are compared with three others at most."""
    monkeypatch.setattr(storage, "_MOST", 3)
    storage._sharing.cache_clear()
    yield
    storage._sharing.cache_clear()


def _clash(brigade: str, outlet: str, victims: tuple[str, str]) -> Story:
    words, sector = victims
    story = Story(f"The {brigade} killed {words} near Azaz.", outlet, "2016-05-04")
    story.event(
        "ASSAULT", "killed", "2016-05-03", mode="firearms", place=story.place("Azaz", 172955),
        actors=(story.party(brigade, story.organization(brigade)),), targets=(story.party(words, sector=sector),),
    )  # fmt: skip
    return story


@pytest.mark.usefixtures("few_compared")
def test_a_frequent_place_does_not_hide_the_report_that_shares_a_rarer_party(stores, tell) -> None:
    first = tell(_clash("Cedar Brigade", "Orontes Wire", ("three soldiers at a post", "MIL")))
    others = {
        tell(_clash(f"{tree} Battalion", f"{tree} Mirror", (f"{tree.lower()} farmers", "CVL"))).events[0]["id"]
        for tree in ("Oak", "Pine", "Olive", "Fig", "Palm", "Willow", "Poplar")
    }
    assert first.events[0]["id"] not in others
    again = tell(_clash("Cedar Brigade", "Coast Desk", ("soldiers at a post, three of them,", "MIL")))
    assert again.events[0]["id"] == first.events[0]["id"]
