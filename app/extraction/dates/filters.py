"""Telling dates from look-alikes: "may", the march, "the fall of the city", flight 1907, every Sunday."""

import re
from typing import TYPE_CHECKING, Final

from app.extraction.dates.expressions import Expression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREPOSITIONS: Final = frozenset(
    "in since by of until till from to between during last next this that early late mid through and or before after "
    "around about throughout for over late earlier later beginning end on within towards toward".split()
)
#: after a day of the year these make a name: "the 14 July Brigade", "6 October City"
_NAMED_AFTER: Final = re.compile(
    r"[ \u00a0-](?:[A-Z][\w’'-]{1,20} ){0,2}(?i:movement|brigades?|battalion|square|street|avenue|road|bridge|"
    r"university|neighbou?rhood|suburb|camp|airport|hospital|school|stadium|city|dam|legion|front|organi[sz]ation|party|group|revolution|foundation)\b"
)
#: years that are not, or not surely, those of the Gregorian calendar: they are not converted
_OTHER_CALENDAR: Final = re.compile(
    r"\b(?:fiscal|financial[ ]year|FY|hijri|anno[ ]hegirae|(?:iranian|persian|islamic|muslim|jewish|hebrew|ethiopian|"
    r"solar|lunar|coptic|buddhist)[ ](?:calendar|new[ ]year|year))\b",
    re.IGNORECASE,
)
_EACH: Final = frozenset("every each most many any alternate per bloody black super cyber ruby".split())
_NUMBERED: Final = frozenset(
    "resolution resolutions flight route no nos number numbers room article articles section bill page pages highway "
    "model channel unit squadron level chapter law act decree order act paragraph height elevation extension fm hill "
    "catalog area approximately nearly almost some than least exactly only worth".split()
)
_PAPERS: Final = frozenset("Times Telegraph Mail Mirror Express Herald Post Star Tribune World People Sun".split())
_AMBIGUOUS_MONTHS: Final = frozenset(
    {"may", "march", "mar", "jan", "dec", "sep", "apr", "jun", "jul", "aug", "oct", "nov", "feb"}
)
_BEFORE_YEAR_AND_NOUN: Final = frozenset(
    "the in of its their his her since by this that fiscal from s post pre mid early late".split()
)
#: what follows a time of day in four digits: "1630 GMT", "between 1800 and 0600"
_CLOCK_AFTER: Final = re.compile(r"[ \u00a0](?:GMT|UTC|local[ \u00a0]|(?:and|to|until)[ \u00a0]0[0-9]{3}\b)")
#: before four digits these make a time of day: "at 1650", "at about 1650"
_CLOCK: Final = frozenset("at approximately exactly".split())
_CAMPAIGNS: Final = frozenset("offensive offensives campaign campaigns fighting uprising counteroffensive".split())
_NOWADAYS: Final = frozenset("world youth society standards generation era technology computers children".split())
_YEAR_CONTEXT: Final = frozenset(
    "in since by of until till from to between during early late mid through and or before after around about "
    "throughout circa ca year years pre post spring summer autumn fall winter the for late an".split()
)


def _word_before(text: str, position: int) -> str:
    """The word that ends right before the position, with only blanks or a hyphen between."""
    end = position
    while end > 0 and text[end - 1] in " \u00a0\n\t-(":
        end -= 1
    start = end
    while start > 0 and (text[start - 1].isalpha() or text[start - 1] in "'’."):
        start -= 1
    return text[start:end].rstrip(".")


def _word_after(text: str, position: int) -> str:
    start = position
    while start < len(text) and text[start] in " \u00a0":
        start += 1
    end = start
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[start:end]


def _token(doc: "Doc | None", expression: Expression) -> "Token | None":
    if doc is None:
        return None
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    return None if span is None or len(span) == 0 else span[-1]


def _month_is_date(text: str, doc: "Doc | None", expression: Expression) -> bool:
    """Bare "May", "March" and short forms need a preposition or "early" before them, or a tag that fits."""
    word = text[expression.start : expression.end].rsplit(maxsplit=1)[-1].rstrip(".")
    if expression.shift is not None:
        return word[0].isupper() if expression.month in {3, 5} else True
    if expression.year or expression.year_shift is not None:
        return True
    if word.lower() not in _AMBIGUOUS_MONTHS:
        return True
    if not text[expression.start].isupper():
        return False
    token = _token(doc, expression)
    if token is not None and token.tag_ in {"MD", "VB", "VBP"}:
        return False
    if token is not None and _names_a_month_of(token):
        return True
    if word.lower() in {"may", "march"} or text[expression.end - 1] == ".":
        return _word_before(text, expression.start).lower() in _PREPOSITIONS
    return False


def _names_a_month_of(token: "Token") -> bool:
    """Whether a month stands between an article and a common noun: "the March offensive"."""
    return (
        0 < token.i < len(token.doc) - 1
        and token.nbor(-1).lower_ in {"the", "a", "an"}
        and token.nbor().tag_ in {"NN", "NNS"}
    )


def _season_is_date(text: str, doc: "Doc | None", expression: Expression) -> bool:
    if expression.year or expression.year_shift is not None or expression.shift is not None:
        return True
    token = _token(doc, expression)
    if token is not None and token.tag_ not in {"NN", "NNP"}:
        return False
    before = _word_before(text, expression.start)
    if _word_after(text, expression.end).lower() in _CAMPAIGNS:
        return True
    if before.lower() not in _PREPOSITIONS | {"the", "a", "winter", "summer", "autumn", "spring", "fall"}:
        return False
    return not (text[expression.start : expression.end].lower() == "fall" and _word_after(text, expression.end) in {
        "of", "in", "from", "to", "back"})  # fmt: skip


def _year_is_date(text: str, doc: "Doc | None", expression: Expression) -> bool:
    if text[expression.start] in "'’‘`":
        return _word_before(text, expression.start).lower() in _YEAR_CONTEXT
    if text[expression.start].isalpha():  # "the year 1999"
        return True
    return _figure_is_year(text, doc, expression)


def _figure_is_year(text: str, doc: "Doc | None", expression: Expression) -> bool:
    before = _word_before(text, expression.start).lower()
    if _OTHER_CALENDAR.search(text, max(0, expression.start - 40), expression.end + 40):
        return False
    if before in _NUMBERED or _is_clock(text, before, expression):
        return False
    year = expression.year or 0
    token = _token(doc, expression)
    counts = token is not None and token.i + 1 < len(token.doc) and token.nbor().tag_ == "NNS"
    if counts and before not in _BEFORE_YEAR_AND_NOUN:
        return False
    if year % 100 == 0 and before == "the" and _word_after(text, expression.end)[:1].isupper():
        return True
    if year < 1500:
        return before in {"in", "from", "of", "circa"} and not counts
    if year % 100 == 0:
        return before in _YEAR_CONTEXT - {"the", "for", "an", "or", "about", "around"} and not counts
    return True


def _is_clock(text: str, before: str, expression: Expression) -> bool:
    return (before in _CLOCK and expression.end - expression.start == 4) or bool(
        _CLOCK_AFTER.match(text, expression.end)
    )


def _weekday_is_date(text: str, expression: Expression) -> bool:
    return _word_after(text, expression.end) not in _PAPERS


def is_date(text: str, doc: "Doc | None", expression: Expression) -> bool:
    """Whether the words name a time here."""
    if _word_before(text, expression.start).lower() in _EACH:
        return False
    if expression.day and expression.year is None and _NAMED_AFTER.match(text, expression.end):
        return False
    if expression.unit == "month" and expression.month:
        return _month_is_date(text, doc, expression)
    if expression.unit == "season":
        return _season_is_date(text, doc, expression)
    if expression.unit == "year" and expression.shift is None:
        return _year_is_date(text, doc, expression)
    if expression.weekday is not None and expression.day is None:
        return _weekday_is_date(text, expression)
    if expression.shift is not None:
        return _shift_is_date(text, expression)
    return True


def _is_title(words: str) -> bool:
    """Whether all of several words are capitalised: "This Week" is a programme."""
    return " " in words and all(word[0].isupper() for word in words.split())


def _shift_is_date(text: str, expression: Expression) -> bool:
    """Lengths of time and rates are no dates: "the last week", "for the next year", "300 a month before"."""
    words = text[expression.start : expression.end].lower()
    if (
        words.startswith("a ")
        and words.endswith(("before", "after"))
        and text[max(0, expression.start - 3) : expression.start].rstrip()[-1:].isdigit()
    ):
        return False
    before = _word_before(text, expression.start)
    if len(before) > 1 and before.isupper() and text.startswith("Today", expression.start):  # a programme, a paper
        return False
    before = before.lower()
    if before in {"the", "its", "his", "their"} and words.startswith(("last", "next", "today")):
        return False
    if words.startswith("the next") and before in {"for", "over", "within", "during", "in"}:
        return words.endswith(("day", "morning", "night", "spring", "summer", "winter"))
    if words == "tomorrow" and before == "of":
        return False
    if words.startswith("today") and _word_after(text, expression.end + 2) in _NOWADAYS:
        return False
    if expression.unit != "day" and _is_title(text[expression.start : expression.end]):
        return False
    return not (words.startswith("last day") or (words.startswith(("last", "next")) and _word_after(
        text, expression.end) == "of"))  # fmt: skip
