"""The tense of the clause that a date stands in: it decides whether "Friday" is the last or the next one."""

from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

Tense = Literal["past", "present", "future"]

_FUTURE_MODALS: Final = frozenset("will 'll ’ll wo shall would may".split())
_AHEAD: Final = frozenset("expect schedule plan due intend hope slate aim await vow pledge".split())
_UNTIL: Final = frozenset({"until", "till"})
_NEAR: Final = 4
_CLIMB: Final = 10


def _verb_above(token: "Token") -> "Token | None":
    for _ in range(_CLIMB):
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.head is token:
            return None
        token = token.head
    return None


def _looks_ahead(verb: "Token") -> bool:
    """Whether what the verb governs is still to come: "scheduled", "planned", "set to"."""
    return (verb.lemma_ in _AHEAD and verb.tag_ in {"VBN", "VBD"}) or (verb.lemma_ == "set" and verb.tag_ == "VBN")


def _own_tense(verb: "Token") -> Tense | None:
    """Tense by the verb's form and auxiliaries; None for infinitives and participles, which follow their governor."""
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(aux.lower_ in _FUTURE_MODALS for aux in auxiliaries):
        perfect = any(aux.lower_ == "have" for aux in auxiliaries)
        return "past" if perfect else "future"
    if _looks_ahead(verb) and not any(aux.lower_ == "had" for aux in auxiliaries):
        return "future"
    if verb.tag_ == "VBD" or any(aux.tag_ in {"VBD", "VBN"} or aux.lemma_ == "have" for aux in auxiliaries):
        return "past"
    if (
        verb.tag_ in {"VBZ", "VBP"}
        or any(aux.tag_ == "MD" for aux in auxiliaries)
        or any(aux.tag_ in {"VBZ", "VBP"} for aux in auxiliaries)
    ):
        return "present"
    return None


def tense_at(doc: "Doc", start: int, end: int) -> Tense | None:
    """Tense of the verb that governs the characters; None where no verb tells."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or len(span) == 0:
        return None
    if cued := _cued(span):
        return cued
    return _governed(span.root)


def _cued(span: "Span") -> Tense | None:
    """Tense by the words right beside: "until Tuesday", "Wednesday's ruling"."""
    doc = span.doc
    if any(token.lower_ in _UNTIL for token in doc[max(0, span[0].i - _NEAR) : span[0].i]):
        return "future"
    if span[-1].i + 1 < len(doc) and span[-1].nbor().tag_ == "POS":
        return "past"
    return None


def _governed(token: "Token") -> Tense | None:
    for _ in range(_CLIMB):
        verb = _verb_above(token)
        if verb is None:
            return None
        tense = _own_tense(verb)
        if tense is not None:
            return tense
        if verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.lemma_ in _AHEAD:
            return "future"
        if verb.head is verb:
            return None
        token = verb.head
    return None
