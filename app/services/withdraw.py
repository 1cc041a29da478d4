"""An article's evidence out of everything that rests on it: reports, counts, events, ids."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlmodel import Session

from app.models import ArticleRow, ReportRow, RetiredIdRow
from app.services.anchoring import hand_on_judgements
from app.services.articles import existing_article
from app.services.changelog import Cause, Change, EventsDerived, derive_events, write_changes
from app.services.copies import delete_with_chain
from app.services.grouping import regroup_rest
from app.services.open_pairs import relist_events
from app.services.stores import Stores
from app.storage import retiring as store
from app.storage.articles import live_extraction
from app.storage.grouping import event_of_own_id, events_with_reports, linked_reports, load_reports, reports_of_copies
from app.storage.reports import reports_of_article, reports_of_events

_DELETED = "the only article that reported it was deleted"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What reports leave behind that were taken out.

    ``rest``: the other reports of each of their events, oldest first. ``tied``: those and all that were compared with
    them as one happening. ``ids``: ids that clients have seen and that led to these reports, with their event then.
    ``reason``: why an id leads nowhere that nothing else has a report for.
    """

    rest: Mapping[str, list[str]] = field(default_factory=dict)
    tied: set[str] = field(default_factory=set)
    ids: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""


def delete_article(stores: Stores, article_id: str) -> None:
    """Delete an article and derive anew what rested on it; ``NotFound``, ``Gone`` where it was deleted before."""
    now = datetime.now(UTC)
    with stores.database.write() as session:
        article = existing_article(session, article_id)
        copies = reports_of_copies(session, article.text_sha256)
        reports = {report.id: report for report in reports_of_article(session, article.id)}
        withdrawn = withdraw_reports(session, reports, frozenset(), _DELETED, now)
        supersede_extraction(session, article, now)
        delete_with_chain(session, article)
        session.add(RetiredIdRow(id=article_id, reason="it was deleted", retired_at=now))
        touched = {report.event_id for report in load_reports(session, copies).values()}
        derived, moved = settle(session, withdrawn, touched, now)
        cause = Cause("article_deleted", article_id=article_id)
        write_changes(session, cause, derived, moved, [Change("deleted", "article", article_id)])


def withdraw_reports(
    session: Session, reports: Mapping[str, ReportRow], kept: Collection[str], reason: str, now: datetime
) -> Withdrawn:
    """Take out all ``reports`` of an article but those ``kept``, which may tell otherwise than they did.

    ``settle`` derives the events anew that they were in.
    """
    going = {report_id: report for report_id, report in reports.items() if report_id not in kept}
    ids = _seen_ids(session, going)
    told = reports_of_events(session, {report.event_id for report in reports.values()})
    rest = {event_id: [one.id for one, _ in found if one.id not in reports] for event_id, found in told.items()}
    tied = linked_reports(session, reports.keys()) - reports.keys()
    tied.update(report_id for remaining in rest.values() for report_id in remaining)
    hand_on_judgements(session, going, rest, now)
    store.delete_reports(session, going.keys())
    session.flush()
    return Withdrawn(rest, tied, ids, reason)


def supersede_extraction(session: Session, article: ArticleRow, now: datetime) -> None:
    """Note that what was extracted from an article stands no longer, and that the article names nobody any more."""
    extraction = live_extraction(session, article.id)
    if extraction is not None:
        extraction.superseded_at = now
        session.flush()
        store.uncount_article(session, article, extraction)


def settle(
    session: Session, withdrawn: Withdrawn, touched: Collection[str], now: datetime
) -> tuple[EventsDerived, dict[str, tuple[str, str]]]:
    """Group the remaining reports anew, give every id its end, and derive their events and these ``touched`` ones.

    Answers with the events, and from which one to which other one a report went, by its id.
    """
    regrouping = regroup_rest(session, withdrawn.tied)
    events = {*withdrawn.rest, *regrouping.changed, *regrouping.retired, *touched}
    standing = events_with_reports(session, events)
    ids = {**{event_id: event_id for event_id in withdrawn.rest if event_id not in standing}, **withdrawn.ids}
    for seen, event_id in ids.items():
        if event_of_own_id(session, seen) is None:
            heir = next(iter(withdrawn.rest[event_id]), None)
            session.merge(RetiredIdRow(id=seen, reason=withdrawn.reason, retired_at=now, report_id=heir))
    session.flush()
    derived = derive_events(session, sorted(events), now)
    relist_events(session, standing)
    return derived, regrouping.moved


def _seen_ids(session: Session, reports: Mapping[str, ReportRow]) -> dict[str, str]:
    ids = {report.own_event_id: report.event_id for report in reports.values() if report.is_referent}
    ids |= {row.id: reports[row.report_id].event_id for row in store.retired_ids_of(session, reports) if row.report_id}
    return {seen: event_id for seen, event_id in ids.items() if seen}
