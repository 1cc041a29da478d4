"""Reports → the stored event: merged, with its document as clients see it, its facets and its search text."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import batched
from typing import Any

from sqlmodel import Session

from app.domain.annotations import Event
from app.domain.documents import PlaceBrief
from app.domain.event_documents import EventDocument
from app.domain.vocabulary import Role
from app.models import ArticleRow, EventRow, PartyRole, ReportRow
from app.resolution.merging import MergedEvent, merge_reports, state_of
from app.resolution.statements import TellingReport
from app.services.event_documents import Shown, event_document, search_text
from app.services.shown_events import shown_events
from app.storage import events as event_store
from app.storage.canonical import canonical_ids, shown_chains
from app.storage.copies import near_copies
from app.storage.entities import load_entities
from app.storage.event_versions import keep_versions
from app.storage.places import states
from app.storage.reports import evidence_of_reports, reports_of_events
from app.storage.search import index_texts

#: The point of a country or region stands for too much to be looked for in a box.
_WIDE = frozenset({"country", "region"})
_BATCH = 500
_ROLES: dict[Role, PartyRole] = {
    "actor": PartyRole.ACTOR,
    "target": PartyRole.TARGET,
    "mediator": PartyRole.MEDIATOR,
}


@dataclass(frozen=True, slots=True)
class Composed:
    """An event's document as it is now, and as it was before; None where it is new."""

    before: EventDocument | None
    after: EventDocument

    @property
    def is_changed(self) -> bool:
        """Whether it is new or another one."""
        return self.before != self.after


def recompose(session: Session, event_ids: Sequence[str], now: datetime, number: int) -> dict[str, Composed]:
    """Derive these events anew from their standing reports; events that are not there yet are made.

    An event whose document stays the same keeps its ``updated_at``; what another one was until change ``number`` is
    kept. ``derive_events`` does this and tells it in the change feed.
    """
    composed: dict[str, Composed] = {}
    for batch in batched(dict.fromkeys(event_ids), _BATCH):  # a renamed state is named in very many
        composed |= _recompose_batch(session, batch, now, number)
    return composed


def _recompose_batch(session: Session, event_ids: Sequence[str], now: datetime, number: int) -> dict[str, Composed]:
    rows = event_store.load_events(session, event_ids)
    documents = event_store.load_documents(session, event_ids)
    merged = _merge(session, event_ids)
    shown = _load_shown(session, merged.values())
    state_ids = _load_states(session, merged.values())
    composed = {
        event_id: _composed(documents.get(event_id), event_document(event_id, one, shown, now))
        for event_id, one in merged.items()
    }
    keep_versions(session, [one for one in rows if one in composed and composed[one].is_changed], number)
    changed: list[event_store.EventRows] = []
    unchanged: list[event_store.EventRows] = []
    for event_id, one in merged.items():
        after = composed[event_id].after
        places = [place.id for place in shown.chains.get(one.place or "", ())]
        parties = _parties(one) | _states(one, state_ids)
        if not composed[event_id].is_changed:
            unchanged.append(event_store.EventRows(rows[event_id], after, places, parties, is_new=False))
            continue
        columns = {**_columns(one, after), "updated_at": now, "version": number}
        row = rows[event_id].sqlmodel_update(columns) if event_id in rows else _new_row(event_id, columns, now)
        changed.append(event_store.EventRows(row, after, places, parties, is_new=event_id not in documents))
    event_store.save_events(session, changed)
    event_store.save_facets(session, [*changed, *unchanged])  # not every claimant and container shows in the document
    index_texts(session, "event", {one.row.id: search_text(one.document) for one in changed})
    return composed


def _composed(before: EventDocument | None, after: EventDocument) -> Composed:
    is_same = before is not None and _without_time(before) == _without_time(after)
    return Composed(before, before if before is not None and is_same else after)


def _merge(session: Session, event_ids: Sequence[str]) -> dict[str, MergedEvent]:
    """Each event as its standing reports tell it; those without any are left out."""
    told = reports_of_events(session, event_ids)
    ids = [report.id for reports in told.values() for report, _ in reports]
    documents = [report.document for reports in told.values() for report, _ in reports]
    shown = dict(zip(ids, map(Event.model_validate, shown_events(session, documents)), strict=True))
    chains = shown_chains(session, {event.place for event in shown.values() if event.place})
    depths = {place_id: len(chain) for place_id, chain in chains.items()}
    texts = {article.text_sha256 for reports in told.values() for _, article in reports}
    near = [(text, other) for text, others in near_copies(session, texts).items() for other in others]
    return {
        event_id: merge_reports(
            [_telling(report, article, shown[report.id], depths) for report, article in reports], near
        )
        for event_id, reports in told.items()
        if reports
    }


def _telling(report: ReportRow, article: ArticleRow, event: Event, depths: Mapping[str, int]) -> TellingReport:
    return TellingReport(
        id=report.id,
        article_id=article.id,
        text_key=article.text_sha256,
        source_key=article.source_key,
        published=article.published_from,
        event=event,
        place_depth=depths.get(event.place or "", 0),
    )


def _new_row(event_id: str, columns: dict[str, Any], now: datetime) -> EventRow:
    return EventRow(id=event_id, created_at=now, **columns)


def _without_time(document: EventDocument) -> dict[str, object]:
    return {**document, "updated_at": None}


def _load_shown(session: Session, merged: Collection[MergedEvent]) -> Shown:
    evidence = evidence_of_reports(session, [report.id for one in merged for report in one.reports])
    return Shown(
        entities=load_entities(session, {entity_id for one in merged for entity_id in _parties(one)}),
        chains=shown_chains(session, {one.place for one in merged if one.place}),
        quotes={
            (sentence.article_id, sentence.start, sentence.end): sentence.quote
            for sentences in evidence.values()
            for sentence in sentences
        },
    )


def _load_states(session: Session, merged: Collection[MergedEvent]) -> dict[str, str]:
    """Ids of the stored states that act in these events through unnamed forces, by country code."""
    codes = {code for one in merged for code, _ in _acting_states(one)}
    ids = states(session, codes) if codes else {}
    canonical = canonical_ids(session, ids.values())
    return {code: canonical.get(state_id, state_id) for code, state_id in ids.items()}


def _acting_states(merged: MergedEvent) -> list[tuple[str, PartyRole]]:
    told = [(state_of(party), _ROLES[party.role]) for party in merged.actors]
    told += [(state_of(party), PartyRole.TARGET) for party in merged.targets]
    return [(code, role) for code, role in told if code]


def _states(merged: MergedEvent, ids: Mapping[str, str]) -> dict[str, PartyRole]:
    """States that act through unnamed forces: they are found as parties, though the document keeps the words.

    Where a state is a party by name too, its roles there are kept.
    """
    named = _parties(merged)
    found: dict[str, PartyRole] = {}
    for code, role in _acting_states(merged):
        if state_id := ids.get(code):
            found[state_id] = found.get(state_id, named.get(state_id, PartyRole(0))) | role
    return found


def _parties(merged: MergedEvent) -> dict[str, PartyRole]:
    """Every entity with its roles: those of the merged event, and whoever is quoted on it."""
    told = [(party.entity, _ROLES[party.role]) for party in merged.actors]
    told += [(party.entity, PartyRole.TARGET) for party in merged.targets]
    told += [(claim.claimant, PartyRole.CLAIMANT) for report in merged.reports for claim in report.event.claims]
    parties: dict[str, PartyRole] = {}
    for entity_id, role in told:
        if entity_id is not None:
            parties[entity_id] = parties.get(entity_id, role) | role
    return parties


def _has_point(place: PlaceBrief) -> bool:
    """Whether the coordinates tell more than the country: not where a village is only known to be somewhere in it."""
    return place["precision"] not in _WIDE and (place["precision"] != "near" or len(place["within"]) > 1)


def _columns(merged: MergedEvent, document: EventDocument) -> dict[str, Any]:
    """The columns that queries filter and sort by."""
    earliest, latest = merged.when.earliest, merged.when.latest
    is_dated = earliest is not None or latest is not None
    place = document["place"]
    has_point = place is not None and _has_point(place)
    columns: dict[str, Any] = {
        "type": merged.type,
        "mode": merged.mode,
        "title": document["title"],
        "stance": merged.stance,
        "background": merged.background,
        "disputed": merged.disputed,
        "earliest": earliest,
        "latest": latest,
        "first_day": (earliest or event_store.NO_DAY) if is_dated else event_store.OPEN_DAY,
        "last_day": (latest or event_store.OPEN_DAY) if is_dated else event_store.NO_DAY,
        "place_id": merged.place,
        "country_code": place["country_code"] if place else None,
        "latitude": place["latitude"] if place and has_point else None,
        "longitude": place["longitude"] if place and has_point else None,
        "article_count": merged.article_count,
        "independent_source_count": merged.independent_source_count,
        "confidence": merged.confidence,
        "first_reported_on": merged.first_reported_on,
    }
    for what in ("killed", "wounded"):
        derived = document["casualties"][what]
        for bound in ("low", "best", "high"):
            columns[f"{what}_{bound}"] = derived[bound] if derived else None
    return columns
