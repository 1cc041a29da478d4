import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.resolution.blocking import name_keys, search_keys
from app.resolution.name_scoring import compare_names, name_similarity
from app.resolution.names import acronym, is_generic


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ali Shamkhani", "Shamkhani, Ali"),
        ("Mohammed Alloush", "Muhammad Aloush"),
        ("Qasem Soleimani", "Qassem Soleymani"),
        ("Ali Akbar Velayati", "Ali Velayati"),
        ("Sergei Lavrov", "Sergey Lavrov"),
    ],
)
def test_spellings_of_one_name(left, right) -> None:
    assert name_similarity(left, right, "person") >= 0.9
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
    assert compare_names("Shamkhani", "Ali Shamkhani", "person").outcome == "unsure"
    assert name_similarity("Saddam", "Saddam Hussein", "person") < name_similarity(
        "Hussein", "Saddam Hussein", "person"
    )


def test_acronyms() -> None:
    assert acronym("High Negotiations Committee") == "hnc"
    assert acronym("Nusra Front") is None
    assert name_similarity("HNC", "High Negotiations Committee") == 0.8
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
