"""The words of a text as copies are told by: which of them are numbers, days and names, and which are quoted."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

Kind = Literal["number", "weekday", "date", "name"]

_WORD: Final = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"['’]s?$", re.IGNORECASE)
_SEPARATOR: Final = re.compile(r"(?<=\d)[.,](?=\d{3}\b)")
#: A quotation; one that goes on in the next paragraph is not closed.
_QUOTATION: Final = re.compile(r"“[^”\n]*|„[^“”\n]*|«[^»\n]*|\"[^\"\n]*\"?|(?<!\w)[‘'](?=\w)[^\n]*?[’'](?!\w)")
#: What stands between a word and the end of the sentence before it.
_SENTENCE_ENDS: Final = re.compile(r"[.!?:…][\s\"“”„«»‘’(\[—–-]*$")
#: From this share of words with a capital on, a line is a headline, where capitals tell no names.
_HEADLINE: Final = 0.6
_WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)
_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
#: "one" is more often no number than it is one.
_NUMBERS: Final = {word: value for value, word in enumerate(_UNITS) if word != "one"} | _TENS
_COMPOUNDS: Final = {
    f"{word}-{unit}": tens + value for word, tens in _TENS.items() for value, unit in enumerate(_UNITS[:10])
}


class Word(NamedTuple):
    """A word: ``form`` as it is compared, folded and numbers in digits."""

    form: str
    kind: Kind | None
    is_quoted: bool


class _Found(NamedTuple):
    words: str
    is_quoted: bool
    may_be_name: bool


def words_of_text(text: str) -> list[Word]:
    """All words of a text, in order. A word with a capital is a name, unless a sentence or a headline gives it one."""
    found = [word for line in text.splitlines() for word in _words_of_line(line)]
    names = {word.words for word in found if word.may_be_name}
    forms = [_form(word.words) for word in found]
    kinds = [_kind(forms, at, is_name=word.words in names) for at, word in enumerate(found)]
    return [Word(form, kind, word.is_quoted) for form, kind, word in zip(forms, kinds, found, strict=True)]


def _words_of_line(line: str) -> Iterator[_Found]:
    quoted = [match.span() for match in _QUOTATION.finditer(line)]
    matches = list(_WORD.finditer(line))
    capitals = sum(match[0][0].isupper() for match in matches)
    is_headline = len(matches) > 1 and capitals >= _HEADLINE * len(matches)
    end = 0
    for match in matches:
        is_capital = match[0][0].isupper()
        yield _Found(
            words=_POSSESSIVE.sub("", match[0]) if "'" in match[0] or "’" in match[0] else match[0],
            is_quoted=any(start <= match.start() < stop for start, stop in quoted),
            may_be_name=is_capital and not is_headline and _goes_on(line, end, match.start()),
        )
        end = match.end()


def _goes_on(line: str, end: int, start: int) -> bool:
    """Whether what starts here belongs to the sentence of the word that ended there."""
    return end > 0 and not _SENTENCE_ENDS.search(line[end:start])


def _form(words: str) -> str:
    folded = _SEPARATOR.sub("", words.casefold().replace("’", "'"))
    number = _NUMBERS.get(folded, _COMPOUNDS.get(folded))
    return folded if number is None else str(number)


def _kind(forms: Sequence[str], at: int, *, is_name: bool) -> Kind | None:
    form = forms[at]
    if form in _WEEKDAYS:
        return "weekday"
    if form[0].isdigit():
        beside = (*forms[max(0, at - 1) : at], *forms[at + 1 : at + 2])
        return "number" if _MONTHS.isdisjoint(beside) else "date"
    if is_name:
        return "date" if form in _MONTHS else "name"
    return None
