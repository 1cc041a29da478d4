"""Words that tell a person's end: dying, taking a life, the death or the body of somebody, the names of the dead."""

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from app.extraction.grammar.syntax import kids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Nouns that tell the end of the person named with them.
_ENDS = frozenset({"body", "death"})
_LIFE = "life"
#: "claimed four lives", "took the life of"
LIFE_TAKING = frozenset({"claim", "cost", "take", "lose", "end"})
_OVER_TIME = re.compile(r"\b(?:(?:this|last|past|per|each|every) year|since|years|so far)\b")
_DYING = frozenset({"die", "perish", "succumb"})
_NATURAL = frozenset(
    "cancer illness disease attack cause stroke age pneumonia overdose cold heat hunger starvation virus flu infection "
    "leukemia diabetes aids ebola cholera malaria complication crash accident aneurysm".split()
)
#: Accidents with weapons are violence all the same.
_ARMED = frozenset({"hunting", "shooting", "gun", "firearm", "firearms"})
#: Verbs that tell who somebody is, and words for the dead as their objects.
_NAMING = frozenset({"identify", "name", "list", "describe"})
_DEAD = frozenset({"dead", "deceased", "slain"})


def is_dying(verb: Token) -> bool:
    """Whether the verb says that its subject died."""
    if verb.pos_ != "VERB":
        return False
    lost = verb.lemma_ == "lose" and any(thing.lemma_ == _LIFE for thing in kids(verb, "dobj"))
    return verb.lemma_ in _DYING or _passes_away(verb) or lost


def ends_own_life(verb: Token) -> bool:
    """Whether it is "took his own life" or "committed suicide"."""
    things = [child for child in verb.children if child.dep_ == "dobj"]
    if verb.lemma_ == "commit":
        return any(thing.lower_ == "suicide" for thing in things)
    own = any(thing.lemma_ == _LIFE and any(word.lower_ == "own" for word in thing.children) for thing in things)
    return own and verb.lemma_ in {"take", "end"}


def tells_end(noun: Token) -> bool:
    """Whether it is the body or the death of somebody; deaths over a time are of many stories."""
    return is_end(noun) and ended(noun) is not None and not _OVER_TIME.search(noun.sent.text)


def _passes_away(verb: Token) -> bool:
    return verb.lemma_ == "pass" and any(child.lower_ == "away" for child in verb.children)


def is_natural(verb: Token) -> bool:
    """Whether "died of cancer" or the like says that nobody killed."""
    causes: Iterable[Token] = (
        cause for child in verb.children if child.lower_ in {"of", "from", "in"} for cause in child.children
    )
    return any(
        cause.lemma_.lower() in _NATURAL and not any(word.lower_ in _ARMED for word in cause.children)
        for cause in causes
    )


def is_long_ago(verb: Token) -> bool:
    """Whether somebody "died several years ago", which belongs to another story."""
    return any(
        word.lower_ == "ago" and any(unit.lemma_ in {"year", "decade", "month"} for unit in word.children)
        for word in kids(verb, "advmod")
    )


def ended(noun: Token) -> Token | None:
    """The person of "the death of a man", "the body of a man", "the man's death"."""
    for child in noun.children:
        if child.lower_ == "of":
            return next((person for person in child.children if person.dep_ == "pobj"), None)
    if noun.lemma_ == "death":
        return next((child for child in noun.children if child.dep_ == "poss" and child.pos_ != "PRON"), None)
    return None


def is_end(noun: Token) -> bool:
    """Whether the noun may tell the end of the person named with it ("the body of", "took the life of")."""
    taken = noun.lemma_ == _LIFE and noun.dep_ == "dobj" and noun.head.lemma_ in LIFE_TAKING
    return noun.lemma_ in _ENDS or taken


def named_dead(verb: Token) -> "Iterator[Token]":
    """The first of the dead whom the verb names ("the dead were identified as", "identified the dead men as")."""
    if verb.lemma_ not in _NAMING:
        return
    if any(_is_dead(thing) for thing in kids(verb, "dobj", "nsubjpass")):
        for preposition in kids(verb, "prep"):
            yield from kids(preposition, "pobj") if preposition.lower_ == "as" else ()


def _is_dead(noun: Token) -> bool:
    return noun.lower_ in _DEAD or any(child.lower_ in _DEAD for child in kids(noun, "amod"))
