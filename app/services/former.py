"""What an article was read as before, and what of it a new reading goes on from: reports with their ids, names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel import Session

from app.models import ArticleRow, ReportRow
from app.resolution.comparing import compare
from app.resolution.facts import ReportFacts
from app.resolution.predecessors import match_readings
from app.services.former_names import FormerNames, former_names
from app.services.grouping import load_reports_to_compare
from app.services.withdraw import Withdrawn, supersede_extraction, withdraw_reports
from app.storage.articles import live_extraction
from app.storage.grouping import reports_beside
from app.storage.judgements import standing_judgements
from app.storage.reports import reports_of_article
from app.storage.retiring import empty_reports

#: Of an event's other reports the oldest are asked.
_MOST_COMPARED: Final = 50
_TOLD_NO_MORE = "the only article that reported it does not any more"


@dataclass(frozen=True, slots=True)
class Former:
    """The former reading of an article: its reports by id, what they are compared by, and what its names meant."""

    article: ArticleRow
    reports: Mapping[str, ReportRow]
    facts: Sequence[ReportFacts]
    names: FormerNames


def former_reading(session: Session, article: ArticleRow, now: datetime) -> Former:
    """The reading of an article that stood till now. It is superseded: only its reports count still."""
    reports = {report.id: report for report in reports_of_article(session, article.id)}
    facts = load_reports_to_compare(session, reports)
    extraction = live_extraction(session, article.id)
    names = former_names(session, extraction) if extraction else FormerNames()
    supersede_extraction(session, article, now)
    return Former(article, reports, [facts[report_id] for report_id in reports if report_id in facts], names)


def take_over(
    session: Session, former: Former, facts: Sequence[ReportFacts], now: datetime
) -> tuple[dict[str, ReportRow], Withdrawn]:
    """The former report, emptied, for each new one that goes on from it, by the new one's id; the others withdrawn.

    Where other articles tell the event too, its id stays with them if what is told now is another happening.
    """
    told = {one.id: one for one in facts}
    matched = ((told[new], former.reports[old]) for new, old in match_readings(former.facts, facts).items())
    heirs = {new.id: old for new, old in matched if _is_still_one(session, old, new)}
    kept = {report.id for report in heirs.values()}
    withdrawn = withdraw_reports(session, former.reports, kept, _TOLD_NO_MORE, now)
    empty_reports(session, former.article.id, kept)
    return heirs, withdrawn


def _is_still_one(session: Session, report: ReportRow, facts: ReportFacts) -> bool:
    """Whether what a report tells now is the happening that others in its event tell, if there are any."""
    others = reports_beside(session, [report.id]) - {report.id}
    judged = {one for pair in standing_judgements(session, [report.id], "same") for one in pair}
    if not others or judged & others:
        return True
    stored = load_reports_to_compare(session, sorted(others)[:_MOST_COMPARED])
    return any(compare(facts, other).margin >= 0 for other in stored.values())
