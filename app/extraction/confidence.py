"""What ``confidence`` means: of the findings that look like this one, the share that is right.

Two logistic models over a few features of a finding. Their weights were fitted by maximum likelihood with a ridge of
one (le Cessie and van Houwelingen, Applied Statistics 41, 1992) on labelled news: place mentions on LGL, TR-News and
GeoWebNews (right: a toponym, within 161 km), events on MUC-4, the PLOVER gold records and the project's own labelled
articles (right: the event is in the key). ``python -m benchmarks.reliability`` shows how well they hold.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import exp, log, log10
from typing import Final

from app.domain.annotations import Entity, Event, Place
from app.domain.vocabulary import EventType, PlacePrecision
from app.extraction.document import Location, Name

_LOWEST, _HIGHEST = 0.02, 0.98

_PLACE_BIAS: Final = -3.2
_PLACE_WEIGHTS: Final = {
    "name": 2.0,
    "entry": 1.6,
    "entry_squared": 1.95,
    "demonym": 1.8,
    "country": 0.55,
    "region": -0.75,
    "division": 0.5,
    "settlement": -0.8,
    "population": 1.0,
    "from_context": -1.05,
    "nowhere": -2.8,
    "repeated": 0.6,
}

_EVENT_BIAS: Final = 0.79
_EVENT_WEIGHTS: Final = {
    "material": -1.75,
    "assault": -0.61,
    "mode": 1.03,
    "tellings": -0.27,
    "actors": 0.35,
    "targets": 0.51,
    "day": 0.37,
    "longer": 0.35,
    "place": -0.16,
    "town": 0.38,
    "hurt": 0.74,
    "many_killed": -0.77,
    "background": -0.67,
    "unasserted": -0.93,
    "main": 0.55,
    "early": -0.24,
}
_MATERIAL: Final = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE}
)
_TOWN: Final = frozenset[PlacePrecision]({"settlement", "near", "exact"})
#: More dead than one happening often has: sums over a war or a year are among them.
_MANY = 20


def place_confidence(name: Name, location: Location | None, mentions: int) -> float:
    """That the words name a place (or people of one), and that it lies where the entity says.

    ``mentions`` is how often the article names the place.
    """
    entry = location.entry if location else None
    feature = entry.feature if entry else None
    sure = location.confidence if location else 0.0
    return _certainty(
        _PLACE_BIAS,
        _PLACE_WEIGHTS,
        {
            "name": name.confidence,
            "entry": sure,
            "entry_squared": sure * sure,
            "demonym": name.kind == "demonym",
            "country": feature == "country",
            "region": feature == "region",
            "division": feature in {"admin1", "admin2"},
            "settlement": feature == "settlement",
            "population": log10(entry.population + 1) / 8 if entry and feature == "settlement" else 0.0,
            "from_context": location is not None and location.basis == "context",
            "nowhere": location is None and name.kind == "place",
            "repeated": min(mentions, 4) / 4,
        },
    )


def rated(events: Iterable[Event], entities: Iterable[Entity], length: int) -> Iterator[Event]:
    """The events of an article of ``length`` characters, each with its confidence: that the article tells it so."""
    places = {entity.id: entity for entity in entities if isinstance(entity, Place)}
    for event in events:
        place = places.get(event.place) if event.place else None
        features = {**_told(event), **_set(event, place, length)}
        yield event.model_copy(update={"confidence": _certainty(_EVENT_BIAS, _EVENT_WEIGHTS, features)})


def _told(event: Event) -> dict[str, float]:
    """Who did what to whom, and how it is told."""
    return {
        "material": event.type in _MATERIAL,
        "assault": event.type is EventType.ASSAULT,
        "mode": event.mode is not None,
        "tellings": log(max(len(event.evidence), 1)),
        "actors": bool(event.actors),
        "targets": bool(event.targets),
        "hurt": event.killed is not None or event.wounded is not None,
        "many_killed": event.killed is not None and (event.killed.low or 0) > _MANY,
        "background": event.background,
        "unasserted": event.stance != "asserted",
    }


def _set(event: Event, place: Place | None, length: int) -> dict[str, float]:
    """When and where it happened, and where in the article it is told."""
    date = event.date
    is_day = date.latest is not None and date.earliest == date.latest
    return {
        "day": is_day,
        "longer": date.latest is not None and not is_day,
        "place": place is not None,
        "town": place is not None and place.precision in _TOWN,
        "main": event.id == "v1",
        "early": 1 - min(evidence.start for evidence in event.evidence) / max(length, 1),
    }


def _certainty(bias: float, weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    score = bias + sum(weights[name] * value for name, value in features.items())
    return round(min(max(1 / (1 + exp(-score)), _LOWEST), _HIGHEST), 2)
