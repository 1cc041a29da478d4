"""Which findings the keys of public sets call right: toponyms with coordinates, PLOVER records, MUC-4 templates."""

import re
from collections.abc import Iterable, Iterator
from math import asin, cos, radians, sin, sqrt
from typing import Any

from app.domain.annotations import Annotations, Event, Mention, Place
from app.domain.names import fold_name

_EARTH_KM = 6371.0
_NEAR_KM = 161.0

#: Types of the 2016 records that later drafts of the ontology renamed.
_RENAMED = {
    "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "YIELD": "CONCEDE",
    "FIGHT": "ASSAULT", "KILL": "ASSAULT", "ATTACK": "ASSAULT",
}  # fmt: skip
_PARTIES = ("perp_org", "perp_individual", "hum_tgt_name", "hum_tgt_desc", "phys_tgt")
_FIRE = re.compile(r"\b(fire|arson|burn|ablaze|torch)", re.IGNORECASE)
_ROBBERY = re.compile(r"\b(rob|steal|stole|loot|theft)", re.IGNORECASE)
_SHORT = 3

#: Findings as (confidence, whether right), and how many the key has.
Verdict = tuple[list[tuple[float, bool]], int]


def right_places(found: Annotations, key: dict[str, Any]) -> Verdict:
    """Place mentions and nationalities against the key's toponyms; each toponym serves one mention."""
    places = {entity.id: entity for entity in found.entities if isinstance(entity, Place)}
    open_ones = [toponym for toponym in key["toponyms"] if toponym["lat"] is not None]
    wanted, judged = len(open_ones), []
    for mention in found.mentions:
        if mention.kind not in {"place", "demonym"}:
            continue
        toponym = next((one for one in open_ones if one["start"] < mention.end and mention.start < one["end"]), None)
        if toponym is not None:
            open_ones.remove(toponym)
        judged.append((mention.confidence, toponym is not None and _is_there(mention, places, toponym)))
    return judged, wanted


def _is_there(mention: Mention, places: dict[str, Place], toponym: dict[str, Any]) -> bool:
    place = places.get(mention.entity or "")
    if place is None:  # a nationality; its country is told by a code, which the keys lack
        return mention.kind == "demonym"
    if place.geonames_id is not None and str(place.geonames_id) == str(toponym.get("geonameid")):
        return True
    if place.latitude is None or place.longitude is None:
        return False
    return distance_km(place.latitude, place.longitude, toponym["lat"], toponym["lon"]) <= _NEAR_KM


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance of two points in degrees."""
    south, west, north, east = map(radians, (latitude, longitude, other_latitude, other_longitude))
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def right_records(found: Annotations, key: dict[str, Any]) -> Verdict:
    """Events against the PLOVER records of a sentence, types only."""
    open_ones = [_RENAMED.get(record["type"], record["type"]) for record in key["events"]]
    wanted, judged = len(open_ones), []
    for event in found.events:
        is_right = event.type in open_ones
        if is_right:
            open_ones.remove(event.type)
        judged.append((event.confidence, is_right))
    return judged, wanted


def right_templates(found: Annotations, key: dict[str, Any]) -> Verdict:
    """Asserted attacks, abductions, arson and robberies against the MUC-4 templates of a report."""
    open_ones = list(key["events"])
    wanted, judged = sum(not template.get("optional") for template in open_ones), []
    for event in found.events:
        incident = _incident(event)
        if incident is None or event.stance != "asserted":
            continue
        shared = [one for one in open_ones if incident in one["type"] and _share(event, found, one)]
        if shared:
            open_ones.remove(shared[0])
        judged.append((event.confidence, bool(shared)))
    return judged, wanted


def _incident(event: Event) -> str | None:
    """The template type that an event would fill, if any."""
    triggers = " ".join(told.trigger.text for told in event.evidence if told.trigger)
    if event.mode == "abduct":
        return "KIDNAPPING"
    if event.mode == "destroy" and _FIRE.search(triggers):
        return "ARSON"
    if event.type == "ASSAULT":
        return "BOMBING" if event.mode in {"explosives", "suicide-attack"} else "ATTACK"
    return "ROBBERY" if event.type == "COERCE" and _ROBBERY.search(triggers) else None


def _share(event: Event, found: Annotations, template: dict[str, Any]) -> bool:
    """Whether event and template have a place, a day or a party in common."""
    if event.date.latest and any(one.get("date") == str(event.date.latest) for one in template.get("date") or []):
        return True
    entities = {entity.id: entity for entity in found.entities}
    place = entities.get(event.place or "")
    told = {fold_name(place.name)} if place else set()
    if told & {fold_name(name) for name in _names(template.get("location"))}:
        return True
    parties = [party.text for party in (*event.actors, *event.targets)]
    keyed = [name for slot in _PARTIES for name in _names(template.get(slot))]
    return any(_words([name]) & _words(parties) for name in keyed)


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in fold_name(name).split() if len(word) > _SHORT}


def _names(value: object) -> Iterator[str]:
    """Every string under "name" and "value" of a nested key."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _names(part)
    elif isinstance(value, dict):
        for field in ("name", "value", "between"):
            yield from _names(value.get(field, []))
