"""Where an article is at home: the settlement its story plays in, told by dateline, local bodies and repetition."""

from collections import Counter

from app.domain.gazetteer import Gazetteer, GazetteerEntry
from app.extraction.document import Document, EntityDraft, Location, Name
from app.extraction.toponyms.embedded import embedded_names

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
        if name.kind == "place" and _is_dateline(document, name):
            entry = _entry(document, name.entity)
            if entry is not None and entry.feature in SETTLED and not entry.is_capital:
                return name.entity
    counts: Counter[GazetteerEntry] = Counter()
    for index in settlements:
        entry = _entry(document, document.names[index].entity)
        if entry is not None:
            counts[entry] += 1
    for entry, times in _seats_of_bodies(document, gazetteer).items():
        counts[entry] += times
    if not counts:
        return None
    entry, times = counts.most_common(1)[0]
    return _entity_of(document, entry) if times / counts.total() >= _DOMINANT_SHARE else None


def _is_dateline(document: Document, name: Name) -> bool:
    dateline = document.clean.dateline
    return bool(dateline and dateline.place and dateline.place[0] <= name.start < dateline.place[1])


def home_country(document: Document) -> int | None:
    """Entity index of the country most of the article's places and nationalities belong to; None without a majority."""
    codes = Counter(
        code
        for name in document.names
        if name.entity is not None
        and name.kind in {"place", "demonym"}
        and (code := document.entities[name.entity].country_code) is not None
    )
    if not codes:
        return None
    code, times = codes.most_common(1)[0]
    if times / codes.total() < _DOMINANT_SHARE:
        return None
    for index, draft in enumerate(document.entities):
        entry = draft.location.entry if draft.location else None
        if entry is not None and entry.feature == "country" and entry.country_code == code:
            return index
    return None


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


def _entity_of(document: Document, entry: GazetteerEntry) -> int:
    """The entity of that place, added where no mention names it."""
    for index in range(len(document.entities)):
        if _entry(document, index) == entry:
            return index
    location = Location(entry, precision="settlement", basis="context")
    place = EntityDraft("place", entry.name, country_code=entry.country_code, location=location)
    document.entities.append(place)
    return len(document.entities) - 1


def _entry(document: Document, entity: int | None) -> GazetteerEntry | None:
    location = document.entities[entity].location if entity is not None else None
    return location.entry if location is not None else None
