"""Names in parts: the words that tell a name apart, and those with a job of their own (titles, legal forms)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from app.domain.names import fold_name, strip_article
from app.resolution.name_words import (
    FILIATIONS,
    GENERATIONS,
    GENERIC,
    PARTICLES,
    TITLES,
    TITLES_LIKE_NAMES,
    number_in,
    without_legal_forms,
)

#: What a name names; ``thing``: a vessel, an aircraft and the like, ``any``: nobody said.
NameKind = Literal["person", "organization", "thing", "any"]

_LAST_FIRST: Final = re.compile(r"([^,]+),\s*([^,]+)")
_BRACKETED: Final = re.compile(r"(.+?)\s*\(([A-Z]{2,})\)")
_SHIP: Final = re.compile(r"(?:M/?V|M/?T|S/?S|H\.?M\.?S\.?|U\.?S\.?S\.?|M/?Y)\.?\s+(?=\S)", re.IGNORECASE)
#: "Servant of", before one of the names of God; "Abdullah" is always written as one word.
_SERVANT: Final = frozenset({"abd", "abdul", "abdel", "abdal", "abdu", "abdur", "abdoul", "\u0639\u0628\u062f"})
_SERVANT_OF: Final = re.compile(r"^abd(?:ou?|[aeu])(?!l?lah)(?:l|(.)(?=\1))?(?=\w{4})")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart. ``words``: folded words that tell it apart, in order.

    ``numbers``: numbers in it, generations of a family (``jr``) too. ``legal_forms``: what kind of company it is.
    ``filiations``: pairs of a word and the father's name after it ("Omar bin Ali").
    """

    words: tuple[str, ...]
    numbers: frozenset[str] = frozenset()
    legal_forms: frozenset[str] = frozenset()
    filiations: frozenset[tuple[str, str]] = frozenset()

    @property
    def joined(self) -> str:
        """The words without spaces between them."""
        return "".join(self.words)


def plain_name(name: str) -> str:
    """A name as look-ups compare it: folded, without a leading article; never empty for a name that is not blank."""
    return strip_article(fold_name(name)) or name.casefold().strip()


@lru_cache(maxsize=65536)
def words_of_name(name: str) -> tuple[str, ...]:
    """The folded words of a name that tell it apart; all of them where no other is left."""
    words = strip_article(fold_name(name)).split()
    return tuple(word for word in words if word not in PARTICLES) or tuple(words)


def is_generic(name: str) -> bool:
    """Whether every word of an organization's name is one that every country has ("Interior Ministry")."""
    return all(word in GENERIC for word in words_of_name(name))


def acronym(name: str) -> str | None:
    """The initials of a name of at least three words, without particles ("High Negotiations Committee": ``hnc``)."""
    words = words_of_name(name)
    return "".join(word[0] for word in words) if len(words) >= 3 else None


@lru_cache(maxsize=65536)
def take_apart(name: str, kind: NameKind) -> NameParts:
    """The parts of a name of that kind."""
    if kind == "person":
        return _person(name)
    name = _SHIP.sub("", name, count=1) if kind == "thing" else _without_own_acronym(name)
    words = tuple(strip_article(fold_name(name)).split())
    words, forms = without_legal_forms(words) if kind != "thing" else (words, frozenset[str]())
    numbers = frozenset(number for word in words if (number := number_in(word)))
    return NameParts(_telling(tuple(word for word in words if not number_in(word)) or words), numbers, forms)


def _without_own_acronym(name: str) -> str:
    """The name without its acronym in brackets behind it ("Syrian Democratic Forces (SDF)")."""
    match = _BRACKETED.fullmatch(name)
    if match is None:
        return name
    initials = iter(word[0] for word in fold_name(match[1]).split())
    return match[1] if all(letter in initials for letter in match[2].lower()) else name


def _person(name: str) -> NameParts:
    match = _LAST_FIRST.fullmatch(name.strip())
    if match and fold_name(match[2]) not in GENERATIONS:
        name = f"{match[2]} {match[1]}"
    words = _without_titles(fold_name(name).split())
    generations = frozenset(GENERATIONS[word] for word in words[2:] if word in GENERATIONS)
    words = _servants([word for n, word in enumerate(words) if n < 2 or word not in GENERATIONS])
    pairs = zip(words, words[1:], words[2:], strict=False)
    filiations = frozenset((son, father) for son, link, father in pairs if link in FILIATIONS)
    telling = tuple(word for word in words if word not in PARTICLES or word in _SERVANT)
    return NameParts(telling or tuple(words), generations, filiations=filiations)


def _without_titles(words: list[str]) -> list[str]:
    """The words without titles before the name; the last word is never one."""
    while words and words[0] in TITLES and len(words) > (2 if words[0] in TITLES_LIKE_NAMES else 1):
        words = words[1:]
    return words


def _servants(words: list[str]) -> list[str]:
    """Names of the kind "servant of" as one word: "Abd al-Rahman", "Abdul Rahman", "Abdurrahman": ``abdrahman``."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in _SERVANT:
            joined[-1] = f"abd{word}"
        else:
            joined.append(_SERVANT_OF.sub("abd", word))
    return joined


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in PARTICLES) or words
