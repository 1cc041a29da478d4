"""Historical background is kept, as background."""

import pytest

from tests.extraction.article_reading import low, read


@pytest.mark.parametrize(
    ("text", "news", "background"),
    [
        ("Hezbollah, which fought a war with Israel in 2006, said its fighters killed two soldiers on Saturday.",
         "killed", "fought"),
        ("In 1982, Syrian troops killed thousands of people in Hama. On Sunday police shot dead six protesters there.",
         "shot", "killed"),
        ("The blast came two years after a similar attack killed 40 people. Friday's bombing killed seven.",
         "blast", "killed"),
        ("Police arrested a man on Thursday over the November 2015 Paris attacks, in which 130 people were killed.",
         "arrested", "attacks"),
        ("In Port Harcourt, where militants seized nine oil workers last year, gunmen abducted a priest on Monday.",
         "abducted", "seized"),
        ("The general led the coup of 1999. On Wednesday he was arrested in Islamabad.", "arrested", "coup"),
    ],
)  # fmt: skip
def test_what_only_sets_the_scene(text: str, news: str, background: str) -> None:
    told = {
        evidence.trigger.text.split()[0]: event.background
        for event in read(text).events
        for evidence in event.evidence
        if evidence.trigger and evidence.start == event.evidence[0].start
    }
    assert (told[news], told[background]) == (False, True)


def test_numbers_of_the_past_are_not_those_of_the_news() -> None:
    found = read("The blast came two years after a similar attack killed 40 people. Friday's bombing killed seven.")
    assert {(event.background, low(event.killed)) for event in found.events} == {(False, 7), (True, 40)}


def test_the_dead_of_a_whole_war_are_not_those_of_one_strike() -> None:
    found = read("More than 200,000 people have died since the war began. On Tuesday, bombs killed ten in Daraya.")
    assert [low(event.killed) for event in found.events if not event.background] == [10]


def test_an_article_about_the_past_is_no_background() -> None:
    found = read("Soldiers killed 8,000 men in Srebrenica in July 1995. In May 1993 they had shelled the town.")
    assert [event.background for event in found.events] == [False, False]
