from typing import get_args

import pytest

from app.domain.titles import TitleFacts, compose_title
from app.domain.vocabulary import MODES_OF_TYPE, EventType, Stance


def _title(type_="ASSAULT", mode=None, actors=(), targets=(), place=(), **known) -> str:
    known = {"contexts": (), "stance": "asserted", **known}
    return compose_title(TitleFacts(EventType(type_), mode, actors=actors, targets=targets, place=place, **known))


@pytest.mark.parametrize(
    ("title", "facts"),
    [
        (
            "Militants seize Khan Tuman, Aleppo",
            {"actors": ["militants"], "place": ["Khan Tuman", "Aleppo", "Syria"], "contexts": ("territory",)},
        ),
        ("Seizure of territory, Khan Tuman", {"place": ["Khan Tuman"], "contexts": ("territory",)}),
        ("Air strike, Azaz, Aleppo", {"mode": "aerial", "place": ["Azaz", "Aleppo"]}),
        (
            "Nusra Front attacks Jaish al-Fatah in Idlib",
            {"actors": ["the Nusra Front"], "targets": ["Jaish al-Fatah"], "place": ["Idlib"]},
        ),
        ("Army and rebels fight in Hama", {"actors": ["army", "rebels"], "place": ["Hama"]}),
        (
            "Police arrest Salah Abdeslam",
            {"type_": "COERCE", "mode": "arrest", "actors": ["police"], "targets": ["Salah Abdeslam"]},
        ),
        ("Mohammed Alloush resigns", {"type_": "RETREAT", "mode": "resign", "actors": ["Mohammed Alloush"]}),
        ("Denied: Shelling of hospital", {"mode": "heavy-weapons", "targets": ["a hospital"], "stance": "denied"}),
        ("Front recruits 3,000", {"type_": "MOBILIZE", "mode": "militia", "actors": ["Front"], "recruited": 3000}),
        ("Recruitment of 40, Idlib", {"type_": "MOBILIZE", "mode": None, "place": ["Idlib"], "recruited": 40}),
        ("Release of prisoners", {"type_": "RETREAT", "mode": "release", "targets": ["prisoners"]}),
        ("A, B and others attack", {"actors": ["A", "B", "C"], "targets": [], "mode": "primitive"}),
        ("Kerry visits Geneva", {"type_": "CONSULT", "mode": "visit", "actors": ["Kerry"], "place": ["Geneva"]}),
    ],
)
def test_titles_say_who_did_what_where(title, facts) -> None:
    assert _title(**facts) == title


@pytest.mark.parametrize("type_", EventType)
@pytest.mark.parametrize("stance", get_args(Stance))
def test_every_kind_of_event_has_a_title(type_, stance) -> None:
    for mode in (None, *MODES_OF_TYPE[type_]):
        assert _title(type_, mode, stance=stance)
        assert "  " not in _title(type_, mode, ["rebels"], ["army"], ["Hama", "Syria"], stance=stance)


def test_long_and_broken_words_are_trimmed() -> None:
    assert len(_title(actors=["x\n" * 200])) < 120
