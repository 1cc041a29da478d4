"""Tolls that change through an article: figures that replace what stood before, and figures that are given up."""

from typing import Final

from spacy.tokens import Token

from app.domain.vocabulary import FigureKind

_CHANGING: Final = frozenset(
    "rise climb grow jump mount increase soar reach raise revise update pass exceed surpass bring take push lift swell "
    "fall drop lower reduce correct put stand".split()
)
#: verbs that state a toll without saying that it changed
_STATING: Final = frozenset({"put", "stand"})
_TALLIES: Final = frozenset("toll figure number count tally total estimate".split())
_SAYING: Final = frozenset(
    "say tell put report give estimate count confirm announce add state speak claim list be".split()
)
_TOLD: Final = _TALLIES | {"report", "statement", "information", "account", "toll", "reports"}
_LATER: Final = frozenset("later now subsequently afterwards latest newest updated revised new final".split())
_EARLIER: Final = frozenset(
    "earlier initially initial previously previous originally original preliminary early first".split()
)
_WOUNDED: Final = frozenset({"wounded", "injured", "injury"})
_SOURCES: Final = frozenset({"from"})


def counted_by_toll(number: Token) -> tuple[FigureKind, Token] | None:
    """What a bare number counts that a toll is said to have come to, and the word for the toll.

    "The toll rose to 33", "raised the figure to 15", "bringing the number of dead to six".
    """
    verb = _changing_verb(number)
    if verb is None:
        return None
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and child.lemma_.lower() in _TALLIES:
            hurt = any(word.lemma_.lower() in _WOUNDED for word in child.subtree)
            return ("wounded" if hurt else "killed"), child
    return None


def is_revision(number: Token) -> bool:
    """Whether the figure replaces earlier ones: "rose to 17", "later said at least 17 had died", "a new toll of 17"."""
    verb = _changing_verb(number)
    if verb is not None and number.head.lower_ not in _SOURCES and verb.lemma_ not in _STATING:
        return True
    return _is_told(number, _LATER)


def is_outdated(number: Token) -> bool:
    """Whether the figure is given up: "earlier put the toll at 65", "initial reports said", "up from 12"."""
    if number.dep_ == "pobj" and number.head.lower_ in _SOURCES:
        return _changing_verb(number) is not None or number.head.head.lower_ in {"up", "down"}
    return _is_told(number, _EARLIER)


def _changing_verb(number: Token) -> Token | None:
    """The verb by which a toll comes to the number; None where it is no such number."""
    verb = number.head if number.dep_ == "dobj" else number.head.head if number.dep_ == "pobj" else None
    if verb is None or verb.lemma_ not in _CHANGING:
        return None
    tallies = (child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "dobj"})
    return verb if any(child.lemma_.lower() in _TALLIES for child in tallies) else None


def _is_told(number: Token, cues: frozenset[str]) -> bool:
    """Whether one of the cues stands with the word that tells the number."""
    for word in number.ancestors:
        if word.lemma_.lower() in _TOLD and any(child.lower_ in cues for child in word.children):
            return True
        if word.lemma_ in _SAYING and word.pos_ in {"VERB", "AUX"}:
            speaking = [inner for child in word.children if child.dep_ == "nsubj" for inner in child.children]
            told = any(child.lower_ in cues for child in word.children if child.dep_ in {"advmod", "npadvmod"})
            return told or any(inner.lower_ in cues and inner.dep_ == "amod" for inner in speaking)
    return False
