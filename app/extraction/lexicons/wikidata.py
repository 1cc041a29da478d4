"""Wikidata ids of countries and of widely known people; those of organizations stand in ``seeds/actors``."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.names import fold_name
from app.extraction.lexicons.tables import read_table, values


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person by full names, spellings too, home (ISO 3166-1 alpha-2), offices held, and Wikidata id (``Q76``)."""

    names: tuple[str, ...]
    country_code: str
    offices: tuple[str, ...]
    wikidata: str


class WikidataIds:
    """Lookup of Wikidata ids."""

    def __init__(self, countries: Mapping[str, str] | None = None, people: Iterable[KnownPerson] = ()) -> None:
        """``countries``: ids by ISO 3166-1 alpha-2 code."""
        self._countries = dict(countries or {})
        self._people = {fold_name(name): person for person in people for name in person.names}

    @classmethod
    def load(cls, directory: Path) -> "WikidataIds":
        """Load ``wikidata.tsv``.

        Raises:
            ValueError: a row is malformed.
        """
        rows = list(read_table(directory / "wikidata.tsv"))
        countries = {row["country_code"]: row["wikidata"] for row in rows if row["kind"] == "country"}
        return cls(countries, [_person(row) for row in rows if row["kind"] == "person"])

    def of_country(self, country_code: str) -> str | None:
        """The id of the country of that ISO 3166-1 alpha-2 code."""
        return self._countries.get(country_code)

    def of_person(self, names: Iterable[str], country_code: str | None, roles: Iterable[str]) -> str | None:
        """The id of the one known person whom a name, an office held and the country, as far as it is known, name.

        A name alone is not enough: others bear it, too.
        """
        known = [person for name in names if (person := self._people.get(fold_name(name)))]
        held = [frozenset(fold_name(role).split()) for role in roles]
        found = {one.wikidata for one in known if country_code in {None, one.country_code} and _holds(one, held)}
        return found.pop() if len(found) == 1 else None


def _holds(person: KnownPerson, roles: Collection[frozenset[str]]) -> bool:
    """Whether one of the roles, as words, is an office of the person ("Russian President": president)."""
    return any(role.issuperset(fold_name(office).split()) for office in person.offices for role in roles)


def _person(row: Mapping[str, str]) -> KnownPerson:
    return KnownPerson(values(row["names"]), row["country_code"], values(row["offices"]), row["wikidata"])
