"""What it costs to store and resolve one article, by how much is stored: ``python -m benchmarks.resolving``.

Fills an empty database with made-up people, organizations and events (one event for five entities) up to each size in
turn, then ingests new articles whose annotations are ready, and prints the milliseconds each took. The database is an
SQLite file in a temporary folder, or the one of ``--database``, which must be empty: it is filled.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import batched
from pathlib import Path
from typing import Any, Final

from sqlalchemy import TableClause
from sqlmodel import Session, select

from app.config import Settings
from app.domain.annotations import (
    Annotations,
    ArticleText,
    Event,
    EventDate,
    Evidence,
    Mention,
    Organization,
    Participant,
    Person,
    Place,
    PublicationDate,
)
from app.domain.gazetteer import Gazetteer, GazetteerEntry
from app.domain.identifiers import new_id
from app.domain.vocabulary import EventType
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

_SIZES: Final = (10_000, 100_000, 1_000_000)
_ENTITIES_PER_EVENT: Final = 5
_ARTICLES: Final = 60
_BATCH: Final = 5_000
_FIRST_DAY: Final = date(2014, 1, 1)
_DAYS: Final = 3_650
_SYLLABLES: Final = "ba da fa ha ja ka la ma na ra sa ta wa ya za bi di mi ri si ti bu du nu ru su".split()
_TOWNS: Final = "Aleppo Idlib Homs Azaz Mosul Kirkuk Tikrit Sanaa Taiz Aden Kherson Goma Bunia Gao Mopti".split()
_EVENTS_PER_ARTICLE: Final = 4


def main() -> None:
    """Fill, measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", help="URL of an empty database; default: an SQLite file")
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES, help="numbers of stored entities")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), database_url=arguments.database or "")
        stores = open_stores(settings)
        world = World(stores.gazetteer)
        print("| entities | events | median ms | 95 % within ms |\n|---|---|---|---|")
        stored = 0
        for size in arguments.sizes:
            fill(stores, world, stored, size)
            stored = size
            times = sorted(measure(stores, world))
            median, high = statistics.median(times), times[int(len(times) * 0.95)]
            print(f"| {size:,} | {size // _ENTITIES_PER_EVENT:,} | {median:.0f} | {high:.0f} |", flush=True)
        stores.database.close()


class World:
    """Made-up names and happenings, always the same."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._chance = random.Random(4)
        self._given = [self._word(2) for _ in range(400)]
        self._family = [self._word(3) for _ in range(20_000)]
        found = (gazetteer.find(town) for town in _TOWNS)
        self._towns: list[GazetteerEntry] = [next(e for e in entries if e.feature == "settlement") for entries in found]
        self._countries = {town.country_code: gazetteer.country(town.country_code or "") for town in self._towns}

    def _word(self, syllables: int) -> str:
        return "".join(self._chance.choices(_SYLLABLES, k=syllables)).capitalize()

    def person(self) -> str:
        """A full name; given names are shared by many, family names by some."""
        first, second = self._chance.choices(self._given, k=2)
        return f"{first} {second} {self._chance.choice(self._family)}"

    def organization(self) -> str:
        """A brigade of a place."""
        return f"{self._chance.choice(self._family)} {self._chance.choice(('Brigade', 'Front', 'Council', 'Army'))}"

    def article(self, events: int) -> tuple[ArticleText, Annotations]:
        """An article about some events, each with a place, a day, an actor and a victim."""
        towns = self._chance.sample(self._towns, events)
        day = _FIRST_DAY + timedelta(days=self._chance.randrange(_DAYS))
        text, entities, mentions, told = "", [], [], []
        for number, town in enumerate(towns, start=1):
            country = self._countries[town.country_code]
            parts = {"o": self.organization(), "p": self.person(), "t": town.name}
            start = len(text)
            text += f"{parts['o']} killed {parts['p']} in {parts['t']} with {self._word(4)} {self._word(3)}. "
            places = [_place(f"t{number}", town, f"c{number}")]
            places += [_place(f"c{number}", country, None)] if country else []
            entities += [
                Organization(id=f"o{number}", name=parts["o"]),
                Person(id=f"p{number}", name=parts["p"]),
                *places,
            ]
            at = {key: text.index(words, start) for key, words in parts.items()}
            for key, kind in (("o", "organization"), ("p", "person"), ("t", "place")):
                span = {"start": at[key], "end": at[key] + len(parts[key]), "text": parts[key]}
                mentions.append(Mention(**span, kind=kind, entity=f"{key}{number}", confidence=0.9))
            told.append(_event(number, day, parts, at, (start, len(text) - 1)))
        published = day.isoformat()
        article = ArticleText(text=text, source=self._word(3), published_on=published)
        annotations = Annotations(
            published_on=PublicationDate(value=published, basis="given"),
            entities=tuple(entities),
            mentions=tuple(mentions),
            events=tuple(told),
            extractor="made-up",
        )
        return article, annotations


def _event(number: int, day: date, parts: dict[str, str], at: dict[str, int], sentence: tuple[int, int]) -> Event:
    def party(key: str, role: Any) -> Participant:
        return Participant(
            entity=f"{key}{number}", text=parts[key], start=at[key], end=at[key] + len(parts[key]), role=role
        )

    return Event(
        id=f"v{number}",
        type=EventType.ASSAULT,
        mode="firearms",
        date=EventDate(edtf=day.isoformat(), earliest=day, latest=day, precision="day", basis="stated"),
        place=f"t{number}",
        actors=(party("o", "actor"),),
        targets=(party("p", "target"),),
        confidence=0.8,
        evidence=(Evidence(start=sentence[0], end=sentence[1]),),
    )


def _place(local_id: str, entry: GazetteerEntry, within: str | None) -> Place:
    return Place(
        id=local_id,
        name=entry.name,
        geonames_id=entry.geonames_id,
        latitude=entry.latitude,
        longitude=entry.longitude,
        country_code=entry.country_code,
        within=within,
        precision="settlement" if within else "country",
        basis="gazetteer",
    )


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
    day = report.latest or _FIRST_DAY
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


def measure(stores: Stores, world: World) -> Iterator[float]:
    """Milliseconds that storing and resolving each of some new articles took."""
    for _ in range(_ARTICLES):
        article, annotations = world.article(3)
        started = time.perf_counter()
        ingest_article(stores, article, lambda _, annotations=annotations: annotations)  # type: ignore[misc]
        yield (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
