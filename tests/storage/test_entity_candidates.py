"""Stored entities that may be one of an article's are found through indexes, however many there are."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import event, text
from sqlmodel import Session

from app.domain.identifiers import new_id
from app.models import PersonRow
from app.resolution.blocking import name_keys, search_keys
from app.resolution.names import plain_name
from app.storage import entities as store

NOW = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = [
    f"{given} {family}" for given in ("Ali", "Omar", "Nader") for family in ("Safa", "Hamdan", "Karimi", "Darwish")
]


@pytest.fixture
def session(database):
    with Session(database.engine) as session:
        for name in NAMES:
            row = PersonRow(
                id=new_id("per"), name=name, folded=plain_name(name), roles=[], created_at=NOW, updated_at=NOW
            )
            session.add(row)
            session.flush()
            store.add_names(session, [store.NewNames(row, {row.folded: name}, name_keys([name]))])
        session.commit()
        yield session


def _plans(session, run) -> list[str]:
    """The query plans of what ``run`` executes, line by line; no small table invites to read all of it."""
    statements = []

    def note(_connection, _cursor, statement, parameters, *_):
        statements.append((statement, parameters))

    event.listen(session.get_bind(), "before_cursor_execute", note)
    run()
    event.remove(session.get_bind(), "before_cursor_execute", note)
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    explain = "EXPLAIN QUERY PLAN" if on_sqlite else "EXPLAIN"
    if not on_sqlite:
        session.execute(text("SET LOCAL enable_seqscan = off"))
    connection = session.connection()
    rows = [row for each, values in statements for row in connection.exec_driver_sql(f"{explain} {each}", values)]
    assert rows
    return [str(row[3] if on_sqlite else row[0]) for row in rows]


def _candidates(session):
    name = "Nadir Safah"
    ids = store.ids_by_name(session, "person", {plain_name(name), "safah"})
    ids += store.ids_by_keys(session, "person", search_keys(name))
    store.load_aliases(session, list(store.load_entities(session, ids)))
    return ids


def test_candidates_are_found_by_their_keys(session) -> None:
    rows = store.load_entities(session, _candidates(session))
    assert [row.name for row in rows.values()] == ["Nader Safa"]


def test_a_key_that_very_many_share_hides_nobody(session) -> None:
    for number in range(90):
        row = PersonRow(
            id=f"per_00{number:02}",
            name="Ali Omar",
            folded=f"ali omar {number}",
            roles=[],
            created_at=NOW,
            updated_at=NOW,
        )
        session.add(row)
        store.add_names(session, [store.NewNames(row, {}, name_keys(["Ali Omar"]))])
    session.flush()
    found = store.load_entities(session, store.ids_by_keys(session, "person", search_keys("Ali Omar Nader Safa")))
    assert "Nader Safa" in {row.name for row in found.values()}


def test_candidates_are_found_without_reading_a_table(session) -> None:
    plan = _plans(session, lambda: _candidates(session))
    scans = [line for line in plan if line.startswith("SCAN") or "Seq Scan" in line]
    # what is looked for comes as a table, and so does what a subquery limited to so many rows has found
    assert [line for line in scans if "anon_" not in line and "VIRTUAL TABLE" not in line] == []


def test_beginnings_of_names_are_found_through_an_index(session) -> None:
    ids = store.ids_by_beginning(session, "person", "nader ")
    found = {row.name for row in store.load_entities(session, ids).values()}
    assert found == {name for name in NAMES if name.startswith("Nader")}
    assert store.ids_by_beginning(session, "person", "nader%") == []
    assert store.ids_by_beginning(session, "place", "nader") == []
    plans = _plans(session, lambda: store.ids_by_beginning(session, "person", "nader"))
    walks = ("kind=? AND folded>? AND folded<?", "Index Cond: ((kind = 'person'::text) AND (folded ~>=~")
    assert any(walk in line for line in plans for walk in walks), plans
