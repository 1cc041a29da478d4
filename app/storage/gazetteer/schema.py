"""Tables of a gazetteer file, and the rows that go into them."""

import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domain.gazetteer import Feature, GazetteerEntry
from app.domain.names import fold_name, strip_article

#: Raised whenever the tables or the folding of names change: an older file is then built anew.
SCHEMA_VERSION = 1

TABLES = """
CREATE TABLE places (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, feature TEXT NOT NULL, country_code TEXT,
    admin1_id INTEGER, admin1_name TEXT, admin2_id INTEGER, admin2_name TEXT,
    latitude REAL, longitude REAL, population INTEGER NOT NULL, is_capital INTEGER NOT NULL, code TEXT
);
CREATE TABLE names (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
CODE_INDEX = "CREATE INDEX IF NOT EXISTS places_code ON places (code) WHERE code IS NOT NULL"

#: Columns of a place in the order of ``GazetteerEntry``.
ENTRY_COLUMNS = (
    "id, name, feature, country_code, admin1_id, admin1_name, admin2_id, admin2_name, "
    "latitude, longitude, population, is_capital"
)

#: Countries where names start with the Arabic article, which English texts write or leave out at will.
ARABIC_COUNTRIES = frozenset(
    "AE BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN TR YE".split()
)

_ACRONYM = re.compile(r"^[A-Z]{2,4}$")
_ABBREVIATION = re.compile(r"^[A-Z][A-Za-z]{0,5}\.(?: ?[A-Z][a-z]{0,5}\.?)*$")

_SAVE = "INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

_KINDS = frozenset(
    "governorate province oblast state county district region department prefecture parish canton raion "
    "rayon krai kray republic voivodeship division territory municipality emirate wilaya borough cercle "
    "okrug kabupaten".split()
)


@dataclass(slots=True)
class PlaceRow:
    """A place on its way into the file. ``code`` is the GeoNames code of a division ("SY.09") or country ("SY")."""

    id: int
    name: str
    feature: Feature
    country_code: str | None
    latitude: float | None
    longitude: float | None
    population: int = 0
    admin1: tuple[int, str] | None = None
    admin2: tuple[int, str] | None = None
    is_capital: bool = False
    code: str | None = None
    aliases: Sequence[str] = field(default_factory=tuple)

    def columns(self) -> tuple[object, ...]:
        """The values of table ``places``."""
        admin1, admin2 = self.admin1 or (None, None), self.admin2 or (None, None)
        where = (self.latitude, self.longitude, self.population, int(self.is_capital), self.code)
        return (self.id, self.name, self.feature, self.country_code, *admin1, *admin2, *where)

    def keys(self) -> set[str]:
        """Every folded form under which the place is found."""
        keys: set[str] = set()
        for alias in (self.name, *self.aliases):
            if short := short_key(alias):
                keys.add(short)
                continue
            key = fold_name(alias)
            keys.add(key)
            if self.country_code in ARABIC_COUNTRIES:
                keys.add(strip_article(key))
            if self.feature in {"admin1", "admin2"}:
                keys.add(bare_division(key) or key)
        keys.discard("")
        return keys


def short_key(name: str) -> str | None:
    """The key of an acronym or abbreviation ("UAE", "CA", "Miss."), which counts only as written; None for others."""
    is_short = _ABBREVIATION.match(name) if "." in name else name.isupper() and _ACRONYM.match(name)
    return "=" + name.casefold() if is_short else None


def bare_division(key: str) -> str | None:
    """A folded division name without the word for its kind ("aleppo governorate"); None where it has none."""
    words = key.split()
    if len(words) > 1 and words[-1] in _KINDS:
        return " ".join(words[:-1])
    if len(words) > 2 and words[0] in _KINDS and words[1] in {"of", "de", "du", "d"}:
        return " ".join(words[2:])
    if len(words) > 1 and words[0] in _KINDS:
        return " ".join(words[1:])
    return None


def entry_of(row: tuple[Any, ...]) -> GazetteerEntry:
    """The entry of a row selected with ``ENTRY_COLUMNS``."""
    values = [*row]
    values[-1] = bool(values[-1])
    return GazetteerEntry(*values)


def create(connection: sqlite3.Connection, version: int) -> None:
    """Make the empty tables; ``version`` tells files of different making apart."""
    connection.executescript(TABLES)
    connection.execute(f"PRAGMA user_version = {version}")


def create_overlay(connection: sqlite3.Connection) -> None:
    """Make the empty tables of an overlay where they are missing or of another version."""
    if version_of(connection) == SCHEMA_VERSION:
        return
    connection.executescript("DROP TABLE IF EXISTS places; DROP TABLE IF EXISTS names;")
    create(connection, SCHEMA_VERSION)
    connection.execute("CREATE INDEX names_place ON names (place)")


def version_of(connection: sqlite3.Connection) -> int:
    """The version with which the file was made; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def save(connection: sqlite3.Connection, rows: Collection[PlaceRow]) -> None:
    """Write places and their names; a place that is there already is written over."""
    connection.executemany(_SAVE, [row.columns() for row in rows])
    connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", sorted(_names(rows)))


def forget_names(connection: sqlite3.Connection, places: Iterable[int]) -> None:
    """Delete the names of places that are about to be written over; overlays only, which have the index for it."""
    connection.executemany("DELETE FROM names WHERE place = ?", [(place,) for place in places])


def _names(rows: Iterable[PlaceRow]) -> Iterator[tuple[str, int]]:
    for row in rows:
        for key in row.keys():  # noqa: SIM118 - a method of the row, not a mapping
            yield key, row.id
