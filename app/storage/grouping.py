"""What reports are compared by: their facts, the keys they are found by, and the pairs that are one happening."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Select, union_all
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from app.models import ArticleRow, ArticleWordingRow, LinkRow, ReportBlockRow, ReportFactsRow, ReportPairRow, ReportRow
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
#: Reports loaded of one kind of look-up.
_MOST: Final = 400


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


def candidates(session: Session, keys: Sequence[str], story_keys: Sequence[str], days: tuple[date, date]) -> set[str]:
    """The reports that share a key and may have happened at the same time, give or take some days, or have no date."""
    if days[1] == NO_DAY:
        parts = [_sharing([*keys, *story_keys, *_long(keys), *_long(story_keys)], NO_DAY, OPEN_DAY, OPEN_DAY)]
    else:
        parts = [*_near(keys, days, _REACH), *_near(story_keys, days, _REACH_OF_STORY)]
    return set(session.execute(union_all(*parts)).scalars())


def _near(keys: Sequence[str], days: tuple[date, date], reach: timedelta) -> list[Select[tuple[str]]]:
    """What ended about then, what may have gone on then, and what has no date."""
    since, begun = _earlier(days[0], reach), _later(days[1], reach)
    return [
        _sharing(keys, since, begun, begun),
        _sharing(_long(keys), since, _later(days[1], _LONGEST), begun),
        _sharing(_long(keys), OPEN_DAY, OPEN_DAY, begun),
        _sharing(keys, NO_DAY, NO_DAY, NO_DAY),
    ]


def _sharing(keys: Sequence[str], since: date, until: date, begun: date) -> Select[tuple[str]]:
    day = col(ReportBlockRow.last_day)
    sharing = (
        select(ReportBlockRow.report_id)
        .where(col(ReportBlockRow.key).in_(keys), day.between(since, until), col(ReportBlockRow.first_day) <= begun)
        .order_by(day.desc())
        .limit(_MOST)
    )
    return sa_select(sharing.subquery().c.report_id)


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


def reports_of_copies(session: Session, original_id: str) -> list[str]:
    """Ids of the standing reports of an article and its copies."""
    statement = (
        select(ReportRow.id)
        .join(ArticleRow, col(ArticleRow.id) == col(ReportRow.article_id))
        .where(
            (col(ArticleRow.id) == original_id) | (col(ArticleRow.copy_of) == original_id),
            col(ReportRow.superseded_at).is_(None),
        )
    )
    return list(session.exec(statement))


def move_link(session: Session, report: ReportRow) -> None:
    """Note in the links of the report's article which event it tells now."""
    link = session.get(LinkRow, (report.extraction_id, report.local_id))
    if link is not None:
        link.stored_id, link.outcome = report.event_id, "new" if report.event_id == report.own_event_id else "same"


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
