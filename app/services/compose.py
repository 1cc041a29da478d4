"""Reports → the stored event: merged, with its document as clients see it, its facets and its search text."""

from collections.abc import Mapping, Sequence
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
from app.storage import events as event_store
from app.storage.entities import load_entities
from app.storage.places import load_chains, states
from app.storage.reports import evidence_of_reports, reports_of_events
from app.storage.search import index_text

#: The point of a country or region stands for too much to be looked for in a box.
_WIDE = frozenset({"country", "region"})
_BATCH = 500
_ROLES: dict[Role, PartyRole] = {
    "actor": PartyRole.ACTOR,
    "target": PartyRole.TARGET,
    "mediator": PartyRole.MEDIATOR,
}


@dataclass(frozen=True, slots=True)
class _Stored:
    """An event as it was before; None where it is new."""

    event_id: str
    row: EventRow | None
    document: EventDocument | None


@dataclass(frozen=True, slots=True)
class Composed:
    """An event's document as it is now, and as it was before; None where it is new."""

    before: EventDocument | None
    after: EventDocument


def recompose(session: Session, event_ids: Sequence[str], now: datetime) -> dict[str, Composed]:
    """Derive these events anew from their standing reports; events that are not there yet are made.

    An event whose document stays the same keeps its ``updated_at``. ``derive_events`` does this and tells it in the
    change feed.
    """
    composed: dict[str, Composed] = {}
    for batch in batched(dict.fromkeys(event_ids), _BATCH):  # a renamed state is named in very many
        composed |= _recompose_batch(session, batch, now)
    return composed


def _recompose_batch(session: Session, event_ids: Sequence[str], now: datetime) -> dict[str, Composed]:
    rows = event_store.load_events(session, event_ids)
    documents = event_store.load_documents(session, event_ids)
    told = reports_of_events(session, event_ids)
    places = {report.place_id for reports in told.values() for report, _ in reports if report.place_id}
    depths = {place_id: len(chain) for place_id, chain in load_chains(session, places).items()}
    composed: dict[str, Composed] = {}
    for event_id in event_ids:
        reports = [_telling(report, article, depths) for report, article in told[event_id]]
        if reports:
            stored = _Stored(event_id, rows.get(event_id), documents.get(event_id))
            composed[event_id] = Composed(stored.document, _compose(session, stored, reports, now))
    return composed


def _telling(report: ReportRow, article: ArticleRow, depths: Mapping[str, int]) -> TellingReport:
    return TellingReport(
        id=report.id,
        article_id=article.id,
        text_key=article.text_sha256,
        source_key=article.source_key,
        published=article.published_from,
        event=Event.model_validate(report.document),
        place_depth=depths.get(report.place_id or "", 0),
    )


def _compose(session: Session, stored: _Stored, reports: Sequence[TellingReport], now: datetime) -> EventDocument:
    event_id, row, stored_document = stored.event_id, stored.row, stored.document
    merged = merge_reports(reports)
    shown = _load_shown(session, merged)
    chain = shown.chains.get(merged.place or "", ())
    document = event_document(event_id, merged, shown, now)
    if stored_document is not None and _without_time(stored_document) == _without_time(document):
        return stored_document
    columns = {**_columns(merged, document), "updated_at": now}
    if row is None:
        row = EventRow(id=event_id, created_at=now, **columns)
    else:
        row.sqlmodel_update(columns)
    session.add(row)
    session.flush()
    event_store.save_document(session, event_id, document, is_new=stored_document is None)
    places = [place.id for place in chain]
    parties = _parties(merged) | _states(session, merged)
    event_store.save_facets(session, row, places, parties, is_new=stored_document is None)
    index_text(session, event_id, "event", search_text(document), is_new=stored_document is None)
    return document


def _without_time(document: EventDocument) -> dict[str, object]:
    return {**document, "updated_at": None}


def _load_shown(session: Session, merged: MergedEvent) -> Shown:
    evidence = evidence_of_reports(session, [report.id for report in merged.reports])
    return Shown(
        entities=load_entities(session, list(_parties(merged))),
        chains=load_chains(session, [merged.place] if merged.place else []),
        quotes={
            (sentence.article_id, sentence.start, sentence.end): sentence.quote
            for sentences in evidence.values()
            for sentence in sentences
        },
    )


def _states(session: Session, merged: MergedEvent) -> dict[str, PartyRole]:
    """States that act through unnamed forces: they are found as parties, though the document keeps the words.

    Where a state is a party by name too, its roles there are kept.
    """
    told = [(state_of(party), _ROLES[party.role]) for party in merged.actors]
    told += [(state_of(party), PartyRole.TARGET) for party in merged.targets]
    codes = sorted({code for code, _ in told if code})
    ids = states(session, codes) if codes else {}
    named = _parties(merged)
    found: dict[str, PartyRole] = {}
    for code, role in told:
        if state_id := ids.get(code or ""):
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
