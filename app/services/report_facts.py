"""What the reports of an article are compared by."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.domain.annotations import Annotations, Event
from app.models import ArticleRow, PlaceRow
from app.resolution.facts import ReportFacts, party_keys
from app.resolution.names import plain_name
from app.resolution.wording import Wording, wording_of
from app.storage.search import words_of

_WIDE = frozenset({"country", "region", "admin1"})
_MIN_WORD = 4
_LARGE_POPULATION = 250_000
#: Words that every other report of an attack has.
_SAYING_LITTLE = frozenset(
    "killed wounded injured dead died least people civilians fighters militants rebels soldiers forces army attack "
    "attacked attacks strike strikes bombing bomb shelling said says told reported according official officials state "
    "media agency government sunday monday tuesday wednesday thursday friday saturday yesterday today late early after "
    "before when where were been have from that this their there they with which while will would more than over into "
    "near city town village area district".split()
)


def article_wording(article: ArticleRow, annotations: Annotations) -> Wording:
    """How the article is worded, its boilerplate aside, and whom it names out of public life.

    Officials and those who are quoted are named in many stories: they tell none from another.
    """
    quoted = {claim.claimant for event in annotations.events for claim in event.claims}
    people = (
        entity.name
        for entity in annotations.entities
        if entity.kind == "person" and not entity.roles and entity.id not in quoted
    )
    places = (
        f"g{entity.geonames_id}"
        for entity in annotations.entities
        if entity.kind == "place" and entity.geonames_id is not None and entity.precision not in _WIDE
    )
    return wording_of([article.title or "", *_without_boilerplate(article.text, annotations)], people, places)


def _without_boilerplate(text: str, annotations: Annotations) -> Iterable[str]:
    position = 0
    for span in annotations.boilerplate:
        yield text[position : span.start]
        position = max(position, span.end)
    yield text[position:]


def facts_of_reports(
    article: ArticleRow,
    annotations: Annotations,
    report_ids: Mapping[str, str],
    chains: Mapping[str, Sequence[PlaceRow]],
) -> list[ReportFacts]:
    """The facts of each event of an article as its report has them.

    ``report_ids`` are the reports' ids by the event's id in the article; ``chains`` the stored place and its
    containers, innermost first, by the place's id in the article.
    """
    wording = article_wording(article, annotations)
    entities = {entity.id: entity for entity in annotations.entities}
    return [
        ReportFacts(
            id=report_ids[event.id],
            article_id=article.id,
            order=f"{article.text_sha256} {article.source_key} {event.id}",
            local_id=event.id,
            is_main=event is annotations.events[0],
            text_key=f"{article.text_sha256} {annotations.extractor}",
            type=event.type,
            mode=event.mode,
            stance=event.stance,
            earliest=event.date.earliest,
            latest=event.date.latest,
            precision=event.date.precision,
            actors=party_keys(event.actors, entities),
            targets=party_keys(event.targets, entities),
            target_sectors=frozenset(party.sector for party in event.targets if party.sector),
            killed=(event.killed.low, event.killed.high) if event.killed else None,
            wounded=(event.wounded.low, event.wounded.high) if event.wounded else None,
            published=article.published_until,
            words=_content_words(event, article, chains.get(event.place or "", ())),
            wording=wording,
            **_where(chains.get(event.place or "", ())),
        )
        for event in annotations.events
    ]


def _content_words(event: Event, article: ArticleRow, chain: Sequence[PlaceRow]) -> frozenset[str]:
    """The folded words of the evidence that say which event is meant, and not just that it is one, or where."""
    quotes = " ".join(article.text[evidence.start : evidence.end] for evidence in event.evidence)
    places = {word for place in chain for word in words_of(place.name)}
    return frozenset(word for word in words_of(quotes) if len(word) >= _MIN_WORD) - places - _SAYING_LITTLE


def _where(chain: Sequence[PlaceRow]) -> dict[str, Any]:
    if not chain:
        return {}
    place = chain[0]
    known = place.latitude is not None and place.longitude is not None
    return {
        "place_name": place.name,
        "chain": _place_keys(chain),
        "country_code": place.country_code,
        "place_precision": place.precision,
        "point": (place.latitude, place.longitude) if known else None,
        "is_large_place": place.population >= _LARGE_POPULATION,
    }


def _place_keys(chain: Sequence[PlaceRow]) -> tuple[str, ...]:
    """A key for each place, the same in every article: the gazetteer's id, or the name within its container."""
    keys: list[str] = []
    for place in reversed(chain):
        container = keys[0] if keys else ""
        name = f"{plain_name(place.name)}<{container}"
        keys.insert(0, f"g{place.geonames_id}" if place.geonames_id is not None else name)
    return tuple(keys)
