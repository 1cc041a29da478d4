"""Publication dates inferred from the text alone."""

from array import array

import pytest

from app.extraction.document import Block, CleanText, Dateline
from app.extraction.publication import infer_publication


def article(*blocks: str, dateline: str | None = None, stamps: tuple[str, ...] = ()) -> CleanText:
    """Clean text of these paragraphs; one that starts with "CAPTION: " is a caption."""
    text, found = "", []
    for block in blocks:
        kind = "caption" if block.startswith("CAPTION: ") else "body"
        words = block.removeprefix("CAPTION: ")
        found.append(Block(len(text), len(text) + len(words), kind))
        text += words + "\n\n"
    date = (text.index(dateline), text.index(dateline) + len(dateline)) if dateline else None
    return CleanText(
        text,
        array("l", range(len(text))),
        tuple(found),
        dateline=Dateline(date=date) if date else None,
        stamps=stamps,
    )


@pytest.mark.parametrize(
    ("clean", "edtf"),
    [
        (article("A bridge fell.", stamps=("Posted: Tuesday, March 31, 2015 5:46 PM",)), "2015-03-31"),
        (article("A bridge fell.", stamps=("Updated 3 April 2015", "Published 31 March 2015")), "2015-03-31"),
        (article("ADEN, 3 Jan 90 -- A bridge fell on Monday.", dateline="3 Jan 90"), "1990-01-03"),
        (article("ADEN, 3 May -- A bridge fell. The 2011 war goes on.", dateline="3 May"), "2011-05-03"),
        (article("Bridge falls", "By Ada Example, 30 May 2016", "A bridge fell on Monday."), "2016-05-30"),
        (article("Bridge falls", "Example Herald, Saturday 30 April 2016", "A bridge fell on Monday."), "2016-04-30"),
        (article("Bridge falls", "Thu Jun 2, 2016 12:31pm", "A bridge fell on Monday."), "2016-06-02"),
        (article("Bridge falls", "28 February\u060c 2016", "A bridge fell on Monday."), "2016-02-28"),
        (article("LOCAL NEWS\nBridge falls\nMay. 14, 2016 | 11:20 AM", "It fell on Monday."), "2016-05-14"),
        (article("Bridge falls", "Published: 30 May 2016", "A bridge fell on Monday."), "2016-05-30"),
    ],
)
def test_dates_that_the_page_states(clean: CleanText, edtf: str) -> None:
    published = infer_publication(clean)
    assert (published.edtf, published.precision, published.basis) == (edtf, "day", "relative")


def test_caption_and_months_named_after_it() -> None:
    clean = article(
        "The envoy said on Monday that the siege, lifted on 9 June, had cost many lives.",
        "CAPTION: Soldiers at a bridge near the port on July 14, 2013.",
        "In early August gunmen took the bridge; the army said earlier this month that nine men had died.",
    )
    assert infer_publication(clean).edtf == "2013-08"


def test_the_year_where_nothing_tells_the_month() -> None:
    clean = article("The envoy spoke on Monday.", "CAPTION: Soldiers at a bridge on July 14, 2013.")
    assert infer_publication(clean).edtf == "2013"


def test_months_after_new_year() -> None:
    clean = article(
        "The envoy said on Monday that the siege was lifted in January, and earlier this month two men fled.",
        "CAPTION: Soldiers at a bridge on December 14, 2013.",
    )
    assert infer_publication(clean).edtf == "2014-01"


@pytest.mark.parametrize(
    "clean",
    [
        article("A bridge fell on Monday."),
        article("A bridge fell on 3 May 1987, and another in June 1990."),
        article("The bridge of 3 May 1987", "The bridge fell on 3 May 1987."),
        article("The envoy spoke on Monday of the massacre of 3 May 1987."),
        article("The envoy spoke on Monday. The 2015 truce ended.", "CAPTION: Soldiers at a bridge on July 14, 2013."),
        article("The envoy spoke on Monday.", "CAPTION: Soldiers at a bridge on December 14, 2013."),
        article("ADEN, 3 May -- A bridge fell.", dateline="3 May"),
    ],
)
def test_unknown_rather_than_wrong(clean: CleanText) -> None:
    published = infer_publication(clean)
    assert (published.edtf, published.earliest, published.latest) == (None, None, None)
    assert published.basis == "unknown"
