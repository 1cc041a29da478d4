"""The tense of the clause that a date stands in: it decides whether "Friday" is the last or the next one."""

from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

#: told: the verb is past, but the date belongs to something else in its clause ("extended the Jan. 14 deadline")
Tense = Literal["past", "told", "present", "future"]

_FUTURE_MODALS: Final = frozenset("will 'll ’ll wo shall would may".split())
_AHEAD: Final = frozenset("expect schedule plan due intend hope slate aim await vow pledge".split())
#: verbs whose present tense goes with a day to come: "the envoys meet on Monday", "the truce expires on Friday"
_TIMETABLE: Final = frozenset(
    "meet begin start open resume expire end close go vote return arrive leave face appear hold plan gather travel "
    "visit convene reopen".split()
)
#: happenings that nobody announces: "the attack on Sunday will delay the talks" is about last Sunday
_DONE: Final = frozenset(
    "attack assault raid strike airstrike bombing blast explosion shelling shooting killing murder massacre ambush "
    "clash incident crash death abduction kidnapping capture seizure fall coup arrest resignation earthquake flood "
    "fire riot violence fighting battle ruling decision verdict statement remark comment".split()
)
_DUE: Final = frozenset({"due", "scheduled", "set", "slated", "expected"})
_UNTIL: Final = frozenset({"until", "till"})
_TIME_PREPOSITIONS: Final = frozenset({"on", "in", "at", "during", "since", "around", "about"})
_AS_SOON: Final = frozenset({"soon", "early"})
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


def _is_timetabled(verb: "Token") -> bool:
    """Whether the verb's present tells what is to come: "appears in court on Friday", not "appears to be"."""
    if verb.lemma_ == "appear":
        return not any(child.dep_ in {"xcomp", "ccomp", "acomp", "oprd"} for child in verb.children)
    return verb.lemma_ in _TIMETABLE


def _is_going_to(verb: "Token") -> bool:
    return verb.lower_ == "going" and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in verb.children)


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
    if _is_going_to(verb) and not any(aux.tag_ == "VBD" for aux in auxiliaries):
        return "future"
    if verb.tag_ == "VBD" or any(aux.tag_ in {"VBD", "VBN"} or aux.lemma_ == "have" for aux in auxiliaries):
        return "past"
    if verb.tag_ == "VBN" and all(aux.tag_ == "VBG" for aux in auxiliaries):
        return "past"
    if verb.tag_ in {"VBZ", "VBP"} or any(aux.tag_ in {"VBZ", "VBP"} for aux in auxiliaries):
        timetable = _is_timetabled(verb) or any(child.lower_ in _DUE for child in verb.children)
        return "future" if timetable else "present"
    return "present" if any(aux.tag_ == "MD" for aux in auxiliaries) else None


def tense_at(doc: "Doc", start: int, end: int) -> Tense | None:
    """Tense of the verb that governs the characters; None where no verb tells."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or len(span) == 0:
        return None
    if cued := _cued(span):
        return cued
    tense, dated = _governed(span.root), _dated_by(span.root)
    if dated.pos_ in {"VERB", "AUX"}:
        return tense
    if tense == "future" and dated.pos_ == "NOUN":
        return None if dated.lemma_ in _DONE else "future"
    return "told" if tense == "past" else "future" if tense == "future" else None


def _dated_by(token: "Token") -> "Token":
    """What the date belongs to, by itself or with a preposition of time: a verb, or a noun ("the attack on Sunday")."""
    head = token.head
    return head.head if head.pos_ == "ADP" and head.lower_ in _TIME_PREPOSITIONS else head


def _cued(span: "Span") -> Tense | None:
    """Tense by the words right beside: "until Tuesday", "Wednesday's ruling"."""
    doc = span.doc
    before = [token.lower_ for token in doc[max(0, span[0].i - _NEAR) : span[0].i]]
    if before[-2:] == ["ahead", "of"]:
        return "future"
    if "effective" in before[-1:]:
        return "present"
    if (_UNTIL.intersection(before) and not _over(span)) or (before[-1:] == ["as"] and _AS_SOON.intersection(before)):
        return "future"
    if span[-1].i + 1 < len(doc) and span[-1].nbor().tag_ == "POS":
        return "past"
    return None


def _over(span: "Span") -> bool:
    """Whether what lasted until then is told as past: "until Thursday, they had not spoken"."""
    verb = _verb_above(span.root)
    return verb is not None and any(child.lower_ == "had" for child in verb.children)


def _of_purpose(governor: "Token", tense: Tense) -> Tense:
    """Tense of an infinitive by its governor: "are to resume" is ahead, "agreed to meet" may be either."""
    if tense == "present" and governor.lemma_ == "be":
        return "future"
    return "told" if tense == "past" else tense


def _governed(token: "Token") -> Tense | None:
    """Tense of the nearest verb above that has one; what an infinitive aims at may be past or future."""
    purpose = False
    for _ in range(_CLIMB):
        verb = _verb_above(token)
        if verb is None:
            return None
        tense = _own_tense(verb)
        if tense is not None:
            return _of_purpose(verb, tense) if purpose else tense
        if verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.lemma_ in _AHEAD:
            nearby = (*verb.head.children, *verb.head.head.children)
            return "past" if any(child.lower_ == "had" for child in nearby) else "future"
        if verb.head is verb:
            return None
        token, purpose = verb.head, purpose or verb.tag_ == "VB"
    return None
