"""How violence was done, read from the instruments named around the trigger."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from app.extraction.grammar.syntax import kids, logical_subject, objects_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSTRUMENT_PREPOSITIONS: Final = frozenset({"with", "by", "in", "using", "during", "from", "of", "through", "to"})
_MODIFIERS: Final = ("compound", "amod", "nmod")
#: modes of the lexicon that a named instrument makes more precise
_OPEN: Final = frozenset({None, "explosives", "heavy-weapons", "targeted", "destroy"})
#: where several instruments are named, the one that says more comes first
_ORDER: Final = (
    "suicide-attack", "unconventional", "drone", "aerial", "heavy-weapons", "explosives", "firearms", "primitive",
    "crowd-control", "abduct", "destroy", "torture", "beat", "targeted",
)  # fmt: skip
_REFINES: Final = {
    "explosives": frozenset({"suicide-attack", "drone", "aerial", "heavy-weapons"}),
    "heavy-weapons": frozenset({"aerial", "drone"}),
    "destroy": frozenset({"explosives", "aerial", "drone", "heavy-weapons", "suicide-attack"}),
    "targeted": frozenset({"explosives", "suicide-attack", "drone", "firearms"}),
}


def infer_mode(trigger: "Token", mode: str | None, modes: Mapping[str, str]) -> str | None:
    """The lexicon's mode, made more precise by instruments in the trigger's subject, modifiers and with-phrases."""
    if mode not in _OPEN:
        return mode
    named = {modes[word] for word in _instrument_words(trigger) if word in modes}
    allowed = named if mode is None else named & _REFINES[mode]
    return next((candidate for candidate in _ORDER if candidate in allowed), mode)


def _instrument_words(trigger: "Token") -> Iterator[str]:
    for token in _instruments(trigger):
        yield token.lemma_.lower()
        yield from (child.lower_ for child in kids(token, *_MODIFIERS))
        yield from (child.lemma_.lower() for child in kids(token, *_MODIFIERS))


def _instruments(trigger: "Token") -> Iterator["Token"]:
    if trigger.pos_ in {"VERB", "AUX"}:
        subject = logical_subject(trigger)
        if subject is not None:
            yield subject
            yield from (o for p in kids(subject, "prep") if p.lower_ == "of" for o in kids(p, "pobj"))
    else:
        yield trigger
    for child in trigger.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in _INSTRUMENT_PREPOSITIONS:
            yield from kids(child, "pobj")
        elif child.dep_ in {"advcl", "acl"} and child.lemma_ == "use":
            yield from objects_of(child)
