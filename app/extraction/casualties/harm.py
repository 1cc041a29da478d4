"""Harm told by its marks: gunshot wounds, the way to hospital, a critical condition, "striking a boy in the leg".

Such words say that people were hit; whether they lived is told elsewhere, if at all.
"""

from typing import Final

from spacy.tokens import Token

from app.extraction.claims.speakers import subject_of

_WOUNDS: Final = frozenset({"wound", "injury", "burn"})
_SUFFERING: Final = frozenset({"suffer", "sustain", "receive", "have"})
_CARE: Final = frozenset({"hospitalize", "hospitalise", "airlift", "treat"})
_IN_HOSPITAL: Final = frozenset({"hospitalized", "hospitalised"})
_FIGHTING: Final = frozenset({"fight", "battle", "struggle"})
_CARRYING: Final = frozenset(
    {"take", "rush", "transport", "bring", "send", "admit", "drive", "fly", "carry", "transfer"}
)
_CARE_PLACES: Final = frozenset({"hospital", "hospitals", "medical", "trauma", "clinic", "clinics"})
_STATES_OF_PATIENTS: Final = frozenset({"critical", "serious", "stable", "grave", "guarded", "fair"})
_BLOWS: Final = frozenset({"strike", "hit", "graze", "pierce"})
_MISSILES: Final = frozenset(
    {"bullet", "gunfire", "shot", "round", "fire", "shrapnel", "pellet", "gunshot", "crossfire"}
)
_FIRING: Final = frozenset({"fire", "shoot", "open", "spray"})
_BODY: Final = frozenset(
    "head face neck chest back shoulder arm hand leg foot thigh stomach abdomen torso hip knee ankle elbow buttock "
    "buttocks groin side calf wrist body eye jaw finger".split()
)
_OBJECTS: Final = frozenset({"dobj", "nsubjpass"})


def find_harmed(token: Token) -> Token | None:
    """The head of the words for those whom the token, a mark of harm, says to have been hit; None where it is none."""
    if token.lower_ in _IN_HOSPITAL and token.dep_ in {"acomp", "oprd", "xcomp"}:
        return _object(token.head) or subject_of(token.head)
    if token.pos_ in {"VERB", "AUX"}:
        return _harmed_by_verb(token)
    if token.lemma_ in _WOUNDS and token.pos_ == "NOUN":
        return _wounded_person(token)
    if token.lower_ in {"condition", "conditions"} and any(c.lower_ in _STATES_OF_PATIENTS for c in token.children):
        return _patient(token)
    return None


def _harmed_by_verb(verb: Token) -> Token | None:
    lemma = verb.lemma_.lower()
    if lemma in _CARE or (lemma in _CARRYING and _to_hospital(verb)) or (lemma in _BLOWS and _is_blow(verb)):
        return _object(verb)
    if lemma in _FIGHTING and _for_life(verb):
        return subject_of(verb)
    if lemma == "expect" and any(c.dep_ == "xcomp" and c.lemma_ in {"survive", "recover"} for c in verb.children):
        return _object(verb)
    return None


def _for_life(verb: Token) -> bool:
    """Whether it is "fighting for his life"."""
    return any(
        thing.lemma_ in {"life", "survival"}
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == "for"
        for thing in child.children
    )


def _object(verb: Token) -> Token | None:
    """The object of the verb, or its subject in the passive, shared over "was shot and taken to hospital"."""
    own = [child for child in verb.children if child.dep_ in _OBJECTS]
    if own or verb.tag_ != "VBN":
        return min(own, key=lambda child: abs(child.i - verb.i), default=None)
    # "remained hospitalized" is read as a passive whose subject hangs on "remained"
    helping = (inner for aux in verb.children if aux.dep_ == "auxpass" for inner in aux.children)
    return next((inner for inner in helping if inner.dep_ == "nsubj"), None) or subject_of(verb)


def _to_hospital(verb: Token) -> bool:
    return any(
        inner.lower_ in _CARE_PLACES
        for child in verb.children
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "at"}
        for place in child.children
        for inner in (place, *place.children)
    )


def _is_blow(verb: Token) -> bool:
    """Whether a bullet or the like strikes, or a part of the body is struck, or it is what shots do."""
    if verb.dep_ in {"advcl", "xcomp", "conj"} and verb.head.lemma_ in _FIRING:
        return True
    inner = [thing for child in verb.children if child.dep_ in {"agent", "prep"} for thing in child.children]
    inner += [child for child in verb.children if child.dep_ == "nsubj"]
    return any(thing.lemma_.lower() in _MISSILES or thing.lemma_.lower() in _BODY for thing in inner)


def _wounded_person(wound: Token) -> Token | None:
    """The person "suffering wounds", "with a gunshot wound", or "treated for injuries"."""
    head = wound.head
    if wound.dep_ == "dobj" and head.lemma_ in _SUFFERING:
        return subject_of(head)
    if wound.dep_ == "pobj" and head.lower_ in {"with", "from"}:
        holder = head.head
        if holder.pos_ in {"NOUN", "PROPN"}:
            return holder
        if holder.pos_ == "ADJ" and holder.head.pos_ == "VERB":
            holder = holder.head  # "found unresponsive with a wound"
        if head.lower_ == "from" and holder.lemma_ == "suffer":
            return subject_of(holder)
        return _object(holder) if head.lower_ == "with" else None
    return None


def _patient(condition: Token) -> Token | None:
    """The person "in critical condition"."""
    if condition.dep_ != "pobj" or condition.head.lower_ != "in":
        return None
    holder = condition.head.head
    if holder.pos_ in {"NOUN", "PROPN"}:
        return holder
    return _object(holder) or subject_of(holder)
