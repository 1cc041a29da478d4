"""How the figures of an article relate: parts of others, numbers on top of others, attackers among the dead."""

from typing import Final

from spacy.tokens import Token

from app.domain.vocabulary import EventType
from app.extraction.casualties.figure import FoundFigure
from app.extraction.document import Document
from app.extraction.frames import Argument, Frame

#: Groups of people that the contract counts apart.
TOLD_APART: Final = frozenset({"attackers", "civilians", "children", "women"})
_OTHERS: Final = frozenset({"other", "others"})


def is_included(head: Token) -> bool:
    """Whether the words stand in "including two children"."""
    while head.dep_ in {"conj", "appos"}:
        head = head.head
    return head.dep_ == "pobj" and head.head.lower_ == "including"


def mark_others(document: Document, figures: list[FoundFigure]) -> None:
    """Note with "two others" the number of people told of right before; other than the dead, they are wounded."""
    starts = [number.start for number in document.quantities if number.counts_people is not False]
    dead = {figure.start for figure in figures if figure.what == "killed"}
    for figure in figures:
        following = document.clean.text[figure.end : figure.end + 40].split()
        if figure.more and any(word.strip(".,;:") in _OTHERS for word in following[:3]):
            figure.beside = max((start for start in starts if start < figure.start), default=-1)
            figure.hit = figure.hit and figure.beside not in dead


def mark_vague(document: Document, figures: list[FoundFigure]) -> None:
    """Note the figures that are given without a number ("dozens")."""
    for figure in figures:
        words = document.doc.char_span(figure.start, figure.end, alignment_mode="expand")
        figure.vague = figure.high is None and words is not None and not any(word.like_num for word in words)


def join_lists(document: Document, figures: list[FoundFigure]) -> None:
    """Figures of one list add up, whatever words tell of its members ("three adults and a boy with wounds")."""
    groups: dict[tuple[str, bool, int], int] = {}
    for figure in figures:
        head = document.doc[figure.one.token if figure.one is not None else figure.token]
        before = (groups.get((figure.what, figure.hit, word.i)) for word in head.conjuncts)
        figure.group = next((group for group in before if group is not None), figure.group)
        groups.setdefault((figure.what, figure.hit, head.i), figure.group)


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
    """A dead person who struck others and was struck by none, or fell by his own hand after it, is an attacker."""
    violent = [
        (index, frame)
        for index, frame in enumerate(frames)
        if frame.trigger.type is EventType.ASSAULT and frame.stance == "asserted"
    ]
    acting = {party.entity for _, frame in violent for party in frame.actors if _strikes_others(frame, party)}
    acting -= {party.entity for _, frame in violent for party in _struck(frame) if not _does(frame, party)}
    for figure in figures:
        if figure.by_own_hand:
            deeds = [frame for index, frame in violent if index <= figure.frame]
            with_others = any(other.group == figure.group and not other.by_own_hand for other in figures)
            is_attacker = with_others or any(_strikes_others(frame, who) for frame in deeds for who in frame.actors)
        else:
            is_attacker = figure.one is not None and figure.one.entity is not None and figure.one.entity in acting
        if is_attacker:
            figure.of_whom.setdefault("attackers", figure.low)


def _struck(frame: Frame) -> list[Argument]:
    return [*frame.targets, *frame.affected]


def _strikes_others(frame: Frame, actor: Argument) -> bool:
    return any(not _is_same(party, actor) for party in _struck(frame))


def _does(frame: Frame, party: Argument) -> bool:
    return any(_is_same(party, actor) for actor in frame.actors)


def _is_same(left: Argument, right: Argument) -> bool:
    return left.token == right.token or (left.entity is not None and left.entity == right.entity)
