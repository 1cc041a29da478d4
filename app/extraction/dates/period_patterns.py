"""Expressions that name years and longer or shorter stretches: decades, centuries, seasons, quarters, holidays."""

import re
from collections.abc import Iterator
from typing import Final

from app.extraction.dates.calendar_patterns import NO_COUNT, full_year
from app.extraction.dates.expressions import Expression, Rule, origin_and_shift
from app.extraction.dates.words import (
    DECADE_WORDS,
    FLAGS,
    HOLIDAY,
    ORDINAL_DAY,
    SEASON,
    SEASONS,
    SHORT_YEAR,
    SPELLED_YEAR,
    YEAR,
    Unit,
    number_value,
    ordinal_value,
)
from app.extraction.dates.words import SPACE as S

_YEAR: Final = re.compile(
    rf"(?<![0-9$£€#.,/])(?-i:(?<![A-Z0-9]-))\b(?:the{S}years?{S}|year{S})?(?P<year>{YEAR})(?![A-Za-z]|-[a-zA-Z]+-old)"
    rf"{NO_COUNT}(?:{S}?[-–—/]{S}?(?P<to>{YEAR}|[0-9]{{2}}(?![0-9]))(?![-–/][0-9]))?(?!-[A-Za-z]?[0-9])",
    FLAGS,
)
_SHORT_YEAR: Final = re.compile(rf"(?<![A-Za-z0-9])(?P<year>{SHORT_YEAR})(?![A-Za-z])")
_SPELLED_YEAR: Final = re.compile(
    rf"\b(?:the{S}year{S})?(?P<century>eighteen|nineteen|twenty){S}(?P<rest>(?:twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen)\b"
    rf"|\bthe{S}year{S}two{S}thousand\b(?:{S}(?:and{S})?(?P<unit>one|two|three|four|five|six|seven|eight|nine)\b)?",
    FLAGS,
)
_DECADE: Final = re.compile(
    rf"(?:\bthe{S})?(?:(?<![0-9$£€.,])(?P<year>(?:1[0-9]{{2}}|20[0-9])0)['’]?s\b|['’‘`](?P<short>[0-9]0)s\b"
    rf"|\bthe{S}(?:(?:early|mid|late)[- ])?(?P<word>{'|'.join(DECADE_WORDS)})\b)",
    FLAGS,
)
_CENTURY: Final = re.compile(
    rf"\b(?:the{S})?(?P<number>[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL_DAY})"
    rf"(?:{S}|-)century\b(?!{S}?(?:B\.?C|before))",
    FLAGS,
)
_OF_YEAR: Final = (
    rf"(?:,?{S}(?:of{S}|in{S})?(?P<year>{YEAR}|{SHORT_YEAR}|{SPELLED_YEAR})"
    rf"|{S}(?:of{S})?(?P<yearwords>(?:(?:that|the|this){S})?(?:same|previous|following|next|last|current)|that|this|the)"
    rf"{S}year\b)?"
)
_SEASON: Final = re.compile(
    rf"\b(?:(?P<before>{YEAR}){S})?(?P<season>{SEASON})(?![a-z]|['’]s){_OF_YEAR}(?:{S}?[-–/]{S}?(?P<to>{YEAR}|[0-9]{{2}}(?![0-9])))?",
    FLAGS,
)
_QUARTER: Final = re.compile(
    rf"\b(?:(?:the|its|a|this){S})?(?:(?P<before>{YEAR}){S}|(?P<ago>year-(?:ago|earlier)){S}"
    rf"|(?P<wordsbefore>this|last|next){S}year['’]s{S})?"
    r"(?P<fiscal>fiscal[- ])?"
    rf"(?P<number>first|second|third|fourth|last|latter|final|1st|2nd|3rd|4th)"
    rf"(?:{S}|-)(?P<unit>quarter|half)\b(?!-|{S}of{S}(?:the{S})?(?:game|match|session|season)|[- ]final){_OF_YEAR}",
    FLAGS,
)
_HOLIDAY: Final = re.compile(rf"\b(?P<name>{HOLIDAY})(?![a-z]){_OF_YEAR}", FLAGS)


def _later_year(first: int, text: str) -> int:
    """Second year of "1944-45" or "1999-2003", with the first one's century where it is short."""
    year = int(text)
    return year if len(text) == 4 else first // 100 * 100 + year


def _year(match: re.Match[str]) -> Iterator[Expression]:
    first = int(match["year"])
    to = match["to"]
    if to is None or (second := _later_year(first, to)) <= first:
        yield Expression(match.start(), match.end("year"), "year", year=first)
        return
    yield Expression(match.start(), match.end("year"), "year", year=first)
    yield Expression(match.start("to"), match.end("to"), "year", year=second)


def _short_year(match: re.Match[str]) -> Iterator[Expression]:
    yield Expression(match.start(), match.end(), "year", year=full_year(match["year"]))


def _spelled_year(match: re.Match[str]) -> Iterator[Expression]:
    if match["century"]:
        year = 100 * number_value(match["century"]) + number_value(match["rest"])
    else:
        year = 2000 + number_value(match["unit"] or "")
    yield Expression(match.start(), match.end(), "year", year=year)


def _decade(match: re.Match[str]) -> Iterator[Expression]:
    if match["year"]:
        year = int(match["year"])
    else:
        tens = int(match["short"]) if match["short"] else DECADE_WORDS[match["word"].lower()]
        year = 1900 + tens
    unit: Unit = "century" if year % 100 == 0 and year < 2000 else "decade"
    yield Expression(match.start(), match.end(), unit, year=year)


def _century(match: re.Match[str]) -> Iterator[Expression]:
    number = ordinal_value(match["number"])
    if 2 <= number <= 22:
        yield Expression(match.start(), match.end(), "century", year=100 * (number - 1))


def _with_year(match: re.Match[str], expression: Expression) -> Expression:
    if match["year"]:
        expression.year = full_year(match["year"])
    elif match["yearwords"]:
        expression.origin, expression.year_shift = origin_and_shift(match["yearwords"])
        if match["yearwords"].lower() == "the":
            expression.origin = "context"
    return expression


def _season(match: re.Match[str]) -> Iterator[Expression]:
    expression = _with_year(match, Expression(match.start(), match.end(), "season"))
    expression.index = SEASONS[match["season"].lower()]
    if match["before"]:
        expression.year = int(match["before"])
    yield expression


def _quarter(match: re.Match[str]) -> Iterator[Expression]:
    unit = "quarter" if match["unit"].lower() == "quarter" else "half"
    expression = _with_year(match, Expression(match.start(), match.end(), "quarter" if unit == "quarter" else "half"))
    number = ordinal_value(match["number"])
    expression.index = (4 if unit == "quarter" else 2) if number == -1 else number
    if match["before"]:
        expression.year = int(match["before"])
    elif match["ago"]:
        expression.year_shift = -1
    elif match["wordsbefore"]:
        expression.origin, expression.year_shift = origin_and_shift(match["wordsbefore"])
    dated = expression.year is not None or expression.year_shift is not None
    if not match["fiscal"] and expression.index <= (4 if unit == "quarter" else 2) and (dated or unit == "quarter"):
        yield expression


def _holiday(match: re.Match[str]) -> Iterator[Expression]:
    expression = _with_year(match, Expression(match.start(), match.end(), "day"))
    expression.holiday = " ".join(match["name"].lower().replace("’", "'").split())
    yield expression


RULES: Final[tuple[Rule, ...]] = (
    (_QUARTER, _quarter),
    (_SEASON, _season),
    (_DECADE, _decade),
    (_CENTURY, _century),
    (_HOLIDAY, _holiday),
    (_SPELLED_YEAR, _spelled_year),
    (_YEAR, _year),
    (_SHORT_YEAR, _short_year),
)
