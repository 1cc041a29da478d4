"""The organizations and groups that conflict news names, and the ways they are written."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.domain.vocabulary import ORGANIZATION_CATEGORIES, SECTORS, OrganizationCategory
from app.extraction.lexicons.folding import fold, words_of
from app.extraction.lexicons.tables import read_table, values

#: the one file of names that every state has ("Interior Ministry", "National Assembly")
GENERIC_FILE: Final = "generic.tsv"


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An organization of ``seeds/actors``.

    ``name`` is the common English one. ``country_code`` is its home (ISO 3166-1 alpha-2), None for international ones.
    A ``generic`` record ("Interior Ministry") stands for the body of that name in whatever state the text speaks of.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    category: OrganizationCategory
    sector: str
    country_code: str | None
    wikidata: str | None
    generic: bool = False


@dataclass(frozen=True, slots=True)
class ActorPhrase:
    """One way to write one or more organizations.

    ``words`` are as ``fold`` gives them, or as ``words_of`` gives them where ``exact_case`` is true: acronyms and
    single words ("Dawn", "AP", "IS") count only in the capitals of the lexicon. More than one record means the words
    alone do not tell which is meant.
    """

    words: tuple[str, ...]
    exact_case: bool
    records: tuple[ActorRecord, ...]


class ActorLexicon:
    """Lookup of organizations by any of their names."""

    def __init__(self, records: Collection[ActorRecord]) -> None:
        self._by_id = {record.id: record for record in records}
        self._exact: dict[tuple[str, ...], list[ActorRecord]] = {}
        self._folded: dict[tuple[str, ...], list[ActorRecord]] = {}
        for record in records:
            for acronym in record.acronyms:
                _add(self._exact, words_of(acronym), record)
            for form in (record.name, *record.aliases):
                self._add_name(form, record)

    def _add_name(self, form: str, record: ActorRecord) -> None:
        words = words_of(form)
        if len(words) == 1:
            _add(self._exact, words, record)
            if len(words[0]) > 4:
                _add(self._exact, (words[0].upper(),), record)
            return
        folded = fold(form)
        _add(self._folded, folded, record)
        if "s" in folded:
            _add(self._folded, _without_apostrophe(folded), record)

    @classmethod
    def load(cls, directory: Path) -> "ActorLexicon":
        """Load every table of ``directory/actors``.

        Raises:
            ValueError: a row is malformed or names a category or sector outside the vocabulary.
        """
        return cls([
            _record(row, generic=path.name == GENERIC_FILE)
            for path in sorted((directory / "actors").glob("*.tsv"))
            for row in read_table(path)
        ])  # fmt: skip

    @property
    def records(self) -> tuple[ActorRecord, ...]:
        """All records."""
        return tuple(self._by_id.values())

    def get(self, record_id: str) -> ActorRecord | None:
        """The record of that id."""
        return self._by_id.get(record_id)

    def readings(self, words: str) -> tuple[ActorRecord, ...]:
        """Every record that is written so; empty where none is."""
        exact = words_of(words)
        exact = exact[1:] if len(exact) > 1 and exact[0].lower() == "the" else exact
        if len(exact) > 1 and exact[-1] == "s" and not self._folded.get(fold(words)):
            return self.readings(" ".join(exact[:-1]))
        return tuple(self._exact.get(exact) or self._folded.get(fold(words)) or ())

    def find(self, words: str, countries: Collection[str] = ()) -> ActorRecord | None:
        """The organization that is written so.

        Where several are, the one whose home is among ``countries`` (ISO codes the text speaks of); None if that does
        not tell them apart.
        """
        found = self.readings(words)
        if len(found) > 1:
            found = tuple(record for record in found if record.country_code in countries)
        return found[0] if len(found) == 1 else None

    def phrases(self) -> Iterator[ActorPhrase]:
        """Every way to write every record, for a matcher over tokens."""
        for exact_case, forms in ((True, self._exact), (False, self._folded)):
            for words, records in forms.items():
                yield ActorPhrase(words, exact_case, tuple(records))


def _add(forms: dict[tuple[str, ...], list[ActorRecord]], words: tuple[str, ...], record: ActorRecord) -> None:
    held = forms.setdefault(words, [])
    if words and record not in held:
        held.append(record)


def _without_apostrophe(words: tuple[str, ...]) -> tuple[str, ...]:
    """``("people", "s", "army")`` as those write it who leave the apostrophe out: ``("peoples", "army")``."""
    joined: list[str] = []
    for word in words:
        if word == "s" and joined:
            joined[-1] += "s"
        else:
            joined.append(word)
    return tuple(joined)


def _record(row: dict[str, str], *, generic: bool) -> ActorRecord:
    category, sector = row["category"], row["sector"]
    if category not in ORGANIZATION_CATEGORIES or sector not in SECTORS:
        raise ValueError(f"{row['id']}: unknown category {category!r} or sector {sector!r}")
    return ActorRecord(
        id=row["id"],
        name=row["name"],
        aliases=values(row["aliases"]),
        acronyms=values(row["acronyms"]),
        category=category,
        sector=sector,
        country_code=row["country_code"] or None,
        wikidata=row["wikidata"] or None,
        generic=generic,
    )
