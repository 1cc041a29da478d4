"""Common nouns for people and groups that act or suffer in the news, with their PLOVER sector."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.vocabulary import SECTORS
from app.extraction.lexicons.tables import read_table, values


@dataclass(frozen=True, slots=True)
class AgentLexicon:
    """Sector of a noun ("militant" REB, "police officer" COP); the first sector that lists a noun holds."""

    sectors: Mapping[str, str]

    @classmethod
    def load(cls, directory: Path) -> "AgentLexicon":
        """Read ``agents.tsv`` of the seeds directory.

        Raises:
            ValueError: a row names a sector that PLOVER does not have.
        """
        sectors: dict[str, str] = {}
        for row in read_table(directory / "agents.tsv"):
            if row["sector"] not in SECTORS:
                raise ValueError(f"agents.tsv: unknown sector {row['sector']!r}")
            for noun in values(row["nouns"]):
                sectors.setdefault(noun, row["sector"])
        return cls(sectors)

    def sector(self, lemma: str, modifier: str | None = None) -> str | None:
        """Sector of a noun, of the compound with its modifier where that is known ("police officer")."""
        if modifier is not None and (known := self.sectors.get(f"{modifier} {lemma}")) is not None:
            return known
        return self.sectors.get(lemma)

    def __contains__(self, lemma: object) -> bool:
        return lemma in self.sectors
