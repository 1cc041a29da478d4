"""A deleted article leaves nothing behind but its ids, which say that it is gone."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, func, select

from app.domain.filters import EventQuery
from app.errors import Gone, Moved, NotFound
from app.models import (
    ArticleRow,
    ArticleWordingRow,
    EventPartyRow,
    EventPlaceRow,
    EventRow,
    EvidenceRow,
    ExtractionRow,
    LinkRow,
    MentionRow,
    OrganizationRow,
    PersonRow,
    PlaceRow,
    ReportBlockRow,
    ReportFactsRow,
    ReportPairRow,
    ReportRow,
    SearchTextRow,
)
from app.resolution.identities import unite
from app.services import changelog
from app.services.articles import get_article
from app.services.events import get_event, list_events
from app.services.withdraw import delete_article
from app.storage.canonical import judged_entities
from tests.services.stories import Story, khan_tuman
from tests.services.test_grouping import _apart, _bridge, _raid
from tests.services.test_open_pairs import check_open_pairs
from tests.services.test_order_of_arrival import _events, _story, incidents


def _azaz(outlet: str, text: str = "A raid of 3 May on Azaz killed 16 people and left 41 wounded.") -> Story:
    return _raid(text, outlet, "2016-05-03", killed=16, wounded=41)


def recount(stores) -> None:
    """Every count equals what is there, and every row belongs to something."""
    with stores.database.read() as session:
        for event in session.exec(select(EventRow)):
            told = select(func.count(func.distinct(ReportRow.article_id))).where(ReportRow.event_id == event.id)
            assert session.exec(told).one() == event.article_count > 0
        for model in (PersonRow, OrganizationRow, PlaceRow):
            for row in session.exec(select(model)):
                _recount_entity(session, row)
        reports, articles = set(session.exec(select(ReportRow.id))), set(session.exec(select(ArticleRow.id)))
        events = set(session.exec(select(EventRow.id)))
        assert set(session.exec(select(ReportRow.event_id))) == events
        for key in (ReportBlockRow.report_id, ReportFactsRow.report_id, ReportPairRow.report_id, ReportPairRow.other_id,
                    EvidenceRow.report_id):  # fmt: skip
            assert set(session.exec(select(key))) <= reports
        for key in (ArticleWordingRow.article_id, MentionRow.article_id, EvidenceRow.article_id):
            assert set(session.exec(select(key))) <= articles
        for key in (EventPlaceRow.event_id, EventPartyRow.event_id):
            assert set(session.exec(select(key))) <= events
        assert set(session.exec(select(SearchTextRow.owner_id))) == articles | events
    check_open_pairs(stores)
    _check_canonical(stores)


def _check_canonical(stores) -> None:
    """Who stands for whom follows from the standing judgements."""
    with stores.database.read() as session:
        for model in (PersonRow, OrganizationRow, PlaceRow):
            rows = {row.id: row for row in session.exec(select(model))}
            same, different = (judged_entities(session, rows, verdict) for verdict in ("same", "different"))
            for group in unite(rows, same, different):
                standing = {rows[one].canonical_id or one for one in group}
                assert len(standing) == 1
                assert standing <= set(group)


def _recount_entity(session, row) -> None:
    articles = set(session.exec(select(MentionRow.article_id).where(MentionRow.entity_id == row.id)))
    mentions = session.exec(select(func.count()).where(MentionRow.entity_id == row.id)).one()
    named = session.exec(
        select(func.count(func.distinct(LinkRow.extraction_id)))
        .join(ExtractionRow, ExtractionRow.id == LinkRow.extraction_id)
        .where(LinkRow.stored_id == row.id, col(ExtractionRow.superseded_at).is_(None))
    )
    places = set(session.exec(select(EventPlaceRow.event_id).where(EventPlaceRow.place_id == row.id)))
    parties = set(session.exec(select(EventPartyRow.event_id).where(EventPartyRow.entity_id == row.id)))
    assert (row.article_count, row.mention_count, row.event_count) == (
        named.one(), mentions, len(places | parties)
    )  # fmt: skip
    days = session.exec(select(ArticleRow.published_from).where(col(ArticleRow.id).in_(articles))).all()
    if articles:
        assert (row.first_seen, row.last_seen) == (min(days), max(days))
    else:
        assert row.article_count or row.first_seen is None


def test_an_event_without_articles_is_gone(stores, tell) -> None:
    told = tell(khan_tuman())
    delete_article(stores, told.article["id"])
    assert list_events(stores, EventQuery()).total == 0
    with pytest.raises(Gone, match="only article"):
        get_event(stores, told.events[0]["id"])
    with pytest.raises(Gone):
        get_article(stores, told.article["id"])
    with pytest.raises(Gone):
        delete_article(stores, told.article["id"])
    with pytest.raises(NotFound):
        delete_article(stores, "art_unknown")
    recount(stores)


def test_an_event_keeps_what_other_articles_say(stores, tell) -> None:
    first = tell(_azaz("Orontes Wire"))
    second = tell(_azaz("Barada Mirror", "In Azaz 16 people were killed and 41 were hurt in a raid on 3 May."))
    event_id = first.events[0]["id"]
    assert second.events[0]["id"] == event_id
    delete_article(stores, second.article["id"])
    event = get_event(stores, event_id)
    assert (event["article_count"], event["independent_source_count"]) == (1, 1)
    recount(stores)


def test_the_id_of_the_oldest_report_leads_on_until_nothing_is_left(stores, tell) -> None:
    outlets = ("Orontes Wire", "Barada Mirror", "Coast Desk")
    texts = (
        "A raid of 3 May on Azaz killed 16 people and left 41 wounded.",
        "In Azaz 16 people were killed and 41 were hurt in a raid on 3 May.",
        "Doctors in Azaz counted 16 bodies and 41 wounded after the raid of 3 May.",
    )
    told = [tell(_azaz(outlet, text)) for outlet, text in zip(outlets, texts, strict=True)]
    first_id = told[0].events[0]["id"]
    assert {one.events[0]["id"] for one in told} == {first_id}
    for left in (2, 1):
        delete_article(stores, told[2 - left].article["id"])
        with pytest.raises(Moved) as moved:
            get_event(stores, first_id)
        assert get_event(stores, moved.value.canonical_id)["article_count"] == left
        recount(stores)
    delete_article(stores, told[2].article["id"])
    for gone in (first_id, moved.value.canonical_id):
        with pytest.raises(Gone):
            get_event(stores, gone)


def test_events_that_only_the_deleted_article_held_together_fall_apart(stores, tell) -> None:
    first, second = _apart(tell)
    bridge = _bridge(tell)
    delete_article(stores, bridge.article["id"])
    for told in (first, second):
        assert get_event(stores, told.events[0]["id"])["article_count"] == 1
    recount(stores)


def test_copies_of_a_deleted_article_have_a_new_origin(stores, tell) -> None:
    original, *copies = [tell(_azaz(outlet)) for outlet in ("Orontes Wire", "Barada Mirror", "Coast Desk")]
    delete_article(stores, original.article["id"])
    origin, copy = (get_article(stores, told.article["id"]) for told in copies)
    assert (origin["copy_of"], copy["copy_of"]) == (None, origin["id"])
    recount(stores)


def test_a_deletion_that_breaks_leaves_all_as_it_was(stores, tell, monkeypatch) -> None:
    _apart(tell)
    bridge = _bridge(tell)
    before = list_events(stores, EventQuery()).data

    def broken(*_args):
        raise RuntimeError("the process ended")

    monkeypatch.setattr(changelog, "recompose", broken)
    with pytest.raises(RuntimeError):
        delete_article(stores, bridge.article["id"])
    assert list_events(stores, EventQuery()).data == before
    assert get_article(stores, bridge.article["id"])
    recount(stores)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(incidents, min_size=3, max_size=7), st.randoms(use_true_random=False))
def test_what_was_deleted_might_as_well_never_have_come(tmp_path, told, chance: random.Random) -> None:
    stories = [_story(number, one) for number, one in enumerate(told)]
    gone = set(chance.sample(range(len(stories)), len(stories) // 2))
    kept = [story for number, story in enumerate(stories) if number not in gone]
    deleted = {story.text for number, story in enumerate(stories) if number in gone}

    def delete_some(stores, ids: dict[str, str]) -> None:
        for article_id in chance.sample(sorted(ids), len(ids)):
            if ids[article_id] in deleted:
                delete_article(stores, article_id)
        recount(stores)

    assert _events(stories, tmp_path, delete_some) == _events(kept, tmp_path)
