"""Following a text through time, so that names without a year fall into the right one.

A small beam search reads the expressions in order. Each hypothesis is a clock and the places chosen so far; it pays
for jumps, backward ones more than forward ones, so that "November 1940 … In February" leads into 1941 and a year
mentioned in passing ("papers released in 2005") does not carry the story away: it may be read as an aside, which costs
a little and leaves the clock alone. Later dates with a year so correct earlier guesses.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.edtf import Days
from app.extraction.dates.expressions import Expression
from app.extraction.dates.placing import Clock, Placed, Placer
from app.extraction.dates.tense import Tense

_BEAM: Final = 12
_FORWARD: Final = 0.12  # per month
_BACKWARD: Final = 0.2  # per month
_TURN: Final = 0.5
_LONGEST: Final = 3.0
_ASIDE: Final = 2.0  # a bare year
_FINE_ASIDE: Final = 4.0  # a month or day with its year
_SKIP: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Hypothesis:
    cost: float
    clock: Clock
    placed: Placed | None = None
    before: "_Hypothesis | None" = None


def _jump(clock: Clock, placed: Placed, *, named_year: bool) -> float:
    """Cost of going on with this place; without a named year nobody skips one or leaves one just named."""
    if clock.reference is None or placed.unit in {"decade", "century"}:
        return 0.0
    now = clock.reference.days
    if placed.days[0] > now[1]:
        months = _months(now[1], placed.days[0])
        cost = min(_FORWARD * months, _LONGEST)
    elif placed.days[1] < now[0]:
        months = _months(placed.days[1], now[0])
        cost = min(_TURN + _BACKWARD * months, _LONGEST)
    else:
        return 0.0
    if named_year:
        return cost
    return cost + _SKIP if months >= 11 or clock.reference.unit == "year" else cost


def _months(first: date, second: date) -> float:
    return (second - first).days / 30.4


def _steps(hypothesis: _Hypothesis, expression: Expression, readings: list[Placed]) -> list[_Hypothesis]:
    steps = []
    for placed in readings:
        cost = hypothesis.cost + _jump(hypothesis.clock, placed, named_year=expression.year is not None)
        steps.append(_Hypothesis(cost, hypothesis.clock.after(placed), placed, hypothesis))
        if expression.year is not None and hypothesis.clock.reference is not None:
            aside = _ASIDE if placed.unit == "year" else _FINE_ASIDE
            steps.append(_Hypothesis(hypothesis.cost + aside, hypothesis.clock, placed, hypothesis))
    return steps or [_Hypothesis(hypothesis.cost, hypothesis.clock, None, hypothesis)]


def follow(expressions: list[Expression], tenses: list[Tense | None], placer: Placer) -> list[Placed | None]:
    """The place of every expression on the calendar, None where the text gives no bound."""
    beam = [_Hypothesis(0.0, _first_clock(expressions, placer))]
    for expression, tense in zip(expressions, tenses, strict=True):
        best: dict[tuple[Days | None, object], _Hypothesis] = {}
        for hypothesis in beam:
            for step in _steps(hypothesis, expression, placer.readings(expression, hypothesis.clock, tense)):
                state = (step.clock.reference.days if step.clock.reference else None, step.clock.day)
                if state not in best or step.cost < best[state].cost:
                    best[state] = step
        beam = sorted(best.values(), key=lambda item: item.cost)[:_BEAM]
    places: list[Placed | None] = []
    last: _Hypothesis | None = beam[0]
    while last is not None and last.before is not None:
        places.append(last.placed)
        last = last.before
    return places[::-1]


def _first_clock(expressions: list[Expression], placer: Placer) -> Clock:
    """A history starts near the first year it names."""
    if placer.history:
        for expression in expressions:
            if expression.year is not None and expression.unit not in {"decade", "century"}:
                places = placer.readings(expression, Clock(), None)
                return Clock(places[0]) if places else Clock()
    return Clock(today=placer.published[1] if placer.published else None)
