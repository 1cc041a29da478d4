"""Stance that the word above gives to what it governs: "feared an attack", "foiled a plot to bomb", "fears of war"."""

from itertools import islice
from typing import TYPE_CHECKING, Final

from app.domain.vocabulary import Stance
from app.extraction.grammar.stance_words import (
    COMPLEMENTS,
    COUNTING,
    DENIALS,
    DENYING,
    EVIDENCE,
    FOILING,
    GOVERNORS,
    INVERTED,
    JUDGED,
    MODIFIERS,
    NOUNS,
    SAYING,
    STANCED_OBJECTS,
    SUBJECTS,
    TOLD,
    UNTRUE,
    WARNED_OF,
    WRONGLY,
)
from app.extraction.grammar.syntax import is_parted

if TYPE_CHECKING:
    from spacy.tokens import Token

StanceFinding = tuple[Stance, "Token | None"]

_WITHHOLDING: Final = frozenset({"prevent", "stop", "refrain", "ban", "bar", "keep", "abstain"})
_COMING_ABOUT: Final = frozenset({"materialise", "materialize", "happen", "occur"})
_TRYING: Final = frozenset({"try", "attempt", "seek", "strive", "struggle"})
_ATTEMPTS: Final = _TRYING | {"fail", "aim", "effort", "bid", "failure", "hope"}
_SURVIVING: Final = frozenset({"escape", "survive", "evade", "dodge"})
_IN_VAIN: Final = frozenset({"unsuccessfully", "vainly"})


def from_governor(token: "Token") -> StanceFinding:
    """Stance that the word above gives to its complement, object or subject."""
    head, label = token.head, token.dep_
    if head.i == token.i or is_parted(token):
        return "asserted", None
    if label in {"pobj", "pcomp"}:
        return _under_preposition(token, head.head)
    if label in COMPLEMENTS and (above := _on_complement(token, head)) is not None:
        return above
    if label == "xcomp" and head.lemma_ == "be" and token.tag_ == "VB":
        return ("planned" if inverted(token) is None else "hypothetical"), head
    return _from_noun_or_copula(token, head)


def is_attempt(trigger: "Token") -> bool:
    """Whether the deed was only tried ("tried to retake", "the attempted murder of", "escaped assassination")."""
    if any(child.lower_ == "attempted" and child.dep_ == "amod" for child in trigger.children):
        return True
    if trigger.dep_ == "dobj" and trigger.head.lemma_ in _SURVIVING:
        return True
    return trigger.dep_ in {"xcomp", "acl", "pcomp"} and any(
        ancestor.lemma_.lower() in _ATTEMPTS for ancestor in islice(trigger.ancestors, 2)
    )


def _is_infinitive(verb: "Token") -> bool:
    """Whether the verb is an infinitive with "to"."""
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)


def foiler(deed: "Token") -> "Token | None":
    """The word that says of a deed, or of the plan for it, that it came to nothing ("foiled a plot to bomb")."""
    for _ in range(3):
        above = deed.head
        if deed.dep_ == "nsubj" and above.lemma_ in _COMING_ABOUT:
            return next((child for child in above.children if child.dep_ == "neg"), None)
        if deed.dep_ in {"dobj", "nsubjpass"}:
            negated = any(child.dep_ == "neg" for child in above.children)
            return above if above.lemma_ in FOILING and not negated else None
        if deed.dep_ in {"acl", "relcl"} and above.lemma_ in NOUNS:
            deed = above
        elif deed.dep_ in {"pobj", "pcomp"} and above.head.lemma_ in NOUNS:
            deed = above.head
        else:
            return None
    return None


def inverted(verb: "Token") -> "Token | None":
    """What opens a condition without "if": "had the bomb exploded, …", "were they to attack, …"."""
    above = verb.head
    openings = [above] if verb.dep_ in {"ccomp", "xcomp"} else []
    openings += [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    for opening in openings:
        subjects = (child for word in (opening, verb) for child in word.children if child.dep_ in SUBJECTS)
        subject = next(subjects, None)
        if opening.lower_ in INVERTED and opening.left_edge.i == opening.i and subject is not None:
            return opening if opening.i < subject.i else None
    return None


def _on_complement(token: "Token", head: "Token") -> StanceFinding | None:
    """Stance of a clause under a verb or adjective; None where that says nothing of it."""
    if head.lemma_ in GOVERNORS and head.pos_ in {"VERB", "ADJ", "AUX"}:
        return _governed(token, head)
    if head.lemma_ in SAYING and _is_infinitive(token):
        return "hypothetical", head
    beside = [child for child in head.children if child.dep_ == "advmod"]
    if token.dep_ == "ccomp":
        wrong = next((word for word in beside if word.lower_ in WRONGLY), None)
        return ("denied", wrong) if wrong is not None else None
    vain = next((word for word in beside if word.lower_ in _IN_VAIN), None) if head.lemma_ in _TRYING else None
    return ("denied", vain) if vain is not None else None


def _from_noun_or_copula(token: "Token", head: "Token") -> StanceFinding:
    """Stance that a noun gives to its clause, a verb to its object, and a predicate to its subject."""
    label = token.dep_
    if label in {"acl", "relcl"} and token.tag_ == "VB" and head.lemma_ in NOUNS:
        return NOUNS[head.lemma_], head
    if label in {"dobj", "nsubjpass"} and head.lemma_ in STANCED_OBJECTS:
        return GOVERNORS[head.lemma_], head
    if label == "nsubj" and token.pos_ == "NOUN" and head.lemma_ in JUDGED:
        return _in_predicate(token, head)
    return _retold(head) if label in {"acl", "relcl", "ccomp"} else ("asserted", None)


def _in_predicate(noun: "Token", verb: "Token") -> StanceFinding:
    """Stance that a predicate gives to its subject: "an invasion is possible", "an attack would be a disaster"."""
    for child in verb.children if verb.lemma_ == "be" else ():
        if child.dep_ in {"acomp", "attr"} and child.lower_ in MODIFIERS:
            return MODIFIERS[child.lower_], child
    would = next((child for child in verb.children if child.dep_ == "aux" and child.lower_ in {"would", "'d"}), None)
    definite = any(child.lower_ in {"the", "this", "that", "these", "those"} for child in noun.children)
    return ("asserted", None) if would is None or definite else ("hypothetical", would)


def _retold(noun: "Token") -> StanceFinding:
    """Denied where the report of it is denied: "rejected claims that they attacked", "a denial that they attacked"."""
    if noun.lemma_ in DENIALS:
        return "denied", noun
    none = next((child for child in noun.children if child.lower_ == "no"), None)
    if noun.lemma_ in EVIDENCE and none is not None:
        return "hypothetical", none
    told = noun.lemma_ in TOLD and noun.dep_ in {"dobj", "nsubjpass", "pobj", "nsubj"}
    if not told:
        return "asserted", None
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        untrue = next((word for word in noun.head.children if word.lower_ in UNTRUE), None)
        return ("asserted", None) if untrue is None else ("denied", untrue)
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.lemma_ in DENYING and not any(child.dep_ == "neg" for child in verb.children):
        return "denied", verb
    return "asserted", None


def _under_preposition(token: "Token", governor: "Token") -> StanceFinding:
    """Stance of "fears of an attack", "refrained from attacking", "warned of an attack", "without firing a shot"."""
    preposition = token.head
    if governor.pos_ == "NOUN" and governor.lemma_ in NOUNS:
        return NOUNS[governor.lemma_], governor
    if governor.pos_ == "NOUN" and governor.lemma_ in TOLD | DENIALS | EVIDENCE and preposition.lower_ == "of":
        return _retold(governor)
    if governor.lemma_ in _WITHHOLDING:
        return "denied", governor
    if preposition.lower_ == "without" and token.lemma_ not in COUNTING | {"cause"}:
        return "denied", preposition
    if governor.lemma_ in WARNED_OF and preposition.lower_ in {"of", "about", "against", "for"}:
        return "hypothetical", governor
    if token.dep_ == "pcomp" and governor.lemma_ in GOVERNORS and governor.pos_ in {"VERB", "ADJ", "AUX"}:
        return _governed(token, governor)
    return "asserted", None


def _governed(token: "Token", head: "Token") -> StanceFinding:
    stance = GOVERNORS[head.lemma_]
    if head.lemma_ == "stop" and token.tag_ == "VBG":
        return "asserted", None
    if head.lemma_ in {"expect", "suspect", "want"} and token.tag_ not in {"VB", "VBG"} and token.dep_ != "ccomp":
        return "asserted", None
    if head.lemma_ in {"warn", "fear", "suspect"} and token.tag_ in {"VBD", "VBN"}:
        return ("hypothetical", head) if head.lemma_ == "fear" else ("asserted", None)
    if head.lemma_ == "go" and head.tag_ != "VBG":
        return "asserted", None
    if stance == "denied" and any(child.dep_ == "neg" for child in head.children):
        return "asserted", None
    return ("hypothetical" if left_open(head) else stance), head


def left_open(verb: "Token") -> bool:
    """Whether it is neither said nor denied: "neither confirmed nor denied that"."""
    other = verb.head
    return verb.dep_ == "conj" and other.lemma_ == "confirm" and any(c.lower_ in {"nor", "or"} for c in other.children)
