"""Builds the gazetteer file."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile

from filelock import FileLock

from app.domain.gazetteer import Feature
from app.domain.names import fold_name
from app.storage.gazetteer import schema, sources
from app.storage.gazetteer.points import AreaPoints
from app.storage.gazetteer.schema import PlaceRow

#: Called with the number of places written so far and the number expected.
Progress = Callable[[int, int], None]

_EXPECTED = 287_000
_BATCH = 20_000


def build_gazetteer(path: Path, seeds: Path, progress: Progress | None = None) -> None:
    """Build the gazetteer from the installed place data and the ``seeds`` directory; about 30 s.

    The file appears whole or not at all, and is not built twice at once: who comes second waits for the first.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_name(path.name + ".lock")):
        with NamedTemporaryFile(dir=path.parent, prefix=path.name, suffix=".part", delete=False) as file:
            unfinished = Path(file.name)
        try:
            _write(unfinished, sources.Seeds(seeds), progress or _silent)
            unfinished.chmod(0o644)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def is_built(path: Path) -> bool:
    """Whether there is a gazetteer file of the current version."""
    if not path.is_file():
        return False
    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        return schema.is_current(connection)
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def _write(path: Path, seeds: sources.Seeds, progress: Progress) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
        schema.create(connection)
        connection.execute("BEGIN")
        done = 0
        for batch in _batches(_Builder(seeds).rows()):
            schema.save(connection, batch)
            done += len(batch)
            progress(done, max(done, _EXPECTED))
        connection.execute(schema.CODE_INDEX)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    finally:
        connection.close()


def _batches(rows: Iterator[PlaceRow]) -> Iterator[list[PlaceRow]]:
    batch: list[PlaceRow] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    yield batch


@dataclass
class _Builder:
    """Puts the sources together: settlements get their divisions, divisions and countries a point and inhabitants."""

    seeds: sources.Seeds
    points: AreaPoints = field(default_factory=AreaPoints)

    def rows(self) -> Iterator[PlaceRow]:
        """Every place of the gazetteer: settlements first, since the rest rests on them."""
        areas = {area.row.id: area for area in sources.divisions()}
        yield from self._settlements(areas)
        countries = list(sources.countries(self.seeds))
        country_ids = {row.code: row.id for row in countries}
        for area in areas.values():
            yield self._division(area, areas, country_ids)
        for row in countries:
            row.latitude, row.longitude = self.points.point(row.id) or (None, None)
            yield row
        yield from self._regions(areas)

    def _settlements(self, areas: Mapping[int, sources.Division]) -> Iterator[PlaceRow]:
        by_code = {area.row.code: area.row.id for area in areas.values()}
        within = sources.city_divisions()
        country_ids = {row.code: row.id for row in sources.countries(self.seeds)}
        capitals = {code: self.seeds.capitals(code) for code in country_ids if code}
        for row, code in sources.settlements():
            first, second = within.get(row.id, (None, None))
            first = first or by_code.get(code)
            row.admin1 = _named(areas, first)
            row.admin2 = _named(areas, second)
            country = row.country_code or ""
            row.is_capital = row.population > 0 and fold_name(row.name) in capitals.get(country, ())
            if first and first in areas:
                _take_english_name(row, areas[first])
            for area in (first, second, country_ids.get(country)):
                if area:
                    self.points.add(area, row)
            yield row

    def _division(
        self, area: sources.Division, areas: Mapping[int, sources.Division], country_ids: Mapping[str | None, int]
    ) -> PlaceRow:
        row = area.row
        if row.feature == "admin2":
            row.admin1 = _named(areas, area.parent)
        row.population = self.points.population(row.id)
        nearby = (row.id, area.parent, country_ids.get(row.country_code))
        point = next((found for key in nearby if key and (found := self.points.point(key))), None)
        row.latitude, row.longitude = point or (None, None)
        return row

    def _regions(self, areas: Mapping[int, sources.Division]) -> Iterator[PlaceRow]:
        """The project's own regions; rows with only a division's code add spellings to that division."""
        by_code = {area.row.code: area.row for area in areas.values()}
        for region in self.seeds.regions:
            names = [name for name in region["aliases"].split("|") if name]
            if region["feature"] == "division":
                if known := by_code.get(region["code"]):
                    known.aliases = (*known.aliases, *names)
                    yield known
                continue
            feature: Feature = "region" if region["feature"] == "region" else "other"
            row = PlaceRow(
                int(region["id"]),
                region["name"],
                feature,
                region["code"] or None,
                float(region["latitude"]),
                float(region["longitude"]),
            )
            row.aliases = names
            yield row


def _named(areas: Mapping[int, sources.Division], area: int | None) -> tuple[int, str] | None:
    return (area, areas[area].row.name) if area in areas else None


def _take_english_name(row: PlaceRow, area: sources.Division) -> None:
    """A town spelt like its division takes the division's English name ("Dayr az Zawr": Deir ez-Zor)."""
    english = area.row.name
    if fold_name(row.name) == fold_name(area.raw_name) and english in row.aliases:
        row.name = english


def _silent(_done: int, _total: int) -> None:
    return None
