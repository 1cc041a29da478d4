"""Entities and mentions of the contract, with the containers of the places."""

from collections import Counter

from app.domain.annotations import Entity, Mention, Organization, Person, Place, Thing
from app.domain.gazetteer import Gazetteer, GazetteerEntry
from app.domain.vocabulary import PlacePrecision
from app.extraction.confidence import place_confidence
from app.extraction.document import Document, EntityDraft, Location, Name
from app.extraction.lexicons.countries import CountryLexicon

_PARTIES = frozenset({"person", "organization", "place"})
_PLACES = frozenset({"place", "demonym"})
_PRECISION_OF_FEATURE: dict[str, PlacePrecision] = {
    "country": "country",
    "admin1": "admin1",
    "admin2": "admin2",
    "settlement": "settlement",
    "region": "region",
    "other": "exact",
}


class EntityList:
    """The article's entities under their contract ids; containers are added as places need them."""

    def __init__(self, document: Document, gazetteer: Gazetteer, countries: CountryLexicon) -> None:
        self._document = document
        self._gazetteer = gazetteer
        self._countries = countries
        self._by_geonames: dict[int, str] = {}
        self._added = 0
        self._written: dict[str, Entity] = {}
        for index, draft in enumerate(document.entities):
            if draft.kind == "place" and draft.location is not None and draft.location.entry is not None:
                self._by_geonames.setdefault(draft.location.entry.geonames_id, entity_id(index))
        for index, draft in enumerate(document.entities):
            self._written[entity_id(index)] = self._write(entity_id(index), draft)

    def all(self) -> tuple[Entity, ...]:
        """The entities in order of first mention, containers after them."""
        return tuple(sorted(self._written.values(), key=lambda entity: int(entity.id[1:])))

    def mentions(self) -> tuple[Mention, ...]:
        """Every linked name as a mention, in text order."""
        mentions = []
        often = Counter(name.entity for name in self._document.names)
        for name in sorted(self._document.names, key=lambda name: name.start):
            start, end, words = self._document.original(name.start, name.end)
            mentions.append(
                Mention(
                    start=start,
                    end=end,
                    text=words,
                    kind=name.kind,
                    entity=None if name.entity is None else entity_id(name.entity),
                    confidence=self._confidence(name, often[name.entity]),
                )
            )
        return tuple(mentions)

    def _confidence(self, name: Name, mentions: int) -> float:
        if name.kind not in _PLACES or name.entity is None:
            return round(name.confidence, 2)
        return place_confidence(name, self._document.entities[name.entity].location, mentions)

    def country(self, code: str) -> str | None:
        """Id of the country of that code, added if no mention names it; None for a code the gazetteer lacks."""
        entry = self._gazetteer.country(code)
        return self._place_of_entry(entry) if entry is not None else None

    def acting(self, index: int) -> str | None:
        """Id of an entity that acts or speaks: a capital stands for its country, a nationality for nobody."""
        draft = self._document.entities[index]
        if draft.kind not in _PARTIES:
            return None
        code = self._countries.code_of_capital(draft.name) if draft.kind == "place" else None
        return (self.country(code) if code else None) or entity_id(index)

    def _write(self, identifier: str, draft: EntityDraft) -> Entity:
        aliases = tuple(dict.fromkeys(alias for alias in draft.aliases if alias != draft.name))
        named = {"id": identifier, "name": draft.name, "aliases": aliases, "country_code": draft.country_code}
        match draft.kind:
            case "person":
                return Person(**named, roles=tuple(dict.fromkeys(draft.roles)))
            case "organization":
                return Organization(
                    **named,
                    category=draft.category,
                    sector=draft.sector,
                    lexicon_id=draft.lexicon_id,
                )
            case "place":
                return self._place(identifier, draft, aliases)
            case _:
                return Thing(**named, kind=draft.kind)

    def _place(self, identifier: str, draft: EntityDraft, aliases: tuple[str, ...]) -> Place:
        location = draft.location
        if location is None:
            return Place(id=identifier, name=draft.name, aliases=aliases, country_code=draft.country_code)
        if location.entry is not None:
            return self._gazetteer_place(identifier, location.entry, draft.name, aliases, location)
        container = location.container
        within = self._place_of_entry(container) if container is not None else None
        point = location.point or ((container.latitude, container.longitude) if container else (None, None))
        if location.container_entity is not None:
            within = entity_id(location.container_entity)
        return Place(
            id=identifier,
            name=draft.name,
            aliases=aliases,
            country_code=(container.country_code if container else None) or draft.country_code,
            latitude=point[0],
            longitude=point[1],
            admin1=_admin1(container) if container else None,
            within=within,
            precision=location.precision if container else None,
            basis=location.basis,
        )

    def _gazetteer_place(
        self, identifier: str, entry: GazetteerEntry, name: str, aliases: tuple[str, ...], location: Location | None
    ) -> Place:
        containers = self._gazetteer.containers(entry)
        within = self._place_of_entry(containers[0]) if containers else None
        if location is not None and location.container_entity is not None:
            within = entity_id(location.container_entity)
        known = entry.geonames_id > 0
        return Place(
            id=identifier,
            name=name,
            aliases=tuple(dict.fromkeys((*aliases, *([entry.name] if entry.name != name else [])))),
            country_code=entry.country_code,
            geonames_id=entry.geonames_id if known else None,
            latitude=entry.latitude,
            longitude=entry.longitude,
            admin1=_admin1(entry),
            within=within,
            precision=location.precision if location else _PRECISION_OF_FEATURE[entry.feature],
            basis=location.basis if location else "gazetteer",
        )

    def _place_of_entry(self, entry: GazetteerEntry) -> str:
        known = self._by_geonames.get(entry.geonames_id)
        if known is not None:
            return known
        identifier = f"e{len(self._document.entities) + self._added + 1}"
        self._added += 1
        self._by_geonames[entry.geonames_id] = identifier
        self._written[identifier] = self._gazetteer_place(identifier, entry, entry.name, (), None)
        return identifier


def entity_id(index: int) -> str:
    """Contract id of an entity by its position in the document."""
    return f"e{index + 1}"


def _admin1(entry: GazetteerEntry) -> str | None:
    return entry.name if entry.feature == "admin1" else entry.admin1_name
