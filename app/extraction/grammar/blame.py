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
_CARRYING_OUT: Final = frozenset(
    "carry commit perpetrate order conduct stage mount launch orchestrate mastermind plan do".split()
)
_THAT_VERY: Final = frozenset({"the", "that", "this", "these", "those", "both"})
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


def disowner(deed: "Token") -> "Token | None":
    """The verb by which somebody denies to have done what did happen ("denied carrying out the killings").

    ``deed`` is the noun for it or the verb that carries it out.
    """
    noun = deed if deed.lemma_ not in _CARRYING_OUT else next((c for c in deed.children if c.dep_ == "dobj"), deed)
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in _CARRYING_OUT or verb.dep_ not in {"xcomp", "pcomp", "ccomp"}:
        return None
    if verb.head.lemma_ != "deny" or any(child.dep_ == "neg" for child in verb.head.children):
        return None
    return verb.head if any(child.lower_ in _THAT_VERY for child in noun.children) else None


def disowned_by(denial: "Token") -> bool:
    """Whether the verb of denying denies only who did it."""
    clauses = [child for child in denial.children if child.dep_ in {"xcomp", "ccomp"}]
    return any(disowner(clause) is not None for clause in clauses)
