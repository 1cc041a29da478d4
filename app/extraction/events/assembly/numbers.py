"""Numbers of one event: every stated figure, the totals it stands by, and other counts."""

from typing import Final

from app.domain.annotations import Casualties, Count, Figure, OfWhom
from app.domain.vocabulary import FIGURE_KINDS, EventType, FigureKind
from app.extraction.casualties.figure import FoundFigure
from app.extraction.casualties.totals import Total, choose_total, choose_wounded
from app.extraction.document import Document, Quantity
from app.extraction.events.assembly.claims import EventClaims
from app.extraction.frames import Frame
from app.extraction.grammar.syntax import logical_subject, objects_of

#: deeds of which it matters how many took part; statesmen who agree are no count
_DEEDS: Final = frozenset({
    EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST, EventType.RETREAT, EventType.AID,
})  # fmt: skip


def write_figures(document: Document, figures: list[FoundFigure], claims: EventClaims) -> tuple[Figure, ...]:
    """Every stated figure; those that count killed and wounded together state neither."""
    written = []
    for position, figure in enumerate(figures):
        if figure.hit:
            continue
        start, end, words = document.original(figure.start, figure.end)
        written.append(
            Figure(
                what=figure.what,
                low=figure.low,
                high=figure.high,
                text=words,
                start=start,
                end=end,
                of_whom=OfWhom(**figure.of_whom) if figure.of_whom else None,
                claim=claims.of_figure(position),
                partial=figure.partial,
            )
        )
    return tuple(written)


def write_totals(
    document: Document, figures: list[FoundFigure], claims: EventClaims
) -> dict[FigureKind, Casualties | None]:
    """The number the event stands by, per kind; None where none is stated."""
    totals = {kind: choose_total(figures, kind, claims.voices) for kind in FIGURE_KINDS}
    totals["wounded"] = choose_wounded(figures, totals["killed"], claims.voices)
    return {kind: _casualties(document, total) for kind, total in totals.items()}


def write_counts(document: Document, frames: list[Frame], figures: list[FoundFigure]) -> tuple[Count, ...]:
    """Numbers of what the deed was done with, to or by, where they are no casualties ("fired 39 rockets")."""
    counts: dict[int, Count] = {}
    casualties = {figure.start for figure in figures}
    by_head = {_head(document, quantity): quantity for quantity in document.quantities}
    for frame in frames:
        for head in _counted(document, frame):
            quantity = by_head.get(head)
            if quantity is None or (frame.trigger.counts is None and quantity.start in casualties):
                continue
            if not quantity.text.lower().startswith(("a ", "an ")):
                counts.setdefault(quantity.start, _count(document, frame, quantity))
    return tuple(counts.values())


def _head(document: Document, quantity: Quantity) -> int | None:
    if quantity.noun is not None:
        return quantity.noun
    words = document.doc.char_span(quantity.start, quantity.end)
    return None if words is None else words.root.i


def _counted(document: Document, frame: Frame) -> list[int]:
    """The trigger noun itself, a verb's objects, the subject of a deed; not those whom it harms."""
    token = document.doc[frame.trigger.token]
    if token.pos_ not in {"VERB", "AUX"}:
        return [token.i]
    subject = logical_subject(token) if frame.trigger.type in _DEEDS else None
    found = [noun.i for noun in (*objects_of(token), *((subject,) if subject is not None else ()))]
    if frame.trigger.counts is not None and frame.trigger.counts not in FIGURE_KINDS:
        return [*found, *(party.token for party in (*frame.targets, *frame.affected))]
    harmed = {party.token for party in frame.affected}
    if frame.trigger.effect is not None:
        harmed |= {party.token for party in frame.targets}
    return [noun for noun in found if noun not in harmed]


def _count(document: Document, frame: Frame, quantity: Quantity) -> Count:
    start, end, words = document.original(quantity.start, quantity.end)
    named = frame.trigger.counts if frame.trigger.counts not in FIGURE_KINDS else None
    noun = quantity.noun if quantity.noun is not None else frame.trigger.token
    what = named or document.doc[noun].lower_
    return Count(what=what, low=quantity.low, high=quantity.high, text=words, start=start, end=end)


def _casualties(document: Document, total: Total | None) -> Casualties | None:
    if total is None:
        return None
    start, end, words = document.original(total.figure.start, total.figure.end)
    of_whom = OfWhom(**total.of_whom) if total.of_whom else None
    return Casualties(low=total.low, high=total.high, text=words, start=start, end=end, of_whom=of_whom)
