"""Whom an accusation is against, and what deed it is about."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

BLAMING: Final = frozenset({
    "accuse", "blame", "charge", "indict", "convict", "sentence", "suspect", "implicate", "arraign", "prosecute",
})  # fmt: skip
#: Prepositions between an accusation and the deed ("accused X of killing", "blamed X for the raid").
_OF_DEED: Final = frozenset({"of", "for", "with", "in"})


def deed_of(verb: "Token") -> "Token | None":
    """The head of what the accusation is about; the parser may hang it on the accused."""
    accused = accused_by(verb)
    for preposition in (*verb.children, *(accused.children if accused is not None else ())):
        if preposition.dep_ == "prep" and preposition.lower_ in _OF_DEED:
            return next((child for child in preposition.children if child.dep_ in {"pcomp", "pobj"}), None)
    return None


def accused_by(verb: "Token") -> "Token | None":
    """Whom the accusation is against: its object, the subject of its passive, or the noun before its participle."""
    found = next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    if found is None and verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    return found
