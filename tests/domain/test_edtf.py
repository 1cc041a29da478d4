from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.edtf import (
    format_edtf,
    interval,
    parse_edtf,
    parse_published_on,
    parse_query_date,
    precision_of,
)

days = st.dates(min_value=date(1, 1, 1), max_value=date(9990, 12, 31))


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31), "year"),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month"),
        ("2016-05-30", date(2016, 5, 30), date(2016, 5, 30), "day"),
        ("2016-21", date(2016, 3, 1), date(2016, 5, 31), "season"),
        ("2015-24", date(2015, 12, 1), date(2016, 2, 29), "season"),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), "decade"),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31), "century"),
        ("2016-XX", date(2016, 1, 1), date(2016, 12, 31), "year"),
        ("2016-05-XX", date(2016, 5, 1), date(2016, 5, 31), "month"),
        ("2016-05~", date(2016, 5, 1), date(2016, 5, 31), "month"),
        ("1984?", date(1984, 1, 1), date(1984, 12, 31), "year"),
        ("2003/2006", date(2003, 1, 1), date(2006, 12, 31), "decade"),
        ("2016-05-01/2016-05-10", date(2016, 5, 1), date(2016, 5, 10), "week"),
        ("2016-01/2016-03", date(2016, 1, 1), date(2016, 3, 31), "season"),
        ("../2016-05", None, date(2016, 5, 31), "unknown"),
        ("2016-03/..", date(2016, 3, 1), None, "unknown"),
        ("/2016", None, date(2016, 12, 31), "unknown"),
        ("2016/", date(2016, 1, 1), None, "unknown"),
    ],
)
def test_reads_what_it_means(text: str, earliest: date | None, latest: date | None, precision: str) -> None:
    value = parse_edtf(text)
    assert (value.earliest, value.latest, value.precision) == (earliest, latest, precision)
    assert (value.edtf, value.basis) == (text, "stated")


@pytest.mark.parametrize(
    "text",
    ["", "0000", "2016-13", "2016-02-30", "2016-00", "2016-XX-05", "2016-25", "16", "20160530", "2016-5", "/", "../..",
     "2017/2016", "May 2016", "2016-05-30 or so", "٢٠١٦", "2016/2017/2018", "-2016"],
)  # fmt: skip
def test_refuses_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_edtf(text)


@given(days, st.integers(0, 40000))
def test_closed_intervals_survive_writing_and_reading(first: date, length: int) -> None:
    last = min(first + timedelta(days=length), date(9999, 12, 31))
    value = parse_edtf(format_edtf(first, last))
    assert (value.earliest, value.latest) == (first, last)


@given(days)
def test_open_intervals_survive_writing_and_reading(day: date) -> None:
    since, until = parse_edtf(format_edtf(day, None)), parse_edtf(format_edtf(None, day))
    assert (since.earliest, since.latest, until.earliest, until.latest) == (day, None, None, day)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    for parse in (parse_edtf, parse_published_on):
        try:
            value = parse(text)
        except ValueError:
            continue
        assert value.earliest or value.latest


@given(days, st.integers(0, 5000), st.integers(1, 400))
def test_a_longer_interval_is_never_of_finer_precision(first: date, length: int, more: int) -> None:
    order = ["day", "week", "month", "season", "year", "decade", "century"]
    last = min(first + timedelta(days=length), date(9998, 1, 1))
    longer = precision_of(first, last + timedelta(days=more))
    assert order.index(longer) >= order.index(precision_of(first, last))


def test_writes_the_shortest_form() -> None:
    assert format_edtf(date(2016, 1, 1), date(2016, 12, 31)) == "2016"
    assert format_edtf(date(2016, 2, 1), date(2016, 2, 29)) == "2016-02"
    assert format_edtf(date(2016, 1, 1), date(2016, 3, 31)) == "2016-01/2016-03"
    assert format_edtf(date(2003, 1, 1), date(2006, 12, 31)) == "2003/2006"
    assert format_edtf(date(1990, 1, 1), date(1999, 12, 31)) == "199X"
    assert format_edtf(date(2016, 5, 1), date(2016, 5, 10)) == "2016-05-01/2016-05-10"


def test_an_interval_without_bound_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="bound"):
        format_edtf(None, None)
    with pytest.raises(ValueError, match="before"):
        interval(date(2016, 2, 1), date(2016, 1, 1))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2016-05-30", "2016-05-30"),
        (" 2016-05 ", "2016-05"),
        ("2016-05-30T23:59:60Z", "2016-05-30"),
        ("2016-05-31T00:30:00+03:00", "2016-05-31"),
        ("2016-05-31t00:30:00.123-11:30", "2016-05-31"),
        ("2016-05-28/2016-05-30", "2016-05-28/2016-05-30"),
    ],
)
def test_publication_dates(text: str, edtf: str) -> None:
    value = parse_published_on(text)
    assert (value.edtf, value.basis) == (edtf, "stated")


@pytest.mark.parametrize(
    "text",
    ["yesterday", "30/05/2016", "2016-05-30T25:00:00Z", "2016-05-30T10:61:00Z", "2016-02-30T10:00:00Z", "2" * 10_000],
)
def test_broken_publication_dates(text: str) -> None:
    with pytest.raises(ValueError, match=r"date") as caught:
        parse_published_on(text)
    assert len(str(caught.value)) < 300


def test_filter_values() -> None:
    assert parse_query_date("2016") == (date(2016, 1, 1), date(2016, 12, 31))
    assert parse_query_date("2016-02") == (date(2016, 2, 1), date(2016, 2, 29))
    assert parse_query_date("2016-05-30") == (date(2016, 5, 30), date(2016, 5, 30))
    for text in ("2016/2017", "201X", "2016-02-30", "May"):
        with pytest.raises(ValueError, match="2016"):
            parse_query_date(text)
