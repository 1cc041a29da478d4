import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.resolution.names import acronym, is_generic, name_keys, name_similarity, search_keys


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ali Shamkhani", "Shamkhani, Ali"),
        ("Mohammed Alloush", "Muhammad Aloush"),
        ("Jabhat al-Nusra", "Jabhat Nusra"),
        ("Qasem Soleimani", "Qassem Soleymani"),
        ("Ali Akbar Velayati", "Ali Velayati"),
        ("Sergei Lavrov", "Sergey Lavrov"),
    ],
)
def test_spellings_of_one_name(left, right) -> None:
    assert name_similarity(left, right) >= 0.9
    assert search_keys(left) & name_keys([right])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ali Hassan", "Ali Hussein"),
        ("Bashar al-Assad", "Maher al-Assad"),
        ("Ali Shamkhani", "Ali Larijani"),
        ("Ahrar al-Sham", "Ansar al-Sham"),
    ],
)
def test_other_names(left, right) -> None:
    assert name_similarity(left, right) < 0.7


def test_one_word_against_several_is_not_the_whole_name() -> None:
    assert name_similarity("Shamkhani", "Ali Shamkhani") == 0.95
    assert name_similarity("Saddam", "Saddam Hussein") == 0.7


def test_acronyms() -> None:
    assert acronym("High Negotiations Committee") == "hnc"
    assert acronym("Nusra Front") is None
    assert name_similarity("HNC", "High Negotiations Committee") == 0.75
    assert search_keys("HNC") & name_keys(["High Negotiations Committee"])


def test_generic_names() -> None:
    assert is_generic("Ministry of the Interior")
    assert not is_generic("Syrian Observatory for Human Rights")


@given(st.text(max_size=40), st.text(max_size=40))
def test_similarity_is_symmetric_and_between_0_and_1(left, right) -> None:
    similarity = name_similarity(left, right)
    assert 0 <= similarity <= 1
    assert similarity == pytest.approx(name_similarity(right, left))


@given(st.text(min_size=1, max_size=60))
def test_a_name_finds_itself_if_it_has_words(name) -> None:
    assert search_keys(name) <= name_keys([name])
