"""How many people words without a number mean: a name or "a man" is one, "a couple" two, "a third victim" three."""

from collections.abc import Mapping
from typing import Final

from spacy.tokens import Token

from app.extraction.casualties.individuals import is_tally
from app.extraction.document import Document

#: Nouns for people and the group each belongs to, as ``WordLexicon.people`` has them.
type People = Mapping[str, str]

#: "a third victim has died": so many by now.
_ORDINALS: Final = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
_INDEFINITE: Final = frozenset({"a", "an"})
#: Groups of nouns that never mean one person.
_PLURAL: Final = frozenset({"groups", "casualties"})
#: One of those hit, and one named by age ("the 17-year-old").
_ONE_PERSON: Final = frozenset({"victim", "old"})
#: Stand for one person.
PRONOUNS: Final = frozenset({"he", "she", "him", "her", "himself", "herself"})
_COUPLE: Final = "couple"


def people_meant(document: Document, head: Token, people: People) -> int | None:
    """The number of people that the words with this head mean; None where they give none."""
    if head.lower_ == _COUPLE and not any(child.lower_ == "of" for child in head.children):
        return 2
    return 1 if _is_single(document, head, people) else None


def told_by_ordinal(head: Token, *, hit: bool) -> int:
    """How many were ``hit`` or died by now, as an ordinal tells ("a third victim has died"); 1 without any.

    "The fifth man died" counts men and not the dead.
    """
    if is_tally(head) or not (hit or any(child.lower_ in _INDEFINITE for child in head.children)):
        return 1
    return next((_ORDINALS[child.lower_] for child in head.children if child.lower_ in _ORDINALS), 1)


def _is_single(document: Document, head: Token, people: People) -> bool:
    """Whether the words mean one person: a name, a singular pronoun, or a singular noun for a person."""
    name = document.name_at.get(head.i)
    if name is not None:
        return document.names[name].kind == "person" or _is_one_of_a_people(document, name, head)
    if head.lower_ in PRONOUNS:
        return True
    if head.lower_ in _ONE_PERSON:
        return head.tag_ in {"NN", "JJ"}
    if head.lower_ == "another" or head.lower_ in _ORDINALS:
        return head.dep_ in {"nsubj", "nsubjpass", "dobj", "conj"} or (head.dep_ == "det" and head.head.pos_ == "VERB")
    return head.tag_ == "NN" and people.get(head.lemma_.lower(), "groups") not in _PLURAL


def _is_one_of_a_people(document: Document, name: int, head: Token) -> bool:
    """Whether a nationality means one person: "a German"."""
    is_one = any(child.dep_ == "det" and child.lower_ in {"a", "an", "another"} for child in head.children)
    return document.names[name].kind == "demonym" and is_one
