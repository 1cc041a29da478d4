"""What the reports of one event state, and where they contradict each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.domain.annotations import Claim, Event
from app.domain.names import fold_name
from app.domain.vocabulary import FigureKind, Stance
from app.resolution.casualties import Saying, StatedFigure, contradicting, is_vague


@dataclass(frozen=True, slots=True)
class TellingReport:
    """One article's report. In ``event`` all entity ids are stored ones.

    ``text_key`` is equal for copies of one text; ``source_key`` is empty where the source is unknown. ``place_depth``
    is how many places contain the event's place: the more, the narrower it is.
    """

    id: str
    article_id: str
    text_key: str
    source_key: str
    published: date | None
    event: Event
    place_depth: int


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: who says what. ``low``/``high`` None: it is about whether it happened at all."""

    stance: Stance
    low: int | None
    high: int | None
    said: Saying


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What cannot all be right: whether it happened (``about`` event), or how many were killed, wounded, ..."""

    about: FigureKind | Literal["event"]
    sides: tuple[Side, ...]


def stated_figures(reports: Sequence[TellingReport], what: FigureKind, origins: dict[str, str]) -> list[StatedFigure]:
    """The figure of one kind that each origin stands by in each report: the chosen one, else its largest.

    What else the same origin counts in that report are parts ("73: 43 insurgents and 30 soldiers").
    """
    found: list[StatedFigure] = []
    for report in reports:
        whole: dict[str, StatedFigure] = {}
        for figure in _stated(report, what, origins[report.id]):
            known = whole.get(figure.origin)
            if known is None or (figure.chosen, figure.low) > (known.chosen, known.low):
                whole[figure.origin] = figure
        found.extend(whole.values())
    return found


def _stated(report: TellingReport, what: FigureKind, source: str) -> list[StatedFigure]:
    """Every whole figure of one kind in a report; its origin is its claimant, else the report's source."""
    chosen = getattr(report.event, what)
    figures = [figure for figure in report.event.figures if figure.what == what]
    stated = [(figure, figure.claim) for figure in figures if not figure.partial]
    if chosen is not None and not stated:
        stated = [(chosen, None)]
    claims = {claim.id: claim for claim in report.event.claims}
    return [
        StatedFigure(
            low=figure.low,
            high=figure.high,
            origin=_claimant(claims.get(claim or "")) or source,
            published=report.published,
            chosen=chosen is not None and (figure.low, figure.high) == (chosen.low, chosen.high),
            vague=is_vague(figure.text),
            said=Saying(report.article_id, figure.text, claims.get(claim or "")),
        )
        for figure, claim in stated
    ]


def _claimant(claim: Claim | None) -> str | None:
    return None if claim is None else claim.claimant or fold_name(claim.text)


def disagreements(figures: Mapping[FigureKind, Sequence[StatedFigure]]) -> list[Contradiction]:
    """For every kind of figure of which some contradict each other: all of these, the lowest first."""
    found: list[Contradiction] = []
    for what, stated in figures.items():
        sides = [
            Side("asserted", figure.low, figure.high, figure.said) for figure in contradicting(stated) if figure.said
        ]
        if sides:
            found.append(Contradiction(what, tuple(sides)))
    return found


def denials(reports: Sequence[TellingReport], stance: Stance) -> list[Contradiction]:
    """Where what some assert is denied, by a report or by someone it quotes: both sides, those who assert first."""
    if stance != "asserted":
        return []
    sides = [side for report in reports for side in _positions(report)]
    if not any(side.stance == "denied" for side in sides):
        return []
    return [Contradiction("event", tuple(sorted(sides, key=lambda side: side.stance == "denied")))]


def _positions(report: TellingReport) -> list[Side]:
    """What a report and those it quotes say of whether it happened: that it did, or that it did not."""
    event = report.event
    quoted = [claim for claim in event.claims if "event" in claim.about and claim.stance in ("asserted", "denied")]
    sides = [Side(claim.stance, None, None, Saying(report.article_id, claim.text, claim)) for claim in quoted]
    own = not any(claim.stance == event.stance for claim in quoted)
    if own and event.stance in ("asserted", "denied"):
        sides.insert(0, Side(event.stance, None, None, Saying(report.article_id, "", None)))
    return sides
