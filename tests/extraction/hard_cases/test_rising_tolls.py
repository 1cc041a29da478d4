"""A toll that changes through the article: the event stands by the latest total."""

import pytest

from tests.extraction.article_reading import event, low, read


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (("A bomb exploded in a market in Quetta on Friday, killing 12 people, police said. "
          "Hospital officials later said at least 17 people had died."), 17),
        (("At least 8 soldiers were killed when militants attacked a base in Sinai, security sources said. "
          "The army later raised the figure to 15."), 15),
        (("An air strike on a wedding in Hajjah killed at least 20 people, residents said. By evening the toll had "
          "climbed to 33. The health ministry said on Monday that 41 people were killed."), 41),
        (("Shelling killed 10 people in Mariupol, the mayor's office said. "
          "An hour later it said the number of dead had risen to 30, among them two children."), 30),
        (("A blast hit a bus in Damascus, killing four. "
          "Two of the wounded later died in hospital, bringing the number of dead to six."), 6),
    ],
)  # fmt: skip
def test_a_later_total_replaces_the_earlier_one(text: str, killed: int) -> None:
    assert low(event(read(text), "ASSAULT").killed) == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (("Gunmen stormed a hotel in Bamako on Friday. Initial reports said three people were killed. "
          "Malian officials later confirmed that at least 21 people had died."), 21),
        ("Police said 14 people had been killed in the Peshawar blast, revising down an earlier toll of 19.", 14),
    ],
)  # fmt: skip
def test_figures_that_are_given_up_do_not_count(text: str, killed: int) -> None:
    assert low(event(read(text), "ASSAULT").killed) == killed


def test_an_open_count_goes_on_with_another_source() -> None:
    found = read(
        "At least 12 people were killed in a bombing in Karachi, police said. "
        "A doctor at the hospital told reporters that at least 17 people were dead."
    )
    attack = event(found, "ASSAULT")
    assert attack.killed is not None
    assert (attack.killed.low, attack.killed.high) == (17, None)
    assert [figure.low for figure in attack.figures] == [12, 17]


def test_exact_numbers_of_two_sources_contradict_each_other() -> None:
    found = read("The army said it had killed 12 rebels in Taiz. The rebels said 40 of their fighters were killed.")
    assert low(event(found, "ASSAULT").killed) == 12
