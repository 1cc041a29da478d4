"""Looks places up in the gazetteer file and its overlay."""

import re
import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from app.domain.gazetteer import GazetteerEntry
from app.domain.names import fold_name, strip_article
from app.storage.gazetteer.build import Progress, ensure_built
from app.storage.gazetteer.schema import ENTRY_COLUMNS, bare_division, entry_of, short_key

_BY_NAME = f"SELECT {ENTRY_COLUMNS} FROM names JOIN places ON places.id = names.place WHERE names.key = ?"  # noqa: S608
_BY_ID = f"SELECT {ENTRY_COLUMNS} FROM places WHERE id = ?"  # noqa: S608
_COUNTRIES = f"SELECT {ENTRY_COLUMNS} FROM places WHERE feature = 'country'"  # noqa: S608

#: Words that a text adds to a settlement's name. "Idlib city" is Idlib; "Kansas City" is a name of its own.
_SETTLEMENT_OF = re.compile(r"(?:[Tt]he )?(?:[Cc]ity|[Tt]own|[Vv]illage|[Pp]ort) of ")
_SETTLEMENT_ENDING = re.compile(r" (?:city|town|village|township)$")

#: "U.N." is nothing but an abbreviation, while "CALI" may be a name in capitals.
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}$")
#: Both files are replaced as a whole, never written to, so readers need no locks.
_READ_ONLY = "mode=ro&immutable=1"
_CACHED_NAMES = 16_384


def open_gazetteer(
    path: Path, seeds: Path, overlay: Path | None = None, progress: Progress | None = None
) -> "SqliteGazetteer":
    """Open the gazetteer; where it is missing or outdated, build it first from the place data and ``seeds``."""
    ensure_built(path, seeds, progress)
    return SqliteGazetteer(path, overlay if overlay and overlay.is_file() else None)


class SqliteGazetteer:
    """The gazetteer protocol on a read-only file; any number of threads may use one object.

    The overlay adds places. For a place that both have, the base file's name and containers stand, and the overlay's
    coordinates and population, since those of divisions and countries are only derived in the base file.
    """

    def __init__(self, path: Path, overlay: Path | None = None) -> None:
        self._files = [(path, _READ_ONLY)]
        if overlay:
            self._files.append((overlay, _READ_ONLY))
        self._local = threading.local()
        self._cached_find = lru_cache(maxsize=_CACHED_NAMES)(self._find)
        self._cached_entry = lru_cache(maxsize=_CACHED_NAMES)(self._entry)
        rows = self._rows(_COUNTRIES, ())
        self._countries = {entry.country_code: entry for entry in rows}

    def find(self, name: str) -> Sequence[GazetteerEntry]:
        """Entries of that name, most populous first; script, diacritics and the Arabic article make no difference."""
        return self._cached_find(name)

    def entry(self, geonames_id: int) -> GazetteerEntry | None:
        """The entry of that id."""
        return self._cached_entry(geonames_id)

    def country(self, country_code: str) -> GazetteerEntry | None:
        """The country of that ISO 3166-1 alpha-2 code."""
        return self._countries.get(country_code)

    def containers(self, entry: GazetteerEntry) -> Sequence[GazetteerEntry]:
        """What contains the entry, innermost first, the country last."""
        ids = [area for area in (entry.admin2_id, entry.admin1_id) if area and area != entry.geonames_id]
        found = [area for area in map(self.entry, ids) if area]
        country = self._countries.get(entry.country_code)
        if country and country.geonames_id != entry.geonames_id:
            found.append(country)
        return found

    def _find(self, name: str) -> tuple[GazetteerEntry, ...]:
        key = fold_name(name)
        short = short_key(name)
        if short and ((found := self._of_key(short)) or _INITIALS.match(name)):
            return found
        return self._of_key(key) or self._of_key(strip_article(key)) or self._of_described(name)

    def _entry(self, geonames_id: int) -> GazetteerEntry | None:
        rows = self._rows(_BY_ID, (geonames_id,))
        return rows[0] if rows else None

    def _of_described(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Entries of a name that says what kind of place it is: "Aleppo province", "the town of Azaz"."""
        if bare := bare_division(strip_article(fold_name(name))):
            return tuple(entry for entry in self._of_key(bare) if entry.feature in {"admin1", "admin2", "region"})
        if match := _SETTLEMENT_OF.match(name) or _SETTLEMENT_ENDING.search(name):
            rest = name[match.end() :] if match.start() == 0 else name[: match.start()]
            return tuple(entry for entry in self._of_key(fold_name(rest)) if entry.feature in {"settlement", "other"})
        return ()

    def _of_key(self, key: str) -> tuple[GazetteerEntry, ...]:
        if not key:
            return ()
        found = self._rows(_BY_NAME, (key,))
        return tuple(sorted(found, key=lambda entry: (-entry.population, entry.geonames_id)))

    def _rows(self, query: str, values: tuple[object, ...]) -> list[GazetteerEntry]:
        base, *overlays = self._connections()
        found = {entry.geonames_id: entry for entry in map(entry_of, base.execute(query, values))}
        for overlay in overlays:
            added = {entry.geonames_id: entry for entry in map(entry_of, overlay.execute(query, values))}
            for geonames_id in {*found, *added}:
                known = found.get(geonames_id) or _by_id(base, geonames_id)
                better = added.get(geonames_id) or _by_id(overlay, geonames_id)
                if entry := _merged(known, better):
                    found[geonames_id] = entry
        return list(found.values())

    def _connections(self) -> list[sqlite3.Connection]:
        """This thread's connections: the base file's, then the overlay's."""
        connections: list[sqlite3.Connection] | None = getattr(self._local, "connections", None)
        if connections is None:
            connections = [
                sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True) for path, mode in self._files
            ]
            self._local.connections = connections
        return connections


def _by_id(connection: sqlite3.Connection, geonames_id: int) -> GazetteerEntry | None:
    row = connection.execute(_BY_ID, (geonames_id,)).fetchone()
    return entry_of(row) if row else None


def _merged(base: GazetteerEntry | None, overlay: GazetteerEntry | None) -> GazetteerEntry | None:
    if base is None or overlay is None:
        return base or overlay
    return replace(
        base,
        latitude=overlay.latitude,
        longitude=overlay.longitude,
        population=overlay.population or base.population,
    )
