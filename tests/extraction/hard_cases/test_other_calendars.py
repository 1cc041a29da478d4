"""Fiscal and religious calendars are named, and not converted unless the day is certain."""

import pytest

from tests.extraction.article_reading import event, read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bomb killed 300 people in Baghdad during Ramadan.", "Ramadan"),
        ("On 15 Sha'ban 1437, gunmen attacked pilgrims in Karbala.", "15 Sha'ban 1437"),
        ("Protesters marched in Tehran on 22 Bahman, an anniversary.", "22 Bahman"),
        ("Mortars hit a procession on Ashura in Kabul, killing six.", "Ashura"),
        ("Insurgents killed 20 soldiers in the first quarter of fiscal year 2016.",
         "the first quarter of fiscal year 2016"),
        ("In FY2015 the Pentagon lost 12 drones in Helmand.", "FY2015"),
    ],
)  # fmt: skip
def test_named_and_not_converted(text: str, words: str) -> None:
    (date,) = read(text, "2016-07-10").dates
    assert (date.text, date.edtf, date.earliest, date.latest) == (words, None, None, None)


def test_an_event_in_ramadan_has_no_day() -> None:
    attack = event(read("A bomb killed 300 people in Baghdad during Ramadan."), "ASSAULT")
    assert (attack.date.edtf, attack.date.basis) == (None, "unknown")


def test_feasts_are_nobody_and_nowhere() -> None:
    found = read("Rioters attacked shops in Dhaka during Durga Puja. Talks will resume after Eid al-Fitr.")
    assert [mention.text for mention in found.mentions] == ["Dhaka"]


def test_a_feast_with_a_fixed_day_is_converted() -> None:
    found = read("Gunmen killed three people in Alexandria on Christmas Day.", "2016-12-28")
    assert event(found, "ASSAULT").date.edtf == "2016-12-25"
