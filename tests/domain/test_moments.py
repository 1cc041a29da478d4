"""Points in the history: numbers, times and days, as exact as they are given."""

from datetime import UTC, datetime

import pytest

from app.domain.moments import Moment, parse_point

_TEN = (2026, 11, 25, 10, 0, 0)


def _utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("0", 0),
        (" 1042 ", 1042),
        ("2026-11-25", Moment(_utc(2026, 11, 25), _utc(2026, 11, 25, 23, 59, 59, 999_999))),
        ("2026-11-25T10:00:00Z", Moment(_utc(2026, 11, 25, 10), _utc(2026, 11, 25, 10, 0, 0, 999_999))),
        ("2026-11-25t12:00:00+02:00", Moment(_utc(2026, 11, 25, 10), _utc(2026, 11, 25, 10, 0, 0, 999_999))),
        ("2026-11-25T12:00:00 02:00", Moment(_utc(2026, 11, 25, 10), _utc(2026, 11, 25, 10, 0, 0, 999_999))),
        ("2026-11-25T10:00:00.5Z", Moment(_utc(*_TEN, 500_000), _utc(*_TEN, 599_999))),
        ("2026-11-25T10:00:00.123456Z", Moment(*[_utc(2026, 11, 25, 10, 0, 0, 123_456)] * 2)),
        ("2026-11-25T10:00:00.123456789Z", Moment(*[_utc(2026, 11, 25, 10, 0, 0, 123_456)] * 2)),
    ],
)  # fmt: skip
def test_what_is_read(text, point) -> None:
    assert parse_point(text) == point


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "-1", "2026-11", "2026-11-25T10:00:00", "2026-11-25T10:00Z", "20261125T100000Z", "1" * 19, "١٢"],
)
def test_what_is_no_point_says_what_is_wanted(text) -> None:
    with pytest.raises(ValueError, match="number of the change feed"):
        parse_point(text)


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-11-25T25:00:00Z", "0001-01-01T00:00:00+02:00", "9999-12-31T23:00:00-02:00"]
)
def test_what_is_in_no_calendar_is_refused(text) -> None:
    with pytest.raises(ValueError, match="no moment of the calendar"):
        parse_point(text)
