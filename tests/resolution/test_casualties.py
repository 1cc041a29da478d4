"""One range from many figures, and which of them contradict each other."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.resolution.casualties import StatedFigure, contradict, contradicting, derive_range, is_vague

DAY = date(2016, 5, 6)
NEXT_DAY = date(2016, 5, 7)


def _figure(low, high=None, origin="a", published=DAY, *, chosen=True) -> StatedFigure:
    return StatedFigure(low=low, high=high, origin=origin, published=published, chosen=chosen)


def _range(*figures: StatedFigure) -> tuple[int, int | None, int | None]:
    derived = derive_range(figures)
    assert derived is not None
    return derived.low, derived.best, derived.high


def test_range_spans_all_and_best_is_what_most_origins_say() -> None:
    assert _range(_figure(13, 13), _figure(20, 20, "b"), _figure(13, 13, "c"), _figure(40, None, "d")) == (13, 13, 40)
    assert derive_range([]) is None
    assert _range(_figure(24, None)) == (24, 24, None)
    assert _range(_figure(0, 0)) == (0, 0, 0)


def test_newest_is_best_among_equals() -> None:
    assert _range(_figure(9, 9, "a"), _figure(14, 14, "b", NEXT_DAY)) == (9, 14, 14)
    assert _range(_figure(14, 14, "a"), _figure(9, 9, "b", NEXT_DAY)) == (9, 9, 14)


def test_a_source_corrects_itself() -> None:
    assert _range(_figure(30, 30), _figure(12, 12, "a", NEXT_DAY)) == (12, 12, 12)


def test_a_risen_toll_replaces_what_more_sources_said_before() -> None:
    assert _range(_figure(12, 12, "a"), _figure(12, 12, "b"), _figure(17, None, "c", NEXT_DAY)) == (12, 17, 17)


def test_a_lower_figure_of_one_does_not_replace_what_more_say() -> None:
    assert _range(_figure(12, 12, "a"), _figure(12, 12, "b"), _figure(7, 7, "c", NEXT_DAY)) == (7, 12, 12)


def test_a_number_goes_before_dozens_and_the_specific_before_the_open() -> None:
    dozens = replace(_figure(24, None, "b", NEXT_DAY), vague=True)
    assert _range(_figure(22, 22), dozens) == (22, 22, 24)
    assert _range(_figure(22, 22, "b"), dozens) == (22, 22, 22)
    assert _range(dozens) == (24, 24, None)
    assert _range(_figure(12, None), _figure(12, None, "b"), _figure(15, 15, "c")) == (12, 15, 15)
    assert _range(_figure(20, None), _figure(20, None, "b"), _figure(15, 15, "c")) == (15, 20, 20)


def test_what_reports_stand_by_goes_before_what_they_only_quote() -> None:
    quoted = _figure(60, 60, "militants", NEXT_DAY, chosen=False)
    assert _range(_figure(13, 13), quoted) == (13, 13, 60)
    assert _range(quoted) == (60, 60, 60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dozens", True),
        ("Several", True),
        ("more than a dozen", True),
        ("hundreds of", True),
        ("some 40", False),
        ("at least 17", False),
        ("seventeen", False),
    ],
)
def test_words_that_give_no_number(text, expected) -> None:
    assert is_vague(text) is expected


def test_rising_toll_is_an_update_and_no_contradiction() -> None:
    first, risen = _figure(9, 9, "a"), _figure(14, 14, "b", date(2016, 5, 8))
    assert not contradict(first, risen)
    assert contradict(replace(first, low=20, high=20), risen)
    assert contradict(first, replace(risen, published=DAY))
    assert not contradict(first, replace(risen, origin="a"))
    assert not contradict(_figure(9, None), _figure(14, 14, "b"))


def test_only_what_contradicts_is_told() -> None:
    apart = [_figure(40, 40, "b"), _figure(9, 9), _figure(30, None, "c")]
    assert contradicting(apart) == [apart[1], apart[2], apart[0]]
    assert contradicting([_figure(9, 9), _figure(5, None, "b")]) == []


_FIGURES = st.lists(
    st.builds(
        lambda low, width, origin, days, chosen, vague: StatedFigure(
            low, None if width < 0 else low + width, origin, None if days < 0 else DAY + timedelta(days), chosen, vague
        ),
        st.integers(0, 6),
        st.integers(-1, 3),
        st.sampled_from("abc"),
        st.integers(-1, 2),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


@given(_FIGURES)
def test_range_does_not_depend_on_order_and_best_is_one_that_is_stated(figures) -> None:
    derived = {derive_range(order) for order in permutations(figures)}
    assert len(derived) == 1
    (one,) = derived
    assert one is not None
    assert one.best in {figure.low for figure in figures}
    assert one.low <= one.best
    assert one.high is None or one.best <= one.high
