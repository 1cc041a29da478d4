"""Placing expressions on the calendar: from the publication date, or from the time a narrative has reached."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.annotations import DateInterval
from app.domain.edtf import Days, format_edtf, interval, month_days, season_days
from app.domain.vocabulary import DateBasis, DatePrecision
from app.extraction.dates.expressions import Expression
from app.extraction.dates.periods import PRECISION_OF_UNIT, part_of, period, shifted
from app.extraction.dates.tense import Tense
from app.extraction.dates.words import Unit, holiday_day


@dataclass(slots=True)
class Placed:
    """An expression on the calendar. ``anchor``: the interval it was counted from, None where the words say it all."""

    days: Days
    unit: Unit
    basis: DateBasis = "stated"
    anchor: Days | None = None
    edtf: str | None = None
    precision: DatePrecision | None = None

    def value(self) -> DateInterval:
        """As the annotation contract has it."""
        return interval(*self.days, self.basis, edtf=self.edtf, precision=self.precision)


def in_year(expression: Expression, year: int) -> Days | None:
    """Where a day, month, season, quarter, half or holiday lies in a year; None if it does not exist there."""
    try:
        if expression.holiday:
            return (holiday_day(expression.holiday, year),) * 2
        if expression.day and expression.month:
            return (date(year, expression.month, expression.day),) * 2
        if expression.month:
            return month_days(year, expression.month)
        if expression.unit == "season" and expression.index:
            return season_days(year, expression.index)
        length = 3 if expression.unit == "quarter" else 6
        last = length * (expression.index or 1)
        return date(year, last - length + 1, 1), month_days(year, last)[1]
    except ValueError:
        return None


class Timeline:
    """The reader's sense of time while the text goes on.

    ``published`` is the publication interval, if known. In a ``history`` names without a year belong to the time the
    narrative has reached; otherwise they are near the publication date, on the side that the tense tells.
    """

    def __init__(self, published: Days | None, *, history: bool) -> None:
        self.published = published
        self.history = history or published is None
        self.reference: Placed | None = None
        self.reference_day: date | None = None

    def place(self, expression: Expression, tense: Tense | None) -> Placed | None:
        """The expression on the calendar, None where the text gives no bound; moves the narrative on."""
        try:
            placed = self._place(expression, tense)
        except (OverflowError, ValueError):
            return None
        if placed is None:
            return None
        if placed.unit not in {"decade", "century"}:
            self.reference = placed
        if placed.unit == "day":
            self.reference_day = placed.days[0]
        return self._finished(placed, expression)

    def _finished(self, placed: Placed, expression: Expression) -> Placed:
        days, unit = placed.days, placed.unit
        if expression.part and unit not in {"day", "weekend"}:
            days = self._part(expression, placed)
        if days != placed.days:
            return replace(placed, days=days, edtf=None, precision=None)
        edtf = placed.edtf
        if unit == "season" and expression.index:
            edtf = f"{days[0].year:04d}-{expression.index}"
        precision = placed.precision or PRECISION_OF_UNIT[unit]
        return replace(placed, edtf=edtf, precision=precision)

    def _part(self, expression: Expression, placed: Placed) -> Days:
        """ "Early May" is its first ten days, but "earlier this month" ends with the day of publication."""
        assert expression.part is not None  # noqa: S101
        first, last = placed.days
        if expression.shift == 0 and self.published and self.published == placed.anchor:
            today = self.published[1] if expression.part == "early" else self.published[0]
            if expression.part == "early" and first <= today <= last:
                return first, today
            if expression.part == "late" and first <= today <= last:
                return today, last
        return part_of(placed.days, placed.unit, expression.part)

    def _place(self, expression: Expression, tense: Tense | None) -> Placed | None:
        if expression.weekday is not None and expression.day is None:
            return self._weekday(expression, tense)
        if expression.unit in {"year", "decade", "century"} and expression.year is not None:
            return Placed(period(expression.unit, date(max(expression.year, 1), 1, 1)), expression.unit)
        if expression.month or expression.index or expression.holiday:
            return self._named(expression, tense)
        if expression.day:
            return self._day_of_month(expression)
        return self._counted(expression, tense)

    # -- names of the calendar ---------------------------------------------------------------------------------

    def _named(self, expression: Expression, tense: Tense | None) -> Placed | None:
        if expression.year is not None:
            return self._stated(expression, expression.year)
        if expression.year_shift is not None:
            base = self._origin_year(expression)
            return None if base is None else self._stated(expression, base + expression.year_shift)
        if expression.shift is not None:
            return self._nearest(expression, expression.shift)
        if self.history:
            return self._narrated(expression)
        return self._reported(expression, tense)

    def _stated(self, expression: Expression, year: int) -> Placed | None:
        days = in_year(expression, year)
        if expression.ambiguous:
            return self._either_order(expression, year)
        return None if days is None else Placed(days, expression.unit)

    def _either_order(self, expression: Expression, year: int) -> Placed | None:
        """ "03/04/2016": the order that is not after the publication date and near it; else only the year is sure."""
        swapped = replace(expression, day=expression.month, month=expression.day)
        readings = [days for item in (expression, swapped) if (days := in_year(item, year))]
        if self.published:
            near = [days for days in readings if 0 <= (self.published[1] - days[0]).days <= 45]
            if len(near) == 1:
                return Placed(near[0], "day")
        return Placed(period("year", date(year, 1, 1)), "year")

    def _origin_year(self, expression: Expression) -> int | None:
        if expression.origin == "narrative" or self.published is None:
            return self.reference.days[0].year if self.reference else None
        return self.published[0].year if self.published[0].year == self.published[1].year else None

    def _candidates(self, expression: Expression, around: int) -> Iterator[Days]:
        for year in range(max(around - 2, 1), min(around + 3, 9998)):
            if days := in_year(expression, year):
                yield days

    def _nearest(self, expression: Expression, shift: int) -> Placed | None:
        """ "Last May", "next spring", "that summer"."""
        anchor = self._anchor(expression)
        if anchor is None:
            return None
        candidates = list(self._candidates(expression, anchor[0].year))
        if shift < 0:
            found = [days for days in candidates if days[1] < anchor[0]][-1:]
        elif shift > 0:
            found = [days for days in candidates if days[0] > anchor[1]][:1]
        else:
            found = [days for days in candidates if days[0].year == anchor[0].year]
        return Placed(found[0], expression.unit, "relative", anchor) if found else None

    def _anchor(self, expression: Expression) -> Days | None:
        if expression.origin == "narrative" and self.reference:
            return self.reference.days
        if self.published is None or (self.history and self.reference):
            return self.reference.days if self.reference else None
        return self.published

    def _narrated(self, expression: Expression) -> Placed | None:
        """A name without year in a history: in the year the narrative has reached."""
        if self.reference is None:
            return None if self.published is None else self._reported(expression, "past")
        days = in_year(expression, self.reference.days[0].year)
        return None if days is None else Placed(days, expression.unit)

    def _reported(self, expression: Expression, tense: Tense | None) -> Placed | None:
        """A name without year in the news: the nearest one, on the side that the tense tells."""
        assert self.published is not None  # noqa: S101
        first, last = self.published
        candidates = list(self._candidates(expression, last.year))
        if tense == "future":
            found = [days for days in candidates if days[1] >= first][:1]
        else:
            found = [days for days in candidates if days[0] <= last][-1:]
        return Placed(found[0], expression.unit) if found else None

    def _day_of_month(self, expression: Expression) -> Placed | None:
        """ "The 14th": of the month the narrative has reached, else of the latest month that had one."""
        assert expression.day is not None  # noqa: S101
        base = self.reference.days if self.reference and self.reference.unit in {"day", "month"} else None
        if base is None and self.published and not self.history:
            base = self.published
        if base is None or (base[0].year, base[0].month) != (base[1].year, base[1].month):
            return None
        day = base[0].replace(day=expression.day)
        return Placed((day, day), "day", "relative", base)

    # -- counted from another time -----------------------------------------------------------------------------

    def _weekday(self, expression: Expression, tense: Tense | None) -> Placed | None:
        if expression.origin == "narrative" and self.reference_day:
            anchor, shift = (self.reference_day,) * 2, expression.shift or 0
        elif self.published and not self.history:
            anchor, shift = self.published, expression.shift
        else:
            return None
        if anchor[0] != anchor[1]:
            precision = "month" if (anchor[1] - anchor[0]).days <= 31 else None
            return Placed(anchor, "month", "relative", anchor, precision=precision)
        today = anchor[0]
        back = (today.weekday() - (expression.weekday or 0)) % 7
        if shift is not None and shift < 0:
            day = today - timedelta(days=back or 7)
        elif shift is not None and shift > 0:
            day = today + timedelta(days=7 - back)
        elif tense == "future" or (shift == 0 and tense != "past"):
            day = today + timedelta(days=-back % 7)
        else:
            day = today - timedelta(days=back)
        return Placed((day, day), "day", "relative", anchor)

    def _counted(self, expression: Expression, tense: Tense | None) -> Placed | None:
        shift = expression.shift
        anchor = self._anchor(expression)
        if expression.unit == "weekend" and shift is None:
            shift = 0 if tense == "future" or (anchor and anchor[0].weekday() >= 5) else -1
        if shift is None or anchor is None:
            return None
        if expression.unit == "day":
            return self._counted_days(expression, anchor, shift)
        if expression.origin == "narrative" and not self._fine_enough(anchor, expression.unit):
            return None
        first = shifted(expression.unit, anchor[0], shift)
        last = shifted(expression.unit, anchor[1], shift)
        days = (first[0], last[1])
        precision = PRECISION_OF_UNIT[expression.unit] if first == last else None
        return Placed(days, expression.unit, "relative", anchor, precision=precision)

    def _fine_enough(self, anchor: Days, unit: Unit) -> bool:
        return period(unit, anchor[0]) == period(unit, anchor[1]) or unit == "week"

    def _counted_days(self, expression: Expression, anchor: Days, shift: int) -> Placed | None:
        if expression.origin == "narrative" and self.reference_day:
            anchor = (self.reference_day,) * 2
        if anchor[0] == anchor[1]:
            day = anchor[0] + timedelta(days=shift)
            return Placed((day, day), "day", "relative", anchor)
        if expression.origin == "narrative" or self.history:
            return None
        return Placed(anchor, "month", "relative", anchor, edtf=format_edtf(*anchor))
