"""Who brokered a ceasefire or an agreement: mediators of the same event."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from app.domain.vocabulary import EventType
from app.extraction.document import Document
from app.extraction.frames import Frame
from app.extraction.grammar.syntax import kids, logical_subject
from app.extraction.roles.phrases import PhraseReader

if TYPE_CHECKING:
    from spacy.tokens import Token

_BROKERING: Final = frozenset({"broker", "mediate", "sponsor", "negotiate", "arrange", "facilitate", "engineer"})
_PARTICIPLES: Final = frozenset({"brokered", "mediated", "sponsored", "negotiated", "backed", "facilitated"})
_BROKERED: Final = frozenset({EventType.RETREAT, EventType.AGREE, EventType.CONCEDE, EventType.CONSULT})
#: nouns whose brokers are looked for
_NOUNS: Final = frozenset({
    "ceasefire", "truce", "armistice", "cessation", "agreement", "deal", "accord", "pact", "settlement", "talk",
    "talks", "lull", "pause", "fire", "plan", "negotiation",
})  # fmt: skip


def find_brokers(document: Document, frame: Frame, phrases: PhraseReader) -> None:
    """Add the brokers to the frame's actors, with the role mediator."""
    if frame.trigger.type not in _BROKERED:
        return
    tokens = {frame.trigger.token, *frame.trigger.consumed, *(other.token for other in frame.merged)}
    tokens |= {child.i for i in tuple(tokens) for child in kids(document.doc[i], "nsubj", "nsubjpass", "dobj", "pobj")}
    for token in (document.doc[i] for i in sorted(tokens)):
        if token.lemma_.lower() not in _NOUNS:
            continue
        for filler in (*_brokers_of(token), *_brokers_of_what_ends(token)):
            for argument in phrases.read(filler, authors=True):
                argument.role = "mediator"
                frame.actors = [other for other in frame.actors if other.token != argument.token]
                frame.actors.append(argument)
                frame.targets = [other for other in frame.targets if other.token != argument.token]


def _brokers_of(noun: "Token") -> Iterator["Token"]:
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in _BROKERING and child.tag_ in {"VBN", "VBD"}:
            subject = logical_subject(child)
            if subject is not None and subject.i != noun.i:
                yield subject
        elif child.dep_ in {"amod", "compound", "nmod"} and child.lower_ in _PARTICIPLES:
            yield from kids(child, "npadvmod", "compound", "nmod", "amod", "nsubj", "advmod")
            if child.i >= 2 and child.nbor(-1).text == "-":
                yield child.nbor(-2)


def _brokers_of_what_ends(noun: "Token") -> Iterator["Token"]:
    """Brokers told of the noun inside: "a cessation of hostilities, brokered by …"."""
    for preposition in kids(noun, "prep"):
        if preposition.lower_ == "of":
            for inner in kids(preposition, "pobj"):
                yield from _brokers_of(inner)
