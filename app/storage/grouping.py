"""What reports are compared by: their facts, the keys they are found by, and the pairs that are one happening."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from heapq import nsmallest
from typing import Any, Final

from sqlalchemy import Date, Select
from sqlalchemy import select as sa_select
from sqlmodel import AutoString, Session, col, select

from app.models import ArticleRow, ArticleWordingRow, LinkRow, ReportBlockRow, ReportFactsRow, ReportPairRow, ReportRow
from app.storage.copies import near_copies
from app.storage.dialect import given_rows, list_of
from app.storage.events import NO_DAY, OPEN_DAY

#: Days by which two reports of one happening may date it apart: around midnight; and where a story's own words tell
#: that it is one, for a report may have the day wrong.
_REACH: Final = timedelta(days=2)
_REACH_OF_STORY: Final = timedelta(days=31)
#: Reports that may have happened on any of more days are kept under keys of their own, for they are looked for up to
#: their far end: a year, and some.
_SHORT: Final = timedelta(days=4)
_LONG: Final = "~"
_LONGEST: Final = timedelta(days=400)
_DAY: Final = timedelta(days=1)
#: Reports that one is compared with, and that are looked at of one key and span: what a frequent key costs.
_MOST: Final = 200


def save_facts(session: Session, facts: Mapping[str, Any]) -> None:
    """Keep the facts of these reports, as plain JSON values."""
    session.add_all([ReportFactsRow(report_id=report_id, facts=value) for report_id, value in facts.items()])


def save_wording(session: Session, wording: ArticleWordingRow) -> None:
    """Keep how an article is worded, instead of how it was."""
    session.merge(wording)


def save_blocks(session: Session, report_id: str, keys: Iterable[str], days: tuple[date, date]) -> None:
    """Make a report findable by these keys; ``days`` are the first and last one it may have happened on."""
    first, last = days
    mark = _LONG if last - first > _SHORT else ""
    session.add_all(
        [
            ReportBlockRow(key=f"{mark}{key}", first_day=first, last_day=last, report_id=report_id)
            for key in dict.fromkeys(keys)
        ]
    )


def days_of(earliest: date | None, latest: date | None) -> tuple[date, date]:
    """The days of a block: open ends are the ends of the calendar, and without any date both are ``NO_DAY``."""
    if earliest is None and latest is None:
        return NO_DAY, NO_DAY
    return earliest or NO_DAY, latest or OPEN_DAY


@dataclass(frozen=True, slots=True)
class Sought:
    """What a report may be found by: keys, those of its article's story, and the days it may have happened on."""

    keys: Sequence[str]
    story_keys: Sequence[str]
    days: tuple[date, date]


def candidates(session: Session, sought: Mapping[str, Sought]) -> dict[str, set[str]]:
    """For each report: those that share a key and may have happened at the same time, give or take some days, or have
    no date. Of too many, those are left out that only frequent keys lead to.
    """
    given = [
        [report_id, key, *(day.isoformat() for day in days)]
        for report_id, one in sought.items()
        for key, days in _spans(one)
    ]
    lists: dict[str, list[Sequence[str]]] = {report_id: [] for report_id in sought}
    for report_id, found in session.execute(_sharing(session.get_bind().dialect.name), {"given": given}):
        lists[report_id].append(found or [])
    return {report_id: _likeliest(found) for report_id, found in lists.items()}


def _likeliest(found: Iterable[Sequence[str]]) -> set[str]:
    """Those that share the most and the rarest keys, a key's weight being 1 / (reports it leads to)."""
    weights: dict[str, float] = {}
    for of_key in found:
        for report_id in of_key:
            weights[report_id] = weights.get(report_id, 0.0) + 1 / len(of_key)
    return set(nsmallest(_MOST, weights, key=lambda report_id: (-weights[report_id], report_id)))


def _spans(sought: Sought) -> Iterator[tuple[str, tuple[date, date, date]]]:
    """Each key with a span of last days, and the day on which it must have begun."""
    if sought.days[1] == NO_DAY:
        every = [*sought.keys, *sought.story_keys]
        for key in (*every, *_long(every)):
            yield key, (NO_DAY, OPEN_DAY, OPEN_DAY)
        return
    for keys, reach in ((sought.keys, _REACH), (sought.story_keys, _REACH_OF_STORY)):
        for key in keys:
            yield from ((key, span) for span in _near(sought.days, reach))
        for key in _long(keys):
            yield from ((key, span) for span in _going_on(sought.days, reach))


def _near(days: tuple[date, date], reach: timedelta) -> list[tuple[date, date, date]]:
    """What ended in those days, before or after them, each looked for alone; and what has no date."""
    first, last = days
    since, begun = _earlier(first, reach), _later(last, reach)
    spans = [(since, _earlier(first, _DAY)), days, (_later(last, _DAY), begun), (NO_DAY, NO_DAY)]
    return [(*span, begun) for span in spans if span[0] <= span[1]]


def _going_on(days: tuple[date, date], reach: timedelta) -> list[tuple[date, date, date]]:
    """What may have gone on then, with or without a known end."""
    since, begun = _earlier(days[0], reach), _later(days[1], reach)
    return [(since, _later(days[1], _LONGEST), begun), (OPEN_DAY, OPEN_DAY, begun)]


@cache
def _sharing(dialect: str) -> Select[tuple[str, Any]]:
    """For each report and key that are given, the reports of that key which ended in that span; the last ones first."""
    given = given_rows(dialect, report_id=AutoString(), key=AutoString(), since=Date(), until=Date(), begun=Date())
    block, day = ReportBlockRow, col(ReportBlockRow.last_day)
    sharing = (
        sa_select(col(block.report_id))
        .where(col(block.key) == given.c.key, day.between(given.c.since, given.c.until))
        .where(col(block.first_day) <= given.c.begun)
        .order_by(day.desc())
        .limit(_MOST)
        .correlate(given)
        .subquery()
    )
    return sa_select(given.c.report_id, sa_select(list_of(dialect, sharing.c.report_id)).scalar_subquery())


def _long(keys: Sequence[str]) -> list[str]:
    return [f"{_LONG}{key}" for key in keys]


def _earlier(day: date, by: timedelta) -> date:
    return day - by if day > NO_DAY + by else NO_DAY + timedelta(days=1)


def _later(day: date, by: timedelta) -> date:
    return day + by if day < OPEN_DAY - by else OPEN_DAY


def load_facts(session: Session, report_ids: Collection[str]) -> dict[str, tuple[str, Any]]:
    """For each standing report its article's id and its facts."""
    statement = (
        select(ReportFactsRow.report_id, ReportRow.article_id, ReportFactsRow.facts)
        .join(ReportRow, col(ReportRow.id) == col(ReportFactsRow.report_id))
        .where(col(ReportFactsRow.report_id).in_(report_ids), col(ReportRow.superseded_at).is_(None))
    )
    return {report_id: (article_id, facts) for report_id, article_id, facts in session.exec(statement)}


def load_wordings(session: Session, article_ids: Collection[str]) -> dict[str, ArticleWordingRow]:
    """How these articles are worded, by id."""
    statement = select(ArticleWordingRow).where(col(ArticleWordingRow.article_id).in_(article_ids))
    return {row.article_id: row for row in session.exec(statement)}


def save_pairs(session: Session, pairs: Iterable[ReportPairRow]) -> None:
    """Keep pairs, both ways."""
    for pair in pairs:
        session.add(pair)
        session.add(ReportPairRow(**{**pair.model_dump(), "report_id": pair.other_id, "other_id": pair.report_id}))


def linked_reports(session: Session, report_ids: Collection[str]) -> set[str]:
    """The reports that form a pair above the threshold with one of these."""
    statement = select(ReportPairRow.other_id).where(
        col(ReportPairRow.report_id).in_(report_ids), col(ReportPairRow.margin) >= 0
    )
    return set(session.exec(statement))


def pairs_among(session: Session, report_ids: Sequence[str]) -> dict[tuple[str, str], ReportPairRow]:
    """The stored pairs of these reports, each once, by their ids in order."""
    statement = select(ReportPairRow).where(
        col(ReportPairRow.report_id).in_(report_ids),
        col(ReportPairRow.other_id).in_(report_ids),
        col(ReportPairRow.report_id) < col(ReportPairRow.other_id),
    )
    return {(row.report_id, row.other_id): row for row in session.exec(statement)}


def pairs_of(session: Session, report_ids: Collection[str]) -> list[ReportPairRow]:
    """The stored pairs of these reports; ``report_id`` is theirs."""
    return list(session.exec(select(ReportPairRow).where(col(ReportPairRow.report_id).in_(report_ids))))


def reports_beside(session: Session, report_ids: Collection[str]) -> set[str]:
    """All standing reports of the events that these reports are in."""
    events = select(ReportRow.event_id).where(col(ReportRow.id).in_(report_ids))
    statement = select(ReportRow.id).where(col(ReportRow.event_id).in_(events), col(ReportRow.superseded_at).is_(None))
    return set(session.exec(statement))


def load_reports(session: Session, report_ids: Collection[str]) -> dict[str, ReportRow]:
    """These reports by id."""
    return {row.id: row for row in session.exec(select(ReportRow).where(col(ReportRow.id).in_(report_ids)))}


def reports_of_copies(session: Session, text_sha256: str) -> list[str]:
    """Ids of the standing reports of all articles with this text, or with a near-copy of it."""
    texts = [text_sha256, *near_copies(session, [text_sha256])[text_sha256]]
    statement = (
        select(ReportRow.id)
        .join(ArticleRow, col(ArticleRow.id) == col(ReportRow.article_id))
        .where(col(ArticleRow.text_sha256).in_(texts), col(ReportRow.superseded_at).is_(None))
    )
    return list(session.exec(statement))


def move_links(session: Session, reports: Collection[ReportRow]) -> None:
    """Note in the links of these reports' articles which events they tell now."""
    moved = {(report.extraction_id, report.local_id): report for report in reports}
    extraction_ids = {extraction_id for extraction_id, _ in moved}
    statement = select(LinkRow).where(col(LinkRow.extraction_id).in_(extraction_ids), col(LinkRow.kind) == "evt")
    for link in session.exec(statement):
        if report := moved.get((link.extraction_id, link.local_id)):
            link.stored_id = report.event_id
            link.outcome = "new" if report.event_id == report.own_event_id else "same"


def events_with_reports(session: Session, event_ids: Collection[str]) -> set[str]:
    """Which of these events have a standing report."""
    statement = select(ReportRow.event_id).where(
        col(ReportRow.event_id).in_(event_ids), col(ReportRow.superseded_at).is_(None)
    )
    return set(session.exec(statement.distinct()))


def event_of_own_id(session: Session, event_id: str) -> str | None:
    """The event that the report is now part of which once gave an event this id."""
    statement = select(ReportRow.event_id).where(
        col(ReportRow.own_event_id) == event_id, col(ReportRow.superseded_at).is_(None)
    )
    return session.exec(statement).first()
