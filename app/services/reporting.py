"""An article's events → stored ones: found or new, with the decision kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from app.domain.annotations import Event, EventDate, Participant
from app.domain.documents import EventDocument, RangeDocument
from app.domain.identifiers import new_id
from app.domain.vocabulary import EventType
from app.models import ArticleRow, PlaceRow
from app.resolution.entities import Decision
from app.resolution.events import EventFacts, compatible_types, decide_events
from app.services.linking import Linked
from app.storage import events as event_store
from app.storage.entities import kind_of
from app.storage.places import load_chains
from app.storage.reports import reports_of_article
from app.storage.search import words_of

_WIDE = frozenset({"country", "region"})
_MIN_WORD = 4
_LARGE_POPULATION = 250_000
#: Words that every other report of an attack has.
_SAYING_LITTLE = frozenset(
    "killed wounded injured dead died least people civilians fighters militants rebels soldiers forces army attack "
    "attacked attacks strike strikes bombing bomb shelling said says told reported according official officials state "
    "media agency government sunday monday tuesday wednesday thursday friday saturday yesterday today late early after "
    "before when where were been have from that this their there they with which while will would more than over into "
    "near city town village area district syrian syria".split()
)


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """What an event of the article became: its event with stored entity ids, and the stored event it reports."""

    local_id: str
    event: Event
    event_id: str
    decision: Decision

    @property
    def is_new(self) -> bool:
        """Whether nothing stored was the same happening."""
        return self.decision.stored_id is None


def link_events(
    session: Session, article: ArticleRow, events: Sequence[Event], entities: Mapping[str, Linked]
) -> list[LinkedEvent]:
    """Decide for each event of an article which stored one it is; two of one article never become one.

    A copy tells the events of its original, whatever the score.
    """
    stored_ids = {local_id: linked.row.id for local_id, linked in entities.items()}
    told = [with_stored_ids(event, stored_ids) for event in events]
    chains = load_chains(session, {event.place for event in told if event.place})
    facts = [facts_of_event(event, article, chains.get(event.place or "", [])) for event in told]
    candidates = {fact.id: _candidates(session, fact) for fact in facts}
    decisions = decide_events(facts, candidates) | _copied(session, article, told)
    return [
        LinkedEvent(event.id, event, decisions[event.id].stored_id or new_id("evt"), decisions[event.id])
        for event in told
    ]


def _copied(session: Session, article: ArticleRow, events: Sequence[Event]) -> dict[str, Decision]:
    """The events of the article that this one is a copy of, by their id in both."""
    if article.copy_of is None:
        return {}
    told = {event.id: event.type for event in events}
    return {
        report.local_id: Decision(report.event_id, 1.0, {"copy": 1.0})
        for report in reports_of_article(session, article.copy_of)
        if told.get(report.local_id) == report.type
    }


def with_stored_ids(event: Event, stored_ids: Mapping[str, str]) -> Event:
    """The event with stored ids for the article's entity ids; what was linked to nothing keeps its words only."""

    def party(participant: Participant) -> Participant:
        return participant.model_copy(update={"entity": stored_ids.get(participant.entity or "")})

    claims = tuple(
        claim.model_copy(update={"claimant": stored_ids.get(claim.claimant or "")}) for claim in event.claims
    )
    return event.model_copy(
        update={
            "place": stored_ids.get(event.place or ""),
            "actors": tuple(map(party, event.actors)),
            "targets": tuple(map(party, event.targets)),
            "claims": claims,
        }
    )


def facts_of_event(event: Event, article: ArticleRow, chain: Sequence[PlaceRow]) -> EventFacts:
    """An event of an article as resolution compares it. ``chain``: its place and containers, innermost first."""
    quotes = " ".join(article.text[evidence.start : evidence.end] for evidence in event.evidence)
    return EventFacts(
        id=event.id,
        type=event.type,
        mode=event.mode,
        contexts=frozenset(event.contexts),
        stance=event.stance,
        actors=frozenset(party.entity for party in event.actors if party.entity),
        targets=frozenset(party.entity for party in event.targets if party.entity),
        people=_people([party.entity for party in (*event.actors, *event.targets)]),
        killed=(event.killed.low, event.killed.high) if event.killed else None,
        wounded=(event.wounded.low, event.wounded.high) if event.wounded else None,
        published=article.published_until,
        words=content_words(quotes, chain),
        **_when(event.date),
        **_where(chain),
    )


def facts_of_stored(document: EventDocument, chain: Sequence[PlaceRow]) -> EventFacts:
    """A stored event as resolution compares it."""
    first_reported = document["first_reported_on"]
    when = EventDate.model_validate(document["date"])
    return EventFacts(
        id=document["id"],
        type=EventType(document["type"]),
        mode=document["mode"],
        contexts=frozenset(document["contexts"]),
        stance=document["stance"],
        actors=frozenset(party["id"] for party in document["actors"] if party["id"]),
        targets=frozenset(party["id"] for party in document["targets"] if party["id"]),
        people=_people([party["id"] for party in (*document["actors"], *document["targets"])]),
        killed=_range(document["casualties"]["killed"]),
        wounded=_range(document["casualties"]["wounded"]),
        published=date.fromisoformat(first_reported) if first_reported else None,
        words=content_words(" ".join(evidence["quote"] for evidence in document["evidence"]), chain),
        **_when(when),
        **_where(chain),
    )


def content_words(text: str, chain: Sequence[PlaceRow]) -> frozenset[str]:
    """The folded words of a text that say which event is meant, and not just that it is one, or where."""
    places = {word for place in chain for word in words_of(place.name)}
    return frozenset(word for word in words_of(text) if len(word) >= _MIN_WORD) - places - _SAYING_LITTLE


def _people(parties: Sequence[str | None]) -> frozenset[str]:
    return frozenset(party for party in parties if party and kind_of(party) == "person")


def _when(when: EventDate) -> dict[str, Any]:
    return {"earliest": when.earliest, "latest": when.latest, "precision": when.precision}


def _where(chain: Sequence[PlaceRow]) -> dict[str, Any]:
    if not chain:
        return {}
    place = chain[0]
    known = place.latitude is not None and place.longitude is not None
    return {
        "chain": tuple(row.id for row in chain),
        "place_precision": place.precision,
        "point": (place.latitude, place.longitude) if known else None,
        "is_large_place": place.population >= _LARGE_POPULATION,
    }


def _range(figure: RangeDocument | None) -> tuple[int, int | None] | None:
    return (figure["low"], figure["high"]) if figure else None


def _candidates(session: Session, facts: EventFacts) -> list[EventFacts]:
    """The stored events worth comparing."""
    is_wide = facts.place_precision in _WIDE
    ids = event_store.candidate_ids(
        session,
        event_store.CandidateQuery(
            types=compatible_types(facts.type),
            earliest=facts.earliest,
            latest=facts.latest,
            place_id=None if is_wide or not facts.chain else facts.chain[0],
            containers=facts.chain,
            parties=facts.actors | facts.targets,
        ),
    )
    documents = event_store.load_documents(session, ids).values()
    places = {document["id"]: document["place"]["id"] for document in documents if document["place"]}
    chains = load_chains(session, set(places.values()))
    return [facts_of_stored(document, chains.get(places.get(document["id"], ""), [])) for document in documents]
