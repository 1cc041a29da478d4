"""Points in the history of the store: a number of the change feed, a moment or a day."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

_NUMBER: Final = re.compile(r"[0-9]{1,18}")
#: A day, or a time by RFC 3339. A plus sign that was not escaped reaches us as a blank.
_MOMENT: Final = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[Tt ](?P<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.(?P<fraction>[0-9]{1,9}))?"
    r"(?P<zone>[Zz]|[+ -][0-9]{2}:[0-9]{2}))?"
)
#: Moments are kept to the microsecond.
LEAST: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time as exact as it was given (a day, a second, a fraction of one), in UTC, both ends included."""

    start: datetime
    end: datetime


def parse_point(text: str) -> int | Moment:
    """A number of the change feed, or a moment; ``ValueError`` says what is wanted."""
    text = text.strip()
    if _NUMBER.fullmatch(text):
        return int(text)
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise ValueError(_wanted(text))
    try:
        return _moment(match)
    except (ValueError, OverflowError) as error:
        message = f"{text!r} is no moment of the calendar: {error}"
        raise ValueError(message) from error


def _moment(match: re.Match[str]) -> Moment:
    if match["time"] is None:
        start = datetime.fromisoformat(f"{match['day']}T00:00:00+00:00")
        return Moment(start, start + timedelta(days=1) - LEAST)
    zone = "+00:00" if match["zone"] in "Zz" else match["zone"].replace(" ", "+")
    digits = (match["fraction"] or "")[:6]
    start = datetime.fromisoformat(f"{match['day']}T{match['time']}.{digits:0<6}{zone}").astimezone(UTC)
    return Moment(start, start + timedelta(microseconds=10 ** (6 - len(digits))) - LEAST)


def _wanted(text: str) -> str:
    return (
        f"{text[:40]!r} is neither a number of the change feed (17), nor a time with its zone by RFC 3339 "
        "(2026-11-25T10:00:00Z), nor a day (2026-11-25)"
    )
