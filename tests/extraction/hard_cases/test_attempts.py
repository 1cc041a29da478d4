"""An attempt upon somebody is an event that killed nobody, whoever it was meant for."""

import pytest

from tests.extraction.article_reading import event, low, read


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen tried to kill the mayor of Timbuktu on Monday.",
        "An attempt to kill the president in Bissau failed on Monday.",
        "The coup was put down. A second attempt to kill the president failed.",
        "The governor escaped assassination in Kandahar on Monday.",
        "The attempted murder of a judge in Medellin on Monday shocked the town.",
    ],
)
def test_an_attempt_counts_no_dead(text: str) -> None:
    attack = event(read(text), "ASSAULT")
    assert (attack.stance, low(attack.killed)) == ("asserted", None)


def test_those_who_died_in_an_attempt_are_counted() -> None:
    attack = event(read("Gunmen tried to storm the prison in Goma, killing two guards."), "ASSAULT")
    assert low(attack.killed) == 2


def test_a_plot_that_was_foiled_killed_nobody() -> None:
    attack = event(read("Police thwarted a plot to murder a bishop in Cali on Monday."), "ASSAULT")
    assert (attack.stance, low(attack.killed)) == ("denied", None)
