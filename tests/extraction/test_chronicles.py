"""Dates that head parts of a text, and dates that are ranges."""

import pytest

from tests.extraction.article_reading import event, read

_YEARS = """Timeline of the war in Mali

2012

Jan 17 - Tuareg rebels attack the town of Menaka.

March 22 - Soldiers shell the palace in Bamako.

2013

Jan 11 - French jets bomb Islamist columns near Konna.
"""
_DAYS = """Weekly report

Thursday, 3 January

At about 11:00 soldiers shot a shepherd east of Gaza City, wounding him.

At 16:30 settlers stabbed a farmer near Nablus.

Friday, 4 January

Navy boats opened fire on fishermen off Rafah.
"""


def test_a_year_on_a_line_of_its_own_is_that_of_the_entries_below() -> None:
    found = read(_YEARS, "2024-10-09")
    assert event(found, "ASSAULT", "attack").date.edtf == "2012-01-17"
    assert event(found, "ASSAULT", "shell").date.edtf == "2012-03-22"
    assert event(found, "ASSAULT", "bomb").date.edtf == "2013-01-11"


def test_a_day_on_a_line_of_its_own_is_that_of_the_events_below() -> None:
    found = read(_DAYS, "2019-01-10")
    days = {trigger: event(found, "ASSAULT", trigger).date.edtf for trigger in ("shot", "stabbed", "opened fire")}
    assert days == {"shot": "2019-01-03", "stabbed": "2019-01-03", "opened fire": "2019-01-04"}


def test_a_single_date_line_is_that_of_the_report() -> None:
    found = read("Thursday, 3 January\n\nSoldiers shot a shepherd east of Gaza City, wounding him.\n", "2019-01-03")
    assert event(found, "ASSAULT").date.edtf is None


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Between 1 and 2 July", "2024-07-01/2024-07-02"),
        ("Between Friday and Sunday", "2024-10-04/2024-10-06"),
        ("On the night of October 1 to 2", "2024-10-01/2024-10-02"),
        ("Overnight May 15-16", "2024-05-15/2024-05-16"),
        ("From 27 September to 3 October", "2024-09-27/2024-10-03"),
        ("On Tuesday", "2024-10-08"),
    ],
)
def test_a_range_is_the_days_from_its_beginning_to_its_end(words: str, edtf: str) -> None:
    told = event(read(f"{words}, rebels shelled the town of Sumy.", "2024-10-09"), "ASSAULT")
    assert told.date.edtf == edtf
