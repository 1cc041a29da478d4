"""Where an article is at home: the settlement its story plays in, told by dateline, local bodies and repetition."""

from collections import Counter
from collections.abc import Set

from app.domain.gazetteer import Gazetteer, GazetteerEntry
from app.domain.vocabulary import PlacePrecision
from app.extraction.document import Document, EntityDraft, Location
from app.extraction.toponyms.embedded import embedded_names
from app.extraction.toponyms.homeland import is_dateline, leading_country

SETTLED = frozenset({"settlement", "admin2"})
_DOMINANT_SHARE = 0.5
#: Kinds of body that sit in the town they are named after.
_LOCAL = frozenset({"police", "medical", "education", "judiciary"})


def find_home(document: Document, settlements: list[int], gazetteer: Gazetteer) -> int | None:
    """Entity index of the home settlement; None where the article moves between several.

    ``settlements`` are the names (by index) that name one. A dateline decides unless it names a capital, where bureaus
    sit; a local body ("Springfield Police Department") counts like a mention of its town.
    """
    for name in document.names if document.clean.dateline else ():
        if name.kind == "place" and is_dateline(document, name.start):
            entry = _entry(document, name.entity)
            if entry is not None and entry.feature in SETTLED and not entry.is_capital:
                return name.entity
    counts = Counter(entry for index in settlements if (entry := _entry(document, document.names[index].entity)))
    counts.update(_seats_of_bodies(document, gazetteer))
    if (country := document.homeland) is not None:
        counts = Counter({e: times for e, times in counts.items() if e.country_code == country and not e.is_capital})
    if not counts:
        return None
    entry, times = counts.most_common(1)[0]
    return entity_of(document, entry, "settlement") if times / counts.total() >= _DOMINANT_SHARE else None


def home_country(document: Document, abroad: Set[int] = frozenset()) -> str | None:
    """Code of the country that the dateline and most of the places and nationalities tell; None where none leads.

    ``abroad`` are names (by index) of places where somebody only spoke; twice counted, they are twice taken away.
    """
    spoken = _countries_of_places(document, abroad)
    return leading_country(document.named_countries + _countries_of_places(document) - spoken - spoken)


def country_entity(document: Document, code: str, gazetteer: Gazetteer) -> int | None:
    """Entity index of the country, added where no mention names it; None for a code the gazetteer lacks."""
    country = gazetteer.country(code)
    return entity_of(document, country, "country") if country else None


def _countries_of_places(document: Document, only: Set[int] | None = None) -> Counter[str]:
    """Mentions by country of the places as the article as a whole tells them apart; of some names (by index) only."""
    counts: Counter[str] = Counter()
    for index, name in enumerate(document.names):
        if only is not None and index not in only:
            continue
        entry = _entry(document, name.entity)
        told = name.kind == "place" and not is_dateline(document, name.start)
        if told and entry is not None and entry.country_code is not None:
            counts[entry.country_code] += 1
    return counts


def _seats_of_bodies(document: Document, gazetteer: Gazetteer) -> Counter[GazetteerEntry]:
    """Settlements in the names of organizations, where the name or the article's divisions leave no doubt which."""
    divisions = _named_divisions(document)
    found: Counter[GazetteerEntry] = Counter()
    for name in document.names:
        if name.entity is None or document.entities[name.entity].category not in _LOCAL:
            continue
        for words in embedded_names(name.text):
            entries = [entry for entry in gazetteer.find(words) if entry.feature in SETTLED]
            here = [entry for entry in entries if entry.admin1_id in divisions] or entries[:1]
            if here:
                found[here[0]] += 1
                break
    return found


def _named_divisions(document: Document) -> set[int]:
    entries = [entry for draft in document.entities if draft.location and (entry := draft.location.entry)]
    return {area for entry in entries for area in (entry.geonames_id, entry.admin1_id) if area}


def entity_of(document: Document, entry: GazetteerEntry, precision: PlacePrecision) -> int:
    """The entity of that place, added where no mention names it."""
    for index in range(len(document.entities)):
        if _entry(document, index) == entry:
            return index
    location = Location(entry, precision=precision, basis="context")
    place = EntityDraft("place", entry.name, country_code=entry.country_code, location=location)
    document.entities.append(place)
    return len(document.entities) - 1


def _entry(document: Document, entity: int | None) -> GazetteerEntry | None:
    location = document.entities[entity].location if entity is not None else None
    return location.entry if location is not None else None
