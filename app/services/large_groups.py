"""Reports that are tied to more others than are ever grouped anew at once: judgements hold all the same."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping

from sqlmodel import Session

from app.models import ReportRow
from app.storage import grouping as store
from app.storage.judgements import standing_judgements
from app.storage.reports import reports_of_article

#: Groups given reports and tells the event of each.
Cluster = Callable[[Collection[str]], Mapping[str, str]]


def group_among_many(session: Session, report_ids: Collection[str], cluster: Cluster) -> dict[str, str]:
    """The event of each of these reports, and of those whose events judgements tie to theirs.

    The events that judgements tie together are grouped anew by ``cluster``, whole. A report that is alone afterwards
    joins the event of its best pair which holds nothing of its article, nor what was judged different.
    """
    events = dict(cluster(_judged_together(session, report_ids)))
    together = Counter(events.values())
    rows = store.load_reports(session, report_ids)
    for report_id in sorted(events.keys() & set(report_ids)):
        if together[events[report_id]] == 1:
            events[report_id] = _event_of_best_pair(session, rows[report_id], events)
    return events


def _judged_together(session: Session, report_ids: Collection[str]) -> set[str]:
    """The reports of the events of these, and of all events that judgements tie to them, however long the chain."""
    reports = set(report_ids)
    fresh = set(report_ids)
    while fresh:
        judged = {one for pair in standing_judgements(session, fresh, "same") for one in pair}
        fresh = store.reports_beside(session, fresh | judged) - reports
        reports |= fresh
    return reports


def _event_of_best_pair(session: Session, report: ReportRow, events: Mapping[str, str]) -> str:
    """The event of the best pair that may be its own; else the one it is given."""
    pairs = sorted(store.pairs_of(session, [report.id]), key=lambda pair: (-pair.margin, pair.other_id))
    judged = {one for pair in standing_judgements(session, [report.id], "different") for one in pair}
    siblings = {row.id for row in reports_of_article(session, report.article_id)}
    apart = (judged | siblings) - {report.id}
    others = store.load_reports(session, {*apart, *(pair.other_id for pair in pairs)})
    now_in = {other: events.get(other, row.event_id) for other, row in others.items()}
    barred = {now_in[one] for one in apart if one in now_in}
    offered = (now_in[pair.other_id] for pair in pairs if pair.margin >= 0)
    return next((event_id for event_id in offered if event_id not in barred), events[report.id])
