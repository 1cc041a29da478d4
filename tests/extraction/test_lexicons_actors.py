from pathlib import Path

import pytest

from app.domain.vocabulary import ORGANIZATION_CATEGORIES, SECTORS
from app.extraction.lexicons.actors import ActorLexicon
from app.extraction.lexicons.folding import fold, words_of

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def actors() -> ActorLexicon:
    return ActorLexicon.load(SEEDS)


@pytest.mark.parametrize(
    ("words", "record_id"),
    [
        ("Nusra Front", "nusra-front"),
        ("the Nusra Front", "nusra-front"),
        ("Jabhat al-Nuṣra", "nusra-front"),
        ("Jaish al Islam", "jaysh-al-islam"),
        ("Da’esh", "islamic-state"),
        ("I.S.I.S.", "islamic-state"),
        ("People’s Protection Units", "peoples-protection-units"),
        ("Peoples Protection Units", "peoples-protection-units"),
        ("YPG", "peoples-protection-units"),
        ("Nusra Front's", "nusra-front"),
        ("DAESH", "islamic-state"),
    ],
)
def test_an_actor_is_found_in_any_spelling(actors: ActorLexicon, words: str, record_id: str) -> None:
    found = actors.find(words)
    assert found is not None
    assert found.id == record_id


@pytest.mark.parametrize("words", ["is", "Is", "fsa", "", "'s", "Nusra Front fighters", "the"])
def test_other_words_are_no_actor(actors: ActorLexicon, words: str) -> None:
    assert actors.find(words) is None
