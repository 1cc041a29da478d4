"""Comparing names across articles: keys that find candidates, and a similarity that survives transliteration."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from rapidfuzz.distance import JaroWinkler

from app.domain.names import fold_name, romanize, strip_article

#: Words of names that tell nobody apart.
_PARTICLES: Final = frozenset(
    "al el ul as ash ad ar an at the of and for in de del della di da du la le les van von der den bin ibn bint ben bu "
    "abd mr mrs ms dr sheikh shaikh haji hajji sayyid".split()
)
#: Words that organizations of every country share: a name made of them alone needs its country.
_GENERIC: Final = frozenset(
    "ministry minister department office agency bureau council committee commission parliament senate congress "
    "assembly government cabinet army military navy force forces air armed ground land guard guards police security "
    "intelligence service services interior foreign affairs defense defence justice health information finance "
    "education supreme constitutional high court central bank national federal state general staff command chief "
    "party presidency president prime opposition coalition front movement union brigade battalion division hospital "
    "university red crescent cross civil emergency rescue local people peoples republican presidential border "
    "special operations public prosecutor television radio news press authority authorities administration "
    "institute center centre".split()
)
_DIGRAPHS: Final = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("ph", "f"), ("ck", "k"), ("ts", "s"),
    ("dj", "g"), ("zh", "g"), ("q", "k"), ("c", "k"), ("x", "ks"), ("z", "s"), ("j", "g"), ("v", "f"),
)  # fmt: skip
_VOWELS: Final = re.compile(r"[aeiouwyh]")
_DOUBLES: Final = re.compile(r"(.)\1+")
_MAX_WORDS: Final = 6
#: Two spellings of one word: Jaro-Winkler from here on, and the same consonants.
_SAME_WORD: Final = 0.88
#: With equal consonants less is enough ("Mohammed", "Muhammad" .85), but not for "Hassan", "Hussein" (.77).
_RESPELLED: Final = 0.84


def plain_name(name: str) -> str:
    """A name as look-ups compare it: folded, without a leading article; never empty for a name that is not blank."""
    return strip_article(fold_name(name)) or name.casefold().strip()


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word, sounds merged that transliterations confuse ("qusayr", "kuseir": ``ksr``)."""
    ascii_word = romanize(word).lower()
    for digraph, letter in _DIGRAPHS:
        ascii_word = ascii_word.replace(digraph, letter)
    head = "@" if ascii_word[:1] in "aeiou" else ascii_word[:1]
    bones = head + _VOWELS.sub("", ascii_word[1:])
    return _DOUBLES.sub(r"\1", bones) or word


@lru_cache(maxsize=65536)
def words_of_name(name: str) -> tuple[str, ...]:
    """The folded words of a name that tell it apart; all of them where no other is left."""
    words = strip_article(fold_name(name)).split()
    return tuple(word for word in words if word not in _PARTICLES) or tuple(words)


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


def is_generic(name: str) -> bool:
    """Whether every word of an organization's name is one that every country has ("Interior Ministry")."""
    return all(word in _GENERIC for word in words_of_name(name))


def acronym(name: str) -> str | None:
    """The initials of a name of at least three words, without particles ("High Negotiations Committee": ``hnc``)."""
    words = words_of_name(name)
    return "".join(word[0] for word in words) if len(words) >= 3 else None


def name_similarity(left: str, right: str) -> float:
    """How well two names agree, 0 to 1: 1 the same folded name, else by words, in any order.

    Every word of the shorter name needs its like in the longer one (Jaro-Winkler, Winkler 1990, on words with equal
    consonants); words left over cost a little, for middle names come and go. A single word scores 0.95 against a name
    that ends with it and 0.7 against one that holds it, an acronym against the name it abbreviates 0.75.
    """
    if plain_name(left) == plain_name(right):
        return 1.0
    short, long = sorted((words_of_name(left), words_of_name(right)), key=lambda words: (len(words), words))
    if not short:
        return 0.0
    if set(short) == set(long):
        return 0.99
    if len(short) == 1 and len(long) > 1:
        return _word_in_name(short[0], long, {acronym(left), acronym(right)})
    return _by_words(short, long)


def _word_in_name(word: str, name: Sequence[str], acronyms: Collection[str | None]) -> float:
    if word in acronyms:
        return 0.75
    if word == name[-1]:
        return 0.95
    return 0.7 if any(word_similarity(word, other) >= _SAME_WORD for other in name) else 0.0


def _by_words(short: Sequence[str], long: Sequence[str]) -> float:
    rest = list(long)
    total = 0.0
    for word in short:
        best = max(rest, key=lambda other: word_similarity(word, other))
        similarity = word_similarity(word, best)
        if similarity < _SAME_WORD:
            return 0.0
        rest.remove(best)
        total += similarity
    return total / len(short) - 0.03 * len(rest)


@lru_cache(maxsize=65536)
def word_similarity(left: str, right: str) -> float:
    """How alike two folded words are, 0 to 1; those with other consonants are kept below a match."""
    if left == right:
        return 1.0
    likeness = float(JaroWinkler.similarity(romanize(left).lower(), romanize(right).lower()))
    if skeleton(left) == skeleton(right) and likeness >= _RESPELLED:
        return max(likeness, 0.9)
    return min(likeness, _SAME_WORD - 0.01)
