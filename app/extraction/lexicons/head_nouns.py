"""Head nouns that tell what a name names: "… Brigade", "Ministry of …", "… Airport"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast

from app.domain.vocabulary import ORGANIZATION_CATEGORIES, SECTORS, OrganizationCategory
from app.extraction.lexicons.folding import fold
from app.extraction.lexicons.tables import read_table

#: words after which a name's head is over: "Ministry | of Defence", "Doctors | without Borders"
_AFTER_HEAD: Final = frozenset({"of", "for", "in", "on", "to", "against", "and", "at", "de", "del"})
_LONGEST: Final = 3


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """What a name with this head is; category and sector (a PLOVER sector) only for organizations."""

    kind: Literal["organization", "place"]
    category: OrganizationCategory | None
    sector: str | None


class HeadNouns:
    """Lookup of what a name is by its head."""

    def __init__(self, nouns: Mapping[tuple[str, ...], HeadNoun]) -> None:
        self._nouns = dict(nouns)

    @classmethod
    def load(cls, directory: Path) -> "HeadNouns":
        """Load ``head_nouns.tsv``.

        Raises:
            ValueError: a row is malformed or names a kind, category or sector outside the vocabulary.
        """
        return cls({fold(row["noun"]): _noun(row) for row in read_table(directory / "head_nouns.tsv")})

    def noun(self, words: Sequence[str]) -> HeadNoun | None:
        """What these folded words are when they are nothing but a head noun."""
        return self._nouns.get(tuple(words))

    def of(self, words: Sequence[str]) -> HeadNoun | None:
        """What a name of these folded words is: by its last words, else by those before its first preposition."""
        found = self._ending(words)
        if found is None:
            cut = next((i for i, word in enumerate(words) if word in _AFTER_HEAD), 0)
            found = self._ending(words[:cut])
        return found

    def _ending(self, words: Sequence[str]) -> HeadNoun | None:
        for length in range(min(_LONGEST, len(words)), 0, -1):
            found = self._nouns.get(tuple(words[-length:]))
            if found is not None:
                return found
        return None


def _noun(row: dict[str, str]) -> HeadNoun:
    kind, category, sector = row["kind"], row["category"] or None, row["sector"] or None
    known = kind in {"organization", "place"} and (category is None or category in ORGANIZATION_CATEGORIES)
    if not known or (sector is not None and sector not in SECTORS):
        raise ValueError(f"{row['noun']}: unknown kind {kind!r}, category {category!r} or sector {sector!r}")
    return HeadNoun(
        kind=cast("Literal['organization', 'place']", kind),
        category=cast("OrganizationCategory | None", category),
        sector=sector,
    )
