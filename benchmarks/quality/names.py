"""Whether two wordings are one name, as loosely as a figure needs it."""

import re

_ARTICLES = frozenset({"the", "a", "an"})


def words_of(name: str) -> list[str]:
    """Its words, without articles and case."""
    return [word for word in re.findall(r"\w+", name.casefold()) if word not in _ARTICLES]


def names_agree(one: str, other: str) -> bool:
    """Whether all words of one are words of the other ("Aleppo", "Aleppo Governorate")."""
    first, second = set(words_of(one)), set(words_of(other))
    return bool(first) and bool(second) and (first <= second or second <= first)
