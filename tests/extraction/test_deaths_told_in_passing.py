"""Deaths that an age, a title, a compound noun or a reflexive tells, and wounded that another's death leaves alive."""

import pytest

from tests.extraction.article_reading import event, low, read


def told(text: str, **more: str) -> tuple[int | None, int | None]:
    """Killed and wounded of the first assault."""
    found = event(read(text, **more), "ASSAULT")
    return low(found.killed), low(found.wounded)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A 9-year-old was fatally shot in Springfield early Thursday morning.", (1, None)),
        ("A 3-year-old in Springfield is at a hospital after accidentally shooting herself.", (None, 1)),
        ("Springfield police are investigating the shooting death of a teenage boy.", (1, None)),
        ("A man was charged in the stabbing death of Ann Benton in Springfield on Friday.", (1, None)),
        ("Ray Daniel shot and killed his wife, Ann, and then himself in Springfield on Friday.", (2, None)),
        ("The dead were identified as Ann Benton, 67, and Ray Daniel, 24, shot in Springfield.", (2, None)),
        ("The triple homicide in Springfield on Friday shocked the town.", (3, None)),
        ("Police found four victims, shot to death, in Springfield on Friday.", (4, None)),
        ("A shooting in Springfield took the life of a 15-year-old player and left three others wounded.", (1, 3)),
        ("A Springfield couple and their two young children were found shot dead on Friday.", (4, None)),
        ("Ray Daniel killed his two sons in Springfield before turning the gun on himself.", (3, None)),
        ("A man, two women and a toddler were shot dead at a house in Springfield on Friday.", (4, None)),
    ],
)
def test_deaths_are_counted_however_the_dead_are_named(text: str, numbers: tuple[int | None, int | None]) -> None:
    assert told(text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Officers found four people wounded and Ray Daniel was killed in Springfield on Friday.", (1, 4)),
        ("One Dead, Four Injured in Springfield on Friday.", (1, 4)),
        ("In all, three people were killed and another wounded in Springfield on Friday.", (3, 1)),
        ("Four teenagers were shot, one fatally, in Springfield on Friday.", (1, 3)),
        ("Five people were shot in Springfield on Friday, two of them fatally.", (2, 3)),
        ("Two teenagers are recovering after a double shooting in Springfield on Friday.", (None, 2)),
        ("Police found two men with gunshot wounds in Springfield. Ray Daniel died at a hospital.", (1, 1)),
        ("While five people were wounded in Springfield, a man was found shot dead on Friday.", (1, 5)),
    ],
)
def test_the_wounded_stay_alive_beside_the_dead(text: str, numbers: tuple[int | None, int | None]) -> None:
    assert told(text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A second victim has died after the shooting in Springfield on Friday.", (2, None)),
        ("Five people were shot in Springfield on Friday. The fifth man was pronounced dead.", (1, 4)),
        ("Three people were shot dead and a fourth person was critically wounded in Springfield.", (3, 1)),
        ("Three men died in a shooting in Springfield. A fourth man suffered a gunshot wound.", (3, 1)),
    ],
)
def test_an_ordinal_counts_the_dead_or_those_hit(text: str, numbers: tuple[int | None, int | None]) -> None:
    assert told(text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "A girl was shot and killed in Springfield. It brings the number of victims to 19 so far this year.",
            (1, None),
        ),
        ("Ann Benton was shot in Springfield on Friday. Her husband died several years ago.", (None, 1)),
        ("Four people were shot at a funeral in Springfield. Ray Daniel was killed in a car accident.", (None, 4)),
    ],
)
def test_the_dead_of_other_stories_are_left_out(text: str, numbers: tuple[int | None, int | None]) -> None:
    assert told(text) == numbers


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("A shooting in Springfield on Friday left nine people hospitalized.", 9),
        ("A shooting in Springfield on Friday sent two women and three men to hospital.", 5),
        ("A 22-year-old woman is fighting for her life since she was shot in Springfield on Friday.", 1),
        ("A 15-year-old girl is recovering after she was shot in Springfield on Friday.", 1),
    ],
)
def test_whoever_was_hit_is_counted_by_what_became_of_him(text: str, wounded: int) -> None:
    assert told(text) == (None, wounded)


def test_an_accident_with_a_weapon_is_no_natural_death() -> None:
    assert told("Ray Daniel died in a hunting accident near Springfield when he was shot by a friend.") == (1, None)


def test_a_list_told_again_by_name_is_the_same_people() -> None:
    text = (
        "A man and his daughter were found shot dead in Springfield on Friday. "
        "Police found the bodies of Ray Daniel, 49, and his 11-year-old daughter in a yard."
    )
    assert told(text) == (2, None)


class TestDeathInTitle:
    TEXT = "Ray Daniel, 19, was shot in the chest in Springfield on Friday. No arrest has been made."

    @pytest.mark.parametrize("title", ["Vigil for slain teenager", "Springfield man dies", "Fatal shooting in town"])
    def test_of_whom_the_text_tells_the_shot_died(self, title: str) -> None:
        found = event(read(self.TEXT, title=title), "ASSAULT")
        assert found.killed is not None
        assert (found.killed.low, found.killed.text, low(found.wounded)) == (1, "Ray Daniel", None)

    @pytest.mark.parametrize("title", ["Attempted murder charge", "Teenager shot after death threats", "Man hurt"])
    def test_an_attempt_or_a_threat_kills_nobody(self, title: str) -> None:
        assert told(self.TEXT, title=title) == (None, 1)

    def test_dead_of_the_text_are_all_there_are(self) -> None:
        text = "Two men were killed in Springfield on Friday. Ray Daniel, 19, was shot in the chest."
        assert low(event(read(text, title="Man dies"), "ASSAULT").killed) == 2
