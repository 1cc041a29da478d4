"""Number words, the words that bound a number, units of measure, and nouns for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Self, get_args

from app.extraction.lexicons.tables import read_table

NumberKind = Literal[
    "unit", "ten", "scale", "vague", "none", "none_of",
    "at least", "more than", "at most", "fewer than", "about", "measure",
]  # fmt: skip
PeopleGroup = Literal["attackers", "civilians", "children", "women", "groups", "casualties", ""]

_BOUNDS: Final = frozenset({"at least", "more than", "at most", "fewer than", "about"})
_PHRASES: Final = frozenset({"vague", "none", "none_of"})


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What a number word or phrase means: the closed range it stands for, ``high`` None where it is open."""

    kind: NumberKind
    low: int = 0
    high: int | None = None


class WordLexicon:
    """The words of ``numbers.tsv`` and ``people.tsv``.

    ``numbers`` are single number words; ``phrases`` (vague and zero quantities) and ``bounds`` ("at least") are keyed
    by their words. ``people`` maps a noun's lemma to its group: "" for people in general, ``groups`` for collectives
    ("family"), ``casualties`` for what happens to people ("death").
    """

    def __init__(self, numbers: Mapping[tuple[str, ...], NumberWord], people: Mapping[str, PeopleGroup]) -> None:
        self.people = dict(people)
        self.numbers = {
            words[0]: number
            for words, number in numbers.items()
            if len(words) == 1 and number.kind in {"unit", "ten", "scale"}
        }
        self.phrases = {words: number for words, number in numbers.items() if number.kind in _PHRASES}
        self.bounds = {words: number.kind for words, number in numbers.items() if number.kind in _BOUNDS}
        self.measures = frozenset(words[0] for words, number in numbers.items() if number.kind == "measure")

    @classmethod
    def load(cls, directory: Path) -> Self:
        """Read the two tables of the seeds directory.

        Raises:
            ValueError: a row is malformed or names an unknown kind or group.
        """
        numbers = {tuple(row["words"].split()): _number(row) for row in read_table(directory / "numbers.tsv")}
        people: dict[str, PeopleGroup] = {}
        for row in read_table(directory / "people.tsv"):
            people[row["noun"]] = _group(row)
        return cls(numbers, people)


def _number(row: dict[str, str]) -> NumberWord:
    for kind in get_args(NumberKind):
        if row["kind"] == kind:
            return NumberWord(kind, int(row["low"] or 0), int(row["high"]) if row["high"] else None)
    raise ValueError(f"numbers.tsv: no such kind: {row['kind']}")


def _group(row: dict[str, str]) -> PeopleGroup:
    for group in get_args(PeopleGroup):
        if row["group"] == group:
            return group  # type: ignore[no-any-return]
    raise ValueError(f"people.tsv: no such group: {row['group']}")
