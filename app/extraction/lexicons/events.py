"""The event lexicon: which words name an event of which type, in which construction, and who fills which role."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast, get_args

from spacy.strings import get_string_id

from app.domain.vocabulary import CONTEXTS, MODES_OF_TYPE, EventType, FigureKind
from app.extraction.lexicons.tables import read_table, values

#: A value that any word satisfies.
ANY: Final = "*"
#: Mode column of entries that say: these words are no event ("heart attack").
NO_EVENT: Final = "-"

#: sectors of ``agents.tsv`` whose nouns are people, and the bodies among these nouns
_PERSONAL: Final = frozenset("CVL REF JRN MED EDU LAB AGR REL CRM REB COP OPP ELI JUD MIL PRM".split())
_BODIES: Final = frozenset(
    "newspaper press media broadcaster station magazine tv television radio university union company court tribunal "
    "jury judiciary bench prosecution labor labour movement mafia cartel army military navy airforce artillery "
    "aircraft jet tank warplane warship submarine plane helicopter corps police customs church congregation clinic "
    "network hospital school bank embassy consulate house".split()
)
_POS: Final = frozenset("VNA")


@dataclass(frozen=True, slots=True)
class Constraint:
    """A demand on the words around a trigger.

    ``key`` is a syntactic slot (obj, subj, prt, gov …) or a preposition or adverb; ``words`` the lemmas or name
    kinds (``<place>``) one of which must fill it, ``*`` for any. With ``forbidden`` the words must be absent.
    """

    key: str
    words: frozenset[str]
    forbidden: bool = False

    @property
    def any_word(self) -> bool:
        """Whether the slot only has to be filled."""
        return ANY in self.words


@dataclass(frozen=True, slots=True)
class Entry:
    """One construction of a trigger word. ``type`` is None where the construction is known not to be an event."""

    lemma: str
    pos: str
    constraints: tuple[Constraint, ...]
    type: EventType | None
    mode: str | None
    contexts: tuple[str, ...]
    #: (syntactic slot, role) in order of preference
    pattern: tuple[tuple[str, str], ...]
    effect: FigureKind | None
    counts: str | None
    weight: float

    @property
    def rank(self) -> tuple[int, float]:
        """More constraints first, then the weight."""
        return len(self.constraints), self.weight


def _values(cell: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    words: set[str] = set()
    for value in cell.split("|"):
        words |= classes[value[1:]] if value.startswith("@") else {value}
    return frozenset(words)


def _classes(directory: Path) -> dict[str, frozenset[str]]:
    """The word classes; AGENT are the nouns of ``agents.tsv`` that mean people, a class may hold earlier ones."""
    agents = (row for row in read_table(directory / "agents.tsv") if row["sector"] in _PERSONAL)
    classes = {"AGENT": frozenset(noun for row in agents for noun in values(row["nouns"])) - _BODIES}
    for row in read_table(directory / "events" / "classes.tsv"):
        classes[row["class"]] = _values(row["members"], classes)
    return classes


def _constraint(text: str, classes: Mapping[str, frozenset[str]]) -> Constraint:
    key, _, cell = text.partition(":")
    return Constraint(key.lstrip("!"), _values(cell, classes), key.startswith("!"))


def _pattern(cell: str, patterns: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = (pair.partition("=") for pair in patterns.get(cell, cell).split())
    return tuple((slot, role) for slot, _, role in pairs)


def _checked(row: dict[str, str], event_type: EventType, source: Path) -> dict[str, str]:
    """The row, or ValueError where it uses a word the vocabularies do not have."""
    mode, contexts, effect = row["mode"], row["contexts"].split("|"), row["effect"]
    wrong = [
        row["pos"] not in _POS,
        mode not in ("", NO_EVENT) and mode not in MODES_OF_TYPE[event_type],
        any(context and context not in CONTEXTS for context in contexts),
        bool(effect) and effect not in get_args(FigureKind),
    ]
    if any(wrong):
        raise ValueError(f"{source.name}: {row}")
    return row


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """All trigger entries by part of speech and lemma, the word classes, and the words that tell a mode."""

    entries: Mapping[tuple[str, str], tuple[Entry, ...]]
    classes: Mapping[str, frozenset[str]]
    modes: Mapping[str, str]
    #: string ids of every lemma that some entry has, to find candidates without touching their text
    lemma_ids: frozenset[int]

    @classmethod
    def load(cls, directory: Path) -> "EventLexicon":
        """Read ``events/*.tsv`` of the seeds directory.

        Raises:
            ValueError: a row uses an unknown mode, context, effect or part of speech.
            KeyError: a row names a class that ``classes.tsv`` lacks.
        """
        folder = directory / "events"
        classes = _classes(directory)
        patterns = {row["pattern"]: row["slots"] for row in read_table(folder / "patterns.tsv")}
        instruments = read_table(folder / "instruments.tsv")
        modes = {word: row["mode"] for row in instruments for word in row["words"].split("|")}
        found: dict[tuple[str, str], list[Entry]] = {}
        for event_type in EventType:
            path = folder / f"{event_type.lower()}.tsv"
            for row in read_table(path):
                for entry in _entries(_checked(row, event_type, path), event_type, classes, patterns):
                    found.setdefault((entry.pos, entry.lemma), []).append(entry)
        entries = {key: tuple(sorted(group, key=lambda e: e.rank, reverse=True)) for key, group in found.items()}
        ids = frozenset(get_string_id(lemma) for _, lemma in entries)
        return cls(entries, classes, modes, ids)

    def of(self, pos: str, lemma: str) -> tuple[Entry, ...]:
        """Entries of a lemma, the most specific first. ``pos`` is V, N or A."""
        return self.entries.get((pos, lemma), ())

    def __len__(self) -> int:
        return len(self.entries)


def _entries(
    row: dict[str, str],
    event_type: EventType,
    classes: Mapping[str, frozenset[str]],
    patterns: Mapping[str, str],
) -> Iterator[Entry]:
    mode = row["mode"] or None
    constraints = tuple(_constraint(part, classes) for part in row["with"].split())
    for lemma in row["lemma"].split("|"):
        yield Entry(
            lemma=lemma,
            pos=row["pos"],
            constraints=constraints,
            type=None if mode == NO_EVENT else event_type,
            mode=None if mode == NO_EVENT else mode,
            contexts=tuple(row["contexts"].split("|")) if row["contexts"] else (),
            pattern=_pattern(row["pattern"], patterns),
            effect=cast("FigureKind | None", row["effect"] or None),
            counts=row["counts"] or None,
            weight=float(row["weight"]),
        )
