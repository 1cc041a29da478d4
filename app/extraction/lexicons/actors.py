"""The organizations and groups that conflict news names, and the ways they are written."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from app.domain.vocabulary import ORGANIZATION_CATEGORIES, SECTORS, OrganizationCategory
from app.extraction.lexicons.folding import fold, words_of
from app.extraction.lexicons.tables import read_table, values

#: the one file of names that every state has ("Interior Ministry", "National Assembly")
GENERIC_FILE: Final = "generic.tsv"
_NAMED_EVERYWHERE: Final = frozenset({"igo", "media", "ngo"})


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An organization of ``seeds/actors``.

    ``name`` is the common English one. ``country_code`` is its home (ISO 3166-1 alpha-2), None for international ones.
    A ``generic`` record ("Interior Ministry", "Liberal Party") stands for any body of that name: two mentions of it are
    the same organization only where they are of the same country.
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


@dataclass(slots=True)
class ActorPhrase:
    """One way to write one or more organizations.

    ``words`` are as ``fold`` gives them, or as ``words_of`` gives them where ``exact_case`` is true: acronyms and
    single words ("Pravda", "AP", "IS") count only in the capitals of the lexicon. Of the others at least ``capitals``
    words must begin with a capital in the text: "Syrian army" is a name, "white helmets" is none. More than one record
    means the words alone do not tell which is meant.
    """

    words: tuple[str, ...]
    exact_case: bool
    capitals: int
    records: list[ActorRecord] = field(default_factory=list)


class ActorLexicon:
    """Lookup of organizations by any of their names."""

    def __init__(self, records: Collection[ActorRecord]) -> None:
        self._by_id = {record.id: record for record in records}
        self._exact: dict[tuple[str, ...], ActorPhrase] = {}
        self._folded: dict[tuple[str, ...], ActorPhrase] = {}
        for record in records:
            for acronym in record.acronyms:
                self._add_exact(words_of(acronym), record)
            for form in (record.name, *record.aliases):
                self._add_name(form, record)

    @classmethod
    def load(cls, directory: Path) -> "ActorLexicon":
        """Load every table of ``directory/actors``.

        Raises:
            ValueError: a row is malformed or names a category or sector outside the vocabulary.
        """
        records = [
            _record(row, generic=path.name == GENERIC_FILE)
            for path in sorted((directory / "actors").glob("*.tsv"))
            for row in read_table(path)
        ]
        return cls(records)

    @property
    def records(self) -> tuple[ActorRecord, ...]:
        """All records."""
        return tuple(self._by_id.values())

    def get(self, record_id: str) -> ActorRecord | None:
        """The record of that id."""
        return self._by_id.get(record_id)

    def readings(self, words: str) -> tuple[ActorRecord, ...]:
        """Every record that is written so; empty where none is. A leading "the" and a final possessive do not count."""
        written = words_of(words)
        found = self._exact.get(written)
        if found is None and len(written) > 1 and written[0].lower() == "the":
            written = written[1:]
            found = self._exact.get(written)
        if found is None:
            found = self._folded.get(fold(words))
            if found is not None and _capitals(written) < found.capitals:
                found = None
        if found is None and len(written) > 1 and written[-1] == "s":
            return self.readings(" ".join(written[:-1]))
        return tuple(found.records) if found is not None else ()

    def find(self, words: str, countries: Collection[str] = ()) -> ActorRecord | None:
        """The organization that is written so.

        Where several are, the one whose home is among ``countries`` (ISO codes the text speaks of), else the generic
        one, else the one that is named everywhere (international bodies, news agencies); None if that does not tell
        them apart.
        """
        found = self.readings(words)
        if len(found) <= 1:
            return found[0] if found else None
        near = [record for record in found if record.country_code in countries]
        generic = [record for record in found if record.generic]
        left = near or generic or [record for record in found if record.category in _NAMED_EVERYWHERE]
        return left[0] if len(left) == 1 else None

    def phrases(self) -> Iterator[ActorPhrase]:
        """Every way to write every record, for a matcher over tokens."""
        yield from self._exact.values()
        yield from self._folded.values()

    def _add_name(self, form: str, record: ActorRecord) -> None:
        written = words_of(form)
        if len(written) == 1:
            self._add_exact(written, record)
            if len(written[0]) > 4 and not record.generic:
                self._add_exact((written[0].upper(),), record)
            return
        if len(written) == 2 and written[0] == "The":  # the article makes it a name: "The Guardian"
            self._add_exact(written, record)
            self._add_exact(("the", written[1]), record)
            return
        folded = fold(form)
        # one capital may be a sentence's first word; what every state has needs all of its capitals
        capitals = _capitals(written[-len(folded) :])
        capitals = capitals if record.generic else min(2, capitals)
        self._add_folded(folded, capitals, record)
        if "s" in folded:
            self._add_folded(_without_apostrophe(folded), capitals, record)

    def _add_exact(self, words: tuple[str, ...], record: ActorRecord) -> None:
        phrase = self._exact.setdefault(words, ActorPhrase(words, exact_case=True, capitals=0))
        if record not in phrase.records:
            phrase.records.append(record)

    def _add_folded(self, words: tuple[str, ...], capitals: int, record: ActorRecord) -> None:
        phrase = self._folded.setdefault(words, ActorPhrase(words, exact_case=False, capitals=capitals))
        phrase.capitals = min(phrase.capitals, capitals)
        if record not in phrase.records:
            phrase.records.append(record)


def _capitals(words: tuple[str, ...]) -> int:
    return sum(word[0].isupper() for word in words)


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
