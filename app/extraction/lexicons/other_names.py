"""People known by more than one name: war names, maiden names, names in other scripts."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from app.domain.names import fold_name
from app.extraction.lexicons.tables import read_table, values


class OtherNames:
    """Lookup of a person's other names by any of them."""

    def __init__(self, people: Iterable[tuple[tuple[str, ...], str | None]] = ()) -> None:
        """``people``: the names of each, and the country (ISO 3166-1 alpha-2)."""
        self._people: dict[str, tuple[tuple[str, ...], str | None] | None] = {}
        for names, country_code in people:
            for key in {fold_name(name) for name in names}:
                self._people[key] = None if key in self._people else (names, country_code)

    @classmethod
    def load(cls, directory: Path) -> "OtherNames":
        """Load ``other_names.tsv``.

        Raises:
            ValueError: a row is malformed.
        """
        return cls(map(_person, read_table(directory / "other_names.tsv")))

    def names_of(self, name: str, country_code: str | None = None) -> tuple[str, ...]:
        """All names of the one person who bears this one; none where two do, or the person is of another country."""
        names, home = self._people.get(fold_name(name)) or ((), None)
        return names if not country_code or not home or country_code == home else ()


def _person(row: Mapping[str, str]) -> tuple[tuple[str, ...], str | None]:
    return (row["name"], *values(row["aliases"])), row["country_code"] or None
