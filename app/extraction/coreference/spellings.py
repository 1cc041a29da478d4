"""Spellings of one person's name in Latin letters: "Gaddafi" and "Qadhafi", "Zelensky" and "Zelenskyy"."""

import re
from functools import lru_cache
from typing import Final

#: Letters that different romanizations write for one sound, the longer first.
_SOUNDS: Final = (
    (re.compile(r"sch|sh"), "s"),
    (re.compile(r"[dt]h"), lambda match: match[0][0]),
    (re.compile(r"gh|q|g|ck|c"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ou|oo|o|w"), "u"),
    (re.compile(r"[eiy]+"), "i"),
)
_DOUBLED: Final = re.compile(r"(.)\1+")
_VOWELS: Final = re.compile(r"[aeiouy]")
#: Shorter names have too little to tell them apart.
_SHORTEST: Final = 4
#: The consonants of the name that is written in most ways.
_MOHAMMED: Final = "mhmd"


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """A key that is the same for spellings of one name; short words are their own key."""
    if len(word) < _SHORTEST:
        return word
    for letters, written in _SOUNDS:
        word = letters.sub(written, word)
    return _DOUBLED.sub(r"\1", word)


def sounds_same(one: str, other: str) -> bool:
    """Whether two given names may be one ("Mohammed" and "Muhammad")."""
    if sound(one) == sound(other):
        return True
    return all(_DOUBLED.sub(r"\1", _VOWELS.sub("", name)) == _MOHAMMED for name in (one, other))
