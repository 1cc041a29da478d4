"""Countries with their names, demonyms, capitals and the seats that stand for their governments."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.domain.names import fold_name


@dataclass(frozen=True, slots=True)
class Country:
    """One row of ``countries.tsv``. ``code`` is ISO 3166-1 alpha-2 (``XK`` Kosovo, ``AN`` and ``CS`` dissolved)."""

    code: str
    iso3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    capital_aliases: tuple[str, ...]
    metonyms: tuple[str, ...]


class CountryLexicon:
    """Looks countries up by name, demonym or capital.

    Case matters only as far as it tells words apart: acronyms ("US") must be written so, other names with a capital.
    A leading "the" is ignored. States of the past map to their main successor (USSR to RU).
    """

    def __init__(self, countries: Iterable[Country]) -> None:
        self._countries = {country.code: country for country in countries}
        self._names = _index((c.code, (c.name, *c.aliases)) for c in self._countries.values())
        self._demonyms = _index((c.code, c.demonyms) for c in self._countries.values())
        self._capitals = _index((c.code, (c.capital, *c.capital_aliases)) for c in self._countries.values())
        self._metonyms = _index((c.code, c.metonyms) for c in self._countries.values())

    @classmethod
    def load(cls, directory: Path) -> Self:
        """Read ``countries.tsv`` in the directory."""
        with (directory / "countries.tsv").open(encoding="utf-8", newline="") as file:
            return cls([_country(row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)])

    def __iter__(self) -> Iterator[Country]:
        return iter(self._countries.values())

    def name(self, code: str) -> str:
        """The common English name of the country; the code itself where it is unknown."""
        country = self._countries.get(code)
        return country.name if country else code

    def country(self, code: str) -> Country | None:
        """The country of that ISO 3166-1 alpha-2 code."""
        return self._countries.get(code)

    def code_of_name(self, name: str) -> str | None:
        """The code of the country so called: "Syria", "U.S.", "Great Britain", "the Soviet Union"."""
        return _look_up(self._names, name)

    def code_of_demonym(self, word: str) -> str | None:
        """The code of the country whose people or things are so called: "Syrian", "Frenchmen", "South Korean"."""
        return _look_up(self._demonyms, word)

    def code_of_capital(self, name: str) -> str | None:
        """The code of the country whose capital or seat of government it is: "Damascus", "the Kremlin"."""
        return _look_up(self._capitals, name) or _look_up(self._metonyms, name)

    def code_of_metonym(self, name: str) -> str | None:
        """The code of the country for whose government the seat stands: "the Kremlin", "White House"."""
        return _look_up(self._metonyms, name)

    def names(self) -> Iterator[tuple[str, str]]:
        """Every country name and alias with its code."""
        for country in self._countries.values():
            yield from ((name, country.code) for name in (country.name, *country.aliases))

    def demonyms(self) -> Iterator[tuple[str, str]]:
        """Every demonym ("Syrian", "South Koreans") with its country's code."""
        for country in self._countries.values():
            yield from ((word, country.code) for word in country.demonyms)


_Index = Mapping[str, tuple[str, str]]


def _index(named: Iterable[tuple[str, Iterable[str]]]) -> _Index:
    index: dict[str, tuple[str, str]] = {}
    for code, names in named:
        for name in names:
            if name:
                index.setdefault(_key(name), (code, name))
    return index


def _key(name: str) -> str:
    folded = fold_name(name)
    return folded.removeprefix("the ")


def _look_up(index: _Index, name: str) -> str | None:
    found = index.get(_key(name))
    if found is None:
        return None
    code, canonical = found
    letters = name.removeprefix("the ").removeprefix("The ")
    if canonical.isupper():
        return code if letters.isupper() else None
    return code if letters[:1].isupper() else None


def _country(row: Mapping[str, str]) -> Country:
    def values(column: str) -> tuple[str, ...]:
        return tuple(value for value in row[column].split("|") if value)

    return Country(
        code=row["code"],
        iso3=row["iso3"],
        name=row["name"],
        aliases=values("aliases"),
        demonyms=values("demonyms"),
        capital=row["capital"],
        capital_aliases=values("capital_aliases"),
        metonyms=values("metonyms"),
    )
