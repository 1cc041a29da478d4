"""Several reports of one happening as one event: what they agree on, and where they contradict each other.

The result depends on the reports alone, not on the order in which they came in.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import prod
from typing import Final

from app.domain.annotations import Codes, Count, Event, EventDate, Participant
from app.domain.codes import CodedEvent, derive_codes
from app.domain.names import fold_name
from app.domain.vocabulary import FIGURE_KINDS, STATE_ARMED, EventType, FigureKind, Stance
from app.resolution.casualties import DerivedRange, derive_range
from app.resolution.sources import independent_origins
from app.resolution.statements import Contradiction, TellingReport, denials, disagreements, stated_figures

_DATE_RANK: Final = ("day", "week", "month", "season", "quarter", "year", "decade", "century", "unknown")


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """An event as all its reports together tell it; ``reports`` are in canonical order, copies left out."""

    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    when: EventDate
    place: str | None
    actors: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    casualties: dict[FigureKind, DerivedRange | None]
    counts: tuple[Count, ...]
    stance: Stance
    background: bool
    contradictions: tuple[Contradiction, ...]
    disputed: bool
    codes: Codes
    confidence: float
    article_count: int
    independent_source_count: int
    first_reported_on: date | None
    reports: tuple[TellingReport, ...]


def merge_reports(reports: Sequence[TellingReport], near: Iterable[tuple[str, str]] = ()) -> MergedEvent:
    """Merge at least one report; ``near`` are the keys of texts that are near-copies of each other."""
    origins = independent_origins({report.id: (report.text_key, report.source_key) for report in reports}, near)
    telling = _without_copies(sorted(reports, key=_canonical))
    events = [report.event for report in telling]
    type_ = _most_frequent(event.type for event in events)
    mode = _most_frequent_known(event.mode for event in events if event.type is type_)
    contexts = tuple(sorted({context for event in events for context in event.contexts}))
    actors, targets = _sides(events)
    figures = {what: stated_figures(telling, what, origins) for what in FIGURE_KINDS}
    casualties = {what: derive_range(stated) for what, stated in figures.items()}
    stance = _stance(events)
    contradictions = (*denials(telling, stance), *disagreements(figures))
    return MergedEvent(
        type=type_,
        mode=mode,
        contexts=contexts,
        when=_date(events),
        place=_place(telling),
        actors=actors,
        targets=targets,
        casualties=casualties,
        counts=tuple(dict.fromkeys(count for event in events for count in event.counts)),
        stance=stance,
        background=all(event.background for event in events),
        contradictions=contradictions,
        disputed=bool(contradictions),
        codes=derive_codes(_coded(type_, mode, contexts, (actors, targets), casualties["killed"])),
        confidence=_confidence(telling, origins),
        article_count=len({report.article_id for report in reports}),
        independent_source_count=len(set(origins.values())),
        first_reported_on=min((report.published for report in reports if report.published), default=None),
        reports=tuple(telling),
    )


def acting_states(parties: Iterable[Participant]) -> list[str]:
    """Country codes of the states whose unnamed forces or officials are among the parties ("Russian warplanes")."""
    return sorted({code for party in parties if (code := state_of(party))})


def state_of(party: Participant) -> str | None:
    """The state that acts through a party which only words name."""
    return party.country_code if party.entity is None and party.sector in STATE_ARMED else None


def _canonical(report: TellingReport) -> tuple[date, str, str, str]:
    return (report.published or date.max, report.text_key, report.source_key, report.event.id)


def _without_copies(reports: Iterable[TellingReport]) -> list[TellingReport]:
    """One report per text and event of it, the first one."""
    first: dict[tuple[str, str], TellingReport] = {}
    for report in reports:
        first.setdefault((report.text_key, report.event.id), report)
    return list(first.values())


def _most_frequent[T: Hashable](values: Iterable[T]) -> T:
    """The most frequent value, the first of equals."""
    return Counter(values).most_common(1)[0][0]


def _most_frequent_known(values: Iterable[str | None]) -> str | None:
    known = [value for value in values if value is not None]
    return _most_frequent(known) if known else None


def _finest[T](items: Sequence[T], rank: Callable[[T], int], same: Callable[[T], Hashable]) -> T | None:
    """Of the items of the finest rank, the most frequent; the first of equals."""
    if not items:
        return None
    finest = min(map(rank, items))
    best = [item for item in items if rank(item) == finest]
    key = _most_frequent(map(same, best))
    return next(item for item in best if same(item) == key)


def _date(events: Sequence[Event]) -> EventDate:
    dated = [event.date for event in events if event.date.edtf is not None]
    finest = _finest(dated, _vagueness, lambda when: (when.earliest, when.latest))
    return finest or EventDate()


def _vagueness(when: EventDate) -> int:
    """The rank of a date, finest first; every open interval comes after the closed ones."""
    is_open = when.earliest is None or when.latest is None
    return _DATE_RANK.index(when.precision) + is_open * len(_DATE_RANK)


def _place(reports: Sequence[TellingReport]) -> str | None:
    placed = [report for report in reports if report.event.place is not None]
    finest = _finest(placed, lambda report: -report.place_depth, lambda report: report.event.place)
    return finest.event.place if finest else None


def _sides(events: Sequence[Event]) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Actors and targets; an entity that reports put on both sides stays where most have it."""
    actors = _side([event.actors for event in events])
    targets = _side([event.targets for event in events])
    counted: Counter[str] = Counter()
    for event in events:
        counted.update({party.entity for party in event.actors if party.entity})
        counted.subtract({party.entity for party in event.targets if party.entity})
    both = {party.entity for party in actors if party.entity} & {party.entity for party in targets}
    return (
        tuple(party for party in actors if party.entity not in both or counted[party.entity or ""] >= 0),
        tuple(party for party in targets if party.entity not in both or counted[party.entity or ""] < 0),
    )


def _side(sides: Sequence[Sequence[Participant]]) -> tuple[Participant, ...]:
    """One side over all reports: every entity, and the bare words of one report.

    That is the first one that names an entity there, for what others only describe may be the same; else the first.
    """
    entities: dict[tuple[str | None, str], Participant] = {}
    for side in sides:
        for party in side:
            if party.entity is not None:
                entities.setdefault((party.entity, party.role), party)
    telling = [side for side in sides if any(party.entity for party in side)] or [side for side in sides if side]
    described = telling[0] if telling else ()
    words = {fold_name(party.text): party for party in reversed(described) if party.entity is None}
    return (*entities.values(), *reversed(words.values()))


def _stance(events: Sequence[Event]) -> Stance:
    stances = [event.stance for event in events]
    return "asserted" if "asserted" in stances else _most_frequent(stances)


def _coded(
    type_: EventType,
    mode: str | None,
    contexts: Sequence[str],
    sides: tuple[Sequence[Participant], Sequence[Participant]],
    killed: DerivedRange | None,
) -> CodedEvent:
    actors, targets = ([party.sector for party in side if party.sector and party.role != "mediator"] for side in sides)
    return CodedEvent(
        type=type_,
        mode=mode,
        contexts=contexts,
        actor_sectors=actors,
        target_sectors=targets,
        killed=killed.low if killed else 0,
    )


def _confidence(reports: Sequence[TellingReport], origins: dict[str, str]) -> float:
    """That at least one independent source is right, were each right with its own confidence; at most 0.99."""
    by_origin: dict[str, float] = {}
    for report in reports:
        origin = origins[report.id]
        by_origin[origin] = max(by_origin.get(origin, 0.0), report.event.confidence)
    return round(min(0.99, 1 - prod(1 - confidence for confidence in by_origin.values())), 3)
