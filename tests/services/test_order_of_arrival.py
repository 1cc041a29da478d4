"""The same articles give the same events, in whatever order they come."""

import random
from collections import Counter
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.filters import EventQuery
from app.services.events import list_events, list_reports
from app.services.ingest import ingest_article
from app.services.stores import Stores
from app.storage.engine import Database
from app.storage.migrate import migrate
from tests.databases import MIGRATIONS
from tests.services.stories import SmallGazetteer, Story

TOWNS = {"Azaz": 172955, "Aleppo": 170063, "Damascus": 170654}
_numbers = count()

#: Where, on which day of May, by whom, with how many dead, and in which outlet.
incidents = st.tuples(
    st.sampled_from(sorted(TOWNS)),
    st.integers(1, 3),
    st.sampled_from(["Fighters", "Soldiers"]),
    st.sampled_from([None, 2, 3, 14]),
    st.sampled_from(["Orontes Wire", "Barada Mirror", "Coast Desk"]),
    st.sampled_from(["shelled", "bombed"]),
)


def _story(number: int, told: tuple) -> Story:
    town, day, who, killed, outlet, verb = told
    toll = f", killing {killed} people" if killed else ""
    date = f"2016-05-0{day}"
    text = f"{who} {verb} {town} on {date}{toll}. Residents of the {number}th quarter saw smoke over the market."
    story = Story(text, outlet, date)
    syria = story.place("Syria", 163843)
    story.event(
        "ASSAULT", verb, date, mode="heavy-weapons" if verb == "shelled" else "aerial",
        place=story.place(town, TOWNS[town], within=syria),
        actors=(story.party(who, sector="REB" if who == "Fighters" else "MIL"),),
        **({"killed": (str(killed), killed)} if killed else {}),
    )  # fmt: skip
    return story


def _events(stories: list[Story], folder, then=None) -> tuple[list, Counter]:
    """What the events are, and which articles they group, by the articles' texts; ``then`` happens before."""
    database = Database(f"sqlite:///{folder / f'{next(_numbers)}.db'}")
    migrate(database, MIGRATIONS)
    stores = Stores(database, SmallGazetteer())
    texts = {ingest_article(stores, story.article, story.annotate).article["id"]: story.text for story in stories}
    if then:
        then(stores, texts)
    told = list_events(stores, EventQuery(limit=100)).data
    groups = Counter(
        frozenset(texts[report["article_id"]] for report in list_reports(stores, event["id"], EventQuery()).data)
        for event in told
    )
    shown = [
        {key: event[key] for key in ("type", "mode", "date", "casualties", "disputed", "confidence")} for event in told
    ]
    database.close()
    return sorted(shown, key=str), groups


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(incidents, min_size=3, max_size=8), st.randoms(use_true_random=False))
def test_the_same_articles_in_any_order_give_the_same_events(tmp_path, told, chance: random.Random) -> None:
    stories = [_story(number, one) for number, one in enumerate(told)]
    events = _events(stories, tmp_path)
    assert _events(chance.sample(stories, len(stories)), tmp_path) == events
    assert _events(stories[::-1], tmp_path) == events
