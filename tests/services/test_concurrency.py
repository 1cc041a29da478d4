"""Many writers at once: nothing twice, nothing lost, counts that equal a recount."""

from concurrent.futures import ThreadPoolExecutor

from sqlmodel import func, select

from app.domain.filters import ArticleQuery, EventQuery, PersonQuery
from app.models import EventPartyRow, EventPlaceRow, PersonRow, PlaceRow
from app.services.articles import list_articles
from app.services.entities import list_people
from app.services.events import list_events
from app.services.ingest import ingest_article
from tests.services.stories import khan_tuman


def _outlet(number: int):
    story = khan_tuman(f"Outlet {number}")
    story.text += f" This is report {number}."
    story.article = story.article.model_copy(update={"text": story.text})
    return story


def test_outlets_at_the_same_moment_make_one_event(stores) -> None:
    stories = [_outlet(number) for number in range(6)] * 2
    with ThreadPoolExecutor(4) as threads:
        outcomes = list(threads.map(lambda story: ingest_article(stores, story.article, story.annotate), stories))
    assert sum(outcome.is_new for outcome in outcomes) == 6
    assert list_articles(stores, ArticleQuery()).total == 6
    (event,) = list_events(stores, EventQuery()).data
    assert (event["article_count"], event["independent_source_count"]) == (6, 1)  # near-copies of one text
    (person,) = list_people(stores, PersonQuery()).data
    assert (person["article_count"], person["event_count"]) == (6, 1)


def test_event_counts_equal_a_recount(stores, tell) -> None:
    for number in range(3):
        tell(_outlet(number))
    with stores.database.read() as session:
        people = session.exec(select(PersonRow.id, PersonRow.event_count)).all()
        for person, count in people:
            parties = select(func.count()).where(EventPartyRow.entity_id == person)
            assert session.exec(parties).one() == count == 1
        places = session.exec(select(PlaceRow.id, PlaceRow.event_count)).all()
        assert len(places) == 4
        for place, count in places:
            inside = select(func.count()).where(EventPlaceRow.place_id == place)
            assert session.exec(inside).one() == count
