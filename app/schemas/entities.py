"""People, organizations and places, and where the articles name them."""

from typing import Literal

from pydantic import Field

from app.domain.vocabulary import MentionKind, OrganizationCategory, PlacePrecision
from app.schemas.common import EntityBrief, Wire


class EntityOut(Wire):
    """What people, organizations and places have in common."""

    id: str = Field(description="Stable id.")
    name: str = Field(description="The name it is best known by.")
    aliases: list[str] = Field(description="Other names, acronyms and transliterations.")
    referents: list[str] = Field(description="Other ids that lead here: of entities that were judged one with it.")
    country_code: str | None = Field(description="ISO 3166-1 alpha-2 code.")
    wikidata_id: str | None = Field(
        description="Its item in Wikidata, where certain; never by a name alone. Of places, countries have one.",
        examples=["Q858"],
    )
    article_count: int = Field(description="Number of articles that name it.")
    mention_count: int = Field(description="Number of times it is named.")
    event_count: int = Field(description="Number of events it took part in, is quoted on, or that happened there.")
    first_seen: str | None = Field(description="Earliest publication day of an article that names it.")
    last_seen: str | None = Field(description="Latest publication day of an article that names it.")


class PersonOut(EntityOut):
    """A person."""

    kind: Literal["person"] = Field(description="Always `person`.")
    roles: list[str] = Field(description="Offices and titles that articles give.")


class OrganizationOut(EntityOut):
    """An organization or group."""

    kind: Literal["organization"] = Field(description="Always `organization`.")
    category: OrganizationCategory | None = Field(description="What kind of organization it is.")
    sector: str | None = Field(description="PLOVER sector such as REB or GOV.")


class PlaceOut(EntityOut):
    """A place."""

    kind: Literal["place"] = Field(description="Always `place`.")
    geonames_id: int | None = Field(description="GeoNames id; null where no gazetteer knows the place.")
    latitude: float | None = Field(description="WGS 84 degrees north.")
    longitude: float | None = Field(description="WGS 84 degrees east.")
    admin1: str | None = Field(description="First-order division.")
    precision: PlacePrecision | None = Field(description="How exactly the coordinates stand for the place.")
    within: list[EntityBrief] = Field(description="What contains it, innermost first.")


class MentionOut(Wire):
    """A span that names the entity."""

    article_id: str = Field(description="Id of the article.")
    start: int = Field(description="First character, counted in Unicode code points from 0.")
    end: int = Field(description="Character after the last.")
    text: str = Field(description="The words: `text[start:end]` of the article.")
    kind: MentionKind = Field(description="Kind of mention.")
    confidence: float = Field(ge=0, le=1, description="How sure the extraction is.")
