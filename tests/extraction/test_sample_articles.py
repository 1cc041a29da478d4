"""The sample articles keep what they promise: dates that fit their weekdays, marked outlets, one near copy."""

import re
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from rapidfuzz import fuzz

from app.extraction.lexicons.tables import read_table

ARTICLES = Path(__file__).parents[2] / "seeds" / "articles"
ROWS = list(read_table(ARTICLES / "index.tsv"))
MONTHS = "January|February|March|April|May|June"
DATED = re.compile(
    rf"(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? (?:(\d{{1,2}}) ({MONTHS})|({MONTHS}) (\d{{1,2}}))\b"
)
STAMP = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\w{3} \d{1,2}, \d{4})")


def text_of(row: dict[str, str]) -> str:
    return (ARTICLES / row["file"]).read_text(encoding="utf-8")


def test_the_index_lists_every_file_once() -> None:
    assert sorted(row["file"] for row in ROWS) == sorted(path.name for path in ARTICLES.glob("*.txt"))
    assert len(ROWS) >= 16
    assert len({row["url"] for row in ROWS}) == len(ROWS)
    assert len({row["source"] for row in ROWS}) >= 10


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_an_article_is_a_marked_sample_of_its_time_and_length(row: dict[str, str]) -> None:
    text = text_of(row)
    assert row["source"].endswith(" (sample)")
    assert "(sample)" in text or "sample" in text.lower()
    assert urlsplit(row["url"]).hostname == "example.org"
    assert date(2016, 2, 1) <= date.fromisoformat(row["published_on"]) <= date(2016, 6, 30)
    assert row["file"].startswith(row["published_on"])
    assert row["title"] in text
    assert 150 <= len(text.split()) <= 450


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_weekdays_fit_their_dates(row: dict[str, str]) -> None:
    text = text_of(row)
    for weekday, day, month, month_first, day_last in DATED.findall(text):
        found = datetime.strptime(f"{day or day_last} {month or month_first} 2016", "%d %B %Y")  # noqa: DTZ007
        assert found.strftime("%A") == weekday
    for weekday, stamp in STAMP.findall(text):
        assert datetime.strptime(stamp, "%b %d, %Y").strftime("%a") == weekday  # noqa: DTZ007


def test_most_articles_that_name_a_weekday_and_a_date_were_seen_by_the_check() -> None:
    assert sum(bool(DATED.search(text_of(row)) or STAMP.search(text_of(row))) for row in ROWS) >= 15


def test_one_outlet_copies_another_and_no_others_do() -> None:
    texts = {row["file"]: text_of(row) for row in ROWS}
    files = sorted(texts)
    copies = [
        (one, other)
        for index, one in enumerate(files)
        for other in files[index + 1 :]
        if fuzz.ratio(texts[one], texts[other]) > 75
    ]
    assert copies == [
        ("2016-04-28-quds-hospital-beirut-evening-post.txt", "2016-04-28-quds-hospital-continental-wire.txt")
    ]


def test_aleppo_is_told_by_several_outlets() -> None:
    assert len({row["source"] for row in ROWS if "Aleppo" in row["title"]}) >= 4
