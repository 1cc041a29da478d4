"""The casualty number an event stands by."""

from hypothesis import given
from hypothesis import strategies as st

from app.extraction.casualties.figure import FoundFigure
from app.extraction.casualties.individuals import Individual
from app.extraction.casualties.totals import choose_total, choose_wounded


def figure(low: int, frame: int, **more: object) -> FoundFigure:
    values: dict[str, object] = {"what": "killed", "high": low, "start": frame * 100, "end": frame * 100 + 2}
    values |= {"token": frame * 20, "group": frame, **more}
    return FoundFigure(low=low, frame=frame, **values)  # type: ignore[arg-type]


def test_rising_toll_stands_at_its_highest() -> None:
    total = choose_total([figure(12, 0), figure(17, 3, high=None)], "killed", {})
    assert total is not None
    assert (total.low, total.high) == (17, None)


def test_figures_of_one_sentence_add_up() -> None:
    total = choose_total([figure(3, 0), figure(2, 0, start=20, end=22)], "killed", {})
    assert total is not None
    assert total.low == 5


def test_parts_of_a_larger_number_do_not_add() -> None:
    total = choose_total([figure(12, 0), figure(3, 0, start=30, partial=True, of_whom={"children": 3})], "killed", {})
    assert total is not None
    assert (total.low, total.of_whom) == (12, {"children": 3})


def test_another_three_add_to_what_went_before() -> None:
    total = choose_total([figure(12, 0), figure(3, 1, more=True)], "killed", {})
    assert total is not None
    assert total.low == 15


def test_others_alone_are_a_number_of_their_own() -> None:
    total = choose_total([figure(21, 0, what="wounded", more=True)], "wounded", {})
    assert total is not None
    assert total.low == 21


def test_killed_attackers_count_with_the_dead_and_are_told_apart() -> None:
    total = choose_total([figure(4, 0), figure(1, 2, of_whom={"attackers": 1})], "killed", {})
    assert total is not None
    assert (total.low, total.of_whom) == (5, {"attackers": 1})


def test_outlets_own_number_before_a_claim() -> None:
    total = choose_total([figure(40, 0), figure(12, 1)], "killed", {0: "rebels"})
    assert total is not None
    assert total.low == 12


def test_of_two_claims_the_first_stands() -> None:
    total = choose_total([figure(12, 0), figure(40, 1)], "killed", {0: "army", 1: "rebels"})
    assert total is not None
    assert total.low == 12


def test_nobody_is_zero_and_nothing_stated_is_none() -> None:
    none_hurt = choose_total([figure(0, 0)], "killed", {})
    assert none_hurt is not None
    assert none_hurt.low == 0
    assert choose_total([], "killed", {}) is None


def test_people_named_one_by_one_add_up() -> None:
    named = [figure(1, place, one=Individual(place, place, entity=name)) for place, name in enumerate((4, 5, 4))]
    total = choose_total(named, "killed", {})
    assert total is not None
    assert total.low == 2


def test_wounded_are_those_hit_less_those_who_died() -> None:
    figures = [figure(5, 0, what="wounded", hit=True), figure(2, 1)]
    wounded = choose_wounded(figures, choose_total(figures, "killed", {}), {})
    assert wounded is not None
    assert wounded.low == 3
    assert choose_wounded(figures[:1], choose_total([figure(5, 1)], "killed", {}), {}) is None


@given(st.lists(st.integers(0, 500), min_size=1, max_size=6))
def test_total_is_never_below_the_highest_whole_figure(numbers: list[int]) -> None:
    total = choose_total([figure(number, frame) for frame, number in enumerate(numbers)], "killed", {})
    assert total is not None
    assert total.low >= max(numbers)
