"""Offices people hold ("Foreign Minister") and titles that stand before their names ("Gen.", "Sheikh")."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast, get_args

from app.domain.vocabulary import SECTORS
from app.extraction.lexicons.folding import fold
from app.extraction.lexicons.tables import read_table, values

#: office: a post; function: what someone is in a group or trade ("rebel commander", "activist"); the rest are titles
OfficeKind = Literal["office", "function", "rank", "courtesy", "religious", "noble", "academic"]

#: words that may stand before any office or title
_QUALIFIERS: Final = frozenset(
    "former ex acting interim deputy vice assistant senior retired outgoing incoming then late veteran provisional "
    "caretaker honorary exiled deposed ousted slain newly-elected".split()
)


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """An office or title.

    ``before_name`` says that the word may stand right before a name ("President Assad") and is then no part of it.
    ``sector`` is the holder's PLOVER sector, None where it tells nothing ("Mr."). ``takes_body`` marks offices whose
    full name goes on with "of" or "for" ("Secretary of the Supreme National Security Council").
    """

    id: str
    name: str
    variants: tuple[str, ...]
    kind: OfficeKind
    sector: str | None
    before_name: bool
    takes_body: bool


class OfficeLexicon:
    """Lookup of offices and titles in the words beside a name."""

    def __init__(self, records: Collection[OfficeRecord]) -> None:
        self.records = tuple(records)
        self._forms: dict[tuple[str, ...], OfficeRecord] = {}
        for record in records:
            for form in (record.name, *record.variants):
                self._forms.setdefault(fold(form), record)
        self._longest = max((len(form) for form in self._forms), default=0)

    @classmethod
    def load(cls, directory: Path) -> "OfficeLexicon":
        """Load ``offices.tsv`` and ``titles.tsv``.

        Raises:
            ValueError: a row is malformed or names a kind or sector outside the vocabulary.
        """
        files = ("offices.tsv", "titles.tsv")
        return cls([_record(row) for name in files for row in read_table(directory / name)])

    def find(self, words: str) -> OfficeRecord | None:
        """The office or title written exactly so, in any capitals."""
        return self._forms.get(fold(words))

    def is_title(self, words: str) -> bool:
        """Whether the words may stand before a person's name without being part of it."""
        record = self.find(words)
        return record is not None and record.before_name

    def split(self, name: str) -> tuple[str, str]:
        """Part the titles at the front from the name: ``"Brig. Gen. Ali Amin"`` gives ``("Brig. Gen.", "Ali Amin")``.

        The titles come back as written, "" if there are none. The last word always stays with the name.
        """
        words = name.split()
        cut = 0
        while cut < len(words) - 1:
            length = self._title_length(words[cut:-1])
            if not length:
                break
            cut += length
        return " ".join(words[:cut]), " ".join(words[cut:])

    def office_in(self, role: str) -> OfficeRecord | None:
        """The office a role phrase names: the longest known one, the last of equally long ones before an "of" or "for".

        ``"Iranian Deputy Foreign Minister for Arab Affairs"`` gives the record of "Deputy Foreign Minister".
        """
        words = fold(role)
        for length in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - length, -1, -1):
                record = self._forms.get(words[start : start + length])
                if record is not None:
                    return record
        return None

    def phrases(self) -> dict[tuple[str, ...], OfficeRecord]:
        """Every folded form with its record, for a matcher over tokens."""
        return dict(self._forms)

    def _title_length(self, words: list[str]) -> int:
        for length in range(min(self._longest, len(words)), 0, -1):
            record = self._forms.get(fold(" ".join(words[:length])))
            if record is not None and record.before_name:
                return length
        if len(words) > 1 and words[0].lower() in _QUALIFIERS:
            length = self._title_length(words[1:])
            return length + 1 if length else 0
        return 0


def _record(row: dict[str, str]) -> OfficeRecord:
    kind, sector = row["kind"], row["sector"] or None
    if kind not in get_args(OfficeKind) or (sector is not None and sector not in SECTORS):
        raise ValueError(f"{row['id']}: unknown kind {kind!r} or sector {sector!r}")
    return OfficeRecord(
        id=row["id"],
        name=row["name"],
        variants=values(row["variants"]),
        kind=cast("OfficeKind", kind),
        sector=sector,
        before_name=row["before_name"] == "yes",
        takes_body=row["takes_body"] == "yes",
    )
