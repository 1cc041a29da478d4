"""Words that lay a deed at somebody's door: whom they accuse, what of, and what writings claim it."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

BLAMING: Final = frozenset({
    "accuse", "blame", "charge", "indict", "convict", "sentence", "suspect", "implicate", "arraign", "prosecute",
})  # fmt: skip
#: What claims for whoever sends it out.
WRITINGS: Final = frozenset({
    "statement", "communique", "leaflet", "letter", "message", "note", "pamphlet", "video", "flier", "flyer",
})  # fmt: skip
#: Prepositions between an accusation and the deed ("accused X of killing", "blamed X for the raid").
_OF_DEED: Final = frozenset({"of", "for", "with", "in"})


def deed_of(verb: "Token") -> "Token | None":
    """The head of what the accusation is about; the parser may hang it on the accused."""
    objects = (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})
    for preposition in (*verb.children, *(inner for accused in objects for inner in accused.children)):
        if preposition.dep_ == "prep" and preposition.lower_ in _OF_DEED:
            return next((child for child in preposition.children if child.dep_ in {"pcomp", "pobj"}), None)
    return None


def accused_by(verb: "Token") -> "Token | None":
    """Whom the accusation is against: its object, the subject of its passive, or the noun before its participle."""
    found = next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    if found is None and verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    return found
