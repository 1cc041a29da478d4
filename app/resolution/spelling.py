"""Comparing single words of names: their sounds across transliterations, slips of the pen, initials, short forms."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from rapidfuzz.distance import OSA

from app.domain.names import romanize
from app.resolution.name_words import WORDS_OF_THEIR_OWN, are_forms_of_one_word

Agreement = Literal["equal", "respelled", "short_form", "initial", "slip", "sound", "none"]

_DIGRAPHS: Final = (
    ("tsch", "s"), ("dzh", "g"), ("tch", "s"), ("sch", "s"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"),
    ("sh", "s"), ("ch", "s"), ("cz", "s"), ("sz", "s"), ("ph", "f"), ("ck", "k"), ("ts", "s"), ("tz", "s"),
    ("dj", "g"), ("zh", "g"), ("q", "k"), ("c", "k"), ("x", "ks"), ("z", "s"), ("j", "g"), ("v", "f"),
)  # fmt: skip
_SOFT_C: Final = re.compile(r"c(?=[eiy])")
_HEADS: Final = {"w": "v", "ye": "e", "x": "s", "hs": "s"}
_HEAD: Final = re.compile(r"^(?:w|ye|x|hs(?=[iu]))")
_FRENCH_QU: Final = re.compile(r"qu(?=[eia])")
#: The Slavic ending -ov, -ev: also -off, -ow, and -yov where the e is stressed.
_FINAL_OV: Final = re.compile(r"(?<=..)[oe](?:w|ff|v)$")
_GLIDE: Final = re.compile(r"(?<=[eiy])j(?=s?$|[aou])")
_SOUNDS: Final = re.compile(r"([^aeiouwyh]?)([aeiouwyh]*)")
_VOWELS: Final = re.compile(r"[aeiouwyh]")
_DOUBLES: Final = re.compile(r"(.)\1+")
_SIGNS: Final = re.compile(r"[^a-z0-9]")
#: Alif and ayin at the start: some vowel.
_UNSOUNDED: Final = re.compile(r"^[\u0627\u0639]")
#: At the start of a word it is a b; transliteration sign by sign makes it a v.
_BETH: Final = re.compile(r"^\u05d1")
#: Scripts that write no short vowels: Hebrew, Arabic and their kin.
_ABJAD: Final = re.compile(r"[\u0590-\u08ff]")
#: Scripts that spell foreign names by syllables: Chinese, Japanese, Korean, Ethiopic, Khmer.
_SYLLABIC: Final = re.compile(r"[\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
#: Sets of vowel classes: a; i, y; o, u, w. An "e" stands for the first or the second.
_CLASS_OF_VOWEL: Final = {"a": "A", "i": "I", "y": "I", "o": "U", "u": "U", "w": "U"}


@dataclass(frozen=True, slots=True)
class WordMatch:
    """How two words agree, and by how many letters they differ where that is a slip."""

    agreement: Agreement
    slips: int = 0


_NONE: Final = WordMatch("none")
#: From so many letters on, another vowel is rather a slip than another name.
_LONG: Final = 8


def is_whole_name(word: str) -> bool:
    """Whether the word is a name in full: Chinese characters for the family name and the given name without a space."""
    return len(word) > 1 and bool(_HAN.fullmatch(word[0]) and _HAN.fullmatch(word[-1]))


@lru_cache(maxsize=65536)
def latin(word: str) -> str:
    """A folded word in plain Latin letters and digits."""
    return _SIGNS.sub("", romanize(_BETH.sub("b", _UNSOUNDED.sub("a", word))).lower()) or word


@lru_cache(maxsize=65536)
def _sounds(word: str) -> str:
    """The Latin word with sounds merged that transliterations confuse."""
    text = _GLIDE.sub("y", _FINAL_OV.sub("ov", latin(word)))
    text = _FRENCH_QU.sub("k", _SOFT_C.sub("s", text))
    text = _HEAD.sub(lambda match: _HEADS[match[0]], text)
    for digraph, letter in _DIGRAPHS:
        text = text.replace(digraph, letter)
    return _DOUBLES.sub(r"\1", text[:1] + text[1:].replace("y", "i"))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word, sounds merged that transliterations confuse ("qusayr", "kuseir": ``ksr``)."""
    text = _sounds(word)
    head = "@" if text[:1] in "aeiou" else text[:1]
    bones = head + _VOWELS.sub("", text[1:])
    return _DOUBLES.sub(r"\1", bones) or word


@lru_cache(maxsize=65536)
def compare_words(left: str, right: str) -> WordMatch:
    """How two folded words of names agree."""
    if left == right or latin(left) == latin(right):
        homophones = left != right and _HAN.search(left) and _HAN.search(right)
        return WordMatch("slip", 2) if homophones else WordMatch("equal")
    if min(len(left), len(right)) == 1:
        return WordMatch("initial") if latin(left)[0] == latin(right)[0] else _NONE
    if are_forms_of_one_word(left, right) or f"abd{left}" == right or f"abd{right}" == left:
        return WordMatch("short_form")
    if _sound_alike(left, right):
        return WordMatch("respelled")
    return _slip(left, right)


def _slip(left: str, right: str) -> WordMatch:
    """One letter wrong, missing, too many or two swapped; two in a long word that begins alike. Never two known words.

    Where all consonants agree it is another vowel rather than a slip: "Hassan" and "Hussein", "Karim" and "Karam".
    """
    if left in WORDS_OF_THEIR_OWN and right in WORDS_OF_THEIR_OWN:
        return _NONE
    distance = _letters_apart_in_word(latin(left), latin(right))
    if skeleton(left) == skeleton(right):
        return WordMatch("sound", 2 if len(left) < _LONG else 1) if distance == 1 else _NONE
    if distance != 1 and min(len(_sounds(left)), len(_sounds(right))) >= 5:
        distance = 1 if letters_apart(_sounds(left), _sounds(right)) == 1 else distance
    return WordMatch("slip", distance) if distance else _NONE


def _letters_apart_in_word(left: str, right: str) -> int:
    """How many letters are wrong where that may be a slip, else 0."""
    shorter, distance = min(len(left), len(right)), letters_apart(left, right)
    return distance if shorter >= 4 and distance <= (1 if shorter < 6 or left[0] != right[0] else 2) else 0


def letters_apart(left: str, right: str) -> int:
    """Letters to change, add, drop or swap with their neighbour; more than two are not counted."""
    return OSA.distance(left, right, score_cutoff=2)


def _sound_alike(left: str, right: str) -> bool:
    """Whether both words may write the same sounds: consonants, and vowels as far as the scripts write them."""
    one, other = skeleton(left), skeleton(right)
    if _SYLLABIC.search(left + right):
        return one.replace("r", "l") == other.replace("r", "l") and len(one) > 1
    if one != other:
        return any("\u0445" in word for word in (left, right)) and _sound_alike(_as_h(left), _as_h(right))
    abjad = bool(_ABJAD.search(left)), bool(_ABJAD.search(right))
    gaps, others = _gaps(left), _gaps(right)
    if len(gaps) != len(others):
        return False
    if abjad == (False, False):
        last = len(gaps) - 1
        return all(_same_vowels(a, b, final=n == last) for n, (a, b) in enumerate(zip(gaps, others, strict=True)))
    if abjad == (True, True):
        return False
    written, unwritten = (others, gaps) if abjad[0] else (gaps, others)
    return all(map(_long_vowels_fit, written[:-1], unwritten[:-1]))


def _as_h(word: str) -> str:
    """The word with the Cyrillic letter for kh read as the h that it writes in Arabic and Western names."""
    return word.replace("\u0445", "h")


@lru_cache(maxsize=65536)
def _gaps(word: str) -> tuple[str, ...]:
    """The vowels before, between and after the consonants of the word; between doubled consonants there are none."""
    gaps, before = [""], ""
    for consonant, vowels in _SOUNDS.findall(_sounds(word)):
        if consonant and (consonant != before or gaps[-1]):
            gaps.append("")
        before = consonant or before
        gaps[-1] += vowels
    return tuple(gaps)


def _readings(vowels: str) -> set[frozenset[str]]:
    """The sets of vowel classes that the letters may stand for."""
    fixed = frozenset(_CLASS_OF_VOWEL[letter] for letter in vowels if letter in _CLASS_OF_VOWEL)
    if "e" not in vowels:
        return {fixed}
    return {fixed | {"A"}, fixed | {"I"}, fixed | {"A", "I"}} | ({fixed} if fixed else set())


def _same_vowels(left: str, right: str, *, final: bool) -> bool:
    left, right = left.replace("h", ""), right.replace("h", "")
    if not left or not right:
        return not final or not set(left + right) & set("aiyouw")
    return bool(_readings(left) & _readings(right))


def _long_vowels_fit(latin_vowels: str, written: str) -> bool:
    """Whether an abjad could write the vowels so: it writes long i and u and diphthongs, nothing else."""
    readings = _readings(latin_vowels.replace("h", ""))
    classes = frozenset(_CLASS_OF_VOWEL[letter] for letter in written if letter in _CLASS_OF_VOWEL and letter != "a")
    if classes:
        return any(classes <= reading for reading in readings)
    diphthongs = [vowels for vowels in latin_vowels.split("h") if len(vowels) > 1]
    return all({"A"} >= min(_readings(vowels), key=len) for vowels in diphthongs)
