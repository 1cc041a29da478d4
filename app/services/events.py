"""Reading events, and what articles say of them."""

from sqlmodel import Session

from app.domain.documents import JsonObject, Page, PartisanDocument
from app.domain.event_documents import ClaimDocument, EventDocument, ReportDocument, SingleEventDocument
from app.domain.filters import EntityEventsQuery, EventQuery, ListQuery
from app.domain.vocabulary import EntityKind
from app.errors import Gone, Moved, NotFound
from app.models import ArticleRow, CasualtyFigureRow, LinkRow, PartyRole, ReportClaimRow, ReportRow
from app.services.alignments import sides_of_event
from app.services.event_documents import entity_brief
from app.services.history import event_at, number_at
from app.services.interpret import read_name
from app.services.pages import checked_cursor, page_of
from app.services.shown_events import shown_events
from app.services.stores import Stores
from app.storage import event_pages as filters
from app.storage.canonical import load_shown
from app.storage.entities import EntityRow
from app.storage.event_pages import ANY_ROLE
from app.storage.events import load_documents, referents_of_event
from app.storage.grouping import event_of_own_id
from app.storage.paging import encode_cursor
from app.storage.reports import figures_of_claims, page_of_claims, page_of_reports
from app.storage.retiring import retired_id
from app.storage.search import query_words

#: Filters that take a name: of what kinds of entity, and in which roles (None: as the place).
_NAMED: dict[str, tuple[tuple[EntityKind, ...], PartyRole | None]] = {
    "place": (("place",), None),
    "actor": (("organization", "place", "person"), PartyRole.ACTOR | PartyRole.MEDIATOR),
    "person": (("person",), ANY_ROLE),
    "organization": (("organization",), ANY_ROLE),
}


def list_events(stores: Stores, query: EventQuery) -> Page[EventDocument]:
    """The events that all filters match, newest happening first. ``InvalidInput`` for a cursor that is none."""
    with stores.database.read() as session:
        interpreted: JsonObject = {}
        conditions = common_conditions(query)
        _add_names(session, stores, query, conditions, interpreted)
        if query.country:
            conditions.require(filters.in_country(query.country))
        if query.box:
            conditions.require(filters.in_box(query.box))
        if query.q:
            words = query_words(query.q)
            interpreted["q"] = {"asked": query.q, "words": words}
            conditions.require(filters.holding_words(session, words) if words else filters.nothing())
        return event_page(session, conditions, query, interpreted)


def event_page(
    session: Session, conditions: filters.EventConditions, query: EntityEventsQuery, interpreted: JsonObject
) -> Page[EventDocument]:
    """One page of the events under these conditions, now or as they were."""
    number = None
    if query.as_of:
        number = number_at(session, query.as_of)
        interpreted["as_of"] = {"asked": query.as_of, "seq": number}
    with checked_cursor():
        rows, total, is_estimate = filters.page_of_events(session, conditions, query.limit, query.cursor, number)
    shown = rows[: query.limit]
    more = len(rows) > query.limit
    return Page(
        data=[document for _, _, document in shown],
        total=total,
        total_is_estimate=is_estimate,
        interpreted=interpreted,
        next_cursor=encode_cursor([shown[-1][1], shown[-1][0]]) if more else None,
    )


def common_conditions(query: EntityEventsQuery) -> filters.EventConditions:
    """The conditions of the filters that every list of events has."""
    conditions = filters.EventConditions()
    conditions.require(*filters.overlapping(query.first_day, query.last_day))
    if query.type:
        conditions.require(filters.of_type(query.type))
    if query.stance != "any":
        conditions.require(*filters.of_stance(query.stance))
    if query.background is not None:
        conditions.require(filters.is_background(query.background))
    return conditions


def _add_names(
    session: Session,
    stores: Stores,
    query: EventQuery,
    conditions: filters.EventConditions,
    interpreted: JsonObject,
) -> None:
    """Add the filters that take names; how each was read is noted in ``interpreted``."""
    for parameter, (kinds, roles) in _NAMED.items():
        name = getattr(query, parameter)
        if name is None:
            continue
        reading = read_name(session, stores, name, kinds)
        interpreted[parameter] = reading.explanation
        if reading.entity_id is None:
            conditions.require(filters.nothing())
        else:
            conditions.facets.append(filters.Facet(reading.entity_id, roles, reading.event_count))


def get_event(stores: Stores, event_id: str, as_of: str | None = None) -> SingleEventDocument:
    """One event, now or as it was; ``NotFound``, and ``Moved`` where it was found to be one with another."""
    with stores.database.read() as session:
        if as_of is not None and (then := event_at(session, event_id, as_of)):
            return then
        return with_referents(session, existing_event(session, event_id))


def with_referents(session: Session, event: EventDocument) -> SingleEventDocument:
    """The event with the other ids that lead to it."""
    return {**event, "referents": referents_of_event(session, event["id"])}


def existing_event(session: Session, event_id: str) -> EventDocument:
    """The event of that id; ``NotFound``, ``Moved`` where it is one with another, ``Gone`` where nothing tells it."""
    document = load_documents(session, [event_id]).get(event_id)
    if document is None and (canonical := event_of_own_id(session, event_id)):
        raise Moved(f"the event {event_id} was found to be one with {canonical}", canonical)
    retired = retired_id(session, event_id) if document is None else None
    if retired is not None:
        row, canonical = retired
        if canonical is None:
            raise Gone(f"the event {event_id} is gone since {row.retired_at:%Y-%m-%d}: {row.reason}")
        raise Moved(f"the event {event_id} goes on as {canonical}", canonical)
    if document is None:
        raise NotFound(f"there is no event {event_id}")
    return document


def list_reports(stores: Stores, event_id: str, query: ListQuery) -> Page[ReportDocument]:
    """What each article says of the event, oldest report first; ``NotFound``."""
    with stores.database.read() as session:
        event = existing_event(session, event_id)
        with checked_cursor():
            rows, total, is_estimate = page_of_reports(session, event_id, query.limit, query.cursor)
        sides = sides_of_event(session, event, [article for _, article, _ in rows])
        told = shown_events(session, [report.document for report, _, _ in rows])
        data = [
            _report_document(*row, sides.of(row[1].source_id), event) for row, event in zip(rows, told, strict=True)
        ]
        return page_of(data, total, query.limit, lambda shown: [shown["id"]], is_estimate=is_estimate)


def list_claims(stores: Stores, event_id: str, query: ListQuery) -> Page[ClaimDocument]:
    """Who says what of the event; ``NotFound``."""
    with stores.database.read() as session:
        existing_event(session, event_id)
        with checked_cursor():
            rows, total, is_estimate = page_of_claims(session, event_id, query.limit, query.cursor)
        claimants = load_shown(session, {claim.claimant_id for claim, _ in rows if claim.claimant_id})
        figures = figures_of_claims(session, [claim.id for claim, _ in rows])
        data = [
            _claim_document(claim, report, claimants.get(claim.claimant_id or ""), figures[claim.id])
            for claim, report in rows
        ]
        return page_of(data, total, query.limit, lambda shown: [shown["id"]], is_estimate=is_estimate)


def _report_document(
    report: ReportRow, article: ArticleRow, link: LinkRow, alignment: PartisanDocument | None, told: JsonObject
) -> ReportDocument:
    return {
        "id": report.id,
        "event_id": report.event_id,
        "own_event_id": report.own_event_id,
        "article_id": report.article_id,
        "source": article.source_name,
        "source_alignment": alignment,
        "published_on": article.published_on,
        "extractor": report.extractor,
        "event": told,
        "link": {"outcome": link.outcome, "score": link.score, "parts": link.parts},
    }


def _claim_document(
    claim: ReportClaimRow, report: ReportRow, claimant: EntityRow | None, figures: list[CasualtyFigureRow]
) -> ClaimDocument:
    return {
        "id": claim.id,
        "event_id": report.event_id,
        "report_id": report.id,
        "article_id": report.article_id,
        "claimant": entity_brief(claimant, claim.text),
        "verb": claim.verb,
        "stance": claim.stance,
        "about": claim.about,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "figures": [
            {"what": figure.what, "low": figure.low, "high": figure.high, "text": figure.text} for figure in figures
        ],
    }
