"""Which words fill the syntactic slots of a trigger's pattern."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from app.extraction.frames import Trigger
from app.extraction.grammar.light_verbs import LIGHT_VERBS
from app.extraction.grammar.syntax import (
    governing_verb,
    kids,
    logical_subject,
    objects_of,
    prepositional,
    surface_subject,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

#: verbs whose subject is struck by the event their object names
_SUFFERING: Final = frozenset(
    {"suffer", "face", "undergo", "sustain", "survive", "escape", "receive", "endure", "repel"}
)
#: verbs whose subject withstands what the noun's infinitive tells ("repelled an attempt to storm the hill")
_WITHSTANDING: Final = frozenset({"repel", "repulse"})
_STRUCK: Final = frozenset({"target", "victim", "object"})
_CONSUMED: Final = frozenset({"pobj", "prep", "nsubj", "nsubjpass"})
_CLAUSE_LABELS: Final = ("ccomp", "xcomp")


def fill(slot: str, token: "Token", trigger: Trigger) -> list["Token"]:
    """Heads of the words in a slot of the trigger, in text order; empty where nothing stands there."""
    if slot == "comp.subj":
        return [s for clause in kids(token, *_CLAUSE_LABELS) for s in kids(clause, "nsubj", "nsubjpass")]
    if slot == "comp":
        return []
    return list(_noun_slot(slot, token) if trigger.is_noun else _verb_slot(slot, token, trigger))


def _verb_slot(slot: str, token: "Token", trigger: Trigger) -> Iterator["Token"]:
    if slot == "subj":
        subject = surface_subject(token.head) if token.pos_ == "ADJ" else logical_subject(token)
        if subject is not None:
            yield subject
    elif slot == "obj":
        yield from objects_of(token)[:1] if token.pos_ in {"VERB", "AUX"} else ()
    elif slot == "iobj":
        yield from kids(token, "dative")
    else:
        yield from _prepositions(slot, token, trigger)


def _prepositions(slot: str, token: "Token", trigger: Trigger) -> Iterator["Token"]:
    yield from prepositional(token, slot)
    if token.pos_ in {"VERB", "AUX"}:
        for noun in objects_of(token):
            yield from prepositional(noun, slot)
    for index in trigger.consumed:
        other = token.doc[index]
        if other.i != token.i and other.dep_ in _CONSUMED:
            yield from prepositional(other, slot)


def _noun_slot(slot: str, token: "Token") -> Iterator["Token"]:
    if slot == "poss":
        yield from kids(token, "poss")
    elif slot == "mod":
        yield from kids(token, "amod", "compound", "nmod")
    elif slot == "subj":
        verb = light_verb(token)
        subject = logical_subject(verb) if verb is not None else None
        if subject is not None and subject.i != token.i:
            yield subject
    else:
        yield from prepositional(token, slot)
        if slot == "by":  # "the killing of two men by soldiers", hung on the men
            yield from (who for victim in prepositional(token, "of") for who in prepositional(victim, "by"))
        verb = light_verb(token)
        if verb is not None and slot not in {"of", "in", "from"}:
            yield from prepositional(verb, slot)
        elif slot in {"between", "among", "against"}:
            governor = governing_verb(token)
            yield from prepositional(governor[0], slot) if governor is not None else ()


def light_verb(noun: "Token") -> "Token | None":
    """The light verb that carries a noun's event ("launched an offensive", "the attack was carried out by …")."""
    governor = governing_verb(noun)
    if governor is not None and governor[1] == "obj" and governor[0].lemma_ in LIGHT_VERBS:
        return governor[0]
    for clause in kids(noun, "acl", "relcl"):
        if clause.lemma_ in LIGHT_VERBS and clause.tag_ in {"VBN", "VBD"}:
            return clause
    return None


def withstander(verb: "Token") -> "Token | None":
    """Who is struck by a deed that was tried in vain ("repelled an attempt by X to storm the hill")."""
    tried = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VB" or tried.dep_ != "dobj" or tried.head.lemma_ not in _WITHSTANDING:
        return None
    return logical_subject(tried.head)


def sufferer(noun: "Token") -> "Token | None":
    """Who is struck by a noun's event, as the subject of "suffer", "come under" or "be the target of"."""
    governor = governing_verb(noun)
    if governor is not None and governor[1] == "obj" and governor[0].lemma_ in _SUFFERING:
        return logical_subject(governor[0])
    struck = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if struck.lemma_ in _STRUCK and struck.dep_ == "attr" and struck.head.lemma_ in {"be", "become"}:
        return surface_subject(struck.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "under" and noun.head.head.lemma_ in {"come", "be", "remain"}:
        return surface_subject(noun.head.head)
    return None
