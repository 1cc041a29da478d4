"""What marks words as a person's name: common given names of many peoples, surnames of widely known public figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from app.extraction.lexicons.folding import fold
from app.extraction.lexicons.tables import read_table

Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class PublicFigure:
    """A person so widely known that articles use the surname alone. ``country_code`` is ISO 3166-1 alpha-2."""

    name: str
    country_code: str


class PeopleLexicon:
    """Lookup of given names, common surnames, and surnames of public figures."""

    def __init__(
        self, given_names: Mapping[str, Gender | None], surnames: Iterable[str], figures: Mapping[str, PublicFigure]
    ) -> None:
        self._surnames = frozenset(fold(name) for name in surnames)
        self._given = {fold(name): gender for name, gender in given_names.items()}
        self._figures = {fold(surname): figure for surname, figure in figures.items()}
        self._figures |= {fold(figure.name): figure for figure in figures.values()}

    @classmethod
    def load(cls, directory: Path) -> "PeopleLexicon":
        """Load ``given_names.tsv``, ``surnames.tsv`` and ``public_figures.tsv``.

        Raises:
            ValueError: a row is malformed.
        """
        figures = {
            row["surname"]: PublicFigure(row["name"], row["country_code"])
            for row in read_table(directory / "public_figures.tsv")
        }
        given_names = {row["name"]: _gender(row) for row in read_table(directory / "given_names.tsv")}
        return cls(given_names, [row["name"] for row in read_table(directory / "surnames.tsv")], figures)

    def is_given(self, words: tuple[str, ...]) -> bool:
        """Whether the folded words are a common given name."""
        return words in self._given

    def is_surname(self, words: tuple[str, ...]) -> bool:
        """Whether the folded words are a common surname."""
        return words in self._surnames

    def gender(self, words: tuple[str, ...]) -> Gender | None:
        """The gender that the given name tells; None where it is unknown or tells none."""
        return self._given.get(words)

    def figure(self, words: tuple[str, ...]) -> PublicFigure | None:
        """The public figure whose surname or full name the folded words are."""
        return self._figures.get(words)


def _gender(row: Mapping[str, str]) -> Gender | None:
    if row["gender"] not in {"m", "f", ""}:
        raise ValueError(f"{row['name']}: unknown gender {row['gender']!r}")
    return cast("Gender", row["gender"]) if row["gender"] else None
