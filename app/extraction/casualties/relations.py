"""How the figures of an article relate: parts of others, numbers on top of others, attackers among the dead."""

from typing import Final

from spacy.tokens import Token

from app.domain.vocabulary import EventType
from app.extraction.casualties.figure import FoundFigure
from app.extraction.document import Document
from app.extraction.frames import Frame

#: Groups of people that the contract counts apart.
TOLD_APART: Final = frozenset({"attackers", "civilians", "children", "women"})
_OTHERS: Final = frozenset({"other", "others"})


def is_included(head: Token) -> bool:
    """Whether the words stand in "including two children"."""
    while head.dep_ in {"conj", "appos"}:
        head = head.head
    return head.dep_ == "pobj" and head.head.lower_ == "including"


def mark_others(document: Document, figures: list[FoundFigure]) -> None:
    """Note with "two others" the number of people told of right before."""
    starts = [number.start for number in document.quantities if number.counts_people is not False]
    for figure in figures:
        following = document.clean.text[figure.end : figure.end + 40].split()
        if figure.more and any(word.strip(".,;:") in _OTHERS for word in following[:3]):
            figure.beside = max((start for start in starts if start < figure.start), default=-1)


def mark_included(document: Document, figures: list[FoundFigure]) -> None:
    """Note "including three children" and "half of them children" with the figure they are part of."""
    for quantity in document.quantities:
        if quantity.group not in TOLD_APART or quantity.noun is None:
            continue
        noun = document.doc[quantity.noun]
        if not is_included(noun) and quantity.whole is None:
            continue
        for figure in figures:
            head = document.doc[figure.token]
            inside = head.is_ancestor(noun) or (quantity.whole is not None and head.sent == noun.sent)
            if inside and figure.low >= quantity.low and figure.start < quantity.start:
                figure.of_whom.setdefault(quantity.group, quantity.low)
                break


def mark_attackers(figures: list[FoundFigure], frames: list[Frame]) -> None:
    """A dead person who acts in the violence, and is no target of it, is an attacker."""
    violent = [frame for frame in frames if frame.trigger.type is EventType.ASSAULT and frame.stance == "asserted"]
    acting = {party.entity for frame in violent for party in frame.actors if party.entity is not None}
    acting -= {party.entity for frame in violent for party in (*frame.targets, *frame.affected)}
    for figure in figures:
        own = {party.entity for party in frames[figure.frame].actors if party.entity is not None}
        if figure.one is not None and figure.one.entity in acting | own:
            figure.of_whom.setdefault("attackers", figure.low)
