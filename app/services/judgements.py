"""Judging whether two events are one; withdrawing and listing judgements."""

from datetime import UTC, datetime

from sqlmodel import Session

from app.domain.documents import EntityDocument, JudgementDocument, Page
from app.domain.event_documents import SingleEventDocument
from app.domain.filters import ListQuery
from app.errors import InvalidInput, NotFound
from app.models import JudgementRow, ReportRow
from app.services.changelog import Cause, derive_events, write_changes
from app.services.events import with_referents
from app.services.grouping import regroup
from app.services.judged_entities import reunited
from app.services.judgement_rows import NewJudgement, judgement_document, judgement_row
from app.services.open_pairs import relist_events
from app.services.pages import checked_cursor, page_of
from app.services.stores import Stores
from app.storage import judgements as store
from app.storage.grouping import load_reports


def judge_events(stores: Stores, given: NewJudgement) -> tuple[JudgementDocument, list[SingleEventDocument]]:
    """Give a verdict; answers with it and the events as they are now. It takes the place of an earlier one.

    The ids may be ones that events had before they were found to be one. ``NotFound`` for an id that is no event's,
    ``InvalidInput`` for one and the same.
    """
    now = datetime.now(UTC)
    with stores.database.write() as session:
        left, right = (_report(session, event_id, field) for event_id, field in _sides(given))
        if left.id == right.id:
            raise InvalidInput("must be another event than `left`", field="right")
        store.withdraw_on(session, left.id, right.id, now)
        row = judgement_row(given, now, left_report_id=left.id, right_report_id=right.id)
        session.add(row)
        session.flush()
        return judgement_document(row), _regrouped(session, row, now, Cause("judgement_given", judgement_id=row.id))


def withdraw_judgement(
    stores: Stores, judgement_id: str
) -> tuple[JudgementDocument, list[SingleEventDocument] | list[EntityDocument]]:
    """Withdraw a verdict: events or entities are what they would be without it. Withdrawn already: nothing changes."""
    now = datetime.now(UTC)
    with stores.database.write() as session:
        row = session.get(JudgementRow, judgement_id)
        if row is None:
            raise NotFound(f"there is no judgement {judgement_id}")
        row.withdrawn_at = row.withdrawn_at or now
        session.flush()
        cause = Cause("judgement_withdrawn", judgement_id=row.id)
        if row.kind == "event":
            return judgement_document(row), _regrouped(session, row, now, cause)
        return judgement_document(row), reunited(session, stores, row, cause, now)


def list_judgements(
    stores: Stores, query: ListQuery, kind: str | None = None, *, are_standing: bool | None
) -> Page[JudgementDocument]:
    """The judgements, the last one first; ``are_standing`` None: withdrawn ones too, ``kind`` None: of every kind."""
    with stores.database.read() as session, checked_cursor():
        rows, total, is_estimate = store.page_of_judgements(
            session, kind, are_standing=are_standing, limit=query.limit, cursor=query.cursor
        )
    data = [judgement_document(row) for row in rows]
    return page_of(data, total, query.limit, lambda shown: [shown["id"]], is_estimate=is_estimate)


def _sides(given: NewJudgement) -> tuple[tuple[str, str], tuple[str, str]]:
    return (given.left, "left"), (given.right, "right")


def _report(session: Session, event_id: str, field: str) -> ReportRow:
    report = store.report_of_event_id(session, event_id)
    if report is None:
        raise NotFound(f"there is no event {event_id}", field=field)
    return report


def _regrouped(session: Session, row: JudgementRow, now: datetime, cause: Cause) -> list[SingleEventDocument]:
    """Group the two reports anew, and answer with their events; a report that is gone has none."""
    both = [report_id for report_id in (row.left_report_id, row.right_report_id) if report_id]
    regrouping = regroup(session, both)
    reports = load_reports(session, both)
    events = list(dict.fromkeys(reports[report_id].event_id for report_id in both))
    derived = derive_events(session, [*events, *sorted(regrouping.changed | regrouping.retired)], now)
    relist_events(session, derived.composed)
    write_changes(session, cause, derived, regrouping.moved)
    return [with_referents(session, derived.documents[event_id]) for event_id in events]
