"""Arithmetic of calendar units: the unit that holds a day, its neighbours, and its early, middle and late part."""

from datetime import date, timedelta
from typing import Final

from app.domain.edtf import Days, century_days, decade_days, month_days, season_days
from app.domain.vocabulary import DatePrecision
from app.extraction.dates.words import Part, Unit

PRECISION_OF_UNIT: Final[dict[Unit, DatePrecision]] = {
    "day": "day", "weekend": "week", "week": "week", "month": "month", "season": "season", "quarter": "quarter",
    "half": "year", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip
_MONTHS_IN: Final[dict[Unit, int]] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_THIRD: Final[dict[Part, int]] = {"start": 0, "early": 0, "mid": 1, "late": 2, "end": 2}
#: last days of the early and the middle part of a month; first of a decade's years in each part
_MONTH_PARTS: Final = ((1, 10), (11, 20), (21, 31))
_DECADE_PARTS: Final = ((0, 3), (4, 6), (7, 9))
_CENTURY_PARTS: Final = ((0, 33), (34, 66), (67, 99))


def season_of(day: date) -> tuple[int, int]:
    """Year and EDTF season that hold the day; January and February belong to the winter of the year before."""
    if day.month < 3:
        return day.year - 1, 24
    return day.year, 21 + (day.month // 3 - 1)


def _week(day: date) -> Days:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def period(unit: Unit, day: date) -> Days:
    """First and last day of the unit that holds the day (weeks run from Monday, ISO 8601)."""
    match unit:
        case "day":
            return day, day
        case "week":
            return _week(day)
        case "weekend":
            sunday = _week(day)[1]
            return sunday - timedelta(days=1), sunday
        case "season":
            return season_days(*season_of(day))
        case "decade":
            return decade_days(day.year)
        case "century":
            return century_days(day.year)
        case _:
            months = _MONTHS_IN[unit]
            first = (day.month - 1) // months * months + 1
            return date(day.year, first, 1), month_days(day.year, first + months - 1)[1]


def shifted(unit: Unit, day: date, count: int) -> Days:
    """The unit that is ``count`` units away from the one that holds the day; ``OverflowError`` off the calendar."""
    if unit in {"day", "week", "weekend"}:
        return period(unit, day + timedelta(days=count * (1 if unit == "day" else 7)))
    if unit == "season":
        year, season = season_of(day)
        moved = year * 4 + season - 21 + count
        return season_days(moved // 4, 21 + moved % 4)
    months = day.year * 12 + day.month - 1 + count * _MONTHS_IN[unit]
    if not 12 <= months < 120_000:
        raise OverflowError("outside the calendar")
    return period(unit, date(months // 12, months % 12 + 1, 1))


def part_of(days: Days, unit: Unit, part: Part) -> Days:
    """Part of a unit: ten days of a month, about a third of other units; a year starts and ends with one month."""
    first, last = days
    if unit == "month":
        start, end = _MONTH_PARTS[_THIRD[part]]
        return first.replace(day=start), first.replace(day=min(end, last.day))
    if unit in {"decade", "century"}:
        start, end = (_DECADE_PARTS if unit == "decade" else _CENTURY_PARTS)[_THIRD[part]]
        return date(first.year + start, 1, 1), date(first.year + end, 12, 31)
    if unit in {"day", "weekend"}:
        return days
    if unit in {"year", "half", "season", "quarter"}:
        return _months_of(days, part)
    length = (last - first).days + 1
    third = timedelta(days=length // 3)
    if _THIRD[part] == 0:
        return first, first + third - timedelta(days=1)
    return (last - third + timedelta(days=1), last) if _THIRD[part] == 2 else (first + third, last - third)


def _months_of(days: Days, part: Part) -> Days:
    """First or last month, or a third of the months."""
    first, last = days
    if part == "start":
        return month_days(first.year, first.month)
    if part == "end":
        return month_days(last.year, last.month)
    third = ((last.year - first.year) * 12 + last.month - first.month + 1) // 3
    start = first.month - 1 + third * _THIRD[part]
    end = start + third - 1
    return date(first.year + start // 12, start % 12 + 1, 1), month_days(first.year + end // 12, end % 12 + 1)[1]
