"""Folding of names, so that spellings of one name compare equal in any script."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

#: Combining classes that carry the sound of the letter (nukta, kana voicing, virama) and therefore stay.
_KEPT_COMBINING_CLASSES = frozenset({7, 8, 9})
_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e", "ħ": "h", "ŧ": "t",
        "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ٱ": "ا", "\u0640": None,
        "'": None, "’": None, "‘": None, "`": None, "´": None, "ʻ": None, "ʼ": None, "ʿ": None, "ʾ": None, "ʹ": None,
        "ʺ": None, "′": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u200e": None, "\u200f": None,
    }
)  # fmt: skip
_HYPHENS = re.compile(r"[\u2010-\u2015\u2212\u00ad_]")
_ARTICLE = re.compile(r"(?<!\w)(?:a[lnrstz]|ad[hl]?|as[hs]|ath|el|e[dnrsz]|ul)-(?=[^\W\d_]{2})")
_LEADING_ARTICLE = re.compile(r"^(?:a[lnrstz]|ad|adh|ash|ath|el|the) (?=\S{3})")
_SCRIPT_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{3})")
_DOT = re.compile(r"\.(?=\s|$)")
#: Everything but letters, digits and the vowel signs of Indic and South-East Asian scripts.
_OTHER = re.compile(r"[^\w\u0900-\u0eff\u1000-\u109f\u1780-\u17ff]+")
_SHORTENED = {"saint": "st", "mount": "mt", "fort": "ft"}


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """The name in lower case without diacritics, apostrophes, hyphens, dots and hyphenated Arabic articles.

    "Ar-Raqqah" and "raqqah", "Düsseldorf" and "Dusseldorf", "St. Louis" and "Saint Louis" become equal. The
    script stays.
    """
    text = _ascii_letters(name) if name.isascii() else _plain_letters(name)
    if "-" in text:
        text = _ARTICLE.sub("", text)
    if "." in text:
        text = _DOT.sub(" ", text).replace(".", "")
    words = _OTHER.sub(" ", text.replace("&", " and ")).split()
    return " ".join([_SHORTENED.get(word, word) for word in words])


def _ascii_letters(name: str) -> str:
    return name.casefold().replace("'", "").replace("`", "").replace("_", "-")


def _plain_letters(name: str) -> str:
    """Lower case without marks and apostrophes, hyphens all alike."""
    text = _HYPHENS.sub("-", unicodedata.normalize("NFKD", name).casefold())
    kept = [c for c in text if not (mark := unicodedata.combining(c)) or mark in _KEPT_COMBINING_CLASSES]
    return _SCRIPT_ARTICLE.sub("", unicodedata.normalize("NFC", "".join(kept)).translate(_LETTERS))


def strip_article(folded: str) -> str:
    """A folded name without a leading "al", "el", "ar" … or "the" that stands as a word of its own."""
    return _LEADING_ARTICLE.sub("", folded)


def romanize(name: str) -> str:
    """The name in ASCII letters, transliterated sign by sign (AnyAscii); for display and rough comparison only."""
    return str(anyascii(name))
