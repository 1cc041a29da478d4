"""A dateline tells where and when the report was written, not where and when the event was."""

import pytest

from tests.extraction.article_reading import event, name, read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "BEIRUT, May 28 (Wire) - Government planes bombed the Syrian town of Douma on Saturday, killing nine.",
            "Douma",
        ),
        ("NAIROBI (Wire) — Al-Shabaab fighters killed 15 soldiers in Somalia's Gedo region on Friday.", "Gedo"),
        ("DAKAR, Senegal (AP) — Gunmen attacked a village near Mopti, killing 12 people, on Thursday.", "Mopti"),
        ("Lahore, May 20 (Newswire): A bomb hit a van in Multan on Thursday, killing four policemen.", "Multan"),
        ("KYIV, Ukraine - Russian shelling killed four people in the city of Kramatorsk overnight.", "Kramatorsk"),
    ],
)
def test_the_event_is_where_the_sentence_puts_it(text: str, place: str) -> None:
    found = read(text)
    assert name(found, event(found, "ASSAULT").place) == place


def test_the_day_of_writing_is_not_the_day_of_the_event() -> None:
    attack = event(read("Islamabad, May 20: Four policemen died when a bomb hit their van."), "ASSAULT")
    assert attack.date.basis == "unknown"


def test_an_agency_in_a_dateline_is_no_place() -> None:
    found = read("KABUL (NEWSWIRE) -- A ROADSIDE BOMB KILLED THREE POLICEMEN IN KANDAHAR PROVINCE ON TUESDAY.")
    assert "NEWSWIRE" not in {mention.text for mention in found.mentions if mention.kind == "place"}
