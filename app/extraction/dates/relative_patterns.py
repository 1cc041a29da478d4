"""Expressions counted from another time: "yesterday", "last week", "three years later", "that summer", "on Sunday"."""

import re
from collections.abc import Iterator
from typing import Final

from app.extraction.dates.expressions import Expression, Rule, origin_and_shift
from app.extraction.dates.words import (
    DAY,
    DAYTIME,
    FLAGS,
    MONTH,
    NUMBER,
    PARTS,
    SEASON,
    SEASONS,
    UNITS,
    WEEKDAY,
    YEAR,
    month_number,
    number_value,
    weekday_number,
)
from app.extraction.dates.words import SPACE as S

_UNIT: Final = r"(?:day|night|morning|afternoon|evening|weekend|week|month|quarter|year|decade|century)"
_DETERMINER: Final = (
    rf"(?:this{S}(?:past|coming|same)|that{S}(?:same|very)|the{S}(?:very{S})?(?:next|same|previous|following|preceding|"
    rf"prior|current|latest|coming)|this|last|next|that)"
)
_NAMED: Final = re.compile(
    rf"\b(?P<determiner>{_DETERMINER}){S}"
    rf"(?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})(?![a-z])(?:{S}(?P<day>{DAY})(?![:.,]?[0-9]))?|(?P<season>{SEASON})|(?P<unit>{_UNIT}))\b(?!-)"
    rf"(?:{S}{DAYTIME}\b)?",
    FLAGS,
)
_COUNTED: Final = re.compile(
    rf"\b(?:(?:almost|nearly|about|over|more{S}than|some|just|only|roughly|exactly|less{S}than|barely|around){S})?"
    rf"(?P<number>{NUMBER})(?:{S}|-)(?P<unit>day|week|month|year|decade|centurie|century)s?(?:{S}|-)"
    rf"(?:or{S}so{S})?(?:(?P<way>ago|earlier|later|previously|afterwards?|hence)\b(?!-)"
    rf"|(?P<way2>before|after)\b(?={S}?[,.;:)\"”]))",
    FLAGS,
)
_BESIDE: Final = re.compile(
    rf"\bthe{S}(?P<unit>day|night|week|month|year){S}(?P<way>before|after|following)\b"
    rf"(?:(?P<speech>{S}(?:tomorrow|yesterday))\b|(?<=following)|(?={S}?[,.;:)\"”]))",
    FLAGS,
)
#: "the year-ago quarter", "year-earlier results"
_YEAR_AGO: Final = re.compile(
    rf"\b(?:(?:the|a){S})?(?:comparable{S})?year-(?:ago|earlier)\b(?:{S}(?:quarter|period)\b)?", FLAGS
)
_QUARTER: Final = re.compile(rf"\b(?:the{S}quarter\b(?!{S}of{S}|-)|the{S}latest{S}period\b)", FLAGS)
#: the quarter that a report is about, in another year: "the 1988 period", "the same quarter a year ago"
_OTHER_QUARTER: Final = re.compile(
    rf"\b(?:(?:the{S})?(?P<year>{YEAR}){S}(?:quarter|period)"
    rf"|(?:the{S})?last{S}year['’]s{S}(?:quarter|period)"
    rf"|the{S}(?:(?:same|corresponding|comparable|equivalent|like){S})?(?:quarter|period){S}"
    rf"(?:(?:of|in){S})?(?:(?:the{S}previous|last){S}year|a{S}year{S}(?:ago|earlier|before)|(?P<of>{YEAR})))\b",
    FLAGS,
)
_WORD: Final = re.compile(r"\b(?P<word>today|yesterday|tomorrow|tonight)\b", FLAGS)
_PLAIN_UNIT: Final = re.compile(
    rf"\b(?P<lead>(?:the{S})?(?:end|beginning|start|middle|close|latter{S}part|early{S}part){S}of|(?:early|earlier|late|later){S}in)"
    rf"{S}the{S}(?P<unit>week|month|year|decade)\b|\b(?:the{S})?(?P<unit2>week|month|year)(?:['’]s{S}|-|{S})end\b"
    rf"|\bthe{S}(?P<unit3>weekend)\b|(?:(?<=\bfor ){S}?(?:the{S}full|the)|(?<=\bmonths of )the){S}(?P<unit4>year)\b",
    FLAGS,
)
_WEEKDAY: Final = re.compile(rf"\b(?P<weekday>{WEEKDAY})(?:{S}{DAYTIME})?\b", FLAGS)
_DAY_WORDS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _named(match: re.Match[str]) -> Iterator[Expression]:
    origin, shift = origin_and_shift(match["determiner"])
    expression = Expression(match.start(), match.end(), "day", shift=shift, origin=origin)
    if match["weekday"]:
        expression.weekday = weekday_number(match["weekday"])
    elif match["month"]:
        expression.month = month_number(match["month"])
        expression.unit, expression.day = ("day", int(match["day"])) if match["day"] else ("month", None)
    elif match["season"]:
        expression.unit, expression.index = "season", SEASONS[match["season"].lower()]
    else:
        expression.unit = UNITS[match["unit"].lower()]
    yield expression


def _counted(match: re.Match[str]) -> Iterator[Expression]:
    way = (match["way"] or match["way2"]).lower()
    count = number_value(match["number"])
    back = way in {"ago", "earlier", "previously", "before"}
    yield Expression(
        match.start(), match.end(), UNITS[match["unit"].lower()], shift=-count if back else count,
        origin="speech" if way in {"ago", "hence"} else "narrative", rolling=True,
    )  # fmt: skip


def _beside(match: re.Match[str]) -> Iterator[Expression]:
    shift = -1 if match["way"].lower() == "before" else 1
    expression = Expression(match.start(), match.end(), UNITS[match["unit"].lower()], shift=shift, origin="narrative")
    if match["speech"]:
        expression.shift, expression.origin = 2 * shift, "speech"
    yield expression


def _year_ago(match: re.Match[str]) -> Iterator[Expression]:
    yield Expression(match.start(), match.end(), "year", shift=-1, origin="narrative", rolling=True)


def _quarter(match: re.Match[str]) -> Iterator[Expression]:
    yield Expression(match.start(), match.end(), "quarter", shift=0, origin="narrative")


def _other_quarter(match: re.Match[str]) -> Iterator[Expression]:
    year = match["year"] or match["of"]
    expression = Expression(match.start(), match.end(), "quarter")
    expression.year, expression.year_shift = (int(year), None) if year else (None, -1)
    yield expression


def _word(match: re.Match[str]) -> Iterator[Expression]:
    yield Expression(match.start(), match.end(), "day", shift=_DAY_WORDS[match["word"].lower()])


def _plain_unit(match: re.Match[str]) -> Iterator[Expression]:
    unit = UNITS[(match["unit"] or match["unit2"] or match["unit3"] or match["unit4"]).lower()]
    expression = Expression(match.start(), match.end(), unit, shift=0, origin="context")
    if match["unit3"]:
        expression.shift = None
    elif match["unit2"]:
        expression.part = "end"
    elif match["lead"]:
        lead = match["lead"].lower()
        if not lead.startswith(("later", "earlier")):
            word = lead.split()[1 if lead.startswith("the") else 0]
            expression.part = "late" if word == "latter" else PARTS[word]
    yield expression


def _weekday(match: re.Match[str]) -> Iterator[Expression]:
    yield Expression(match.start(), match.end(), "day", weekday=weekday_number(match["weekday"]))


RULES: Final[tuple[Rule, ...]] = (
    (_COUNTED, _counted),
    (_YEAR_AGO, _year_ago),
    (_QUARTER, _quarter),
    (_OTHER_QUARTER, _other_quarter),
    (_BESIDE, _beside),
    (_NAMED, _named),
    (_PLAIN_UNIT, _plain_unit),
    (_WORD, _word),
    (_WEEKDAY, _weekday),
)
