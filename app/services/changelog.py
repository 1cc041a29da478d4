"""Writing the change feed: what a use case made of articles, entities, events and judgements, and why."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel import Session

from app.domain.changes import ChangeAction, ChangedKind, ReasonCode
from app.domain.event_documents import EventDocument
from app.models import ChangeRow
from app.services.compose import Composed, recompose
from app.storage import changes as store
from app.storage.events import load_events, retire_events
from app.storage.grouping import event_of_own_id, events_with_reports, load_reports
from app.storage.noting import take_noted
from app.storage.reports import reports_of_article
from app.storage.retiring import retired_id, retired_ids_of

#: Reasons by which events are told, so that the difference that an event's document shows is the reason.
_TELLING: Final = frozenset({"article_stored", "article_read"})

#: Why a copy has another origin: what became of an article whose text it repeats.
_REASON_OF_COPY: Final[dict[ReasonCode, ReasonCode]] = {
    "article_deleted": "original_deleted",
    "article_corrected": "original_corrected",
}


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a use case changes anything: an article or a judgement, and what it did."""

    reason: ReasonCode
    article_id: str | None = None
    judgement_id: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one resource. ``reason`` None: the cause's. ``into``, ``sources``: merged into, split from."""

    action: ChangeAction
    resource: ChangedKind
    id: str
    reason: ReasonCode | None = None
    into: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventsDerived:
    """The events that stand, and the ids of those that do not any more."""

    composed: dict[str, Composed]
    retired: list[str]

    @property
    def before(self) -> dict[str, EventDocument]:
        """The documents that the standing events had before, new ones left out."""
        return {event_id: one.before for event_id, one in self.composed.items() if one.before is not None}

    @property
    def documents(self) -> dict[str, EventDocument]:
        """The documents of the events that stand."""
        return {event_id: one.after for event_id, one in self.composed.items()}


def derive_events(session: Session, event_ids: Iterable[str], now: datetime) -> EventsDerived:
    """Derive these events anew from their reports; those without any are taken out of every list.

    To be called once in a transaction, when all reports are where they belong and retired ids lead to where they
    should; then ``write_changes``.
    """
    wanted = list(dict.fromkeys(event_ids))
    standing = events_with_reports(session, wanted)
    empty = [event_id for event_id in wanted if event_id not in standing]
    retired = sorted(load_events(session, empty)) if empty else []
    number, _ = store.next_change(session)
    retire_events(session, retired, number)
    return EventsDerived(recompose(session, [one for one in wanted if one in standing], now, number), retired)


def write_changes(
    session: Session,
    cause: Cause,
    derived: EventsDerived,
    moved: Mapping[str, tuple[str, str]],
    others: Sequence[Change] = (),
) -> None:
    """Write down what the transaction changed, as its last deed.

    Articles, judgements and entities that were saved are known (``app.storage.noting``). ``moved``: from which event
    to which one a report went, by its id. ``others``: whatever else happened; deletions come last, so that nothing
    points to what is gone.
    """
    changes = [change for change in others if change.action != "deleted"]
    for (kind, identifier), action in take_noted(session).items():
        changes.append(Change(action, kind, identifier, _reason_of_row(kind, identifier, action, cause)))
    changes += _event_changes(session, cause, derived, moved)
    changes += [change for change in others if change.action == "deleted"]
    number, at = store.next_change(session)
    store.save_changes(session, [_row(change, cause, seq, at) for seq, change in enumerate(changes, number)])


def _reason_of_row(kind: ChangedKind, identifier: str, action: ChangeAction, cause: Cause) -> ReasonCode:
    """Why an article, judgement or entity was saved."""
    if kind == "article":
        if identifier == cause.article_id:
            return cause.reason
        return _REASON_OF_COPY.get(cause.reason, "original_found")
    if kind == "judgement":
        return cause.reason if cause.judgement_id in (None, identifier) else "judgement_replaced"
    return "first_named" if action == "created" else "better_known"


def _event_changes(
    session: Session, cause: Cause, derived: EventsDerived, moved: Mapping[str, tuple[str, str]]
) -> list[Change]:
    """New events first, so that whatever leads to another event leads to one that is known."""
    told = {report.event_id for report in reports_of_article(session, cause.article_id)} if cause.article_id else set()
    regrouped = {event_id for pair in moved.values() for event_id in pair}
    known = {*derived.retired, *derived.before}
    made, updated = [], []
    for event_id, one in derived.composed.items():
        if one.before is None:
            sources = sorted({old for old, new in moved.values() if new == event_id and old in known})
            left = [source for source in sources if source in derived.composed]
            reason = _reason(cause, "regrouped" if sources else "first_told")
            made.append(Change("split" if left else "created", "event", event_id, reason, sources=tuple(sources)))
        elif one.is_changed:
            otherwise: ReasonCode = "regrouped" if event_id in regrouped else "entity_changed"
            reason = _reason(cause, _difference(one) if event_id in told else otherwise)
            updated.append(Change("updated", "event", event_id, reason))
    ended = [_ending(session, cause, event_id) for event_id in derived.retired]
    led = {report_id: new for report_id, (old, new) in moved.items() if old in known}
    others = _led_elsewhere(session, cause, led, {*derived.composed, *derived.retired})
    return [*made, *updated, *ended, *others]


def _led_elsewhere(session: Session, cause: Cause, events: Mapping[str, str], told: Collection[str]) -> list[Change]:
    """Ids that led to an event by one of these reports, and now lead to the other event that has it."""
    if not events:
        return []
    reports = load_reports(session, events).values()
    ids = {report.own_event_id: events[report.id] for report in reports if report.is_referent and report.own_event_id}
    ids |= {row.id: events[row.report_id] for row in retired_ids_of(session, events) if row.report_id}
    reason = _reason(cause, "regrouped")
    return [Change("merged", "event", one, reason, into=new) for one, new in sorted(ids.items()) if one not in told]


def _reason(cause: Cause, told: ReasonCode) -> ReasonCode:
    return told if cause.reason in _TELLING else cause.reason


def _difference(one: Composed) -> ReasonCode:
    """What telling an event once more made of it."""
    was, now = one.before, one.after
    if was is None:
        return "first_told"
    if now["disputed"] and not was["disputed"]:
        return "contradicted"
    more = now["independent_source_count"] > was["independent_source_count"]
    return "corroborated" if more else "told_again"


def _ending(session: Session, cause: Cause, event_id: str) -> Change:
    """What an event that is no more leads to."""
    into = event_of_own_id(session, event_id)
    if into is None and (retired := retired_id(session, event_id)):
        into = retired[1]
    reason = _reason(cause, "regrouped")
    if into is None:
        return Change("deleted", "event", event_id, reason)
    return Change("merged", "event", event_id, reason, into=into)


def _row(change: Change, cause: Cause, seq: int, at: datetime) -> ChangeRow:
    return ChangeRow(
        seq=seq,
        at=at,
        action=change.action,
        resource=change.resource,
        resource_id=change.id,
        into_id=change.into,
        from_ids=list(change.sources),
        reason=change.reason or cause.reason,
        article_id=cause.article_id,
        judgement_id=cause.judgement_id,
    )
