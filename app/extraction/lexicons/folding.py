"""One spelling for the many ways a name is written: the key under which lexicons look up words."""

import re
from functools import lru_cache
from typing import Final

from anyascii import anyascii

_APOSTROPHES: Final = re.compile("[\u2018\u2019\u02bb\u02bc\u02be\u02bf\u0060\u00b4\u02b9]")
_POSSESSIVE: Final = re.compile(r"'[sS]\b")
#: dots of an abbreviation join ("U.N." is one word); everything else that is no letter or digit parts words
_DOTS: Final = re.compile(r"(?<=\w)\.(?=\w|\s|$)|'")
_WORD: Final = re.compile(r"[^\W_]+")

#: spellings that differ by country or transliteration only, folded to one of them
_SPELLINGS: Final = {
    "armour": "armor",
    "armoured": "armored",
    "brigades": "brigade",
    "centre": "center",
    "defence": "defense",
    "defences": "defense",
    "harakat": "harakat",
    "haraket": "harakat",
    "hizballah": "hezbollah",
    "hizbollah": "hezbollah",
    "hizbullah": "hezbollah",
    "hezballah": "hezbollah",
    "hezbullah": "hezbollah",
    "jabha": "jabhat",
    "jabhet": "jabhat",
    "jaish": "jaysh",
    "jeish": "jaysh",
    "jaesh": "jaysh",
    "kataib": "kataib",
    "kataeb": "kataib",
    "katibat": "katiba",
    "katibah": "katiba",
    "labour": "labor",
    "liwaa": "liwa",
    "organisation": "organization",
    "organisations": "organization",
    "organizations": "organization",
    "programme": "program",
}


@lru_cache(maxsize=65_536)
def words_of(text: str) -> tuple[str, ...]:
    """Split into plain ASCII words with case kept: no diacritics, apostrophes or dots; a possessive s stands apart.

    ``"Jabhat al-Nuṣra"`` gives ``("Jabhat", "al", "Nusra")``, ``"U.N."`` gives ``("UN",)``, ``"People's"`` gives
    ``("People", "s")``.
    The result for a phrase is the results for its tokens put together, so that a matcher may work token by token.
    """
    plain = _APOSTROPHES.sub("'", text)
    plain = plain if plain.isascii() else anyascii(plain)
    plain = _POSSESSIVE.sub(" s", plain).replace("&", " and ")
    return tuple(_WORD.findall(_DOTS.sub("", plain)))


@lru_cache(maxsize=65_536)
def fold(text: str) -> tuple[str, ...]:
    """The words of ``words_of`` in lower case, variant spellings made one, a leading "the" dropped."""
    folded = tuple(_SPELLINGS.get(word, word) for word in map(str.lower, words_of(text)))
    return folded[1:] if len(folded) > 1 and folded[0] == "the" else folded
