"""What it costs to store and resolve one article, by how much is stored: ``python -m benchmarks.resolving``.

Fills an empty database with made-up people, organizations and events (one event for five entities) up to each size in
turn, then ingests new articles whose annotations are ready, and prints what each took. The database is an
SQLite file in a temporary folder, or the one of ``--database``, which must be empty: it is filled.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import batched
from pathlib import Path
from typing import Any, Final

from sqlalchemy import TableClause, event, text
from sqlmodel import Session, select

from app.config import Settings
from app.domain.annotations import Annotations, ArticleText, Place
from app.domain.identifiers import new_id
from app.models import (
    ArticleRow,
    EventDocumentRow,
    EventPlaceRow,
    EventRow,
    PlaceRow,
    ReportRow,
    SearchTextRow,
    Table,
)
from app.resolution.blocking import name_keys
from app.resolution.facts import ReportFacts
from app.resolution.names import plain_name
from app.services.article_rows import extraction_row, key_of
from app.services.grouping import keep_facts
from app.services.ingest import ingest_article
from app.services.opening import open_stores
from app.services.report_facts import facts_of_reports
from app.services.report_rows import report_rows, with_stored_ids
from app.services.stores import Stores
from app.storage.places import load_chains
from benchmarks.made_up import FIRST_DAY, World

_SIZES: Final = (10_000, 100_000, 1_000_000)
_ENTITIES_PER_EVENT: Final = 5
_ARTICLES: Final = 60
_WARM_UP: Final = 5
_BATCH: Final = 5_000
_EVENTS_PER_ARTICLE: Final = 4


def main() -> None:
    """Fill, measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", help="URL of an empty database; default: an SQLite file")
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES, help="numbers of stored entities")
    parser.add_argument("--articles", type=int, default=_ARTICLES, help="how many are measured")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), database_url=arguments.database or "")
        stores = open_stores(settings)
        world = World(stores.gazetteer)
        print("| entities | events | statements | median ms | 95 % within ms | median ms of CPU |")
        print("|---|---|---|---|---|---|")
        stored = 0
        for size in arguments.sizes:
            fill(stores, world, stored, size)
            stored = size
            costs = list(measure(stores, world, arguments.articles))
            print(f"| {size:,} | {size // _ENTITIES_PER_EVENT:,} | {' | '.join(_figures(costs))} |", flush=True)
        stores.database.close()


def fill(stores: Stores, world: World, stored: int, size: int) -> None:
    """Store entities up to ``size`` and their share of events: the first events as every article does, most in bulk."""
    for _ in range(_ARTICLES):
        article, annotations = world.article(_EVENTS_PER_ARTICLE)
        ingest_article(stores, article, lambda _, found=annotations: found)  # type: ignore[misc]
    with stores.database.write() as session:
        for numbers in batched(range(stored, size), _BATCH):
            _add_entities(session, world, numbers)
        places = {row.geonames_id: row.id for row in session.exec(select(PlaceRow)) if row.geonames_id}
        chains = load_chains(session, list(places.values()))
        articles = (size - stored) // _ENTITIES_PER_EVENT // _EVENTS_PER_ARTICLE
        for numbers in batched(range(max(0, articles - _ARTICLES)), _BATCH // 10):
            told = [_article_rows(*world.article(_EVENTS_PER_ARTICLE), places, chains) for _ in numbers]
            _insert(session, [_values(row) for rows, _ in told for row in rows])
            for _, facts in told:
                keep_facts(session, facts)
            session.expunge_all()
    settle(stores)


def _add_entities(session: Session, world: World, numbers: Sequence[int]) -> None:
    now = datetime.now(UTC)
    tables = Table.metadata.tables
    seen = {"article_count": 1, "mention_count": 1, "event_count": 0, "created_at": now, "updated_at": now}
    rows: list[_Values] = []
    for number in numbers:
        is_person = number % 3 > 0
        name = world.person() if is_person else world.organization()
        kind, own = (
            ("person", {"id": new_id("per"), "roles": []}) if is_person else ("organization", {"id": new_id("org")})
        )
        named = {"name": name, "folded": plain_name(name), "kind": kind, "entity_id": own["id"]}
        rows.append((tables[kind], {**own, **seen, "name": name, "folded": named["folded"]}))
        rows.append((tables["alias"], {**named, "is_name": True}))
        rows += [(tables["name_key"], {"kind": kind, "key": key, "entity_id": own["id"]}) for key in name_keys([name])]
    _insert(session, rows)


def _article_rows(
    article: ArticleText,
    annotations: Annotations,
    places: Mapping[int, str],
    chains: Mapping[str, Sequence[PlaceRow]],
) -> tuple[list[Table], list[ReportFacts]]:
    """The rows of an article and its events, each a happening of its own, and what its reports are compared by.

    Parties are words only.
    """
    now = datetime.now(UTC)
    row = _article_row(article, now)
    extraction = extraction_row(row, annotations, now)
    ids = {
        place.id: places[place.geonames_id]
        for place in annotations.entities
        if isinstance(place, Place) and place.geonames_id
    }
    told = [report_rows(with_stored_ids(event, ids), row, extraction) for event in annotations.events]
    rows: list[Table] = [row, extraction, SearchTextRow(owner_id=row.id, kind="article", words=row.text.lower())]
    for one in told:
        rows += [one.report, *one.participants, *one.evidence]
        rows += _event_rows(one.report, chains[one.report.place_id or ""], now)
    of_place = {local_id: chains[place_id] for local_id, place_id in ids.items()}
    local = {one.report.local_id: one.report.id for one in told}
    return rows, facts_of_reports(row, annotations, local, of_place)


def _article_row(article: ArticleText, now: datetime) -> ArticleRow:
    key = key_of(article)
    day = date.fromisoformat(article.published_on or "")
    return ArticleRow(
        id=new_id("art"), source_key=key.source_key, source_name=key.source_name, text=article.text,
        text_sha256=key.text_sha256, published_on=article.published_on, published_basis="given", published_from=day,
        published_until=day, extraction_status="done", ingested_at=now, updated_at=now,
    )  # fmt: skip


def _event_rows(report: ReportRow, chain: Sequence[PlaceRow], now: datetime) -> list[Table]:
    day = report.latest or FIRST_DAY
    event = EventRow(
        id=report.event_id, type=report.type, title="made up", stance="asserted", background=False, disputed=False,
        first_day=day, last_day=day, place_id=report.place_id, country_code=chain[0].country_code, article_count=1,
        independent_source_count=1, confidence=0.8, created_at=now, updated_at=now,
    )  # fmt: skip
    document = {"id": event.id, "disputed": False, "independent_source_count": 1, "updated_at": None}
    lies = [EventPlaceRow(place_id=place.id, last_day=day, event_id=event.id) for place in chain]
    return [event, EventDocumentRow(event_id=event.id, document=document), *lies]


#: A table and the values of a row of it.
_Values = tuple[TableClause, dict[str, Any]]


def _values(row: Table) -> _Values:
    return row.__table__, row.model_dump(exclude={"number"})  # type: ignore[attr-defined]


def _insert(session: Session, rows: Sequence[_Values]) -> None:
    """Insert many rows of several tables, parents first."""
    by_table: dict[TableClause, list[dict[str, Any]]] = {}
    for table, values in rows:
        by_table.setdefault(table, []).append(values)
    for table in Table.metadata.sorted_tables:
        if table in by_table:
            session.execute(table.insert(), by_table[table])


def settle(stores: Stores) -> None:
    """Have the database do what it would have done by itself in the time that so much takes to come in."""
    with stores.database.engine.connect() as connection:
        is_sqlite = stores.database.dialect == "sqlite"
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)" if is_sqlite else "ANALYZE"))
        connection.commit()


@dataclass(frozen=True, slots=True)
class Cost:
    """What storing and resolving one article took: milliseconds, those of this process's CPU, and SQL statements."""

    wall: float
    cpu: float
    statements: int


def measure(stores: Stores, world: World, articles: int = _ARTICLES) -> Iterator[Cost]:
    """The cost of each of so many new articles; the first ones, which warm up, are left out."""
    statements: list[str] = []

    def note(*arguments: Any) -> None:
        statements.append(arguments[2])

    event.listen(stores.database.engine, "before_cursor_execute", note)
    for number in range(_WARM_UP + articles):
        article, annotations = world.article(3)
        statements.clear()
        started, started_cpu = time.perf_counter(), time.process_time()
        ingest_article(stores, article, lambda _, annotations=annotations: annotations)  # type: ignore[misc]
        wall, cpu = time.perf_counter() - started, time.process_time() - started_cpu
        if number >= _WARM_UP:
            yield Cost(wall * 1000, cpu * 1000, len(statements))
    event.remove(stores.database.engine, "before_cursor_execute", note)


def _figures(costs: Sequence[Cost]) -> tuple[str, ...]:
    walls = sorted(cost.wall for cost in costs)
    numbers = (
        statistics.median(cost.statements for cost in costs),
        statistics.median(walls),
        walls[int(len(walls) * 0.95)],
        statistics.median(cost.cpu for cost in costs),
    )
    return tuple(f"{number:.0f}" for number in numbers)


if __name__ == "__main__":
    main()
