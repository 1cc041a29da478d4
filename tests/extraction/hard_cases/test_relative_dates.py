"""Relative dates that cross a month or a year."""

import pytest

from tests.extraction.article_reading import event, read


@pytest.mark.parametrize(
    ("published", "text", "edtf"),
    [
        ("2017-01-02", "A bomb killed 30 people in Istanbul on New Year's Eve.", "2016-12-31"),
        ("2017-01-03", "Gunmen killed six people in Manbij on December 28.", "2016-12-28"),
        ("2016-03-01", "Rebels shelled Taiz yesterday, killing two people.", "2016-02-29"),
        ("2024-03-01", "A mine killed two children near Marib on Thursday.", "2024-02-29"),
        ("2020-01-01", "Last night a rocket hit a house in Erbil.", "2019-12-31"),
        ("2016-01-05", "Ten people were killed in Diyarbakir in late December.", "2015-12-21/2015-12-31"),
        ("2017-01-03", "Gunmen killed six people in Manbij last week.", "2016-12-26/2017-01-01"),
        ("2016-05-01", "Shells killed four people in Donetsk last month.", "2016-04"),
    ],
)
def test_relative_to_the_day_of_publication(published: str, text: str, edtf: str) -> None:
    assert event(read(text, published), "ASSAULT").date.edtf == edtf


def test_relative_to_another_date_of_the_article() -> None:
    found = read(
        "A mine killed two children near Marib on March 1. The previous day a drone hit a market.", "2024-03-04"
    )
    drone = event(found, "ASSAULT", "hit")
    assert (drone.date.edtf, drone.date.anchor, drone.date.basis) == ("2024-02-29", "2024-03-01", "relative")


def test_without_a_day_of_publication_a_weekday_is_no_date() -> None:
    attack = event(read("Rebels attacked Goma on Monday, killing four people.", None), "ASSAULT")
    assert (attack.date.edtf, attack.date.basis) == (None, "unknown")
