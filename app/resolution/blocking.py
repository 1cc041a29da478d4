"""Keys by which entities with a name like another one are found without reading all of them."""

from collections.abc import Iterable
from itertools import combinations
from typing import Final

from app.resolution.names import acronym, words_of_name
from app.resolution.spelling import skeleton

_MAX_WORDS: Final = 6


def name_keys(names: Iterable[str]) -> set[str]:
    """Blocking keys: the skeleton of each word, each pair of them (``a|b``, sorted), and initials (``=hnc``)."""
    keys: set[str] = set()
    for name in names:
        words = words_of_name(name)[:_MAX_WORDS]
        bones = sorted({skeleton(word) for word in words})
        keys.update(bones)
        keys.update(f"{first}|{second}" for first, second in combinations(bones, 2))
        if initials := acronym(name) or (words[0] if len(words) == 1 and name.isupper() else None):
            keys.add(f"={initials}")
    return keys


def search_keys(name: str) -> set[str]:
    """The keys to look candidates up with: pairs where there are any, for single words are too common."""
    keys = name_keys([name])
    return {key for key in keys if "|" in key or key[0] == "="} or keys
