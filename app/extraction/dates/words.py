"""Words of the calendar and the numbers that go with them, as tables and as fragments of regular expressions."""

import re
from datetime import date, timedelta
from typing import Final, Literal

Unit = Literal["day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"]
#: ASCII only, so that look-alike letters (the long s, the Kelvin sign) never reach the tables
FLAGS: Final = re.IGNORECASE | re.ASCII
Part = Literal["start", "early", "mid", "late", "end"]

_MONTH_NAMES: Final = "january february march april may june july august september october november december".split()
MONTHS: Final[dict[str, int]] = {name: number for number, name in enumerate(_MONTH_NAMES, 1)} | {
    name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)
} | {"sept": 9}  # fmt: skip
WEEKDAYS: Final[dict[str, int]] = {
    name: number for number, name in enumerate("mon tue wed thu fri sat sun".split())
}  # fmt: skip
SEASONS: Final[dict[str, int]] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
UNITS: Final[dict[str, Unit]] = {
    "day": "day", "night": "day", "morning": "day", "afternoon": "day", "evening": "day", "date": "day",
    "weekend": "weekend", "week": "week", "fortnight": "week", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century", "centurie": "century",
}  # fmt: skip
PARTS: Final[dict[str, Part]] = {
    "early": "early", "beginning": "start", "start": "start", "opening": "start",
    "outset": "start", "mid": "mid", "middle": "mid", "midst": "mid", "late": "late", "end": "end",
    "close": "end",
}  # fmt: skip
_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
                "ninety": 90}  # fmt: skip
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
NUMBERS: Final[dict[str, int]] = {word: number for number, word in enumerate(_SMALL)} | _TENS | {"a": 1, "an": 1}
ORDINALS: Final[dict[str, int]] = {word: number for number, word in enumerate(_ORDINALS, 1)} | {
    "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25,
    "twenty-sixth": 26, "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30,
    "thirty-first": 31, "latter": 2, "last": -1, "final": -1,
}  # fmt: skip
DECADE_WORDS: Final[dict[str, int]] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip


def _alternatives(words: "dict[str, int]") -> str:
    return "|".join(sorted(words, key=len, reverse=True))


#: one blank, no-break blank or line break, but never the blank line between paragraphs
SPACE: Final = r"(?:[ \t\u00a0]|\n(?!\s))"
MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
WEEKDAY_SHORT: Final = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:(?:[sn]es|rs|ur|s)?day\b|\b\.?)"
DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
YEAR: Final = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9])"
SHORT_YEAR: Final = r"['’‘`][0-9]{2}(?![0-9])"
#: a year as it is spoken; from "twenty" on it may as well be a number
SPELLED_YEAR: Final = (
    r"(?:eighteen|nineteen)[ \t\n](?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen)\b"
)
DAYTIME: Final = r"(?:morning|afternoon|evening|night)"
SEASON: Final = r"(?:spring|summer|autumn|fall|winter)"
ORDINAL_DAY: Final = "(?:" + "|".join(word for word, number in sorted(
    ORDINALS.items(), key=lambda item: -len(item[0])) if 0 < number <= 31 and word != "latter") + ")"  # fmt: skip
NUMBER: Final = (
    r"(?:[0-9]{1,3}|an?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|"
    + "|".join(sorted(_SMALL[1:], key=len, reverse=True))
    + ")"
)
_WORD: Final = re.compile(r"[a-z]+")


def month_number(text: str) -> int:
    """Month 1 to 12 of a name or abbreviation."""
    lowered = text.lower().rstrip(".")
    return MONTHS.get(lowered) or MONTHS[lowered[:3]]


def weekday_number(text: str) -> int:
    """Weekday of a name, Monday is 0."""
    return WEEKDAYS[text.lower()[:3]]


def number_value(text: str) -> int:
    """Value of a cardinal in digits or words up to 99."""
    if text.isdigit():
        return int(text)
    return sum(NUMBERS.get(word, 0) for word in _WORD.findall(text.lower()))


def ordinal_value(text: str) -> int:
    """Value of an ordinal in digits ("21st") or words; -1 for "last"."""
    digits = text.rstrip("stndrhSTNDRH")
    return int(digits) if digits.isdigit() else ORDINALS[text.lower()]


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Oudin 1940, as given in Seidelmann, Explanatory Supplement, 1992)."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    full_moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full_moon + 2 - century + century // 4) % 7
    offset = full_moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


#: holidays on a fixed day of the Gregorian calendar
FIXED_HOLIDAYS: Final[dict[str, tuple[int, int]]] = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "new year's": (1, 1), "valentine's day": (2, 14),
    "st. patrick's day": (3, 17), "april fools' day": (4, 1), "may day": (5, 1), "bastille day": (7, 14),
    "fourth of july": (7, 4), "halloween": (10, 31), "all saints' day": (11, 1), "armistice day": (11, 11),
    "veterans day": (11, 11), "anzac day": (4, 25), "epiphany": (1, 6),
}  # fmt: skip
#: holidays on the n-th weekday of a month: month, weekday, n (United States)
WEEKDAY_HOLIDAYS: Final[dict[str, tuple[int, int, int]]] = {
    "thanksgiving day": (11, 3, 4), "thanksgiving": (11, 3, 4), "labor day": (9, 0, 1), "columbus day": (10, 0, 2),
}  # fmt: skip
#: days from Easter Sunday
EASTER_HOLIDAYS: Final[dict[str, int]] = {
    "palm sunday": -7, "good friday": -2, "easter sunday": 0, "easter day": 0, "easter monday": 1, "easter": 0,
    "pentecost": 49, "whit monday": 50,
}  # fmt: skip


def holiday_day(name: str, year: int) -> date:
    """The day of a holiday in a year; ``KeyError`` for names not in the tables."""
    if name in FIXED_HOLIDAYS:
        return date(year, *FIXED_HOLIDAYS[name])
    if name in WEEKDAY_HOLIDAYS:
        return _nth_weekday(year, *WEEKDAY_HOLIDAYS[name])
    return easter_sunday(year) + timedelta(days=EASTER_HOLIDAYS[name])


HOLIDAY: Final = "(?:" + "|".join(
    name.replace("'", "['’]").replace(" ", SPACE)
    for name in sorted([*FIXED_HOLIDAYS, *WEEKDAY_HOLIDAYS, *EASTER_HOLIDAYS], key=len, reverse=True)
) + ")"  # fmt: skip

#: a date expression holds at least one of these words, or a number
TRIGGER_WORDS: Final = frozenset(
    [*MONTHS, *SEASONS, *DECADE_WORDS, *(f"{name}s" for name in UNITS), *UNITS, "centuries", "half",
     *(day + "day" for day in "mon tues wednes thurs fri satur sun".split()), "today", "yesterday", "tomorrow",
     "tonight", "christmas", "easter", "halloween", "thanksgiving", "epiphany", "pentecost", "eve", "nineteen",
     "eighteen", "thousand"]
)  # fmt: skip
