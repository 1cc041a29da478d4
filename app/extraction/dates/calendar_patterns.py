"""Expressions that name days, months and years of the calendar."""

import re
from collections.abc import Iterator
from typing import Final

from app.extraction.dates.expressions import Expression, Rule, origin_and_shift
from app.extraction.dates.words import (
    DAY,
    FLAGS,
    MONTH,
    ORDINAL_DAY,
    SHORT_YEAR,
    SPELLED_YEAR,
    WEEKDAY_SHORT,
    YEAR,
    month_number,
    number_value,
    ordinal_value,
    weekday_number,
)
from app.extraction.dates.words import SPACE as S

_ORD: Final = r"(?:st|nd|rd|th)?"
_JOIN: Final = rf"(?:{S}?[-–—/]{S}?|,{S}?|{S}(?:and|or|to|through|until|till){S}(?:the{S})?)"
#: things counted: a number before them is no year
_COUNTED: Final = (
    r"(?:people|persons?|men|women|children|troops|soldiers|fighters|militants|rebels|police|officers|civilians|dead|"
    r"refugees|families|homes|houses|miles?|km|kilomet\w+|met(?:er|re)s?|feet|tons?|tonnes|pounds|dollars|euros|"
    r"members|prisoners|protesters|demonstrators|students|workers|residents|times|rounds|tanks|aircraft|casualties|"
    r"years|months|weeks|days|hours|seats|votes|deaths|cases|others?|more|million|billion|percent|inhabitants)\b"
)
NO_COUNT: Final = rf"(?!{S}?%|{S}(?:[a-z]{{3,12}}{S})?{_COUNTED}|[.,:][0-9]|{S}?(?:B\.?C|A\.?H\b|h(?:ou)?rs\b))"
_YEAR_WORDS: Final = (
    r"(?P<yearwords>(?:(?:that|the|this){S})?(?:same|previous|following|next|last|preceding|past|current)|that|this)"
    r"{S}year\b"
).replace("{S}", S)
NO_NUMBER_BEFORE: Final = r"(?<![0-9$£€#.])(?<![0-9][,:])\b"


def _year_tail(more: str = "") -> str:
    separator = rf"(?:[,،]{S}?(?:of{S}|in{S})?|{S}(?:of{S}|in{S})?|-)"
    return rf"(?:{separator}(?:(?P<year>{YEAR}{NO_COUNT}|{SHORT_YEAR}{more}|{SPELLED_YEAR})|{_YEAR_WORDS}))?"


_TWO_DIGITS: Final = rf"|[3-9][0-9](?![0-9.,:%])(?!{S}[a-z0-9])"
_WEEKDAY: Final = rf"(?:(?P<weekday>{WEEKDAY_SHORT}),?{S}(?:the{S})?)?"
_DAY_LIST: Final = rf"{DAY}{_ORD}(?:{_JOIN}{DAY}{_ORD}){{0,3}}"

_DAY_MONTH: Final = re.compile(
    rf"{NO_NUMBER_BEFORE}{_WEEKDAY}(?:(?P<days>{_DAY_LIST})(?:{S}|-(?=[a-z]{{3,9}}-[0-9])|{S}of{S})|(?P<word>{ORDINAL_DAY}){S}of{S})"
    rf"(?P<month>{MONTH})(?![a-z]){_year_tail(_TWO_DIGITS)}",
    FLAGS,
)
_MONTH_DAY: Final = re.compile(
    rf"\b{_WEEKDAY}(?P<month>{MONTH}){S}(?:the{S})?"
    rf"(?:(?P<days>{DAY}{_ORD}(?:{_JOIN}{DAY}{_ORD}(?![a-z:]|,?[0-9]))*)|(?P<word>{ORDINAL_DAY}\b(?!{S}[a-z])))"
    rf"(?![a-z%]|[:.,]?[0-9]){_year_tail()}".replace(")*)", "){0,3})"),
    FLAGS,
)
_MONTH: Final = re.compile(
    rf"\b(?P<month>{MONTH})(?![a-z])(?!,?{S}(?:of{S})?[0-9]{{1,4}}{S}?B\.?C){_year_tail()}", FLAGS
)
_ISO: Final = re.compile(
    rf"{NO_NUMBER_BEFORE}(?P<year>{YEAR})(?P<sep>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=sep)(?P<days>{DAY})(?![-/.][0-9])"
)
_NUMERIC: Final = re.compile(
    r"(?<![0-9./$£€-])(?P<first>[0-9]{1,2})(?P<sep>[/.-])(?P<second>[0-9]{1,2})(?P=sep)"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9%]|[./-][0-9])"
)
_ORDINAL_ONLY: Final = re.compile(
    rf"\b(?:on|by|until|from|before|after|since|between){S}(?P<span>the{S}(?P<days>[0-9]{{1,2}}(?:st|nd|rd|th)))"
    rf"(?={S}?[,.;:)]|{S}(?:and|the|in|he|she|they|it|we|when|a|an|to|was|were|but|after|before|with|by|for|at|that|"
    rf"of{S}(?:the|that|this){S}month)\b|{S}?$)",
    FLAGS,
)
_DAY_NUMBER: Final = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?", FLAGS)


def full_year(text: str) -> int:
    """Year of four or two digits, or spoken; two digits are read as 1930 to 2029."""
    if text[0].isalpha():
        century, rest = text.split(maxsplit=1)
        return 100 * number_value(century) + number_value(rest)
    digits = text.strip("'’‘`")
    year = int(digits)
    if len(digits) == 2:
        year += 1900 if year >= 30 else 2000
    return year


def _year_fields(match: re.Match[str]) -> Expression:
    """An expression that holds what the match says of its year, to be copied from."""
    base = Expression(match.start(), match.end(), "day")
    if match["year"]:
        base.year = full_year(match["year"])
    elif match["yearwords"]:
        base.origin, base.year_shift = origin_and_shift(match["yearwords"])
    return base


def _days(match: re.Match[str]) -> Iterator[Expression]:
    """One expression per day of "6, 7 and 8 May 1990"; month and year hold for all."""
    base = _year_fields(match)
    month = month_number(match["month"])
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    if match["word"]:
        spans = [(match.start(), match.end(), ordinal_value(match["word"]))]
    else:
        found = list(_DAY_NUMBER.finditer(match.string, match.start("days"), match.end("days")))
        spans = [(part.start(), part.end(), ordinal_value(part[0])) for part in found]
        spans[0] = (match.start(), spans[0][1], spans[0][2])
        spans[-1] = (spans[-1][0], match.end(), spans[-1][2])
        if match.start("month") < match.start("days") and len(spans) > 1:
            year_part = match.end() if match.end() > match.end("days") else spans[-1][1]
            spans[-1] = (spans[-1][0], year_part, spans[-1][2])
    for number, (start, end, day) in enumerate(spans):
        yield Expression(
            start, end, "day", year=base.year, month=month, day=day, weekday=weekday if number == 0 else None,
            year_shift=base.year_shift, origin=base.origin,
        )  # fmt: skip


def _month(match: re.Match[str]) -> Iterator[Expression]:
    expression = _year_fields(match)
    expression.unit, expression.month = "month", month_number(match["month"])
    yield expression


def _iso(match: re.Match[str]) -> Iterator[Expression]:
    yield Expression(
        match.start(), match.end(), "day", year=int(match["year"]), month=int(match["month"]), day=int(match["days"])
    )


def _numeric(match: re.Match[str]) -> Iterator[Expression]:
    """Day first or month first ("27/02/2016", "02/27/2016"); two small numbers are settled later."""
    first, second, year = int(match["first"]), int(match["second"]), full_year(match["year"])
    if (len(match["year"]) == 2 and match["sep"] != "/") or not (0 < first <= 31 and 0 < second <= 31):
        return
    if first > 12 and second > 12:
        return
    day, month = (second, first) if second > 12 else (first, second)
    either = first <= 12 and second <= 12 and first != second and match["sep"] != "."
    yield Expression(match.start(), match.end(), "day", year=year, month=month, day=day, ambiguous=either)


def _ordinal_only(match: re.Match[str]) -> Iterator[Expression]:
    yield Expression(match.start("span"), match.end("span"), "day", day=number_value(match["days"][:-2]))


RULES: Final[tuple[Rule, ...]] = (
    (_DAY_MONTH, _days),
    (_MONTH_DAY, _days),
    (_MONTH, _month),
    (_ISO, _iso),
    (_NUMERIC, _numeric),
    (_ORDINAL_ONLY, _ordinal_only),
)
