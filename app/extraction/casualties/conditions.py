"""Conditions people are said to be in: dead, wounded, captured, missing – by nouns, adjectives and verbs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from app.domain.vocabulary import FigureKind
from app.extraction.casualties.ends import (
    LIFE_TAKING,
    ended,
    ends_own_life,
    is_dying,
    is_end,
    is_long_ago,
    is_natural,
    named_dead,
    tells_end,
)
from app.extraction.casualties.harm import find_harmed
from app.extraction.casualties.tolls import counted_by_toll
from app.extraction.claims.speakers import entity_of, phrase_span, subject_of
from app.extraction.document import Document, Quantity
from app.extraction.frames import Argument

_STATES: dict[str, tuple[FigureKind, ...]] = {
    "dead": ("killed",),
    "death": ("killed",),
    "fatality": ("killed",),
    "martyr": ("killed",),
    "corpse": ("killed",),
    "body": ("killed",),
    "wounded": ("wounded",),
    "injured": ("wounded",),
    "injury": ("wounded",),
    "hostage": ("captured",),
    "captive": ("captured",),
    "missing": ("missing",),
    "casualty": ("killed", "wounded"),
    "fatally": ("killed",),
    "mortally": ("killed",),
}
#: Nouns that count the dead.
DEAD = frozenset({"dead", "killed", *(noun for noun, kinds in _STATES.items() if "killed" in kinds)})
#: Adjectives that say a person's condition after be, find, pronounce, leave: "was pronounced dead".
_PREDICATES: dict[str, FigureKind] = {"dead": "killed", "deceased": "killed", "wounded": "wounded"}
_PREDICATES |= {"injured": "wounded", "hurt": "wounded"}
#: Verbs that say it of their object, or of their subject in the passive.
_EFFECTS: dict[str, FigureKind] = {
    "kill": "killed",
    "slay": "killed",
    "murder": "killed",
    "massacre": "killed",
    "wound": "wounded",
    "injure": "wounded",
    "maim": "wounded",
    "hurt": "wounded",
    "harm": "wounded",
}
#: Verbs of any harm: where it came to nobody, nobody died either.
_ANY_HARM = frozenset({"hurt", "harm"})
_REFLEXIVES = frozenset({"himself", "herself", "themselves"})
_MORTALLY = frozenset({"fatally", "mortally"})
_MORTAL = frozenset({"fatal", "mortal", "lethal"})
#: Counts of a year are of many stories.
_TALLY = re.compile(r"\b(?:this|last|past) year\b|\bof the year\b|\bso far in\b|\btotal to \d+ in (?:19|20)\d\d\b")
#: Words between verbs of one subject ("shot and fatally wounded").
_BESIDE = 3
_TOLL = "toll"
#: What people are by sex and age, of which each is only one.
_KINDS_OF_PEOPLE = frozenset(
    "man woman child boy girl baby infant toddler teenager teen youth adult civilian soldier policeman officer".split()
)
#: One who was hit, dead or wounded.
_VICTIM = "victim"


@dataclass(frozen=True, slots=True)
class Condition:
    """A statement of a condition: how many by ``quantity``, or ``who`` where the words may mean one person.

    ``hit`` leaves open whether they are dead or wounded ("taken to hospital").
    """

    what: FigureKind
    token: int
    quantity: Quantity | None = None
    who: Argument | None = None
    hit: bool = False


def find_conditions(document: Document) -> Iterator[Condition]:
    """All statements of conditions: those with a number, then those of persons."""
    for quantity in document.quantities:
        yield from _numbered(document, quantity)
    for token in document.doc:
        for person, what, hit in _told_by(token):
            for each in _conjoined(document, person):
                yield from _personal(document, each, token, what, hit=hit)


def _told_by(token: Token) -> Iterator[tuple[Token | None, FigureKind, bool]]:
    """Of whom the token tells what condition, and whether it leaves open that they died."""
    for dead in named_dead(token):
        yield dead, "killed", False
    what = _condition_of(token)
    if what is not None:
        yield bearer(token), what, False
    elif (harmed := find_harmed(token)) is not None:
        mortal = any(child.lower_ in _MORTAL for child in token.children)
        yield harmed, "killed" if mortal else "wounded", not mortal


def _numbered(document: Document, quantity: Quantity) -> Iterator[Condition]:
    token = _counted(document, quantity)
    number = document.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if number is not None and _TALLY.search(number.sent.text):
        return
    if token is None:
        yield from _by_toll(document, quantity)
        return
    if token.lower_ == _TOLL or token.lemma_ == "life":
        yield Condition("killed", token.i, quantity)
        return
    kinds = _STATES.get(token.lower_) or _STATES.get(token.lemma_.lower()) or ()
    for what in kinds if quantity.low == 0 else kinds[:1]:
        yield Condition(what, token.i, quantity)
    if token.lemma_.lower() == _VICTIM:
        yield Condition("wounded", token.i, quantity, hit=True)


def _by_toll(document: Document, quantity: Quantity) -> Iterator[Condition]:
    """What a toll is said to have come to."""
    span = document.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    toll = counted_by_toll(span.root) if span is not None and quantity.noun is None else None
    if toll is not None:
        yield Condition(toll[0], toll[1].i, quantity)


def _counted(document: Document, quantity: Quantity) -> Token | None:
    """The word that says what is counted: the noun itself, or the predicate or toll it stands with."""
    manner = _following(document, quantity)
    if manner is not None and manner.lower_ in _MORTALLY and manner.nbor().pos_ != "VERB":
        return manner  # "five were shot, two of them fatally"
    if quantity.noun is not None:
        noun = document.doc[quantity.noun]
        if noun.lemma_.lower() in _STATES or noun.lower_ in _STATES or noun.lemma_.lower() == _VICTIM:
            return noun
        if noun.lemma_ == "life" and noun.head.lemma_ in LIFE_TAKING:
            return noun
        predicate = next((child for child in noun.children if child.lower_ in _PREDICATES), None)
        return predicate or (noun.head if noun.head.lower_ in _PREDICATES and noun.dep_ == "nsubj" else None)
    span = document.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None:
        return None
    for token in (span.root.head, manner):
        if token is not None and token.lower_ in _STATES:
            return token
    return next((token for token in span.root.sent if token.lower_ == _TOLL and token.i < span.start), None)


def _following(document: Document, quantity: Quantity) -> Token | None:
    """The word after the number and what it counts."""
    span = document.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None:
        return None
    end = max(span.end, quantity.noun + 1 if quantity.noun is not None else 0)
    return document.doc[end] if end < len(document.doc) else None


def _condition_of(token: Token) -> FigureKind | None:
    if token.tag_ == "VB":
        return None  # "would die", "threatened to kill him"
    if is_dying(token):
        return None if is_natural(token) or is_long_ago(token) else "killed"
    if ends_own_life(token):
        return "killed"
    if token.pos_ == "VERB" and token.lemma_ in _EFFECTS and not is_natural(token):
        return "killed" if any(child.lower_ in _MORTALLY for child in token.children) else _EFFECTS[token.lemma_]
    if (token.lower_ == "deceased" and token.dep_ == "amod") or tells_end(token):
        return "killed"
    if token.lower_ in _PREDICATES and token.dep_ in {"acomp", "oprd", "ccomp", "xcomp", "advcl"}:
        return _PREDICATES[token.lower_]
    return None


def is_own_deed(verb: Token, who: Token) -> bool:
    """Whether it is what somebody did to himself."""
    return ends_own_life(verb) or who.lower_ in _REFLEXIVES


def bearer(token: Token) -> Token | None:
    """The person in the condition: the subject of "die" or "is dead", the object of "found dead"."""
    if token.dep_ == "amod":
        return token.head
    if token.pos_ == "NOUN" and is_end(token):
        return ended(token)
    if is_dying(token) or ends_own_life(token):
        return subject_of(token)
    if token.pos_ == "VERB" and token.lemma_ in _EFFECTS:
        return _affected(token)
    own = next((child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is not None:
        return own
    verb = token.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    thing = next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    return thing if thing is not None else (subject_of(verb) if verb.lemma_ in {"be", "lie", "remain"} else None)


def _affected(verb: Token) -> Token | None:
    """Whom the verb kills or wounds; a past form without an object tells of its subject ("two others hurt")."""
    own = next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    if own is not None or verb.tag_ not in {"VBN", "VBD"}:
        return own
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if before.like_num or before.lower_ == "another":
        return before  # "six were shot, 2 killed"
    own_subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if own_subject is not None and own_subject.tag_ not in {"WP", "WDT"}:
        return own_subject
    shared = any(child.dep_ == "dobj" for other in verb.conjuncts for child in other.children)
    far = verb.dep_ == "advcl" or (verb.dep_ == "conj" and verb.i - verb.head.i > _BESIDE)
    return None if shared or far else subject_of(verb)


def _conjoined(document: Document, token: Token | None) -> list[Token]:
    return [] if token is None else [token, *token.conjuncts, *listed_beside(document, token)]


def listed_beside(document: Document, token: Token) -> Iterator[Token]:
    """Further members of a list of people, which the parser reads as its first member and what explains it."""
    if _is_counted_person(token):
        for child in token.children:
            rest = [child, *child.conjuncts]
            if child.dep_ == "appos" and len(rest) > 1 and all(_is_counted_person(other) for other in rest):
                yield from rest
    yield from _named_beside(document, token)


def _is_counted_person(token: Token) -> bool:
    """Whether it is "a man" or "two women", and not what a person is ("a teacher")."""
    counting = any(child.dep_ == "nummod" or child.lower_ in {"a", "an"} for child in token.children)
    return counting and token.lemma_ in _KINDS_OF_PEOPLE


def _named_beside(document: Document, token: Token) -> Iterator[Token]:
    """Further persons of a list of names with ages."""
    if _named_person(document, token) is None or not any(child.pos_ == "NUM" for child in token.children):
        return
    for child in token.children:
        if child.dep_ == "appos" and _named_person(document, child) not in {None, _named_person(document, token)}:
            yield child
            yield from (other for other in child.conjuncts if _named_person(document, other) is not None)


def _named_person(document: Document, token: Token) -> int | None:
    name = document.name_at.get(token.i)
    entity = document.names[name].entity if name is not None else None
    return entity if entity is not None and document.entities[entity].kind == "person" else None


def _personal(
    document: Document, person: Token, token: Token, what: FigureKind, *, hit: bool = False
) -> Iterator[Condition]:
    for quantity in document.quantities:
        if quantity.noun == person.i or quantity.start <= person.idx < quantity.end:
            if quantity.counts_people is not False and what in _STATES.get(person.lower_, (what,)):
                yield Condition(what, token.i, quantity, hit=hit)
                if quantity.low == 0 and token.lemma_ in _ANY_HARM:
                    yield Condition("killed", token.i, quantity)
            return
    start, end = phrase_span(person)
    yield Condition(what, token.i, who=Argument(person.i, start, end, entity_of(document, person)), hit=hit)
