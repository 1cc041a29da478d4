"""One person among the casualties, as the words describe him or her."""

import re
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from app.extraction.claims.speakers import entity_of, phrase_span
from app.extraction.document import Document

_SEXES: Final = dict.fromkeys(
    "he him himself man boy male father husband brother son uncle nephew grandfather grandson boyfriend gentleman guy "
    "fiance policeman fisherman businessman watchman stepfather stepson mr".split(),
    "m",
) | dict.fromkeys(
    "she her herself woman girl female mother wife sister daughter aunt niece grandmother granddaughter girlfriend "
    "lady widow housewife policewoman businesswoman stepmother stepdaughter mrs ms".split(),
    "f",
)
_PRONOUNS: Final = frozenset({"he", "she", "him", "her", "himself", "herself"})
#: Nouns that may stand for anybody hit.
_ANYBODY: Final = frozenset(
    "victim person one other individual dead death body fatality casualty wounded injured injury".split()
)
_ONE_MORE: Final = frozenset({"another", "other", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"})
#: "the fifth victim this year" counts other deeds.
_TALLY: Final = frozenset({"year", "month", "decade", "homicide"})
_INDEFINITE: Final = frozenset({"a", "an"})
_AGE_WITHIN: Final = re.compile(r"\b(\d{1,3})[ -]years?[ -]old\b")
_AGE_AFTER: Final = re.compile(r"(?:, | \()(?:age[d]? )?(\d{1,3})(?=[,.;)]| of | and |$)")


@dataclass(frozen=True, slots=True)
class Individual:
    """What the words tell of one person. ``points_back`` marks pronouns and "the man", whose entity is a guess."""

    token: int
    sentence: int
    noun: str = ""
    entity: int | None = None
    age: int | None = None
    sex: str | None = None
    is_pronoun: bool = False
    points_back: bool = False
    #: whose relative it is: the entity, or the noun ("the boy's mother")
    relative_of: int | str | None = None
    #: told as one more: "another man", "a woman was also shot"
    one_more: bool = False


def describe(document: Document, head: Token, verb: Token) -> Individual:
    """The person of the noun, name or pronoun ``head`` of whom ``verb`` tells something."""
    named = head.i in document.name_at
    lemma = head.lemma_.lower()
    determiners = {child.lower_ for child in head.children if child.dep_ in {"det", "amod"}}
    pronoun = head.lower_ in _PRONOUNS
    also = bool(determiners & _INDEFINITE) and any(child.lower_ == "also" for child in verb.children)
    return Individual(
        token=head.i,
        sentence=head.sent.start,
        noun="" if named or head.pos_ in {"NUM", "PRON"} else lemma,
        entity=_person(document, head),
        age=_age(document, head),
        sex=_SEXES.get(head.lower_) or _SEXES.get(lemma) or _sex_beside(head),
        is_pronoun=pronoun,
        relative_of=_possessor(document, head),
        points_back=pronoun or (not named and "the" in determiners),
        one_more=(also or bool((determiners | {head.lower_}) & _ONE_MORE)) and not is_tally(head),
    )


def is_tally(head: Token) -> bool:
    """Whether the sentence counts what happened over a time."""
    return any(token.lower_ in _TALLY for token in head.sent)


def is_anybody(noun: str) -> bool:
    """Whether the noun says nothing about who it is ("the victim")."""
    return not noun or noun in _ANYBODY


def _person(document: Document, head: Token) -> int | None:
    entity = entity_of(document, head)
    if entity is None:
        beside = (entity_of(document, child) for child in head.children if child.dep_ == "appos")
        entity = next((index for index in beside if index is not None), None)
    return entity if entity is not None and document.entities[entity].kind == "person" else None


def _possessor(document: Document, head: Token) -> int | str | None:
    owner = next((child for child in head.children if child.dep_ == "poss"), None)
    if owner is None or head.i in document.name_at:
        return None
    entity = entity_of(document, owner)
    return entity if entity is not None else owner.lemma_.lower()


def _age(document: Document, head: Token) -> int | None:
    text = document.clean.text
    start, end = phrase_span(head)
    index = document.name_at.get(head.i)
    if index is not None:
        end = document.names[index].end
    found = _AGE_WITHIN.search(text, start, end) or _AGE_AFTER.match(text, end, end + 12)
    return int(found[1]) if found else None


def _sex_beside(head: Token) -> str | None:
    """The sex of "female student", "Mrs. Bell"."""
    words = (child.lower_.rstrip(".") for child in head.children if child.dep_ in {"amod", "compound"})
    return next((_SEXES[word] for word in words if word in _SEXES), None)
