"""Copies and near-copies are found, point to their origin, and count as one independent source."""

import random
import tomllib
from itertools import count, permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text
from sqlmodel import select

from app.domain.annotations import ArticleText
from app.domain.filters import EventQuery
from app.models import NearCopyRow, TextSketchRow
from app.services.articles import get_article
from app.services.events import list_events
from app.services.ingest import ingest_article
from app.services.stores import Stores
from app.services.withdraw import delete_article
from app.storage.engine import Database
from app.storage.migrate import migrate
from tests.databases import MIGRATIONS
from tests.services.stories import SmallGazetteer, Story
from tests.services.test_change_feed import _latest, _since

TEXTS = tomllib.loads((Path(__file__).parents[1] / "resolution" / "text_pairs.toml").read_text(encoding="utf-8"))[
    "texts"
]
WIRE, CUT, LED, OWN = (TEXTS[f"tarmala{kind}"] for kind in ("", "_cut", "_led", "_own"))
OUTLETS = ("Orontes Wire", "Barada Mirror", "Coast Desk", "Levant Courier")
_numbers = count()


def _raid(words: str, outlet: str, published: str = "2016-05-04", when: str | None = "2016-05-03") -> Story:
    story = Story(words, outlet, published)
    trigger = "overran" if "overran" in words else "stormed"
    killed = ("nine", 9) if "nine" in words else ("Nine", 9)
    place = story.place("Azaz", 172955)
    story.event("ASSAULT", trigger, when, mode="firearms", place=place, killed=killed)
    return story


def _tell_each(tell, *texts: str) -> list[str]:
    """Tell the raid in these texts, each in another outlet; the articles' ids."""
    return [tell(_raid(words, outlet)).article["id"] for words, outlet in zip(texts, OUTLETS, strict=False)]


def _shown(stores: Stores, article_id: str) -> tuple:
    article = get_article(stores, article_id)
    return article["copy_of"], article["copy_kind"], article["copy_similarity"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_near_copies_are_one_source_and_point_to_what_was_published_first(stores, tell, order) -> None:
    told = [(WIRE, "2016-05-03"), (CUT, "2016-05-04"), (LED, "2016-05-05")]
    ids = {number: tell(_raid(told[number][0], OUTLETS[number], told[number][1])).article["id"] for number in order}
    (raid,) = list_events(stores, EventQuery()).data
    assert (raid["article_count"], raid["independent_source_count"]) == (3, 1)
    assert [_shown(stores, ids[number]) for number in range(3)] == [
        (None, None, None),
        (ids[0], "near", 0.643),
        (ids[0], "near", 0.854),
    ]


def test_of_one_day_the_first_stored_is_the_origin(stores, tell) -> None:
    first, second = _tell_each(tell, LED, CUT)
    assert _shown(stores, first) == (None, None, None)
    assert _shown(stores, second) == (first, "near", 0.522)


def test_the_same_text_goes_before_a_near_copy_and_a_source_of_its_own_counts(stores, tell) -> None:
    wire, cut, again, own = _tell_each(tell, WIRE, CUT, CUT, OWN)
    assert [_shown(stores, one)[:2] for one in (cut, again, own)] == [(wire, "near"), (cut, "exact"), (None, None)]
    assert _shown(stores, again)[2] == 1.0
    (raid,) = list_events(stores, EventQuery()).data
    assert (raid["article_count"], raid["independent_source_count"]) == (4, 2)


def test_a_copy_that_lost_its_day_tells_the_same_event(stores, tell) -> None:
    tell(_raid(WIRE, OUTLETS[0], "2016-05-04"))
    tell(_raid(LED, OUTLETS[1], "2016-05-09", when="2016-05-09"))
    assert [raid["article_count"] for raid in list_events(stores, EventQuery()).data] == [2]


def test_copies_are_found_without_extraction(stores, tell) -> None:
    bare = ingest_article(stores, ArticleText(text=WIRE, source=OUTLETS[0], published_on="2016-05-03"), None)
    told = tell(_raid(CUT, OUTLETS[1]))
    assert told.article["copy_of"] == bare.article["id"]
    told = tell(_raid(WIRE, OUTLETS[0], "2016-05-03"))
    (raid,) = list_events(stores, EventQuery()).data
    assert (raid["article_count"], raid["independent_source_count"]) == (2, 1)


def test_an_earlier_article_is_the_origin_of_those_before_it_in_the_store(stores, tell) -> None:
    copy, other = _tell_each(tell, LED, CUT)
    latest = _latest(stores)
    origin = tell(_raid(WIRE, OUTLETS[2], "2016-05-03")).article["id"]
    assert [_shown(stores, one)[0] for one in (origin, copy, other)] == [None, origin, origin]
    moved = {(action, one) for action, _, one, reason in _since(stores, latest) if reason == "original_found"}
    assert moved == {("updated", copy), ("updated", other)}


def test_without_the_origin_the_next_oldest_is_it(stores, tell) -> None:
    told = [(LED, "2016-05-05"), (CUT, "2016-05-04"), (WIRE, "2016-05-03"), (CUT, "2016-05-06")]
    led, cut, wire, again = (
        tell(_raid(words, outlet, day)).article["id"] for (words, day), outlet in zip(told, OUTLETS, strict=True)
    )
    delete_article(stores, wire)
    assert [_shown(stores, one)[:2] for one in (led, cut, again)] == [(cut, "near"), (None, None), (cut, "exact")]
    delete_article(stores, cut)
    assert [_shown(stores, one)[:2] for one in (led, again)] == [(None, None), (led, "near")]
    (raid,) = list_events(stores, EventQuery()).data
    assert (raid["article_count"], raid["independent_source_count"]) == (2, 1)


def test_nothing_of_a_deleted_text_stays(stores, tell) -> None:
    for one in _tell_each(tell, WIRE, CUT):
        delete_article(stores, one)
    with stores.database.read() as session:
        assert not [*session.exec(select(NearCopyRow)), *session.exec(select(TextSketchRow))]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from([WIRE, CUT, LED, OWN]), st.sampled_from(OUTLETS), st.integers(3, 6)),
        min_size=2, max_size=7, unique_by=lambda told: told[:2],
    ),
    st.randoms(use_true_random=False),
)  # fmt: skip
def test_counts_and_origins_do_not_depend_on_the_order(tmp_path, told: list, chance: random.Random) -> None:
    assert _counts(told, tmp_path) == _counts(chance.sample(told, len(told)), tmp_path)


def _counts(told: list, folder: Path) -> tuple[list, set]:
    database = Database(f"sqlite:///{folder / f'{next(_numbers)}.db'}")
    migrate(database, MIGRATIONS)
    stores = Stores(database, SmallGazetteer())
    for words, outlet, day in told:
        story = _raid(words, outlet, f"2016-05-0{day}")
        ingest_article(stores, story.article, story.annotate)
    events = list_events(stores, EventQuery()).data
    with database.read() as session:
        pairs = {(row.text_sha256, row.other_sha256, row.similarity) for row in session.exec(select(NearCopyRow))}
    database.close()
    return [(one["article_count"], one["independent_source_count"]) for one in events], pairs


def test_copies_are_found_along_indexes(stores, tell) -> None:
    tell(_raid(WIRE, OUTLETS[0]))
    statements: list = []

    def note(_connection, _cursor, statement, values, *_) -> None:
        if ("text_sketch" in statement or "near_copy" in statement or "text_sha256" in statement) and (
            statement.lstrip().startswith("SELECT")
        ):
            statements.append((statement, values))

    engine = stores.database.engine
    event.listen(engine, "before_cursor_execute", note)
    tell(_raid(CUT, OUTLETS[1]))
    event.remove(engine, "before_cursor_execute", note)
    assert len(statements) > 4
    is_sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if not is_sqlite:
            connection.execute(text("SET enable_seqscan = off"))
        for statement, values in statements:
            plan = connection.exec_driver_sql(f"EXPLAIN {'QUERY PLAN ' if is_sqlite else ''}{statement}", values)
            lines = [str(row[3] if is_sqlite else row[0]) for row in plan]
            tables = ("SCAN text_", "SCAN near_", "SCAN article")
            assert not [line for line in lines if "Seq Scan" in line or line.startswith(tables)]


def test_a_corrected_article_is_compared_by_its_new_text(stores, tell) -> None:
    def correct(words: str) -> str:
        page = {"source": OUTLETS[0], "url": "https://orontes.example/raid", "published_on": "2016-05-03"}
        return ingest_article(stores, ArticleText(text=words, **page), None).article["id"]

    wire = correct(WIRE)
    cut = tell(_raid(CUT, OUTLETS[1])).article["id"]
    assert _shown(stores, cut)[:2] == (wire, "near")
    assert correct(OWN) == wire
    assert _shown(stores, cut) == (None, None, None)
    assert correct(LED) == wire
    assert _shown(stores, cut) == (wire, "near", 0.522)
