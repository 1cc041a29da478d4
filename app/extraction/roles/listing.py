"""Lists of those hit, also where a parser takes a member for a description of the one before it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from app.extraction.document import Document
from app.extraction.grammar.syntax import kids, prepositional

if TYPE_CHECKING:
    from spacy.tokens import Token

_INCLUDING: Final = frozenset({"including", "include"})
_WITH: Final = frozenset({"along", "together"})
#: what opens a new member: "a hotel, *a* restaurant and *two* clinics"
_OPENING: Final = frozenset({"a", "an", "his", "her", "their", "another", "several"})
#: what follows them belongs to something before: "held two men for the murder of John Roe: Jim Doe and Al Poe"
_PARTING: Final = frozenset({":", "(", "["})
_LONGEST: Final = 16


def listed(document: Document, token: "Token") -> list["Token"]:
    """The token and what stands in a list with it to its right; names and descriptions of one member are left out."""
    found: list[Token] = []
    todo = [token]
    while todo and len(found) < _LONGEST:
        current = todo.pop(0)
        found.append(current)
        todo.extend(kids(current, "conj"))
        todo.extend(word for word in _beside(document, current) if word not in todo)
    return found


def members(document: Document, token: "Token") -> list["Token"]:
    """Those whom the words name of a group ("six priests, including the rector", "two men, John Roe and Jim Doe")."""
    found = [word for prep in kids(token, "prep") if prep.lower_ in _INCLUDING for word in kids(prep, "pobj")]
    if token.tag_ == "NNS":
        beside = kids(token, "appos")
        found += [word for word in beside if _is_person(document, word) or _is_among(token, word)]
    return [word for first in found for word in listed(document, first)]


def companions(verb: "Token") -> list["Token"]:
    """Who suffers it too: "was killed along with two guards"."""
    return [
        who for first in kids(verb, "prep", "advmod") if first.lower_ in _WITH for who in prepositional(first, "with")
    ]


def person_beside(document: Document, token: "Token") -> int | None:
    """Entity of the person that a noun and the name after it both mean ("the mayor, John Roe")."""
    if token.tag_ != "NN":
        return None
    return next((_entity(document, other) for other in kids(token, "appos") if _is_person(document, other)), None)


def _beside(document: Document, member: "Token") -> Iterator["Token"]:
    """Further members that hang on this one like an apposition."""
    for other in kids(member, "appos"):
        if any(word.text in _PARTING for word in member.doc[member.i : other.i]):
            continue
        if _is_parallel(document, member, other):
            yield other
        elif _is_person(document, other):  # "the mayor, John Roe, his wife and two guards": Roe is the mayor
            yield from kids(other, "conj")
            yield from (word for word in kids(other, "appos") if _opens(word) and kids(word, "conj"))
        elif _is_person(document, member):  # "John Roe, a cook, and Jim Doe": Doe is no cook of that name
            yield from (word for word in kids(other, "conj") if _is_person(document, word))


def _is_parallel(document: Document, member: "Token", other: "Token") -> bool:
    """Whether the apposition is another member: another person's name, or a noun of a series with its own article."""
    if _is_person(document, member) and _is_person(document, other):
        return _entity(document, member) != _entity(document, other)
    if not kids(other, "conj") or _is_among(member, other):
        return False
    named = member.i in document.name_at or other.i in document.name_at
    return not named and _opens(member) and _opens(other)


def _is_among(group: "Token", member: "Token") -> bool:
    """Whether the words count the member into the group ("eleven people, among them a reporter")."""
    return any(word.lower_ == "among" for word in group.doc[group.i : member.i])


def _opens(noun: "Token") -> bool:
    return any(child.dep_ == "nummod" or child.lower_ in _OPENING for child in noun.children)


def _is_person(document: Document, token: "Token") -> bool:
    name = document.name_at.get(token.i)
    return name is not None and document.names[name].kind == "person"


def _entity(document: Document, token: "Token") -> int | None:
    return document.names[document.name_at[token.i]].entity
