"""Judgements on events whose reports go: each is handed on to another report of its event, or ends with a reason."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlmodel import Session

from app.models import JudgementRow, ReportRow
from app.storage import judgements as store
from app.storage.grouping import pairs_of


def hand_on_judgements(
    session: Session, going: Mapping[str, ReportRow], rest: Mapping[str, Sequence[str]], now: datetime
) -> None:
    """Take the standing judgements off reports that are about to go.

    ``rest`` are the reports that each of their events keeps, oldest first. A judgement whose event keeps none ends.
    """
    for judgement in store.standing_on(session, going):
        for report_id in (judgement.left_report_id, judgement.right_report_id):
            if report_id and report_id in going and judgement.withdrawn_at is None:
                _hand_on(session, judgement, going[report_id], rest, now)


def _hand_on(
    session: Session,
    judgement: JudgementRow,
    report: ReportRow,
    rest: Mapping[str, Sequence[str]],
    now: datetime,
) -> None:
    judged = (judgement.left_report_id, judgement.right_report_id)
    kept = [one for one in rest.get(report.event_id, ()) if one not in judged]
    heir = _heir(session, judgement, report, kept)
    if heir is None:
        event_id = judgement.left_id if judgement.left_report_id == report.id else judgement.right_id
        judgement.withdrawn_at = now
        judgement.withdrawn_reason = f"no article tells of {event_id} any more"
        session.flush()
    else:
        store.repoint(session, judgement, report.id, heir, now)


def _heir(session: Session, judgement: JudgementRow, report: ReportRow, kept: Collection[str]) -> str | None:
    """The report that tells the same happening most surely, be the verdict right or wrong.

    Two events that a verdict made one are two without it: what ties a report to its own are pairs and other verdicts.
    """
    margins = {pair.other_id: pair.margin for pair in pairs_of(session, [report.id]) if pair.margin >= 0}
    tied = [one for one in kept if one in margins]
    if tied:
        return max(tied, key=lambda one: margins[one])
    judged = {one for pair in store.standing_judgements(session, [report.id], "same") for one in pair}
    left = [one for one in kept if one in judged or judgement.verdict != "same"]
    return next(iter(left), None)
