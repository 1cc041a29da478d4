"""No list reads a table from end to end: every filter has an index to walk."""

import pytest
from sqlalchemy import event

from app.domain.filters import (
    ArticleQuery,
    ChangeQuery,
    EventQuery,
    ListQuery,
    OrganizationQuery,
    PersonQuery,
    PlaceQuery,
)
from app.domain.reconciliation import ReconciliationQuery
from app.services.articles import list_articles
from app.services.change_feed import list_changes
from app.services.entities import list_organizations, list_people, list_places
from app.services.events import get_event, list_events
from app.services.ingest import ingest_article
from app.services.judgements import list_judgements
from app.services.reconcile import reconcile
from app.services.reprocess import articles_to_reprocess
from app.services.review import list_open_pairs
from app.services.stores import Stores
from app.services.suggest import suggest_entities
from app.services.versions import list_versions
from app.storage.engine import Database
from tests.services.stories import SmallGazetteer, khan_tuman


@pytest.fixture
def local_stores(sqlite_template, tmp_path):
    path = tmp_path / "plans.db"
    path.write_bytes(sqlite_template.read_bytes())
    database = Database(f"sqlite:///{path}")
    yield Stores(database, SmallGazetteer())
    database.close()


EVENT_QUERIES = [
    {},
    {"place": "Aleppo"},
    {"place": "Aleppo", "person": "Ali Shamkhani", "type": "ASSAULT", "from": "2016", "to": "2016"},
    {"actor": "Ali Shamkhani"},
    {"country": "SY"},
    {"country": "SY", "from": "2016-05"},
    {"from": "2016-05", "to": "2016-06"},
    {"type": "ASSAULT"},
    {"bbox": "36,35,38,37"},
    {"q": "seized village"},
    {"stance": "planned"},
    {"background": True},
]


def _plans(database, run) -> list[str]:
    """The query plan lines of every statement that ``run`` executes."""
    statements = []

    def note(_connection, _cursor, statement, parameters, *_):
        statements.append((statement, parameters))

    event.listen(database.engine, "before_cursor_execute", note)
    run()
    event.remove(database.engine, "before_cursor_execute", note)
    lines = []
    with database.engine.connect() as connection:
        for statement, parameters in statements:
            if statement.lstrip().upper().startswith(("SELECT", "WITH")):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                lines += [row[3] for row in plan]
    assert lines
    return lines


def _scans(lines) -> list[str]:
    """Reads of whole tables; a walk along an index in list order is none, for it ends with the page."""
    harmless = ("USING INDEX", "USING COVERING INDEX", "VIRTUAL TABLE", "anon_", "CONSTANT ROW", "(subquery")
    return [line for line in lines if line.startswith("SCAN") and not any(word in line for word in harmless)]


@pytest.mark.parametrize("asked", EVENT_QUERIES, ids=lambda asked: "+".join(asked) or "none")
def test_event_lists_walk_an_index(local_stores, asked) -> None:
    story = khan_tuman()
    ingest_article(local_stores, story.article, story.annotate)
    lines = _plans(local_stores.database, lambda: list_events(local_stores, EventQuery.model_validate(asked)))
    assert _scans(lines) == []


@pytest.fixture
def past(local_stores) -> tuple[str, str]:
    """An event that has changed since, and the number of the last change before it did."""
    first = khan_tuman()
    told = ingest_article(local_stores, first.article, first.annotate)
    latest = list_changes(local_stores, ChangeQuery()).latest
    second = khan_tuman("Barada Mirror")
    ingest_article(local_stores, second.article, second.annotate)
    return told.events[0]["id"], str(latest)


@pytest.mark.parametrize("asked", EVENT_QUERIES, ids=lambda asked: "+".join(asked) or "none")
def test_event_lists_of_the_past_walk_an_index(local_stores, past, asked) -> None:
    for as_of in (past[1], "2100-01-01"):
        query = EventQuery.model_validate({**asked, "as_of": as_of})
        assert _scans(_plans(local_stores.database, lambda query=query: list_events(local_stores, query))) == []


def test_one_event_of_the_past_is_looked_up(local_stores, past) -> None:
    event_id, latest = past
    for as_of in (latest, "2100-01-01", "2100-01-01T00:00:00Z"):
        lines = _plans(local_stores.database, lambda as_of=as_of: get_event(local_stores, event_id, as_of))
        assert _scans(lines) == []


@pytest.mark.parametrize(
    ("read", "query"),
    [
        (list_articles, ArticleQuery(q="village", source="Orontes Wire")),
        (list_articles, ArticleQuery()),
        (list_people, PersonQuery(q="Shamkhani", country="IR")),
        (list_people, PersonQuery()),
        (list_organizations, OrganizationQuery(category="armed_group")),
        (list_places, PlaceQuery(within="Aleppo", country="SY")),
        (list_changes, ChangeQuery()),
        (list_changes, ChangeQuery(since="2026-01-01")),
    ],
)
def test_other_lists_walk_an_index(local_stores, read, query) -> None:
    assert _scans(_plans(local_stores.database, lambda: read(local_stores, query))) == []


def test_people_are_walked_in_order_of_name(local_stores) -> None:
    story = khan_tuman()
    ingest_article(local_stores, story.article, story.annotate)
    lines = _plans(local_stores.database, lambda: list_people(local_stores, PersonQuery()))
    assert any("person USING INDEX ix_person_name" in line for line in lines)
    assert all("ix_person_canonical (canonical_id=?)" in line for line in lines if "ix_person_canonical" in line)


@pytest.mark.parametrize("kind", [None, "event", "person"])
def test_judgements_and_open_pairs_walk_an_index(local_stores, kind) -> None:
    def read() -> None:
        list_open_pairs(local_stores, ListQuery(), kind)
        list_judgements(local_stores, ListQuery(), kind, are_standing=True)

    lines = _plans(local_stores.database, read)
    assert _scans(lines) == []
    assert not any("TEMP B-TREE" in line for line in lines)


@pytest.mark.parametrize("name", ["Ali Shamkhani", "Khan Tuman, Aleppo"])
def test_reconciliation_walks_an_index(local_stores, name) -> None:
    story = khan_tuman()
    ingest_article(local_stores, story.article, story.annotate)
    query = ReconciliationQuery(name, properties={"country": ("Syria",), "within": ("Aleppo",)})
    assert _scans(_plans(local_stores.database, lambda: reconcile(local_stores, {"q": query}))) == []
    assert _scans(_plans(local_stores.database, lambda: suggest_entities(local_stores, name[:7], 0))) == []


def test_articles_to_be_read_again_and_versions_walk_an_index(local_stores) -> None:
    story = khan_tuman()
    page = story.article.model_copy(update={"url": "https://orontes-wire.example/1"})
    first = ingest_article(local_stores, page, story.annotate)
    corrected = page.model_copy(update={"text": f"{page.text} Corrected."})
    again = {
        "find": lambda: list(articles_to_reprocess(local_stores, "stories-2", every=True, unread=True)),
        "correct": lambda: ingest_article(local_stores, corrected, story.annotate),
        "read": lambda: list_versions(local_stores, first.article["id"], ListQuery()),
    }
    found = {name: _scans(_plans(local_stores.database, run)) for name, run in again.items()}
    assert not any(found.values()), found
