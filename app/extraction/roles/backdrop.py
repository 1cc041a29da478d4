"""Background by wording: episodes told as what the news happens against."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR: Final = re.compile(r"(?:1[6-9]|20)\d\d")
_LASTING: Final = frozenset({"war", "conflict", "uprising", "revolution", "coup", "invasion", "genocide", "occupation"})
_LONG_AGO: Final = frozenset({"ago", "earlier", "formerly", "once", "previously"})
_MODIFIERS: Final = frozenset({"nummod", "amod", "compound", "nmod"})


def sets_the_scene(trigger: "Token") -> bool:
    """Whether the words show an earlier episode: "the 2006 war", "since the war began", "three years ago"."""
    modifiers = (child for child in trigger.children if child.dep_ in _MODIFIERS)
    if any(_YEAR.fullmatch(modifier.text) for modifier in modifiers):
        return True
    return _in_since_clause(trigger) or _years_ago(trigger)


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
