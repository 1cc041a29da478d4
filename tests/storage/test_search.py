"""Full text answers alike on both databases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from app.models import SearchTextRow
from app.storage.search import index_texts, owners_of_words, query_words, words_of

TEXTS = {
    "art_1": "The fall of Khan Ṭūmān, near Aleppo: 1,300 fled.",
    "art_2": "Бои под Алеппо. قوات النظام في حلب",
    "art_3": "O'Brien's convoy reached Daraya—at last. C++ & x'; DROP TABLE article;-- \"quoted\"",
}


def _found(database, text: str) -> list[str]:
    with database.read() as session:
        return sorted(session.exec(owners_of_words(session, "article", query_words(text))))


@pytest.fixture
def indexed(database):
    with database.write() as session:
        for owner, text in TEXTS.items():
            index_texts(session, "article", {owner: text})
    return database


@pytest.mark.parametrize(
    ("asked", "owners"),
    [
        ("khan tuman", ["art_1"]),
        ("TŪMĀN Aleppo", ["art_1"]),
        ("алеппо", ["art_2"]),
        ("حلب", ["art_2"]),
        ("obriens", ["art_3"]),
        ("O’Brien’s daraya", ["art_3"]),
        ("daraya aleppo", []),
        ("tum", []),
        ("drop table", ["art_3"]),
        ("1 300", ["art_1"]),
    ],
)
def test_all_words_must_be_there_in_any_spelling(indexed, asked, owners) -> None:
    assert _found(indexed, asked) == owners


@pytest.mark.parametrize("asked", ["a OR b", 'NEAR("x")', "x* & !y", "words:x", "' \" \\", "-x +y (z", "² ½ ⅷ"])
def test_syntax_of_the_databases_is_only_words(indexed, asked) -> None:
    if query_words(asked):
        assert _found(indexed, asked) == []


def test_new_text_replaces_the_old_one(indexed) -> None:
    with indexed.write() as session:
        index_texts(session, "article", {"art_1": "Something else"})
        index_texts(session, "article", {"art_1": "Something else"})
    assert _found(indexed, "khan tuman") == []
    assert _found(indexed, "else something") == ["art_1"]
    with indexed.read() as session:
        assert len(session.exec(select(SearchTextRow)).all()) == len(TEXTS)


@given(st.text(max_size=80))
def test_words_are_stable_and_plain(text) -> None:
    words = words_of(text)
    assert words_of(" ".join(words)) == words
    assert all(word.isalnum() for word in words)
