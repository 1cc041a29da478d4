"""The contexts of an event: what its triggers mean, who takes part, and the words around."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.domain.annotations import Participant
from app.domain.vocabulary import STATE_ARMED, EventType
from app.extraction.events.drafts import EventDraft
from app.extraction.events.findings import Findings
from app.extraction.frames import Frame

#: What armed forces do as such: with one of them taking part it is military.
_OF_FORCES: Final = frozenset(
    {EventType.ASSAULT, EventType.MOBILIZE, EventType.RETREAT, EventType.COERCE, EventType.CONCEDE}
)
_OF_ARMIES: Final = frozenset({"aerial", "drone", "heavy-weapons", "ceasefire", "troops", "weapons", "militia"})
_CIVIL_MODES: Final = frozenset({"arrest", "censor", "resign", "misinformation", "cyber", "curfew", "crowd-control"})
_FORCES: Final = frozenset({"MIL", "REB", "PRM"})
_STATES: Final = frozenset({"GOV", "IGO"})
_BETWEEN_STATES: Final = frozenset({
    EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.SUPPORT, EventType.REQUEST, EventType.REJECT,
    EventType.ACCUSE, EventType.THREATEN, EventType.SANCTION,
})  # fmt: skip
_CIVIL_VIOLENCE: Final = frozenset({"firearms", "primitive", "beat", "sexual", "abduct", "targeted", None})
_OF_VIOLENCE: Final = frozenset({"terrorism", "human_rights", "cbrn", "gender", "illegal_drugs"})
#: Speech and talks that only mention protesters are no repression.
_REPRESSIVE: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.ACCUSE, EventType.SANCTION})
_SILENCED: Final = frozenset({"OPP", "JRN"})


def contexts_of(draft: EventDraft, found: Findings, parties: Sequence[Participant]) -> tuple[str, ...]:
    """The event's contexts, those of the triggers first."""
    frames = [found.frames[index] for index in draft.frames]
    contexts = [context for frame in frames for context in frame.trigger.contexts]
    contexts += _by_parties(draft, parties, found)
    contexts += _by_words(draft, frames, found)
    return tuple(dict.fromkeys(contexts))


def _by_words(draft: EventDraft, frames: Sequence[Frame], found: Findings) -> Iterator[str]:
    """What the first telling's sentence speaks of; around violence, what is hit tells more than what else is there."""
    doc = found.document.doc
    start, end = frames[0].sentence
    if draft.type is not EventType.ASSAULT:
        cues = found.cues.of(doc[start:end])
        yield from (context for context in cues if context != "repression" or draft.type in _REPRESSIVE)
        return
    yield from (context for context in found.cues.of(doc[start:end]) if context in _OF_VIOLENCE)
    for party in (*frames[0].targets, *frames[0].affected):
        hit = doc.char_span(party.start, party.end, alignment_mode="expand")
        if hit is not None:
            yield from found.cues.of(hit)


def _by_parties(draft: EventDraft, parties: Sequence[Participant], found: Findings) -> Iterator[str]:
    sectors = {party.sector for party in parties}
    fighting = draft.type in _OF_FORCES and draft.mode not in _CIVIL_MODES
    if fighting and (sectors & _FORCES or draft.mode in _OF_ARMIES):
        yield "military"
    if draft.type is EventType.RETREAT and draft.mode == "withdraw" and sectors & _FORCES:
        yield "territory"
    if draft.mode == "suicide-attack":
        yield "terrorism"
    if draft.type is EventType.ASSAULT and _is_crime(draft, sectors, found):
        yield "crime"
    if draft.type in _BETWEEN_STATES and _is_between_states(parties):
        yield "diplomatic"
    if "MED" in sectors:
        yield "health"
    if draft.type in {EventType.ASSAULT, EventType.COERCE} and sectors & STATE_ARMED and sectors & _SILENCED:
        yield "repression"


def _is_crime(draft: EventDraft, sectors: set[str | None], found: Findings) -> bool:
    """Violence of criminals, or among people in an article in which nobody fights."""
    if "CRM" in sectors:
        return True
    at_war = any(party.sector in _FORCES for frame in found.frames for party in (*frame.actors, *frame.targets))
    return draft.mode in _CIVIL_VIOLENCE and not at_war


def _is_between_states(parties: Sequence[Participant]) -> bool:
    """Whether governments of two countries, or one and an organization of states, take part."""
    states = [party for party in parties if party.sector in _STATES]
    countries = {party.country_code or party.entity for party in states if party.sector == "GOV"}
    return len(countries) + any(party.sector == "IGO" for party in states) > 1
