"""What the seeds know of people and organizations, and the names each of them goes by."""

from dataclasses import dataclass, field
from pathlib import Path

from app.domain.annotations import Organization, Person
from app.extraction.lexicons.actors import ActorLexicon
from app.extraction.lexicons.other_names import OtherNames
from app.extraction.lexicons.wikidata import WikidataIds


@dataclass(frozen=True, slots=True)
class KnownActors:
    """Organizations and groups, people with more than one name, and ids that others have for them."""

    organizations: ActorLexicon = field(default_factory=lambda: ActorLexicon(()))
    people: OtherNames = field(default_factory=OtherNames)
    wikidata: WikidataIds = field(default_factory=WikidataIds)

    @classmethod
    def load(cls, seeds_dir: Path) -> "KnownActors":
        """Load all from that directory."""
        return cls(ActorLexicon.load(seeds_dir), OtherNames.load(seeds_dir), WikidataIds.load(seeds_dir))

    def names_of(self, entity: Person | Organization) -> tuple[str, ...]:
        """The names that the seeds have for the entity alone, so that it is found by them."""
        if isinstance(entity, Person):
            return self.people.names_of(entity.name, entity.country_code)
        record = self.organizations.get(entity.lexicon_id) if entity.lexicon_id else None
        if record is None or record.generic:
            return ()
        names = (*record.acronyms, *record.aliases)
        return tuple(name for name in names if len(self.organizations.readings(name)) == 1)

    def known_as(self, name: str, *, people: bool) -> tuple[str, ...]:
        """The names, but no acronyms, of the one person or organization that bears this name; none where unknown."""
        if people:
            return self.people.names_of(name)
        spellings = (name, name.title(), name.upper()) if name.islower() else (name,)
        readings = next(filter(None, map(self.organizations.readings, spellings)), ())
        return (readings[0].name, *readings[0].aliases) if len(readings) == 1 else ()
