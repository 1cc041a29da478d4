"""Counting words: "another three", "the other two", "a family of five", "dozens", "half of them children"."""

import pytest

from tests.extraction.article_reading import event, low, read


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A shell hit a house in Gaza City, killing a family of five.", (5, 5)),
        ("A couple and their three children were killed in an air strike on Idlib on Monday.", (5, 5)),
        ("Dozens of people were killed in clashes in Benghazi.", (24, None)),
        ("Troops killed at least three dozen insurgents in Borno on Thursday.", (36, None)),
        ("Between 15 and 20 people were killed in the shelling of Aden.", (15, 20)),
        ("Gunmen killed a judge and two of his bodyguards in Tripoli.", (3, 3)),
        ("A grandmother and both her grandsons died when a shell hit their flat in Nikopol.", (3, 3)),
        ("A family of five, the other two victims and another three people died when a bomb exploded in Karachi.",
         (10, 10)),
    ],
)  # fmt: skip
def test_how_many_were_killed(text: str, killed: tuple[int, int | None]) -> None:
    dead = event(read(text), "ASSAULT").killed
    assert dead is not None
    assert (dead.low, dead.high) == killed


def test_another_three_are_others() -> None:
    attack = event(read("A mine killed two soldiers near Timbuktu on Tuesday. Another three were wounded."), "ASSAULT")
    assert (low(attack.killed), low(attack.wounded)) == (2, 3)


def test_the_other_two_are_part_of_the_five() -> None:
    found = read(
        "Militants abducted five aid workers in Darfur. "
        "Two were freed on Friday and the other two remained missing after one was found dead."
    )
    taken = event(found, "ASSAULT", "abducted")
    assert (low(taken.captured), low(taken.killed)) == (5, 1)


@pytest.mark.parametrize(
    ("text", "children", "civilians"),
    [
        ("Sixteen people died in the raid on Taiz, half of them children, medics said.", 8, None),
        ("A family of seven, including four children, died when a missile struck their home in Dnipro.", 4, None),
        ("Dozens of people were killed in clashes in Benghazi, half of them civilians.", None, 12),
    ],
)
def test_who_they_were(text: str, children: int | None, civilians: int | None) -> None:
    dead = event(read(text), "ASSAULT").killed
    assert dead is not None
    assert dead.of_whom is not None
    assert (dead.of_whom.children, dead.of_whom.civilians) == (children, civilians)
