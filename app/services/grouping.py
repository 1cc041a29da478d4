"""Reports → events: compared with what is stored, grouped anew where they touch, ids kept."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any, Final

from pydantic import TypeAdapter
from sqlmodel import Session

from app.models import ArticleWordingRow, ReportPairRow, ReportRow
from app.resolution.clusters import FARTHEST, cluster_reports, pair_key
from app.resolution.comparing import Comparison, compare, compatible_types
from app.resolution.facts import ReportFacts
from app.resolution.report_keys import block_keys, story_keys
from app.resolution.wording import Wording
from app.services.large_groups import group_among_many
from app.services.open_pairs import list_new_reports, relist_events
from app.storage import grouping as store
from app.storage.judgements import standing_judgements
from app.storage.open_pairs import UNSURE_OF_EVENTS

#: Pairs that fall short by no more are kept too, for people to judge.
_UNSURE: Final = -UNSURE_OF_EVENTS
#: Groups are formed anew among at most so many reports; beyond that a report joins the event of its best pair.
_MOST_REPORTS: Final = 200
_FACTS: Final = TypeAdapter(ReportFacts)


@dataclass(slots=True)
class Regrouping:
    """What became of the reports: which events have other reports than before, and which ids have none left.

    ``best`` is the pair that speaks most for a report's being in its event, by report; none where it stands alone.
    ``moved``: from which event to which other one a report went, by its id.
    """

    changed: set[str] = field(default_factory=set)
    retired: set[str] = field(default_factory=set)
    best: dict[str, ReportPairRow] = field(default_factory=dict)
    moved: dict[str, tuple[str, str]] = field(default_factory=dict)


def moved_on(first: Mapping[str, tuple[str, str]], then: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """From which event to which other one each report went that was moved first so and then so."""
    whole = {**first, **{report_id: (first.get(report_id, pair)[0], pair[1]) for report_id, pair in then.items()}}
    return {report_id: pair for report_id, pair in whole.items() if pair[0] != pair[1]}


def add_reports(session: Session, reports: Sequence[ReportFacts], text_sha256: str) -> Regrouping:
    """Compare new reports of one article with the stored ones and group what they touch.

    The reports' rows are there already, and the near-copies of the article's text are known.
    """
    if not reports:
        return Regrouping()
    own = {report.id for report in reports}
    copies = set(store.reports_of_copies(session, text_sha256)) - own
    found = store.candidates(session, {report.id: _sought(report) for report in reports})
    stored = load_reports_to_compare(session, copies.union(*found.values()) - own)
    pairs = [
        _pair_row(report, stored[other], comparison)
        for report in reports
        for other in sorted((found[report.id] | copies) & stored.keys())
        if (comparison := compare(report, stored[other], near_copy=other in copies)).margin >= _UNSURE
    ]
    keep_facts(session, reports)
    store.save_pairs(session, pairs)
    session.flush()
    regrouping = regroup(session, own)
    _list_pairs(session, own, regrouping)
    return regrouping


def _list_pairs(session: Session, report_ids: Collection[str], regrouping: Regrouping) -> None:
    """List what new reports leave open; where they moved others, all of their events is looked at anew."""
    rows = store.load_reports(session, report_ids).values()
    if {left for left, _ in regrouping.moved.values()} <= {row.own_event_id for row in rows}:
        list_new_reports(session, report_ids)
    else:
        relist_events(session, regrouping.changed | {row.event_id for row in rows})


def keep_facts(session: Session, reports: Sequence[ReportFacts]) -> None:
    """Keep what the reports of one article are compared by, and make them findable for reports to come."""
    store.save_wording(session, _wording_row(reports[0]))
    store.save_facts(session, {report.id: _dump(report) for report in reports})
    for report in reports:
        keys = _typed([report.type], [*block_keys(report), *story_keys(report)])
        store.save_blocks(session, report.id, keys, store.days_of(report.earliest, report.latest))
    session.flush()


def regroup(session: Session, report_ids: Collection[str]) -> Regrouping:
    """Group anew these reports and all that pairs tie them to; every report is given its event's id."""
    component = _component(session, report_ids)
    if len(component) <= _MOST_REPORTS:
        events = _clustered(session, component)
    else:
        events = group_among_many(session, report_ids, partial(_clustered, session))
    outcome = _assign(session, events)
    outcome.best = _best_pairs(session, report_ids)
    return outcome


def _clustered(session: Session, report_ids: Collection[str]) -> dict[str, str]:
    """The event of each of these reports, by its pairs with the others and by what was judged of them."""
    facts = load_reports_to_compare(session, report_ids)
    rows = store.load_reports(session, list(facts))
    pairs = store.pairs_among(session, sorted(facts))
    same, different = (standing_judgements(session, list(facts), verdict) for verdict in ("same", "different"))
    groups = cluster_reports(list(facts.values()), _margins(facts, pairs), same, different)
    return {one: min(_own_id(rows[other]) for other in group) for group in groups for one in group}


def regroup_rest(session: Session, report_ids: Collection[str]) -> Regrouping:
    """Group anew what reports were tied to that are gone; more than are ever grouped at once stay as they are."""
    if len(_component(session, report_ids)) > _MOST_REPORTS:
        return Regrouping()
    return regroup(session, report_ids)


def _assign(session: Session, events: Mapping[str, str]) -> Regrouping:
    """Give each report its event's id."""
    rows = store.load_reports(session, events)
    outcome = Regrouping()
    left: set[str] = set()
    for report_id, event_id in events.items():
        row = rows[report_id]
        if row.event_id != event_id:
            outcome.changed |= {event_id, row.event_id}
            outcome.moved[report_id] = row.event_id, event_id
            left.add(row.event_id)
            row.event_id = event_id
        row.is_referent = row.is_referent or row.own_event_id == event_id
    session.flush()
    if outcome.moved:
        store.move_links(session, [rows[report_id] for report_id in outcome.moved])
    outcome.retired = left - store.events_with_reports(session, left) if left else set()
    outcome.changed -= outcome.retired
    return outcome


def _best_pairs(session: Session, report_ids: Collection[str]) -> dict[str, ReportPairRow]:
    """The pair with another report of its event that speaks most for each of these reports."""
    pairs = store.pairs_of(session, report_ids)
    rows = store.load_reports(session, {*report_ids, *(pair.other_id for pair in pairs)})
    best: dict[str, ReportPairRow] = {}
    for pair in sorted(pairs, key=lambda pair: (pair.margin, pair.other_id)):
        if rows[pair.report_id].event_id == rows[pair.other_id].event_id:
            best[pair.report_id] = pair
    return best


def load_reports_to_compare(session: Session, report_ids: Collection[str]) -> dict[str, ReportFacts]:
    """The facts of these reports, each with its article's wording."""
    loaded = store.load_facts(session, report_ids)
    wordings = {
        article_id: Wording(row.terms, frozenset(row.people), frozenset(row.places))
        for article_id, row in store.load_wordings(session, {article_id for article_id, _ in loaded.values()}).items()
    }
    nothing = Wording()
    return {
        report_id: replace(_FACTS.validate_python(facts), wording=wordings.get(article_id, nothing))
        for report_id, (article_id, facts) in loaded.items()
    }


def _dump(report: ReportFacts) -> Any:
    return _FACTS.dump_python(report, mode="json", exclude={"wording"}, exclude_defaults=True)


def _wording_row(report: ReportFacts) -> ArticleWordingRow:
    wording = report.wording
    return ArticleWordingRow(
        article_id=report.article_id,
        terms=dict(wording.terms),
        people=sorted(wording.people),
        places=sorted(wording.places),
    )


def _sought(report: ReportFacts) -> store.Sought:
    types = sorted(compatible_types(report.type))
    days = store.days_of(report.earliest, report.latest)
    return store.Sought(_typed(types, block_keys(report)), _typed(types, story_keys(report)), days)


def _typed(types: Iterable[str], keys: Sequence[str]) -> list[str]:
    """Keys by type: what cannot be one event for its type is never loaded."""
    return [f"{type_}{key}" for type_ in types for key in keys]


def _pair_row(left: ReportFacts, right: ReportFacts, comparison: Comparison) -> ReportPairRow:
    return ReportPairRow(
        report_id=left.id,
        other_id=right.id,
        margin=comparison.margin,
        score=comparison.score,
        parts=comparison.parts,
    )


def _component(session: Session, report_ids: Collection[str]) -> set[str]:
    """The reports and all that chains of pairs above the threshold, or judgements, tie to them, up to a limit."""
    component = set(report_ids)
    fresh = set(report_ids)
    while fresh and len(component) <= _MOST_REPORTS:
        judged = standing_judgements(session, fresh, "same")
        fresh = (store.linked_reports(session, fresh) | {one for pair in judged for one in pair}) - component
        component |= fresh
    return component


def _margins(facts: Mapping[str, ReportFacts], pairs: Mapping[tuple[str, str], ReportPairRow]) -> Any:
    """The margin of two reports: as stored, else compared now where they are not too many."""
    may_compare = len(facts) <= _MOST_REPORTS

    @cache
    def margin_of(left: str, right: str) -> float:
        if stored := pairs.get(pair_key(left, right)):
            return stored.margin
        return max(FARTHEST, compare(facts[left], facts[right]).margin) if may_compare else FARTHEST

    return margin_of


def _own_id(row: ReportRow) -> str:
    return row.own_event_id or row.event_id
