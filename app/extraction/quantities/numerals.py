"""Numbers written in digits or words, read from lower-case tokens."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.extraction.lexicons.words import NumberWord, WordLexicon

_DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}|\d{1,6}\.\d{1,3}")
_DASHES: Final = frozenset(("-", "\u2013", "\u2014"))
_LONGEST_PHRASE: Final = 4


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number or range up to token ``end`` (exclusive). ``scale`` is the factor of its last scale word, else 1."""

    end: int
    low: int
    high: int | None
    scale: int = 1


def cardinal(words: Sequence[str], at: int, lexicon: WordLexicon) -> Numeral | None:
    """The single number that starts at the token: "1.5 million", "twenty-one", "two hundred and fifty", "a dozen"."""
    if words[at] in {"a", "an"}:
        number = lexicon.numbers.get(words[at + 1]) if at + 1 < len(words) else None
        return _scaled(words, at + 1, 1, lexicon) if number is not None and number.kind == "scale" else None
    if words[at][:1].isdigit():
        return _from_digits(words, at, lexicon)
    number = lexicon.numbers.get(words[at])
    if number is None or number.kind == "scale":
        return None
    return _from_words(words, at, lexicon)


def _from_digits(words: Sequence[str], at: int, lexicon: WordLexicon) -> Numeral | None:
    text = words[at]
    if not _DIGITS.fullmatch(text) or (len(text) > 1 and text[0] == "0" and "." not in text):
        return None
    value = float(text.replace(",", ""))
    following = lexicon.numbers.get(words[at + 1]) if at + 1 < len(words) else None
    if following is not None and following.kind == "scale":
        return Numeral(at + 2, round(value * following.low), round(value * following.low), following.low)
    return Numeral(at + 1, int(value), int(value)) if "." not in text else None


def _from_words(words: Sequence[str], at: int, lexicon: WordLexicon) -> Numeral | None:
    below_hundred = _below_hundred(words, at, lexicon)
    if below_hundred is None:
        return None
    value, end = below_hundred
    return _scaled(words, end, value, lexicon)


def _below_hundred(words: Sequence[str], at: int, lexicon: WordLexicon) -> tuple[int, int] | None:
    number = lexicon.numbers.get(words[at]) if at < len(words) else None
    if number is None or number.kind == "scale":
        return None
    end = at + 1
    if number.kind == "ten":
        joined = end + 1 if end < len(words) and words[end] in _DASHES else end
        unit = lexicon.numbers.get(words[joined]) if joined < len(words) else None
        if unit is not None and unit.kind == "unit" and 0 < unit.low < 10:
            return number.low + unit.low, joined + 1
    return number.low, end


def _scaled(words: Sequence[str], at: int, value: int, lexicon: WordLexicon) -> Numeral:
    """Scale words after a number and what is added to them: "[two] hundred thousand", "[two] hundred and fifty"."""
    scale, total = 1, 0
    while at < len(words):
        number = lexicon.numbers.get(words[at])
        if number is None or number.kind != "scale":
            break
        scale = number.low
        value, at = value * scale, at + 1
        added = (
            _below_hundred(words, at + 1 if words[at : at + 1] == ["and"] else at, lexicon) if scale >= 100 else None
        )
        if added is not None:
            if lexicon.numbers.get(words[added[1]] if added[1] < len(words) else "") is None:
                value, at = value + added[0], added[1]
                break
            total, (value, at) = total + value, added
    return Numeral(at, total + value, total + value, scale)


def number_range(words: Sequence[str], at: int, lexicon: WordLexicon) -> Numeral | None:
    """The number or range that starts at the token: "10-15", "10 to 15", "[between] 10 and 15"."""
    first = cardinal(words, at, lexicon)
    if first is None or first.end + 1 >= len(words):
        return first
    link = words[first.end]
    before = words[at - 1] if at else ""
    joins = (
        link in _DASHES
        or link == "or"
        or (link == "to" and before != "from")
        or (link == "and" and before == "between")
    )
    second = cardinal(words, first.end + 1, lexicon) if joins else None
    if second is None or first.high is None:
        return first
    low = first.low
    if second.scale >= 100 and first.scale == 1 and low < second.low // second.scale:
        low *= second.scale
    return Numeral(second.end, low, second.high, second.scale) if low < second.low else first


def phrase(words: Sequence[str], at: int, lexicon: WordLexicon) -> tuple[int, NumberWord] | None:
    """The vague or zero quantity that starts at the token ("tens of thousands", "no one"), with its end."""
    for length in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
        found = lexicon.phrases.get(tuple(words[at : at + length]))
        if found is not None:
            return at + length, found
    return None


def bound_before(words: Sequence[str], at: int, lexicon: WordLexicon) -> tuple[int, str] | None:
    """The words right before a number that bound it ("at least"), as their start and their kind."""
    for length in range(min(_LONGEST_PHRASE, at), 0, -1):
        kind = lexicon.bounds.get(tuple(words[at - length : at]))
        if kind is not None:
            return at - length, kind
    return None
