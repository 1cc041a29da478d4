"""Dates in EDTF (ISO 8601-2, levels 0 and 1): reading, writing, and the days they mean.

Supported: years, months, days, seasons (``2016-21`` spring … ``2016-24`` winter), unspecified digits (``201X``,
``19XX``, ``2016-XX``), the qualifiers ``~ ? %``, and intervals that may be open or unknown on one side
(``2016-05/..``, ``../2016``).
Seasons are the meteorological ones of the northern hemisphere; winter runs into the next year. A qualifier is kept in
the text but does not widen the interval. Years 0001 to 9999 only.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from app.domain.annotations import DateInterval
from app.domain.vocabulary import DateBasis, DatePrecision

_SIMPLE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[~?%]?")
_UNSPECIFIED: Final = re.compile(r"([0-9]{2})([0-9X])X[~?%]?")
_TIME: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:\.[0-9]{1,9})?)?"
    r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])?"
)
_SEASON_MONTHS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
#: longest length in days for which the precision still fits, finest first
_PRECISIONS: Final[tuple[tuple[int, DatePrecision], ...]] = (
    (1, "day"),
    (16, "week"),
    (45, "month"),
    (130, "season"),
    (366, "year"),
    (3653, "decade"),
)
_HINT: Final = "use a year (2016), month (2016-05), day (2016-05-30) or an EDTF interval (2016-05/2016-06)"

Days = tuple[date, date]


def day_of(text: str) -> date:
    """The day written ``YYYY-MM-DD``; ``ValueError`` for anything else."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is None:
        message = f"{text!r} is not a day like 2016-05-30"
        raise ValueError(message)
    return date.fromisoformat(text)


def year_days(year: int) -> Days:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def season_days(year: int, season: int) -> Days:
    """First and last day of an EDTF season (21 spring, 22 summer, 23 autumn, 24 winter)."""
    first, last = _SEASON_MONTHS[season]
    last_year, last_month = (year, last) if last <= 12 else (year + 1, last - 12)
    return date(year, first, 1), month_days(last_year, last_month)[1]


def decade_days(year: int) -> Days:
    """First and last day of the decade that holds the year (2016: 2010 to 2019)."""
    first = year // 10 * 10
    return date(max(first, 1), 1, 1), date(first + 9, 12, 31)


def century_days(year: int) -> Days:
    """First and last day of the hundred years that hold the year, as EDTF counts them (``18XX``: 1800 to 1899)."""
    first = year // 100 * 100
    return date(max(first, 1), 1, 1), date(first + 99, 12, 31)


def precision_of(earliest: date | None, latest: date | None) -> DatePrecision:
    """The finest precision that an interval of this length fits; unknown where it is open."""
    if earliest is None or latest is None:
        return "unknown"
    length = (latest - earliest).days + 1
    return next((name for limit, name in _PRECISIONS if length <= limit), "century")


def _format_point(day: date, level: int) -> str:
    return day.isoformat()[: (4, 7, 10)[level - 1]]


def _level(day: date, *, first: bool) -> int:
    """How coarse an interval's end may be written: 1 year, 2 month, 3 day."""
    if day == year_days(day.year)[0 if first else 1]:
        return 1
    return 2 if day == month_days(day.year, day.month)[0 if first else 1] else 3


def _format_unit(earliest: date, latest: date) -> str | None:
    """The interval as one unit (day, month, year, decade, century), if it is one."""
    days = (earliest, latest)
    if earliest == latest:
        return earliest.isoformat()
    if days == month_days(earliest.year, earliest.month):
        return f"{earliest.year:04d}-{earliest.month:02d}"
    if days == year_days(earliest.year):
        return f"{earliest.year:04d}"
    if days == decade_days(earliest.year):
        return f"{earliest.year // 10:03d}X"
    return f"{earliest.year // 100:02d}XX" if days == century_days(earliest.year) else None


def format_edtf(earliest: date | None, latest: date | None) -> str:
    """The shortest EDTF text for a closed or half-open interval; ``ValueError`` if it has no bound or is reversed."""
    if earliest is None and latest is None:
        raise ValueError("an interval needs at least one bound")
    if earliest is None or latest is None:
        start = ".." if earliest is None else _format_point(earliest, 3)
        end = ".." if latest is None else _format_point(latest, 3)
        return f"{start}/{end}"
    if earliest > latest:
        raise ValueError("an interval cannot end before it starts")
    if unit := _format_unit(earliest, latest):
        return unit
    level = max(_level(earliest, first=True), _level(latest, first=False))
    return f"{_format_point(earliest, level)}/{_format_point(latest, level)}"


def interval(
    earliest: date | None,
    latest: date | None,
    basis: DateBasis = "stated",
    *,
    edtf: str | None = None,
    precision: DatePrecision | None = None,
) -> DateInterval:
    """A ``DateInterval`` of these bounds; EDTF text and precision follow from them unless given."""
    return DateInterval(
        edtf=edtf or format_edtf(earliest, latest),
        earliest=earliest,
        latest=latest,
        precision=precision or precision_of(earliest, latest),
        basis=basis,
    )


def _parse_unspecified(text: str) -> tuple[Days, DatePrecision] | None:
    match = _UNSPECIFIED.fullmatch(text)
    if match is None:
        return None
    if match[2] == "X":
        return century_days(int(match[1]) * 100), "century"
    return decade_days(int(match[1] + match[2]) * 10), "decade"


def _parse_point(text: str) -> tuple[Days, DatePrecision]:
    """Days and precision of one EDTF date; ``ValueError`` where it is none."""
    if unspecified := _parse_unspecified(text):
        return unspecified
    match = _SIMPLE.fullmatch(text)
    if match is None:
        message = f"{text!r} is not a date; {_HINT}"
        raise ValueError(message)
    year, month, day = int(match[1]), match[2] or "XX", match[3] or "XX"
    try:
        if month == "XX":
            if day != "XX":
                raise ValueError("a day needs its month")
            return year_days(year), "year"
        if int(month) in _SEASON_MONTHS and match[3] is None:
            return season_days(year, int(month)), "season"
        if day == "XX":
            return month_days(year, int(month)), "month"
        return (date(year, int(month), int(day)),) * 2, "day"
    except ValueError as error:
        message = f"{text!r} is not a date of the calendar: {error}"
        raise ValueError(message) from error


def parse_edtf(text: str, basis: DateBasis = "stated") -> DateInterval:
    """The interval that an EDTF text means; ``ValueError`` with advice where it is none or has no bound."""
    text = text.strip()
    if "/" not in text:
        (earliest, latest), precision = _parse_point(text)
        return DateInterval(edtf=text, earliest=earliest, latest=latest, precision=precision, basis=basis)
    start, _, end = text.partition("/")
    first = None if start in {"", ".."} else _parse_point(start)[0][0]
    last = None if end in {"", ".."} else _parse_point(end)[0][1]
    if first is None and last is None:
        message = f"{text!r} has no bound; {_HINT}"
        raise ValueError(message)
    if first and last and first > last:
        message = f"{text!r} ends before it starts"
        raise ValueError(message)
    return DateInterval(edtf=text, earliest=first, latest=last, precision=precision_of(first, last), basis=basis)


def parse_query_date(text: str) -> Days:
    """First and last day of a year, month or day as a filter value (``from`` uses the first, ``to`` the last)."""
    if re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", text.strip()) is None:
        message = f"{text!r} is not a date; use a year (2016), month (2016-05) or day (2016-05-30)"
        raise ValueError(message)
    return _parse_point(text.strip())[0]


def parse_published_on(text: str) -> DateInterval:
    """A publication date: a day, an RFC 3339 time (the day it has where it was written counts) or EDTF.

    Basis is stated. ``ValueError`` names what is accepted.
    """
    text = text.strip()
    if match := _TIME.fullmatch(text):
        return parse_edtf(match[1])
    if len(text) > 64:
        message = f"the date is too long; {_HINT} or an RFC 3339 time"
        raise ValueError(message)
    return parse_edtf(text)
