"""A merged event as the document that clients see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.annotations import Claim, Event, Evidence, Participant
from app.domain.documents import EntityBrief, PlaceBrief
from app.domain.event_documents import (
    ContradictionDocument,
    EventDocument,
    EvidenceDocument,
    ParticipantDocument,
    RangeDocument,
)
from app.domain.names import fold_name
from app.domain.titles import TitleFacts, compose_title
from app.domain.vocabulary import NONSTATE_ARMED, QUAD_OF_TYPE, STATE_ARMED, EventType, Role
from app.models import PlaceRow
from app.resolution.casualties import DerivedRange
from app.resolution.merging import MergedEvent
from app.resolution.statements import Contradiction, TellingReport
from app.storage.entities import EntityRow, kind_of

_MAX_EVIDENCE = 20
_PER_REPORT = 4
_MAX_SIDES = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """What a document shows of entities, places (with their containers) and evidence, by stored id or span."""

    entities: Mapping[str, EntityRow]
    chains: Mapping[str, Sequence[PlaceRow]]
    quotes: Mapping[tuple[str, int, int], str]


def event_document(event_id: str, merged: MergedEvent, shown: Shown, now: datetime) -> EventDocument:
    """The whole event; entities are named as they are stored, words-only parties as the articles have them."""
    place = place_brief(shown.chains.get(merged.place or "", ()))
    actors = [_participant(party, shown) for party in merged.actors]
    targets = [_participant(party, shown, "target") for party in merged.targets]
    return {
        "id": event_id,
        "type": merged.type,
        "mode": merged.mode,
        "contexts": list(merged.contexts),
        "quad": QUAD_OF_TYPE[merged.type],
        "title": compose_title(_title_facts(merged, actors, targets, place)),
        "date": merged.when.model_dump(mode="json", include={"edtf", "earliest", "latest", "precision", "basis"}),
        "place": place,
        "actors": actors,
        "targets": targets,
        "casualties": {what: _range(derived) for what, derived in merged.casualties.items()},
        "counts": [count.model_dump(mode="json", include={"what", "low", "high", "text"}) for count in merged.counts],
        "stance": merged.stance,
        "background": merged.background,
        "disputed": merged.disputed,
        "contradictions": [_contradiction(contradiction, shown) for contradiction in merged.contradictions],
        "article_count": merged.article_count,
        "independent_source_count": merged.independent_source_count,
        "codes": merged.codes.model_dump(mode="json"),
        "confidence": merged.confidence,
        "evidence": _evidence(merged, shown),
        "first_reported_on": merged.first_reported_on.isoformat() if merged.first_reported_on else None,
        "updated_at": now.isoformat(timespec="seconds").replace("+00:00", "Z"),
    }


def entity_brief(row: EntityRow | None, words: str) -> EntityBrief:
    """An entity by its stored name, or only the words."""
    if row is None:
        return {"id": None, "kind": None, "name": words}
    return {"id": row.id, "kind": kind_of(row.id), "name": row.name}


def place_brief(chain: Sequence[PlaceRow]) -> PlaceBrief | None:
    """A place with the names of its containers; a division named like what lies in it is named once."""
    if not chain:
        return None
    place = chain[0]
    located = _located(chain)
    names = [place.name]
    for container in chain[1:]:
        if fold_name(container.name) != fold_name(names[-1]):
            names.append(container.name)
    return {
        "id": place.id,
        "name": place.name,
        "within": names[1:],
        "country_code": country_of(chain),
        "latitude": located.latitude,
        "longitude": located.longitude,
        "precision": place.precision,
    }


def country_of(chain: Sequence[PlaceRow]) -> str | None:
    """The country of a place, its own or that of what contains it."""
    return next((place.country_code for place in chain if place.country_code), None)


def _located(chain: Sequence[PlaceRow]) -> PlaceRow:
    """What has the point: the place, or for one that is only near, the first container that has one."""
    if chain[0].precision != "near":
        return chain[0]
    return next((place for place in chain if place.latitude is not None), chain[0])


def search_text(document: EventDocument) -> str:
    """The words an event is found by: title, parties, place and evidence."""
    place = document["place"]
    parties = [f"{party['name'] or ''} {party['text']}" for party in (*document["actors"], *document["targets"])]
    where = [place["name"], *place["within"]] if place else []
    quotes = [evidence["quote"] for evidence in document["evidence"]]
    return " ".join([document["title"], *parties, *where, *quotes])


def _participant(party: Participant, shown: Shown, role: Role | None = None) -> ParticipantDocument:
    row = shown.entities.get(party.entity or "")
    return {
        "id": row.id if row else None,
        "kind": kind_of(row.id) if row else None,
        "name": row.name if row else None,
        "text": party.text,
        "sector": party.sector,
        "country_code": party.country_code or (row.country_code if row else None),
        "role": role or party.role,
    }


def _title_facts(
    merged: MergedEvent,
    actors: Sequence[ParticipantDocument],
    targets: Sequence[ParticipantDocument],
    place: PlaceBrief | None,
) -> TitleFacts:
    doers = [party for party in actors if party["role"] != "mediator"]
    return TitleFacts(
        type=merged.type,
        mode=merged.mode,
        contexts=merged.contexts,
        stance=merged.stance,
        actors=_shown_names(doers) if _is_one_side(merged, doers) else [],
        targets=_shown_names(targets),
        place=[place["name"], *place["within"]] if place else [],
        recruited=next((count.low for count in merged.counts if count.what == "recruited"), None),
    )


def _is_one_side(merged: MergedEvent, doers: Sequence[ParticipantDocument]) -> bool:
    """Whether all the doers may have done it together; reports that blame both sides leave it open who did."""
    if merged.type is not EventType.ASSAULT or not merged.targets:
        return True
    sectors = {party["sector"] for party in doers}
    return not (sectors & STATE_ARMED and sectors & NONSTATE_ARMED)


def _shown_names(parties: Sequence[ParticipantDocument]) -> list[str]:
    """The names of the entities of a side; its words only where it has none."""
    names = [party["name"] for party in parties if party["name"]]
    return names or [party["text"] for party in parties if party["text"].strip()]


def _range(derived: DerivedRange | None) -> RangeDocument | None:
    return None if derived is None else {"low": derived.low, "best": derived.best, "high": derived.high}


def _contradiction(contradiction: Contradiction, shown: Shown) -> ContradictionDocument:
    """Both sides, each with who says it; what several say in the same words is shown for each of them."""
    return {
        "about": contradiction.about,
        "sides": [
            {
                "stance": side.stance,
                "low": side.low,
                "high": side.high,
                "text": side.said.text,
                "article_id": side.said.article_id,
                "claimant": _claimant(side.said.claim, shown),
            }
            for side in contradiction.sides[:_MAX_SIDES]
        ],
    }


def _claimant(claim: Claim | None, shown: Shown) -> EntityBrief | None:
    return entity_brief(shown.entities.get(claim.claimant or ""), claim.text) if claim else None


def _evidence(merged: MergedEvent, shown: Shown) -> list[EvidenceDocument]:
    """The sentences of each report, main ones first, each with who says it."""
    found = [
        _one_evidence(report, evidence, shown)
        for report in merged.reports
        for evidence in report.event.evidence[:_PER_REPORT]
    ]
    return found[:_MAX_EVIDENCE]


def _one_evidence(report: TellingReport, evidence: Evidence, shown: Shown) -> EvidenceDocument:
    claim = _claim_of(report.event, evidence)
    return {
        "article_id": report.article_id,
        "quote": shown.quotes[report.article_id, evidence.start, evidence.end],
        "start": evidence.start,
        "end": evidence.end,
        "claimant": _claimant(claim, shown),
    }


def _claim_of(event: Event, evidence: Evidence) -> Claim | None:
    """Who says the sentence: the claim made in it; for the main sentence else whoever claims the event."""
    within = [claim for claim in event.claims if evidence.start <= claim.start < evidence.end]
    whole = [claim for claim in event.claims if "event" in claim.about]
    if not within and evidence == event.evidence[0]:
        within = whole
    return next((claim for claim in within if claim in whole), within[0] if within else None)
