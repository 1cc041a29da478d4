"""Whether a told event happened: asserted, denied, threatened, planned or only hypothetical.

Decisions: what "failed to" happen is denied; an attempt ("tried to storm") is an event, hence asserted; what is
demanded, feared, possible or conditional is hypothetical; "will" and arrangements ("is to", "due to") are planned.
"""

from typing import TYPE_CHECKING, Final

from app.extraction.grammar.blame import disowner
from app.extraction.grammar.governing import StanceFinding, foiler, from_governor, inverted
from app.extraction.grammar.light_verbs import LIGHT_VERBS
from app.extraction.grammar.stance_words import (
    AUXILIARIES,
    COMPLEMENTS,
    CONDITIONS,
    COUNTING,
    DISARMING,
    FEARS,
    GOVERNORS,
    HAPPENING,
    MODIFIERS,
    NOBODY,
    OBJECTS,
    SUBJECTS,
    TELLING,
)
from app.extraction.grammar.syntax import is_parted

if TYPE_CHECKING:
    from spacy.tokens import Token

_STEPS: Final = 7
#: tokens after a trigger in which a question mark is looked for
_REACH: Final = 80


def find_stance(trigger: "Token") -> StanceFinding:
    """Stance of the event that the trigger names, and the word that shows it (None for asserted)."""
    decided = _decided(trigger)
    if decided is not None:
        return decided
    current = trigger
    for _ in range(_STEPS):
        stance, cue = from_governor(current)
        if stance != "asserted":
            return stance, cue
        nearest = _upward(current)
        if nearest is None:
            break
        told = _as_told(current, nearest)
        if told is not None:
            return told if told[1] is not None else _question(trigger)
        apart = _has_own_subject(current)
        current = nearest
        if not apart and current.pos_ in {"VERB", "AUX", "ADJ"} and current.lemma_ not in GOVERNORS:
            stance, cue = _local(current)
            if stance != "asserted":
                return stance, cue
    return _question(trigger)


def _has_own_subject(verb: "Token") -> bool:
    """Whether a coordinated verb tells of another subject, to which "not" and "will" do not reach over."""
    return verb.dep_ == "conj" and any(child.dep_ in SUBJECTS for child in verb.children)


def _decided(trigger: "Token") -> StanceFinding | None:
    """Stance that no word farther up changes; None where the words above have to be asked."""
    if disowner(trigger) is not None:
        return "asserted", None
    if (foiled := foiler(trigger)) is not None:
        return "denied", foiled
    stance, cue = _local(trigger)
    if stance == "asserted":
        return None
    return _feared(trigger) if stance == "planned" else (stance, cue)


def _feared(clause: "Token") -> StanceFinding:
    """Stance of what "will" happen: only a fear where somebody fears it ("fears that they will attack")."""
    head = clause.head
    if clause.dep_ in {"ccomp", "acl"} and head.lemma_ in FEARS:
        return "hypothetical", head
    return _local(clause)


def _as_told(clause: "Token", verb: "Token") -> StanceFinding | None:
    """Stance of a clause of the past under a verb of telling; None where the verb's own signs decide.

    The verb's modal is that of the telling ("it should be recalled that he attacked"); who does not confirm that
    something happened does not deny it, and who does not say why takes it for granted.
    """
    if clause.dep_ != "ccomp" or verb.lemma_ not in TELLING or clause.tag_ not in {"VBD", "VBN", "VBZ", "VBP"}:
        return None
    if any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in verb.children):
        return None
    negation = next((child for child in verb.children if child.dep_ == "neg" and not _not_only(child)), None)
    asked = any(child.tag_ in {"WP", "WRB", "WP$"} for child in clause.children)
    return ("asserted", None) if negation is None or asked else ("hypothetical", negation)


def _local(token: "Token") -> StanceFinding:
    """Signs among the token's own dependents, and the verb that itself says it ("defused a bomb")."""
    denied: StanceFinding | None = ("denied", token) if token.lemma_ in DISARMING else None
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ in {"no", "neither"}):
            if not _not_only(child):
                denied = ("denied", child)
        elif child.dep_ == "mark" and child.lower_ in CONDITIONS:
            return "hypothetical", child
        elif child.dep_ in {"amod", "compound"} and child.lower_ in MODIFIERS:
            return MODIFIERS[child.lower_], child
        elif child.dep_ == "advmod" and child.lower_ in {"never", "hardly"}:
            denied = ("denied", child)
    denied = denied or _done_by_nobody(token)
    if denied is not None:
        return denied
    return _headline(token) or _shared_auxiliary(token)


def _done_by_nobody(verb: "Token") -> StanceFinding | None:
    """Denied where nobody did it, or it was done to nothing: "no missiles were fired", "neither side attacked"."""
    responsibility = any(child.lemma_ == "responsibility" for child in verb.children)
    if verb.pos_ not in {"VERB", "AUX"} or verb.lemma_ in COUNTING or responsibility:
        return None
    for child in verb.children:
        if child.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        if child.lower_ in NOBODY:
            return "denied", child
        for word in child.children:
            if word.dep_ in {"det", "preconj", "advmod"} and word.lower_ in {"no", "neither"} and not _not_only(word):
                return "denied", word
    return None


def _headline(token: "Token") -> StanceFinding | None:
    """The infinitive of a headline, and an occasion that is still to come ("before an assault on the city")."""
    alone = token.dep_ == "ROOT" or (token.dep_ == "relcl" and token.head.dep_ == "ROOT")
    if token.tag_ == "VB" and alone:
        mark = next((child for child in token.children if child.tag_ == "TO"), None)
        return ("planned", mark) if mark is not None else None
    if token.dep_ == "pobj" and token.head.lower_ == "before" and any(c.lower_ in {"a", "an"} for c in token.children):
        return "planned", token.head
    return None


def _not_only(negation: "Token") -> bool:
    following = negation.i + 1
    return following < len(negation.doc) and negation.doc[following].lower_ in {"only", "just", "merely", "least"}


def _auxiliary(token: "Token") -> StanceFinding:
    auxiliaries = [child for child in token.children if child.dep_ in {"aux", "auxpass"}]
    if (opening := inverted(token)) is not None:
        return "hypothetical", opening
    for aux in auxiliaries:
        stance = AUXILIARIES.get(aux.lower_)
        if stance is not None:
            perfect = aux.lower_ == "would" and any(other.lemma_ == "have" for other in auxiliaries)
            return ("hypothetical" if perfect else stance), aux
    return "asserted", None


def _shared_auxiliary(token: "Token") -> StanceFinding:
    """The auxiliary said once for coordinated verbs ("will bomb and shell the town")."""
    current = token
    for _ in range(_STEPS):
        found = _auxiliary(current)
        if found[0] != "asserted" or current.dep_ != "conj" or current.tag_ != "VB" or current.head.pos_ != "VERB":
            return found
        current = current.head
    return "asserted", None


def _upward(token: "Token") -> "Token | None":
    """The word whose stance the token shares: its governing verb through objects and complements."""
    head, label = token.head, token.dep_
    if head.i == token.i or is_parted(token):
        return None
    if label == "pcomp":
        return head.head
    if label in COMPLEMENTS:
        return head if label != "acl" else None
    if label in OBJECTS:
        return head if _carries(token, head) else None
    if label == "conj":  # "did not bomb … and accused": the finite verb does not go on with the infinitive
        apart = token.tag_ in {"VBD", "VBZ"} and head.tag_ in {"VB", "VBG"}
        return None if apart else head
    if label == "pobj":
        return _above_preposition(head)
    return _participle(token)


def _carries(token: "Token", verb: "Token") -> bool:
    """Whether a noun's event is the verb's: the noun of a light verb, or the subject of what happens."""
    if token.pos_ in {"VERB", "AUX"}:
        return True
    return verb.lemma_ in (HAPPENING if token.dep_ in {"nsubj", "attr"} else LIGHT_VERBS)


def _above_preposition(preposition: "Token") -> "Token | None":
    governor = preposition.head
    if governor.pos_ == "NOUN":
        return governor if preposition.lower_ == "of" else None
    return governor if preposition.lower_ in {"in", "with", "by", "for"} and governor.pos_ == "VERB" else None


def _participle(token: "Token") -> "Token | None":
    if token.dep_ == "advcl" and token.tag_ == "VBG" and not any(c.dep_ in {"mark", "nsubj"} for c in token.children):
        return token.head
    return None


def _question(trigger: "Token") -> StanceFinding:
    doc = trigger.doc
    for index in range(trigger.i + 1, min(trigger.i + _REACH, len(doc))):
        if doc[index].is_sent_start:
            break
        if doc[index].text == "?":
            return "hypothetical", doc[index]
    return "asserted", None


def is_planned(trigger: "Token") -> bool:
    """Whether the event is announced for the future."""
    return find_stance(trigger)[0] == "planned"


def is_refused(verb: "Token") -> bool:
    """Whether somebody says that he will not do it ("said it would not accept")."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return bool(auxiliaries & {"will", "would", "wo", "'ll"}) and any(c.dep_ == "neg" for c in verb.children)


def is_lacking(found: StanceFinding) -> bool:
    """Whether it is only what something else was done without ("left without firing a shot")."""
    stance, cue = found
    return stance == "denied" and cue is not None and cue.lower_ == "without"
