"""Events of the contract: each draft with its participants, numbers, claims, date, place and evidence."""

from dataclasses import replace

from app.domain.annotations import Event, Evidence, Participant, Span, TextSpan
from app.domain.codes import CodedEvent, derive_codes
from app.domain.vocabulary import NONSTATE_ARMED, STATE_ARMED
from app.extraction.document import Document
from app.extraction.events.assembly.claims import EventClaims
from app.extraction.events.assembly.contexts import contexts_of
from app.extraction.events.assembly.dates import event_date
from app.extraction.events.assembly.entities import EntityList, entity_id
from app.extraction.events.assembly.numbers import write_counts, write_figures, write_totals
from app.extraction.events.drafts import EventDraft
from app.extraction.events.findings import Findings
from app.extraction.frames import Argument, Frame

#: Words that name nobody by themselves.
_UNNAMED = frozenset("he she it they him her them who which that we us i you me others one some many most all".split())


def write_event(number: int, draft: EventDraft, found: Findings, entities: EntityList) -> Event:
    """One event of the contract, its id numbered in output order."""
    document = found.document
    frames = [found.frames[index] for index in draft.frames]
    members = set(draft.frames)
    figures = [figure for figure in found.figures if figure.frame in members]
    claims = EventClaims(found, draft.frames, figures, entities)
    acting, hit = _sides(draft, frames)
    actors = _participants(document, entities, acting, ())
    targets = _participants(document, entities, hit, actors)
    totals = write_totals(document, figures, claims)
    contexts = contexts_of(draft, found, (*actors, *targets))
    killed = totals["killed"]
    coded = _coded(draft, contexts, (actors, targets), killed.low if killed else 0)
    return Event(
        id=f"v{number}",
        type=draft.type,
        mode=draft.mode,
        contexts=contexts,
        date=event_date(document, draft.date),
        place=None if draft.place is None else entity_id(draft.place),
        place_span=_place_span(draft, document),
        background=draft.background,
        actors=actors,
        targets=targets,
        **totals,
        figures=write_figures(document, figures, claims),
        counts=write_counts(document, frames, figures),
        stance=draft.stance,
        stance_cue=_stance_cue(document, frames),
        claims=claims.written(),
        codes=derive_codes(coded),
        confidence=0.0,
        evidence=_evidence(document, frames),
    )


def _sides(draft: EventDraft, frames: list[Frame]) -> tuple[list[Argument], list[Argument]]:
    """Actors and targets of all tellings. Who took a place is told by the tellings of that; the other side lost it."""
    acting = [party for frame in frames for party in frame.actors]
    hit = [party for frame in frames for party in frame.targets]
    gaining = [party for frame in frames if "territory" in frame.trigger.contexts for party in frame.actors]
    if not draft.is_territorial or not gaining:
        return acting, hit
    by_state = any(party.sector in STATE_ARMED for party in gaining)
    losing = NONSTATE_ARMED if by_state else STATE_ARMED
    kept = [party for party in acting if party in gaining or party.sector not in losing]
    return kept, [*hit, *(replace(party, role="target") for party in acting if party not in kept)]


def _coded(
    draft: EventDraft, contexts: tuple[str, ...], sides: tuple[tuple[Participant, ...], ...], killed: int
) -> CodedEvent:
    actors, targets = ([party.sector for party in side if party.sector and party.role != "mediator"] for side in sides)
    return CodedEvent(draft.type, draft.mode, contexts, actors, targets, killed)


def _participants(
    document: Document, entities: EntityList, parties: list[Argument], others: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """Parties once each, named ones first; pronouns without an antecedent name nobody and are left out."""
    written: dict[object, Participant] = {}
    taken = {party.entity for party in others if party.entity is not None}
    for party in sorted(parties, key=lambda party: party.entity is None):
        token = document.doc[party.token]
        if party.entity is None and token.lower_ in _UNNAMED:
            continue
        identifier = entities.acting(party.entity) if party.entity is not None else None
        key: object = identifier or token.lemma_.lower()
        if key in written or (identifier is not None and identifier in taken):
            continue
        start, end, words = document.original(party.start, party.end)
        written[key] = Participant(
            entity=identifier,
            text=words,
            start=start,
            end=end,
            sector=party.sector,
            country_code=party.country_code,
            role=party.role,
        )
    return tuple(sorted(written.values(), key=lambda participant: participant.start))


def _place_span(draft: EventDraft, document: Document) -> Span | None:
    if draft.place_name is None:
        return None
    name = document.names[draft.place_name]
    start, end, _ = document.original(name.start, name.end)
    return Span(start=start, end=end)


def _stance_cue(document: Document, frames: list[Frame]) -> TextSpan | None:
    cue = next((frame.stance_cue for frame in frames if frame.stance_cue), None)
    if cue is None or cue[0] >= cue[1]:
        return None
    start, end, words = document.original(*cue)
    return TextSpan(start=start, end=end, text=words)


def _evidence(document: Document, frames: list[Frame]) -> tuple[Evidence, ...]:
    """The sentences that tell the event, each once, in the order of the draft's frames."""
    written: dict[int, Evidence] = {}
    for frame in frames:
        sentence = document.doc[frame.sentence[0] : frame.sentence[1]]
        words = sentence.text
        first = sentence.start_char + len(words) - len(words.lstrip())
        start, end, _ = document.original(first, sentence.start_char + len(words.rstrip()))
        trigger_start, trigger_end, trigger = document.original(frame.trigger.start, frame.trigger.end)
        named = TextSpan(start=trigger_start, end=trigger_end, text=trigger)
        written.setdefault(start, Evidence(start=start, end=end, trigger=named))
    return tuple(written.values())
