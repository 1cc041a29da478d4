"""What cleaning keeps, what it leaves out, and where sentences may start."""

from pathlib import Path

import pytest

from app.extraction.cleaning.text import clean
from app.extraction.document import Block, CleanText
from app.extraction.lexicons.cues import ClutterCues

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def cues() -> ClutterCues:
    return ClutterCues.load(SEEDS)


def texts(found: CleanText, kind: str) -> list[str]:
    return [found.text[block.start : block.end] for block in found.blocks if block.kind == kind]


def boilerplate(text: str, found: CleanText) -> str:
    return "|".join(text[start:end] for start, end in found.boilerplate)


PAGE = """News \xa0/\xa0 Politics

Rebels take hill above Marrat

Deputy head of the Northern Relief Council Omar Said

BEIRUT, 3 May (Levant Wire) -- Rebels on Monday took a hill above the village of Marrat,\xa0residents said.

Nine fighters were killed in the assault, the \u201cNorthern Front\u201d said.

Smoke rises over the village of Marrat on May 2, 2016. \u00a9LevantPhoto

The government denied that it had lost the hill.

Levant Wire\u2019s pages can also be reached at these mirrors:

www.levantwire.example

SHARE THIS ARTICLE
Levant Wire on your phone"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_short_lines_that_go_on_in_lower_case_are_one_paragraph(cues: ClutterCues, end: str) -> None:
    found = clean(end.join(("Five soldiers", "were killed, the army", "said.")), cues)
    assert texts(found, "body") == ["Five soldiers were killed, the army said."]


def test_lines_of_a_menu_stay_apart(cues: ClutterCues) -> None:
    found = clean("Markets\nsport and leisure\nOpinion\n\nFive soldiers were killed, the army said.", cues)
    assert "Five soldiers were killed, the army said." in texts(found, "body")


@pytest.mark.parametrize("line", ["AZAZ, Syria --", "Azaz, Syria --", "AZAZ, Syria (Wire) --"])
def test_a_dateline_on_a_line_of_its_own(cues: ClutterCues, line: str) -> None:
    found = clean(f"{line}\n\nRebels seized Azaz on Sunday.", cues)
    assert found.dateline is not None
    assert found.dateline.place is not None
    start, end = found.dateline.place
    assert found.text[start:end] == "Azaz"


def test_a_page_is_told_apart_into_article_and_clutter(cues: ClutterCues) -> None:
    found = clean(PAGE, cues)
    assert texts(found, "headline") == ["Rebels take hill above Marrat"]
    assert texts(found, "heading") == ["Deputy head of the Northern Relief Council Omar Said"]
    assert texts(found, "caption") == ["Smoke rises over the village of Marrat on May 2, 2016."]
    assert texts(found, "body") == [
        "Beirut, 3 May (Levant Wire) -- Rebels on Monday took a hill above the village of Marrat, residents said.",
        'Nine fighters were killed in the assault, the "Northern Front" said.',
        "The government denied that it had lost the hill.",
    ]
    left_out = boilerplate(PAGE, found)
    for words in (
        "News",
        "LevantPhoto",
        "these mirrors",
        "www.levantwire.example",
        "SHARE THIS",
        "on your phone",
    ):
        assert words in left_out


@pytest.mark.parametrize(
    "line",
    [
        "SHARE THIS ARTICLE",
        "Share this: Facebook",
        "Follow us on Twitter @levantwire",
        "Tweet",
        "Home > News > Middle East",
        "World | Africa | Latest",
        "Copyright 2016 Levant Wire. All rights reserved.",
        "\u00a9 2017 Channel Nine",
        "(\u00a92016 Levant Media. All Rights Reserved. This material may not be published, broadcast or rewritten.)",
        "Read more: Army denies losing hill above Marrat",
        "RELATED: Army denies losing hill",
        "Sign up for our newsletter to get breaking news in your inbox.",
        "Please enable Javascript to watch this video",
        "By Jane Doe",
        "By our correspondent in the north",
        "Thu Apr 28, 2016 3:05pm BST",
        "Most read | Editor's picks | Mobile apps",
        "ADVERTISEMENT \u2013",
        "By JANE DOE and JOHN ROE, Levant Wire",
        "Jane Doe, Staff Writer",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "Jane Doe contributed to this report.",
        "https://levantwire.example/story/17?ref=home",
        "jdoe@levantwire.example",
        "Twitter: @janedoe",
        "Posted: Tuesday, March 24, 2015 6:12 PM EDT Updated: Tuesday, April 7, 2015 6:12 PM EDT",
        "by: Jane Doe Updated: Oct 2, 2016 - 2:18 PM",
        "* * * * *",
        "0:43 Police chief speaks after attack on bridge Pause",
        "Image 3 of 11",
        "14 comments",
        "<div class='share-bar'><a href='/x'>Share</a></div>",
    ],
)
def test_lines_of_clutter_are_left_out(line: str, cues: ClutterCues) -> None:
    text = f"Two soldiers died in a blast near Marrat.\n\n{line}\n\nThe army blamed the rebels for the blast."
    found = clean(text, cues)
    assert found.text == "Two soldiers died in a blast near Marrat.\n\nThe army blamed the rebels for the blast."
    assert found.boilerplate


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell after the attack on the port.",
        "Follow-up strikes hit the bridge on Tuesday.",
        "Related families fled the village together.",
        "A friend (video maker) was shot at the gate.",
        "10:32 PM officers lost sight of the man",
        "- Second, the bridge.",
        "US/Iran talks were broken off.",
        "By the desk lay a man, dead.",
        "By nightfall the rebels had taken the hill.",
        "By Monday, nine soldiers had been killed.",
        "Read said nine soldiers had died.",
        "More than 40 people were wounded.",
        "Watch towers were burned along the border.",
        "He wrote on Facebook that his brother had been shot.",
        "Video showed two men firing at the convoy.",
        "A video by the group Northern Front showed the hostages.",
        "Posted along the road, soldiers fired at cars.",
        "The report was published on May 3 by the ministry.",
        "Also on Monday, three soldiers were killed.",
        "For the latest attack the army blamed the Northern Front.",
        "Copies of the copyright law were burned.",
        "Home after home was burned.",
        "The group's rights were all reserved for members, he said.",
        'He shouted: "Leave!" and fired.',
        "Photo journalists were beaten by police.",
        "1:30 a.m. was when the first shell fell, he said.",
        "The front line is 3/4 of a mile away.",
    ],
)
def test_sentences_of_the_article_stay(sentence: str, cues: ClutterCues) -> None:
    text = f"Two soldiers died in a blast near Marrat.\n\n{sentence}\n\nThe army blamed the rebels."
    assert sentence in clean(text, cues).text


def test_links_of_other_stories_are_left_out_after_their_header(cues: ClutterCues) -> None:
    text = (
        "Two soldiers died in a blast near Marrat.\n\nRelated Stories\n\nArmy denies losing hill\n\n"
        "Bridge bombed in the north\n\nThe army blamed the rebels for the blast."
    )
    found = clean(text, cues)
    assert "hill" not in found.text
    assert "Bridge" not in found.text
    assert found.text.endswith("The army blamed the rebels for the blast.")


def test_hard_wrapped_lines_become_paragraphs(cues: ClutterCues) -> None:
    text = (
        "   The northern army said on Monday that its troops had taken the hill\n"
        "above the village after two days of fighting.  Nine soldiers of the self-\n"
        "defense force were wounded.\n\n"
        "   The rebels denied it.  They said that the army had withdrawn before\n"
        "dawn and left two vehicles behind."
    )
    first, second = clean(text, cues).text.split("\n\n")
    assert first == (
        "The northern army said on Monday that its troops had taken the hill above the village after two days of "
        "fighting. Nine soldiers of the self-defense force were wounded."
    )
    assert second.startswith("The rebels denied it. They said that the army had withdrawn before dawn and left two")


def test_unwrapped_lines_are_paragraphs_of_their_own(cues: ClutterCues) -> None:
    text = "Army takes hill\nNine soldiers were wounded in the fighting on Monday.\nThe rebels denied it."
    assert clean(text, cues).text.split("\n\n") == text.split("\n")


@pytest.mark.parametrize(
    ("start", "place", "date"),
    [
        ("SAN MARCO, 3 JAN 90 (RADIO NORTE) -- [TEXT] ", "SAN MARCO", "3 JAN 90"),
        ("BAGHDAD (Levant Wire) - ", "BAGHDAD", None),
        ("ALEPPO, Syria \u2014 ", "ALEPPO", None),
        ("BEIRUT, May 30 (LW) \u2013 ", "BEIRUT", "May 30"),
        ("ADEN, 3 May -- ", "ADEN", "3 May"),
        ("(Beirut) \u2013 ", "Beirut", None),
        ("PORT RIDGE, Ohio (LW) -- ", "PORT RIDGE", None),
        ("NEW DELHI: ", "NEW DELHI", None),
        ("MOSCOW, May 30. /LW/. ", "MOSCOW", "May 30"),
        ("29 May 2016 \u2013 ", None, "29 May 2016"),
        ("(LWN)", None, None),
        ("Photo ADEN -- ", "ADEN", None),
    ],
)
def test_datelines(start: str, place: str | None, date: str | None, cues: ClutterCues) -> None:
    text = start + "Police said two soldiers had died.\n\nThe army blamed the rebels for the blast."
    found = clean(text, cues)
    assert found.dateline is not None
    spans = (found.dateline.place, found.dateline.date)
    words = [span and text[slice(*found.span(*span))] for span in spans]
    assert words == [place, date]
    first = found.blocks[0]
    assert found.text[first.body_start : first.end] == "Police said two soldiers had died."


@pytest.mark.parametrize(
    "text",
    [
        "Omar Said - a rebel leader - was killed on Monday near Marrat.",
        "NATO said on Monday that two soldiers had died.",
        "The blast -- the third this week -- killed two.",
        "Update: Two soldiers died on Monday.",
    ],
)
def test_no_dateline(text: str, cues: ClutterCues) -> None:
    found = clean(text, cues)
    assert found.dateline is None
    assert found.blocks[0].body_start == 0


def test_the_wire_service_marks_are_left_out(cues: ClutterCues) -> None:
    text = "He said [words indistinct] that the army [Northern Army] would stay. [passage omitted] He left. [RECORDING]"
    assert clean(text, cues).text == "He said that the army [Northern Army] would stay. He left."


def test_a_headline_that_runs_on_into_the_dateline_is_parted(cues: ClutterCues) -> None:
    found = clean("Shop burns in port town. PORT RIDGE, Ohio -- A shop burned down on Monday.", cues)
    assert texts(found, "headline") == ["Shop burns in port town."]
    assert found.dateline is not None


def test_markup_and_entities(cues: ClutterCues) -> None:
    text = (
        "<p>The Caf&eacute; Marrat was <b>bombed</b>.</p><script>var a = 'killed 12';</script><!-- x -->"
        "<p>Smith &amp; Sons burned.</p>"
    )
    found = clean(text, cues)
    assert found.text == "The Caf\u00e9 Marrat was bombed.\n\nSmith & Sons burned."
    start = found.text.index("Caf\u00e9")
    assert text[slice(*found.span(start, start + 4))] == "Caf&eacute;"
    assert "killed 12" in boilerplate(text, found)


def test_publication_stamps_are_kept_aside(cues: ClutterCues) -> None:
    found = clean("Posted: Tuesday, March 24, 2015 6:12 PM EDT\n\nTwo soldiers died in a blast near Marrat.", cues)
    assert found.stamps == ("Posted: Tuesday, March 24, 2015 6:12 PM EDT",)


def test_headings_that_are_dates_stay(cues: ClutterCues) -> None:
    assert "1918" in clean("1918\n\nThe army left the town.\n\n1919\n\nThe army came back.", cues).text


def test_text_without_an_article(cues: ClutterCues) -> None:
    found = clean("SHARE THIS ARTICLE\n\nwww.levantwire.example", cues)
    assert found.text == ""
    assert found.blocks == ()
    assert found.boilerplate


def test_a_lone_phrase_is_body(cues: ClutterCues) -> None:
    assert clean("Two soldiers killed near Marrat", cues).blocks == (Block(0, 31, "body", 0),)
