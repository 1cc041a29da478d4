"""An article's annotations → stored entities, links, mentions and reports."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlmodel import Session

from app.domain.annotations import Annotations, Organization, Person, Place
from app.models import ArticleRow, ExtractionRow, LinkRow, MentionRow, ReportRow
from app.resolution.entities import Decision
from app.resolution.facts import ReportFacts
from app.resolution.merging import acting_states
from app.services.article_rows import extraction_row
from app.services.former import Former, take_over
from app.services.former_names import FormerNames
from app.services.grouping import Regrouping, add_reports
from app.services.linking import Linked, link_actors, save_names_of_known
from app.services.placing import PlaceLinker
from app.services.report_facts import facts_of_reports
from app.services.report_rows import report_rows, with_stored_ids
from app.services.stores import Stores
from app.services.unsure_entities import note_unsure
from app.services.withdraw import Withdrawn
from app.storage.entities import count_article
from app.storage.events import events_of_entities
from app.storage.places import load_chains
from app.storage.reports import save_reports


@dataclass(frozen=True, slots=True)
class Resolution:
    """The events that the article reports, in its order, and others whose documents show something that changed.

    Of these, some may have no report any more: they were found to be one with others. ``moved``: from which event to
    which other one a report went, by its id. ``withdrawn`` is what became of the article's reports before, where it was
    read again.
    """

    events: list[str] = field(default_factory=list)
    outdated_events: list[str] = field(default_factory=list)
    moved: dict[str, tuple[str, str]] = field(default_factory=dict)
    withdrawn: Withdrawn = field(default_factory=Withdrawn)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was extracted from an article, with the stored entity for each of its own."""

    article: ArticleRow
    extraction: ExtractionRow
    annotations: Annotations
    entities: Mapping[str, Linked]

    @property
    def stored_ids(self) -> dict[str, str]:
        """The stored id of each of the article's entities."""
        return {local_id: linked.row.id for local_id, linked in self.entities.items()}


def resolve(
    session: Session,
    stores: Stores,
    article: ArticleRow,
    annotations: Annotations,
    now: datetime,
    former: Former | None = None,
) -> Resolution:
    """Save what was extracted from an article, linked to what is stored; every decision is kept with its score.

    ``former`` is what it was read as before: what is told again keeps its ids.
    """
    extraction = extraction_row(article, annotations, now)
    session.add(extraction)
    session.flush()
    entities = link_entities(session, stores, annotations, now, former.names if former else None)
    _save_mentions(session, article, extraction.id, annotations, entities)
    _count(annotations, entities, article.published_from)
    for local_id, linked in entities.items():
        session.add(_link_row(extraction.id, local_id, linked.row.id, linked.decision, now))
    note_unsure(session, {linked.row.id: linked.decision for linked in entities.values()})
    rows = [linked.row for linked in entities.values() if linked.is_renamed and not linked.is_new]
    outdated = events_of_entities(session, [row.canonical_id or row.id for row in rows])
    reading = _Reading(article, extraction, annotations, entities)
    reports, regrouping, withdrawn = _report(session, reading, former)
    return Resolution(
        events=[report.event_id for report in reports],
        outdated_events=[*outdated, *sorted(regrouping.changed | regrouping.retired)],
        moved=regrouping.moved,
        withdrawn=withdrawn,
    )


def _report(
    session: Session, reading: _Reading, former: Former | None
) -> tuple[list[ReportRow], Regrouping, Withdrawn]:
    """Save the article's reports, grouped with those of other articles into events."""
    article, extraction, now = reading.article, reading.extraction, reading.extraction.created_at
    facts = _facts(session, reading)
    heirs, withdrawn = take_over(session, former, facts, now) if former else ({}, Withdrawn())
    told = [with_stored_ids(event, reading.stored_ids) for event in reading.annotations.events]
    rows = [report_rows(event, article, extraction, order, heirs.get(event.id)) for order, event in enumerate(told)]
    save_reports(session, rows)
    reports = [one.report for one in rows]
    facts = [replace(one, id=report.id) for one, report in zip(facts, reports, strict=True)]
    regrouping = add_reports(session, facts, article.text_sha256)
    for report in reports:
        pair = regrouping.best.get(report.id)
        is_new = report.event_id == report.own_event_id
        decision = Decision(
            None if is_new else report.event_id, pair.score if pair else 0.0, pair.parts if pair else {}
        )
        session.add(_link_row(extraction.id, report.local_id, report.event_id, decision, now))
    session.flush()
    return reports, regrouping, withdrawn


def _facts(session: Session, reading: _Reading) -> list[ReportFacts]:
    """What the reports are compared by; their ids are those of the article's events."""
    stored_ids, events = reading.stored_ids, reading.annotations.events
    stored_chains = load_chains(session, {stored_ids[event.place] for event in events if event.place in stored_ids})
    chains = {event.place: stored_chains.get(stored_ids.get(event.place, ""), []) for event in events if event.place}
    return facts_of_reports(reading.article, reading.annotations, {event.id: event.id for event in events}, chains)


def link_entities(
    session: Session, stores: Stores, annotations: Annotations, now: datetime, before: FormerNames | None = None
) -> dict[str, Linked]:
    """The stored entity for each person, organization and place of the article, by its id in the article."""
    places = {entity.id: entity for entity in annotations.entities if isinstance(entity, Place)}
    states = acting_states(party for event in annotations.events for party in (*event.actors, *event.targets))
    linked = PlaceLinker(session, stores.gazetteer, places, states, now).link_all(before)
    people = [entity for entity in annotations.entities if isinstance(entity, Person | Organization)]
    linked |= link_actors(session, stores.actors, people, now, before)
    save_names_of_known(session, linked.values())
    return linked


def _save_mentions(
    session: Session, article: ArticleRow, extraction_id: str, annotations: Annotations, entities: Mapping[str, Linked]
) -> None:
    for ordinal, mention in enumerate(annotations.mentions):
        linked = entities.get(mention.entity or "")
        session.add(
            MentionRow(
                extraction_id=extraction_id,
                ordinal=ordinal,
                article_id=article.id,
                kind=mention.kind,
                entity_id=linked.row.id if linked else None,
                start=mention.start,
                end=mention.end,
                text=mention.text,
                confidence=mention.confidence,
            )
        )


def _count(annotations: Annotations, entities: Mapping[str, Linked], published: date | None) -> None:
    """Note on each stored entity that the article names it, however many of its entities were linked to it."""
    counts: Counter[str] = Counter()
    rows = {linked.row.id: linked.row for linked in entities.values()}
    for mention in annotations.mentions:
        if linked := entities.get(mention.entity or ""):
            counts[linked.row.id] += 1
    for row_id, row in rows.items():
        count_article(row, counts[row_id], published)


def _link_row(extraction_id: str, local_id: str, stored_id: str, decision: Decision, now: datetime) -> LinkRow:
    return LinkRow(
        extraction_id=extraction_id,
        local_id=local_id,
        kind=stored_id.partition("_")[0],
        stored_id=stored_id,
        outcome="same" if decision.stored_id else "new",
        score=decision.score,
        parts=decision.parts,
        decided_at=now,
    )
