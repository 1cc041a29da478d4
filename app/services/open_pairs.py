"""Which pairs of events are worth a judgement: kept up whenever reports, events or judgements change."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlmodel import Session

from app.models import OpenPairRow, ReportPairRow
from app.storage import open_pairs as store
from app.storage.grouping import load_reports


def relist_events(session: Session, event_ids: Collection[str]) -> None:
    """List anew the open pairs of these events, after their reports or judgements changed."""
    judged = store.judged_events(session, event_ids)
    best = {ids: pair for ids, pair in store.best_of_events(session, event_ids).items() if ids not in judged}
    listed = store.pairs_of(session, event_ids)
    store.drop_pairs(session, [row for ids, row in listed.items() if ids not in best])
    _list(session, best, listed)


def list_new_reports(session: Session, report_ids: Collection[str]) -> None:
    """List the pairs that new reports bring, where no other report changed its event."""
    best = store.best_of_reports(session, report_ids)
    if not best:
        return
    events = {report.event_id for report in load_reports(session, report_ids).values()}
    judged = store.judged_events(session, events)
    listed = store.pairs_of(session, events)
    better = {
        ids: pair
        for ids, pair in best.items()
        if ids not in judged and (ids not in listed or listed[ids].margin < pair.margin)
    }
    _list(session, better, listed)


def _list(session: Session, best: Mapping[store.Ids, ReportPairRow], listed: Mapping[store.Ids, OpenPairRow]) -> None:
    """Set the row of each of these pairs."""
    rows = []
    for (left, right), pair in best.items():
        row = listed.get((left, right)) or OpenPairRow(left_id=left, right_id=right, kind="event", **_score(pair))
        rows.append(row.sqlmodel_update(_score(pair)))
    store.save_pairs(session, rows)


def _score(pair: ReportPairRow) -> dict[str, Any]:
    doubt = abs(pair.margin) / store.UNSURE_OF_EVENTS
    return {"doubt": doubt, "margin": pair.margin, "score": pair.score, "parts": pair.parts}
