"""Persons told of one by one: each is counted once, as dead or as wounded."""

import pytest

from tests.extraction.article_reading import event, low, read


def told(text: str) -> tuple[int | None, int | None]:
    """Killed and wounded of the first assault."""
    found = event(read(text), "ASSAULT")
    return low(found.killed), low(found.wounded)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A man was charged in the fatal shooting of a 15-year-old girl in Springfield.", (1, None)),
        ("The teenager killed on Thursday in Springfield was identified as Kevin Lane, 17.", (1, None)),
        ("A deputy faces a murder charge in the death of James Carter, who was shot on Sunday.", (1, None)),
        ("One person was killed and five others were hurt in a shooting in Springfield.", (1, 5)),
        ("One man was killed and another man was wounded in a shooting in Springfield.", (1, 1)),
        ("Three people are dead and another was injured in a shooting in Springfield.", (3, 1)),
        ("James Carter was one of five people shot at a bar in Springfield. He died.", (1, 4)),
        ("The gunman fired shots into a car in Springfield, hitting four people. One of them died.", (1, 3)),
        ("Two men and a woman were shot in Springfield. None of their injuries were serious.", (None, 3)),
    ],
)
def test_victims_in_other_words_are_counted(text: str, numbers: tuple[int | None, int | None]) -> None:
    assert told(text) == numbers


def test_a_list_of_names_with_ages_is_so_many_people() -> None:
    text = "Ann Benton, 34, Ray Daniel, 19, and Joe Donald, 12, were killed in Springfield on Friday."
    assert told(text) == (3, None)


def test_the_same_person_described_again_is_no_other() -> None:
    text = "A 25-year-old man was shot and killed in Springfield on Friday. James Carter, 25, died at the scene."
    assert told(text) == (1, None)


def test_different_ages_are_different_people() -> None:
    text = "A 25-year-old man was shot in Springfield on Friday. A 40-year-old man was hit in the leg."
    assert told(text) == (None, 2)


def test_who_was_shot_and_who_died_may_be_two_people() -> None:
    text = "A gunman shot a boy in Springfield on Friday. His mother was killed. The boy is in stable condition."
    assert told(text) == (1, 1)


def test_one_who_shoots_himself_is_one() -> None:
    text = "A Springfield man accidentally shot himself to death. Officers found the body of Paul Reed, 25."
    assert told(text)[0] == 1


def test_others_told_of_after_one_victim_come_on_top_of_that_one_only() -> None:
    text = (
        "A shooting in Springfield on Friday left eight people wounded. Police found one wounded man at the scene, and "
        "seven other victims were taken to hospitals."
    )
    assert told(text)[1] == 8


def test_rounds_are_nobody() -> None:
    text = "More than 50 rounds were fired in a gunfight in Springfield that left one dead and four injured."
    assert told(text) == (1, 4)


def test_a_threat_to_kill_kills_nobody() -> None:
    text = "A man was shot and killed in Springfield on Friday after a neighbor had threatened to kill his wife."
    assert told(text)[0] == 1


def test_deaths_of_a_year_are_none_of_the_event() -> None:
    text = (
        "Two soldiers were killed in an attack in Springfield on Friday. The insurgents are blamed for the deaths of "
        "700 people this year."
    )
    assert told(text)[0] == 2


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Six men were shot -- 2 killed and 4 wounded -- outside a home in Springfield.", (2, 4)),
        ("The man shot and killed Ann Copeland in Springfield before taking his own life.", (2, None)),
        ("A gunman killed four people at a church in Springfield on Sunday. He then killed himself.", (5, None)),
        ("One of three people shot in Springfield on Friday has died.", (1, 2)),
        ("Officers found three adults and a 17-year-old with gunshot wounds in Springfield on Friday.", (None, 4)),
        ("A shooting in Springfield left a 7-year-old girl dead and her grandmother wounded.", (1, 1)),
        ("Gunmen attacked a bus near Kano. A driver and two passengers were killed. Four others were hurt.", (3, 4)),
    ],
)
def test_lists_and_their_ends_are_counted(text: str, numbers: tuple[int | None, int | None]) -> None:
    assert told(text) == numbers


def test_the_number_of_a_year_is_none_of_the_event() -> None:
    text = "A woman was shot and killed in Springfield on Friday, which makes 19 victims so far this year."
    assert told(text)[0] == 1


def test_a_child_that_shot_itself_is_no_attacker() -> None:
    found = event(read("A 2-year-old boy accidentally shot himself to death in Springfield on Friday."), "ASSAULT")
    assert found.killed is not None
    assert found.killed.low == 1
    assert found.killed.of_whom is None or found.killed.of_whom.attackers is None


def test_a_fatal_wound_is_a_death() -> None:
    found = read("Two men suffered fatal gunshot wounds and a third was wounded in Beni on Monday.")
    told = event(found, "ASSAULT")
    assert (low(told.killed), low(told.wounded)) == (2, 1)
