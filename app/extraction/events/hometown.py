"""The town a report is about, and what follows for the streets, quarters and namesakes its main event is put at."""

import re
from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, replace
from typing import Final

from app.domain.gazetteer import Gazetteer, GazetteerEntry
from app.extraction.document import Document, Location, Name
from app.extraction.events.circumstances import is_site
from app.extraction.events.drafts import EventDraft
from app.extraction.events.home import entity_of
from app.extraction.lexicons.head_nouns import HeadNouns
from app.extraction.toponyms.embedded import embedded_names
from app.extraction.toponyms.places import distance_km

#: What a mention of a town adds: beside its police, in the dateline, in the title, as where somebody is from.
_MENTION, _POLICE, _DATELINE, _TITLE, _ORIGIN = 1.0, 2.0, 3.0, 2.0, 0.25
#: A report is about a town with so much evidence, and so many times that of the next.
_LEAST, _LEAD = 2.0, 1.4
#: A quarter of a town lies within so many kilometres, and has so small a part of its inhabitants.
_QUARTER_KM, _QUARTER_PART = 25.0, 0.2
#: A namesake so far away, or of so many inhabitants, is taken for another place only in the latter case.
_FAR_KM, _KNOWN = 150.0, 100_000
_WIDE: Final = frozenset({"country", "admin1", "admin2", "region"})
_POLICE_AFTER: Final = re.compile(r"(?:'s)? (?:police|officers|detectives|homicide detectives)\b", re.IGNORECASE)
_ORIGIN_BEFORE: Final = re.compile(r"(?:, of|\bfrom|\bresidents? of|\bnative of|\bin hospitals? in|hospital in) $")
_ORIGIN_AFTER: Final = re.compile(r" (?:man|woman|boy|girl|teen|teenager|native|resident|hospital)\b")
_VILLAGE_BESIDE: Final = re.compile(r"(?:village|town|township|hamlet|city|county)\b", re.IGNORECASE)
_BESIDE = 14


@dataclass(frozen=True, slots=True)
class Hometown:
    """The town, and whether its own police act or speak in the report."""

    entry: GazetteerEntry
    is_policed: bool


@dataclass(frozen=True, slots=True)
class Towns:
    """The report's towns, the one that most speaks for first, and the town it is about (None where none leads)."""

    ranked: tuple[GazetteerEntry, ...]
    home: Hometown | None


def weigh_towns(document: Document, gazetteer: Gazetteer, venues: Set[int]) -> Towns:
    """The towns of the report as police, dateline, title and repetition tell them; no names where one only spoke."""
    weights: defaultdict[GazetteerEntry, float] = defaultdict(float)
    policed: set[GazetteerEntry] = set()
    for index, name in enumerate(document.names):
        entry = _town(document, name) if index not in venues else None
        if entry is None and (entry := _seat(document, name, gazetteer)) is not None:
            weights[entry] += _POLICE
            policed.add(entry)
        elif entry is not None:
            weights[entry] += _weight(document, name, entry)
            if _POLICE_AFTER.match(document.clean.text, name.end):
                policed.add(entry)
    for entry in weights:
        if document.title and re.search(rf"\b{re.escape(entry.name)}\b", document.title):
            weights[entry] += _TITLE
    country = document.homeland
    here = [item for item in weights.items() if country in {None, item[0].country_code}]
    ranked = sorted(here, key=lambda item: -item[1])
    towns = tuple(entry for entry, weight in ranked if weight >= _LEAST)
    if not ranked or ranked[0][1] < _LEAST or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
        return Towns(towns, None)
    return Towns(towns, Hometown(ranked[0][0], ranked[0][0] in policed))


def _town(document: Document, name: Name) -> GazetteerEntry | None:
    location = document.entities[name.entity].location if name.kind == "place" and name.entity is not None else None
    entry = location.entry if location is not None else None
    return entry if entry is not None and entry.feature == "settlement" else None


def _weight(document: Document, name: Name, entry: GazetteerEntry) -> float:
    """What one mention adds; bureaus sit in capitals, so that a dateline from there says little."""
    text, dateline = document.clean.text, document.clean.dateline
    if dateline and dateline.place and dateline.place[0] <= name.start < dateline.place[1]:
        return _ORIGIN if entry.is_capital else _DATELINE
    if _POLICE_AFTER.match(text, name.end):
        return _POLICE
    is_origin = _ORIGIN_BEFORE.search(text[max(0, name.start - 24) : name.start]) or _ORIGIN_AFTER.match(text, name.end)
    return _ORIGIN if is_origin else _MENTION


def _seat(document: Document, name: Name, gazetteer: Gazetteer) -> GazetteerEntry | None:
    """The town in the name of a police force, where the article's divisions or its size leave no doubt which."""
    if name.entity is None or document.entities[name.entity].category != "police":
        return None
    divisions = {
        entry.admin1_id for draft in document.entities if draft.location and (entry := draft.location.entry) is not None
    }
    for words in embedded_names(name.text):
        towns = [entry for entry in gazetteer.find(words) if entry.feature == "settlement"]
        if towns:
            return next((town for town in towns if town.admin1_id in divisions), towns[0])
    return None


def settle(document: Document, draft: EventDraft, towns: Towns, gazetteer: Gazetteer, heads: HeadNouns) -> None:
    """Put the main event into a town, where its place is wider, a spot or quarter of the town, or a mere namesake."""
    home = towns.home
    location = document.entities[draft.place].location if draft.place is not None else None
    if location is not None and location.entry is not None and location.entry.feature in _WIDE:
        _narrow(document, draft, location.entry, towns, gazetteer)
    elif home is None:
        return
    elif draft.place is None:
        draft.place = entity_of(document, home.entry, "settlement")
    elif location is not None and location.entry is None:
        if _may_be_spot(document, draft.place, location, home, heads):
            _put_inside(document, draft.place, home)
    elif location is not None and location.entry is not None and location.entry != home.entry:
        _settle_town(document, draft.place, location.entry, home)


def _narrow(document: Document, draft: EventDraft, area: GazetteerEntry, towns: Towns, gazetteer: Gazetteer) -> None:
    """Take the town the report is about if it lies in the area; in a district the foremost of its towns."""
    candidates = [towns.home.entry] if towns.home else []
    if area.feature == "admin2":
        candidates += towns.ranked
    for town in candidates:
        if any(entry.geonames_id == area.geonames_id for entry in gazetteer.containers(town)):
            draft.place, draft.place_name = entity_of(document, town, "settlement"), None
            return


def _may_be_spot(document: Document, place: int, location: Location, home: Hometown, heads: HeadNouns) -> bool:
    """Whether an unknown name is a street, building or quarter of the town, rather than a village of its own."""
    if location.container is not None and location.container.feature == "settlement":
        return False
    if is_site(document, place, heads):
        return True
    text = document.clean.text
    named = [name for name in document.names if name.entity == place]
    return home.is_policed and not any(
        _VILLAGE_BESIDE.search(text[max(0, name.start - _BESIDE) : name.end + _BESIDE]) for name in named
    )


def _settle_town(document: Document, place: int, entry: GazetteerEntry, home: Hometown) -> None:
    """Put a small neighbour into the town whose police act there, and a namesake far off of which no more is told."""
    if not home.is_policed:
        return
    away = distance_km(entry, home.entry)
    if away <= _QUARTER_KM and entry.population <= _QUARTER_PART * home.entry.population:
        location = document.entities[place].location
        if location is not None:
            within = entity_of(document, home.entry, "settlement")
            document.entities[place].location = replace(location, container_entity=within)
        return
    is_small = entry.population < min(home.entry.population, _KNOWN)
    if away > _FAR_KM and is_small and not _tells_of_division(document, place, entry):
        _put_inside(document, place, home)


def _tells_of_division(document: Document, place: int, entry: GazetteerEntry) -> bool:
    """Whether the report names the town's division, or another place in it."""
    others = [draft.location for index, draft in enumerate(document.entities) if index != place]
    return any(
        entry.admin1_id in {other.entry.geonames_id, other.entry.admin1_id}
        for other in others
        if other is not None and other.entry is not None
    )


def _put_inside(document: Document, place: int, home: Hometown) -> None:
    draft = document.entities[place]
    draft.country_code = home.entry.country_code
    confidence = draft.location.confidence if draft.location else 0.0
    draft.location = Location(
        None, home.entry, entity_of(document, home.entry, "settlement"), None, "near", "context", min(confidence, 0.5)
    )
