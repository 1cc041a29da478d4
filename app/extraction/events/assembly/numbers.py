"""Numbers of one event: every stated figure, the totals it stands by, and other counts."""

from app.domain.annotations import Casualties, Count, Figure, OfWhom
from app.domain.vocabulary import FIGURE_KINDS, FigureKind
from app.extraction.casualties.figure import FoundFigure
from app.extraction.casualties.totals import Total, choose_total, choose_wounded
from app.extraction.document import Document
from app.extraction.events.assembly.claims import EventClaims
from app.extraction.frames import Frame


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


def write_counts(document: Document, frames: list[Frame]) -> tuple[Count, ...]:
    """Numbers of other things the triggers count ("recruited 3,000")."""
    counts: dict[int, Count] = {}
    for frame in frames:
        what = frame.trigger.counts
        if what is None or what in FIGURE_KINDS:
            continue
        heads = {party.token for party in (*frame.targets, *frame.affected)}
        heads |= {child.i for child in document.doc[frame.trigger.token].children}
        for quantity in document.quantities:
            if quantity.noun in heads:
                start, end, words = document.original(quantity.start, quantity.end)
                number = Count(what=what, low=quantity.low, high=quantity.high, text=words, start=start, end=end)
                counts.setdefault(start, number)
    return tuple(counts.values())


def _casualties(document: Document, total: Total | None) -> Casualties | None:
    if total is None:
        return None
    start, end, words = document.original(total.figure.start, total.figure.end)
    of_whom = OfWhom(**total.of_whom) if total.of_whom else None
    return Casualties(low=total.low, high=total.high, text=words, start=start, end=end, of_whom=of_whom)
