"""How alike two articles are worded: the terms that tell one from another, weighted, and their cosine."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import log, log10, sqrt
from typing import Final

from wordfreq import get_frequency_dict

from app.domain.names import fold_name

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"['’]s?$", re.IGNORECASE)
_MIN_LETTERS: Final = 3
#: Terms kept of an article: those that weigh most.
_TERMS: Final = 64
#: Fewer shared terms than these say little, however much of two short texts they are.
_ENOUGH_TERMS: Final = 12
#: A word that one in ten thousand words is, or a rarer one, weighs most; one in a hundred and commoner weighs nothing.
_RAREST: Final = 4.0
_COMMON: Final = 7.0
#: Numbers say more the longer they are: an age, a street number.
_NUMBER: Final = {2: 2.0}
_LONG_NUMBER: Final = 3.0
#: A word that is mostly written with a capital is a name, and tells stories apart.
_NAME: Final = 1.5
_MOSTLY: Final = 0.6


@dataclass(frozen=True, slots=True)
class Wording:
    """How an article is worded. ``terms``: its heaviest terms with their weights, of length 1 as a vector.

    ``people``: the folded full names (two words or more) of the people it names. ``places``: the keys of the places
    it mentions that are finer than a province.
    """

    terms: Mapping[str, float] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


def wording_of(texts: Iterable[str], people: Iterable[str] = (), places: Iterable[str] = ()) -> Wording:
    """The wording of an article: its title and its text without boilerplate, the names of its people, its places' keys.

    Terms weigh as in Salton & Buckley (1988), (1 + ln tf) × idf. The idf comes from the general English of
    ``wordfreq`` (Speer 2022) and not from what is stored, so that it never depends on which articles came before.
    """
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for text in texts:
        for word in _WORD.findall(text):
            term = _POSSESSIVE.sub("", word).casefold()
            if len(term) >= _MIN_LETTERS or term.isdigit():
                counts[term] += 1
                capitals[term] += word[0].isupper()
    weights = {
        term: (1 + log(count)) * _weight(term) * (_NAME if capitals[term] >= _MOSTLY * count else 1.0)
        for term, count in counts.items()
    }
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_TERMS]
    length = sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    names = frozenset(name for name in map(fold_name, people) if " " in name)
    return Wording({term: round(weight / length, 4) for term, weight in heaviest if weight}, names, frozenset(places))


def likeness(left: Wording, right: Wording) -> float:
    """The cosine of two articles' terms, 0 to 1: nothing in common to the same words.

    Where they share few terms, as two short reports of a kind do, it is taken for less than it is.
    """
    shared = [weight * right.terms[term] for term, weight in left.terms.items() if term in right.terms]
    return min(1.0, sum(shared)) * min(1.0, len(shared) / _ENOUGH_TERMS)


def shared_people(left: Wording, right: Wording) -> int:
    """How many people both name, by two words of the name."""
    others = [set(name.split()) for name in right.people]
    return sum(any(len(words & set(name.split())) > 1 for words in others) for name in left.people)


def _weight(term: str) -> float:
    if term.isdigit():
        return _NUMBER.get(len(term), _LONG_NUMBER if len(term) > 1 else 0.0)
    frequency = _frequencies().get(term)
    per_billion = log10(frequency * 1e9) if frequency else 0.0
    return min(_RAREST, max(0.0, _COMMON - per_billion))


@lru_cache(maxsize=1)
def _frequencies() -> Mapping[str, float]:
    return get_frequency_dict("en", wordlist="small")
