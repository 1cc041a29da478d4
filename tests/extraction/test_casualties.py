"""People killed, wounded and captured, from the words that tell of them to the numbers of the event."""

import pytest

from tests.extraction.article_reading import event, low, read

SCENE = "A gunman opened fire outside a bar in Springfield on Friday. "


def told(text: str) -> tuple[int | None, int | None]:
    """Killed and wounded of the first assault."""
    found = event(read(text), "ASSAULT")
    return low(found.killed), low(found.wounded)


@pytest.mark.parametrize(
    ("sentence", "wounded"),
    [
        ("Four people were hospitalized after the shooting.", 4),
        ("Three men were taken to a local hospital after the shooting.", 3),
        ("Two women were rushed to Mercy Medical Center after the shooting.", 2),
        ("Two teenagers suffered gunshot wounds.", 2),
        ("Police found three men with gunshot wounds.", 3),
        ("Three miners were in critical condition after the ambush.", 3),
        ("A bullet struck a boy in the leg.", 1),
        ("Two men were struck by gunfire.", 2),
        ("Both victims are expected to survive the shooting.", 2),
    ],
)
def test_marks_of_harm_count_people(sentence: str, wounded: int) -> None:
    assert told(SCENE + sentence) == (None, wounded)


@pytest.mark.parametrize(
    "sentence",
    [
        "Two trucks were taken to a depot after the shooting.",
        "Two men were taken to the police station after the shooting.",
        "The house was struck by gunfire.",
        "The bar is in stable condition after the shooting.",
    ],
)
def test_other_things_and_ways_count_nobody(sentence: str) -> None:
    assert told(SCENE + sentence) == (None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "The victim was pronounced dead at the scene.",
        "Officers found the body of a man.",
        "Officers found a deceased man in the parking lot.",
        "The 19-year-old died at a hospital on Saturday.",
        "The victim passed away on Saturday.",
        "A man was fatally wounded.",
    ],
)
def test_one_death_however_told(sentence: str) -> None:
    assert told(SCENE + sentence)[0] == 1


def test_a_death_by_illness_is_none_of_the_violence() -> None:
    assert told(SCENE + "The owner of the bar died of cancer in March.") == (None, None)


def test_those_hit_less_those_who_died_are_wounded() -> None:
    assert told("Five people were shot in Springfield on Friday. Two of them died at a hospital.")[1] in {3, 5}
    assert told("Five people were shot in Springfield on Friday. Two men died at a hospital.") == (2, 3)


def test_the_same_person_is_hit_and_then_dead() -> None:
    text = "James Carter was shot in Springfield on Friday. Carter was taken to a hospital, where he died."
    assert told(text) == (1, None)


def test_wounded_named_one_by_one_add_up() -> None:
    text = "James Carter was shot in the leg in Springfield on Friday. Peter Walsh was shot in the arm."
    assert told(text) == (None, 2)


def test_an_ordinal_tells_how_many_died_by_now() -> None:
    assert told(SCENE + "A second victim has died.")[0] == 2


def test_an_ordinal_in_a_tally_of_the_year_counts_other_deeds() -> None:
    assert told(SCENE + "James Carter was killed. He is the fifth person to be killed this year.")[0] == 1


def test_a_whole_told_with_among_is_no_part() -> None:
    text = "Among the five people injured in a shooting in Springfield on Friday were two women."
    assert told(text) == (None, 5)


def test_an_attacker_who_turns_on_himself_is_told_apart() -> None:
    found = event(read("A man shot and killed two women in Springfield on Friday before killing himself."), "ASSAULT")
    assert low(found.killed) == 3
    assert found.killed is not None
    assert found.killed.of_whom is not None
    assert found.killed.of_whom.attackers == 1


def test_figures_name_their_words_in_the_text() -> None:
    text = SCENE + "At least 12 people were killed and three soldiers were wounded."
    found = event(read(text), "ASSAULT")
    for figure in found.figures:
        assert text[figure.start : figure.end] == figure.text


def test_one_shot_by_name_and_dead_without_it_is_one_person() -> None:
    text = "A 15-year-old boy was shot and killed in Springfield on Friday. James Carter was taken to a hospital."
    assert told(text) == (1, None)


def test_displaced_people_are_a_figure_of_the_event() -> None:
    told = event(read("About 200,000 residents of Marawi have been displaced since May 23.", "2017-06-30"), "COERCE")
    assert low(told.displaced) == 200_000
    assert told.counts == ()


def test_some_of_the_wounded_are_no_total_of_their_own() -> None:
    told = event(
        read(
            "A bomb killed nine people and wounded 30 in Mosul on Monday. Twelve of the injured are in hospital, "
            "a doctor said. Four of the dead were children."
        ),
        "ASSAULT",
    )
    assert (low(told.killed), low(told.wounded)) == (9, 30)
    assert {figure.text: figure.partial for figure in told.figures} == {
        "nine": False,
        "30": False,
        "Twelve": True,
        "Four": True,
    }


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Rebels hold Khan Tuman, dozens of fighters dead. A rebel said more than 80 had been killed in the battle.",
            81,
        ),
        ("Rebels killed 24 soldiers near Azaz on Friday. A commander said 80 soldiers had been killed.", 24),
        ("Rebels killed at least 24 soldiers near Azaz on Friday. A commander said 80 soldiers had been killed.", 24),
    ],
)
def test_a_vague_figure_of_the_outlet_yields_to_a_number_that_somebody_gives(text: str, killed: int) -> None:
    assert low(event(read(text), "ASSAULT").killed) == killed
