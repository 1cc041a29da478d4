"""Casualty figures: numbers of people killed, wounded, captured, missing or displaced, each tied to an event frame."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from app.domain.vocabulary import EventType, FigureKind
from app.extraction.document import Document, Quantity
from app.extraction.frames import Argument, Frame

#: Nouns and adjectives that say what happened to the people counted.
_STATES: dict[str, tuple[FigureKind, ...]] = {
    "dead": ("killed",),
    "death": ("killed",),
    "fatality": ("killed",),
    "martyr": ("killed",),
    "corpse": ("killed",),
    "wounded": ("wounded",),
    "injured": ("wounded",),
    "injury": ("wounded",),
    "hostage": ("captured",),
    "captive": ("captured",),
    "missing": ("missing",),
    "casualty": ("killed", "wounded"),
}
_TOLL = "toll"
_ATTACKERS = frozenset(
    {"attacker", "assailant", "bomber", "gunman", "shooter", "gunmen", "suspect", "hijacker", "perpetrator", "himself"}
    | {"raider", "kidnapper", "robber"}
)
_CLASSES = {
    "civilian": "civilians",
    "villager": "civilians",
    "child": "children",
    "kid": "children",
    "boy": "children",
    "girl": "children",
    "baby": "children",
    "infant": "children",
    "toddler": "children",
    "woman": "women",
}
_INCLUDING = frozenset({"including", "among"})


@dataclass(slots=True)
class FoundFigure:
    """A stated number of casualties.

    ``partial`` counts some of a larger number given elsewhere ("three of the dead", "including two children"); ``more``
    adds to it ("another three"); ``hit`` counts killed and wounded together ("five were shot").
    """

    what: FigureKind
    low: int
    high: int | None
    start: int
    end: int
    text: str
    token: int
    frame: int
    partial: bool = False
    more: bool = False
    hit: bool = False
    #: the person, where the figure is one named person
    entity: int | None = None
    of_whom: dict[str, int] = field(default_factory=dict)


def find_figures(document: Document, frames: list[Frame]) -> list[FoundFigure]:
    """Every casualty figure of the article in text order, each number once per kind."""
    figures: dict[tuple[str, int], FoundFigure] = {}
    for index, frame in enumerate(frames):
        if frame.trigger.effect is not None:
            for figure in _affected(document, frame, index):
                figures.setdefault((figure.what, figure.start), figure)
    for figure in _stated(document, frames):
        figures.setdefault((figure.what, figure.start), figure)
    return sorted(figures.values(), key=lambda figure: figure.start)


def _affected(document: Document, frame: Frame, index: int) -> Iterator[FoundFigure]:
    """Figures in the slot that the trigger counts: "killed [12 soldiers and two civilians]"."""
    effect = frame.trigger.effect
    if effect is None:
        return
    for argument in frame.affected:
        quantity = _quantity_in(document, argument)
        head = document.doc[argument.token]
        if quantity is not None:
            figure = _figure(effect, quantity, index, argument.token)
        elif (one := _single(document, head)) is not None:
            figure = FoundFigure(effect, one, one, argument.start, argument.end, "", argument.token, index)
            figure.text = document.clean.text[argument.start : argument.end]
            figure.entity = argument.entity
        else:
            continue
        figure.hit = effect == "wounded" and frame.trigger.lemma in {"shoot", "shooting", "stab", "stabbing", "hit"}
        figure.partial = figure.partial or _is_included(head)
        _tell_apart(figure, head)
        yield figure


def _quantity_in(document: Document, argument: Argument) -> Quantity | None:
    """The number of an argument: the one that counts its head, else the first inside its words."""
    inside = None
    for quantity in document.quantities:
        if quantity.noun == argument.token:
            return quantity
        if inside is None and argument.start <= quantity.start and quantity.end <= argument.end:
            inside = quantity
    head = document.doc[argument.token]
    if inside is not None and (inside.noun is None or document.doc[inside.noun].is_ancestor(head)):
        return inside
    return inside if inside is not None and inside.start == argument.start else None


def _single(document: Document, head: Token) -> int | None:
    """One for a named person, a singular pronoun or a singular definite person ("the gunman")."""
    name = document.name_at.get(head.i)
    if name is not None:
        return 1 if document.names[name].kind == "person" else None
    if head.lower_ in {"he", "she", "him", "her", "himself", "herself", "who"}:
        return 1 if head.lower_ != "who" else None
    return 1 if head.tag_ == "NN" and head.lemma_.lower() in _ATTACKERS else None


def _figure(what: FigureKind, quantity: Quantity, frame: int, token: int) -> FoundFigure:
    return FoundFigure(
        what=what,
        low=quantity.low,
        high=quantity.high,
        start=quantity.start,
        end=quantity.end,
        text=quantity.text,
        token=token,
        frame=frame,
        partial=quantity.whole is not None,
        more=quantity.more,
    )


def _is_included(head: Token) -> bool:
    """Whether the words stand in "including two children"."""
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ == "pobj" and head.head.lower_ in _INCLUDING


def _tell_apart(figure: FoundFigure, head: Token) -> None:
    lemma = head.lemma_.lower()
    if lemma in _ATTACKERS:
        figure.of_whom["attackers"] = figure.low
    elif lemma in _CLASSES:
        figure.of_whom[_CLASSES[lemma]] = figure.low


def _stated(document: Document, frames: list[Frame]) -> Iterator[FoundFigure]:
    """Figures that name the state themselves: "12 dead", "three injuries", "the death toll rose to 17"."""
    for quantity in document.quantities:
        token = _counted(document, quantity)
        if token is None:
            continue
        frame = _frame_for(frames, token.i)
        if frame is None:
            continue
        for what in _kinds(token, quantity):
            figure = _figure(what, quantity, frame, token.i)
            figure.partial = figure.partial or _is_included(token)
            yield figure


def _counted(document: Document, quantity: Quantity) -> Token | None:
    """The word that says what is counted: the noun itself, or the predicate or toll it stands with."""
    if quantity.noun is not None:
        noun = document.doc[quantity.noun]
        if noun.lemma_.lower() in _STATES:
            return noun
        predicate = next((child for child in noun.children if child.lower_ in _STATES), None)
        return predicate or (noun.head if noun.head.lower_ in _STATES and noun.dep_ == "nsubj" else None)
    span = document.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None:
        return None
    head = span.root
    if head.head.lower_ in _STATES:
        return head.head
    following = head.doc[span.end] if span.end < len(head.doc) else None
    if following is not None and following.lower_ in _STATES:
        return following
    return next((token for token in head.sent if token.lower_ == _TOLL and token.i < head.i), None)


def _kinds(token: Token, quantity: Quantity) -> tuple[FigureKind, ...]:
    if token.lower_ == _TOLL:
        return ("killed",)
    kinds = _STATES.get(token.lower_) or _STATES.get(token.lemma_.lower()) or ()
    return kinds if quantity.low == 0 else kinds[:1]


def _frame_for(frames: list[Frame], token: int) -> int | None:
    """The violent frame of the same sentence, else the last one before it."""
    violent = [i for i, frame in enumerate(frames) if frame.trigger.type is EventType.ASSAULT]
    same = [i for i in violent if frames[i].sentence[0] <= token < frames[i].sentence[1]]
    if same:
        return min(same, key=lambda i: abs(frames[i].trigger.token - token))
    before = [i for i in violent if frames[i].trigger.token < token and frames[i].stance == "asserted"]
    return before[-1] if before else None
