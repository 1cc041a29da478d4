"""Placing one expression on the calendar: from its own words, the publication date, or the time a text has reached."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from app.domain.annotations import DateInterval
from app.domain.edtf import Days, interval, month_days, season_days
from app.domain.vocabulary import DateBasis, DatePrecision
from app.extraction.dates.expressions import Expression
from app.extraction.dates.periods import PRECISION_OF_UNIT, part_of, period, shifted
from app.extraction.dates.tense import Tense
from app.extraction.dates.words import Unit, holiday_day

#: how much farther a date before and a date after publication seems, by the tense
_BIAS: Final[dict[Tense | None, tuple[float, float]]] = {
    "past": (1.0, 12.0), "told": (1.0, 2.0), "present": (1.0, 1.0), None: (1.0, 2.0), "future": (3.0, 1.0),
}  # fmt: skip


_FINE: Final[frozenset[Unit]] = frozenset({"day", "month"})
#: days before publication within which one order of a doubtful date is taken for the right one
_RECENT: Final = (10, 45)


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression on the calendar. ``anchor``: the interval it was counted from, None where the words say it all."""

    days: Days
    unit: Unit
    basis: DateBasis = "stated"
    anchor: Days | None = None
    precision: DatePrecision | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """The time a text has reached: the last thing placed, and the last day and quarter."""

    reference: Placed | None = None
    day: date | None = None
    quarter: Placed | None = None
    #: the day of publication: nobody reports on a quarter before it is over
    today: date | None = None

    def after(self, placed: Placed) -> "Clock":
        """The clock when this has been read; decades and centuries are only scenery."""
        if placed.unit in {"decade", "century"}:
            return self
        day = placed.days[0] if placed.unit == "day" else self.day
        return Clock(placed, day, placed if self._reports_on(placed) else self.quarter, self.today)

    def _reports_on(self, placed: Placed) -> bool:
        """Whether the text is from now on about this quarter: the newest it names that is over."""
        if placed.unit != "quarter" or (self.today is not None and placed.days[1] > self.today):
            return False
        return self.quarter is None or placed.days[0] > self.quarter.days[0]


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


def in_years_around(expression: Expression, year: int) -> Iterator[Days]:
    """Where it lies in the years near this one, in order."""
    for candidate in range(max(year - 2, 1), min(year + 3, 9998)):
        if days := in_year(expression, candidate):
            yield days


def value_of(placed: Placed, expression: Expression) -> DateInterval:
    """What the contract says of a placed expression, cut to its early, middle or late part."""
    days, edtf, precision = placed.days, None, placed.precision
    if expression.part and precision is None:
        days = part_of(days, placed.unit, expression.part)
    if days == placed.days and placed.unit == "season" and expression.index:
        edtf = f"{days[0].year:04d}-{expression.index}"
    if days == placed.days and precision is None:
        precision = PRECISION_OF_UNIT[placed.unit]
    return interval(*days, placed.basis, edtf=edtf, precision=None if days != placed.days else precision)


class Placer:
    """Finds the places on the calendar that an expression may mean.

    ``published`` is the publication interval, if known. In a ``history`` names without a year belong to the time the
    narrative has reached; otherwise they are near the publication date, on the side that the tense tells.
    """

    def __init__(self, published: Days | None, *, history: bool) -> None:
        self.published = published
        self.history = history or published is None

    def readings(self, expression: Expression, clock: Clock, tense: Tense | None) -> list[Placed]:
        """The possible places, none where the text gives no bound."""
        try:
            return [placed for placed in self._readings(expression, clock, tense) if placed]
        except (OverflowError, ValueError):
            return []

    def _readings(self, expression: Expression, clock: Clock, tense: Tense | None) -> list[Placed | None]:
        if expression.weekday is not None and expression.day is None:
            return [self._weekday(expression, clock, tense)]
        if expression.unit in {"year", "decade", "century"} and expression.year is not None:
            return [Placed(period(expression.unit, date(max(expression.year, 1), 1, 1)), expression.unit)]
        if expression.month or expression.index or expression.holiday:
            return self._named(expression, clock, tense)
        if expression.day:
            return [self._day_of_month(expression, clock)]
        if expression.year is not None or expression.year_shift is not None:
            return [self._other_quarter(expression, clock)]
        return [self._counted(expression, clock, tense)]

    # -- names of the calendar ---------------------------------------------------------------------------------

    def _named(self, expression: Expression, clock: Clock, tense: Tense | None) -> list[Placed | None]:
        if expression.year is not None:
            return [self._stated(expression, expression.year)]
        if expression.year_shift is not None:
            base = self._origin_year(expression, clock)
            return [] if base is None else [self._stated(expression, base + expression.year_shift)]
        if expression.shift is not None:
            return [self._nearest(expression, expression.shift, clock)]
        if not self.history:
            told = self._told_on(expression, clock) if tense in {"past", "told"} else None
            return [told or self._reported(expression, tense)]
        if clock.reference is None:
            return [self._reported(expression, tense)]
        year = clock.reference.days[0].year
        return [self._stated(expression, candidate) for candidate in (year, year + 1, year - 1) if candidate > 0]

    def _told_on(self, expression: Expression, clock: Clock) -> Placed | None:
        """In a paragraph about an earlier year ("On 3 May 2011 … In August …"), the next such date from there."""
        if clock.reference is None or clock.reference.basis != "stated" or not expression.continues:
            return None
        start = clock.reference.days[0]
        if self.published is None or self.published[0].year - start.year < 2 or clock.reference.unit not in _FINE:
            return None
        ahead = [days for days in in_years_around(expression, start.year) if days[1] >= start]
        return Placed(ahead[0], expression.unit) if ahead else None

    def _stated(self, expression: Expression, year: int) -> Placed | None:
        if expression.ambiguous:
            return self._either_order(expression, year)
        days = in_year(expression, year)
        return None if days is None else Placed(days, expression.unit)

    def _either_order(self, expression: Expression, year: int) -> Placed:
        """Of the two orders of "03/04/2016" the one shortly before publication; else only the year is sure."""
        swapped = replace(expression, day=expression.month, month=expression.day)
        readings = [days for item in (expression, swapped) if (days := in_year(item, year))]
        if self.published:
            ages = [((self.published[1] - days[0]).days, days) for days in readings]
            for limit in _RECENT:
                near = [days for age, days in ages if 0 <= age <= limit]
                if len(near) == 1:
                    return Placed(near[0], "day")
        return Placed(period("year", date(year, 1, 1)), "year")

    def _origin_year(self, expression: Expression, clock: Clock) -> int | None:
        anchor = self._anchor(expression, clock)
        if anchor is None:
            return None
        return anchor[0].year if anchor[0].year == anchor[1].year or expression.origin == "narrative" else None

    def _anchor(self, expression: Expression, clock: Clock) -> Days | None:
        if expression.origin == "speech" and self.published is None:
            return None
        if clock.reference and (expression.origin == "narrative" or self.history):
            return clock.reference.days
        return self.published

    def _nearest(self, expression: Expression, shift: int, clock: Clock) -> Placed | None:
        """The one before, in or after the anchor: "last May", "that summer", "next spring"."""
        anchor = self._anchor(expression, clock)
        if anchor is None:
            return None
        candidates = list(in_years_around(expression, anchor[0].year))
        if shift < 0:
            found = [days for days in candidates if days[1] < anchor[0]][-1:]
        elif shift > 0:
            found = [days for days in candidates if days[0] > anchor[1]][:1]
        else:
            found = [days for days in candidates if days[0].year == anchor[0].year]
        return Placed(found[0], expression.unit, "relative", anchor) if found else None

    def _reported(self, expression: Expression, tense: Tense | None) -> Placed | None:
        """A name without year in the news: the nearest one, with a bias to the side that the tense tells."""
        if self.published is None:
            return None
        first, last = self.published
        before, after = _BIAS["past" if expression.unit == "quarter" else tense]

        def distance(days: Days) -> float:
            if days[0] > last:
                return (days[0] - last).days * after
            return max((first - days[1]).days, 0) * before

        found = min(in_years_around(expression, last.year), key=distance, default=None)
        return Placed(found, expression.unit) if found else None

    def _day_of_month(self, expression: Expression, clock: Clock) -> Placed | None:
        """A bare "the 14th": of the month the text has reached, else of the publication's."""
        base = clock.reference.days if clock.reference and clock.reference.unit in {"day", "month"} else None
        if base is None and not self.history:
            base = self.published
        if base is None or (base[0].year, base[0].month) != (base[1].year, base[1].month):
            return None
        day = base[0].replace(day=expression.day or 1)
        return Placed((day, day), "day", "relative", base)

    # -- counted from another time -----------------------------------------------------------------------------

    def _weekday(self, expression: Expression, clock: Clock, tense: Tense | None) -> Placed | None:
        if expression.origin == "narrative" and clock.day:
            anchor: Days | None = (clock.day, clock.day)
        else:
            anchor = None if self.history else self.published
        if anchor is None:
            return None
        if anchor[0] != anchor[1]:
            return Placed(anchor, "month", "relative", anchor, precision=_coarse(anchor))
        today, shift = anchor[0], expression.shift
        back = (today.weekday() - (expression.weekday or 0)) % 7
        if shift is not None and shift != 0:
            day = today - timedelta(days=back or 7) if shift < 0 else today + timedelta(days=7 - back)
        elif tense == "future" or (shift == 0 and tense not in {"past", "told"}):
            day = today + timedelta(days=-back % 7)
        else:
            day = today - timedelta(days=back)
        return Placed((day, day), "day", "relative", anchor)

    def _counted(self, expression: Expression, clock: Clock, tense: Tense | None) -> Placed | None:
        shift, anchor, unit = expression.shift, self._anchor(expression, clock), expression.unit
        if clock.quarter and not self.history and _is_about_quarter(expression) and not expression.of_longer:
            return self._same_quarter(clock.quarter.days, shift or 0)
        if anchor is None or (unit == "quarter" and shift == 0 and expression.origin == "narrative"):
            return None
        if shift is None:
            shift = 0 if tense == "future" or anchor[0].weekday() >= 5 else -1
        if unit == "day":
            return self._counted_days(expression, clock, anchor)
        if expression.origin == "narrative" and period(unit, anchor[0]) != period(unit, anchor[1]) and unit != "week":
            return None
        first, last = shifted(unit, anchor[0], shift), shifted(unit, anchor[1], shift)
        precision = None if first == last else _coarse((first[0], last[1]))
        return Placed((first[0], last[1]), unit, "relative", anchor, precision=precision)

    def _other_quarter(self, expression: Expression, clock: Clock) -> Placed | None:
        """The quarter a report is about, in another year; that whole year where the text is about no quarter."""
        year, base = expression.year, self._origin_year(expression, clock)
        if clock.quarter and not self.history and not expression.of_longer:
            years = expression.year_shift or 0 if year is None else year - clock.quarter.days[0].year
            return self._same_quarter(clock.quarter.days, years)
        if year is None and base is not None:
            year = base + (expression.year_shift or 0)
        return None if year is None else Placed(period("year", date(year, 1, 1)), "year")

    def _same_quarter(self, quarter: Days, shift: int) -> Placed:
        """That quarter so many years on: in a report on it, "a year earlier" is the same one of the year before."""
        return Placed(shifted("quarter", quarter[0], 4 * shift), "quarter", "relative", quarter)

    def _counted_days(self, expression: Expression, clock: Clock, anchor: Days) -> Placed | None:
        if expression.origin == "narrative" and clock.day:
            anchor = (clock.day, clock.day)
        if anchor[0] == anchor[1]:
            day = anchor[0] + timedelta(days=expression.shift or 0)
            return Placed((day, day), "day", "relative", anchor)
        if expression.origin == "narrative" or self.history:
            return None
        return Placed(anchor, "month", "relative", anchor, precision=_coarse(anchor))


def _is_about_quarter(expression: Expression) -> bool:
    """Words that take up the quarter a report is about: "the quarter", "a year earlier"."""
    if expression.unit == "quarter":
        return expression.shift == 0 and expression.origin == "narrative"
    return expression.unit == "year" and expression.shift == -1 and expression.rolling


def _coarse(days: Days) -> DatePrecision:
    """Precision of an interval that is only known to hold the time meant."""
    return interval(*days).precision if days != month_days(days[0].year, days[0].month) else "month"
