"""Background by wording: episodes told as what the news happens against."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR: Final = re.compile(r"(?:1[6-9]|20)\d\d")
_LASTING: Final = frozenset({"war", "conflict", "uprising", "revolution", "coup", "invasion", "genocide", "occupation"})
_UNITS: Final = frozenset({"hour", "day", "week", "month", "year", "decade", "century"})
_LONG: Final = frozenset({"year", "decade", "century"})
_LONG_AGO: Final = frozenset({"ago", "earlier", "formerly", "once", "previously"})
_MODIFIERS: Final = frozenset({"nummod", "amod", "compound", "nmod"})


def sets_the_scene(trigger: "Token") -> bool:
    """Whether the words show an earlier episode: "the 2006 war", "since the war began", "three years ago"."""
    if trigger.pos_ == "NOUN" and any(_YEAR.fullmatch(word.text) for word in _modifying(trigger)):
        return True
    interval = interval_of(trigger)
    return _in_since_clause(trigger) or _years_ago(trigger) or (interval is not None and interval.lemma_ in _LONG)


def interval_of(trigger: "Token") -> "Token | None":
    """The unit of time that parts it from what the sentence tells first: "a month after they kidnapped 200 girls"."""
    clause = trigger
    for _ in range(3):
        opening = [child for child in clause.children if child.lower_ in {"after", "before"} and child.dep_ == "mark"]
        if opening or clause.dep_ in {"ROOT", "ccomp"}:
            break
        clause = clause.head
    if clause.dep_ == "pcomp" and clause.head.lower_ in {"after", "before"}:
        opening = [clause.head]
    for mark in opening:
        beside = [*mark.children, *clause.children, *(mark.nbor(-1),)] if mark.i else []
        for word in beside:
            if word.lemma_.lower() in _UNITS and word.i < mark.i:
                return word
    return None


def _modifying(noun: "Token") -> Iterator["Token"]:
    """The words before a noun that modify it, or a name before it ("the November 2015 Paris attacks")."""
    for child in noun.children:
        if child.dep_ in _MODIFIERS and child.i < noun.i:
            yield child
            yield from child.subtree


def since_an_age(token: "Token") -> bool:
    """Whether it tells of a whole war or of years: "have died since the conflict began in 2011"."""
    for word in token.subtree:
        if word.lower_ == "since":
            told = word.head.subtree if word.dep_ == "mark" else word.subtree
            return any(inner.lemma_ in _LASTING or _YEAR.fullmatch(inner.text) for inner in told)
    return False


def _in_since_clause(trigger: "Token") -> bool:
    """Whether it is the long episode that "since" refers to: "since the war began in 2011"."""
    current = trigger
    for _ in range(3):
        if current.dep_ == "advcl" and any(c.lower_ == "since" and c.dep_ == "mark" for c in current.children):
            return trigger.lemma_ in _LASTING or any(child.lemma_ in _LASTING for child in current.children)
        if current.dep_ == "pobj" and current.head.lower_ == "since" and trigger.lemma_ in _LASTING:
            return True
        if current.head.i == current.i:
            return False
        current = current.head
    return False


def _years_ago(trigger: "Token") -> bool:
    for child in trigger.children:
        if child.dep_ == "advmod" and child.lower_ in _LONG_AGO:
            return any(word.lemma_ in {"year", "decade", "century"} for word in child.children)
    return False
