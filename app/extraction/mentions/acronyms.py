"""Acronyms that an article defines: "Supreme National Security Council (SNSC)"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.extraction.mentions.tokens import Tokens

_SMALL: Final = frozenset("of the for and in on to al el de del la des du a & -".split())
_MOST_LETTERS: Final = 10


@dataclass(frozen=True, slots=True)
class AcronymDefinition:
    """Token spans of the long form and of the acronym that stands for it (half-open)."""

    long: tuple[int, int]
    acronym: tuple[int, int]


def find_definitions(tokens: Tokens) -> list[AcronymDefinition]:
    """Every "Long Form (ACRONYM)" whose capitals are the initials of the words before the bracket.

    The search goes back word by word as Schwartz and Hearst (2003) do, but over initials of words only: small words may
    be passed over, and the acronym's first letter must be the initial of the long form's first word.
    """
    found = []
    for i in range(1, len(tokens) - 2):
        if tokens.text[i] == "(" and tokens.text[i + 2] == ")" and is_acronym(tokens.text[i + 1]):
            start = _long_start(tokens, i, tokens.text[i + 1])
            if start is not None:
                end = i - 1 if tokens.lower[i - 1] in {"'s", "'"} else i
                found.append(AcronymDefinition((start, end), (i + 1, i + 2)))
    return found


def is_acronym(word: str) -> bool:
    """Two to ten letters, all or all but one of them capitals ("SNSC", "NDFB", "CoI")."""
    letters = word.replace(".", "").replace("-", "")
    small = sum(not letter.isupper() for letter in letters)
    return (
        2 <= len(letters) <= _MOST_LETTERS and letters.isalpha() and letters[0].isupper() and small <= len(letters) // 3
    )


def _long_start(tokens: Tokens, bracket: int, acronym: str) -> int | None:
    letters = [letter.lower() for letter in acronym if letter.isupper()]
    position = bracket - 1
    while position >= 0 and letters:
        word = tokens.lower[position]
        initial = word[:1]
        if initial == letters[-1] and (tokens.capital[position] or word in _SMALL):
            letters.pop()
        elif word not in _SMALL and word not in {"'s", "'"} and not _inside_word(tokens, position, letters):
            return None
        position -= 1
    start = position + 1
    return start if not letters and tokens.capital[start] and bracket - start > 1 else None


def _inside_word(tokens: Tokens, position: int, letters: Sequence[str]) -> bool:
    """Whether a capitalised word may be passed over: the acronym leaves it out ("Armed Forces of *the Republic*")."""
    return tokens.capital[position] and len(letters) > 1
