"""What an article names: spans of its text, dates, people, organizations, places, and the mentions of them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.domain.vocabulary import (
    DateBasis,
    DatePrecision,
    MentionKind,
    OrganizationCategory,
    PlaceBasis,
    PlacePrecision,
    PublicationBasis,
)

Start = Annotated[int, Field(description="First character, counted in Unicode code points of the text from 0.")]
End = Annotated[int, Field(description="Character after the last, counted as `start` is.")]
Words = Annotated[str, Field(description="The words: `text[start:end]` of the article.")]
CountryCode = Annotated[
    str | None, Field(description="Country it belongs to, ISO 3166-1 alpha-2; null where none can be told.")
]
Sector = Annotated[str | None, Field(description="PLOVER sector such as REB or GOV; null where it cannot be told.")]
Confidence = Annotated[float, Field(ge=0, le=1, description="How sure the extraction is, 0 to 1.")]
Anchor = Annotated[
    str | None, Field(description="The date that a relative one was counted from; null where it was not counted.")
]


class Contract(BaseModel):
    """Base of every model on the wire: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Contract):
    """A stretch of the original text, half-open, in code points."""

    start: Start = Field(ge=0)
    end: End = Field(ge=0)


class TextSpan(Span):
    """A span with the words it covers."""

    text: Words


class DateInterval(Contract):
    """A calendar interval: EDTF (ISO 8601-2), its first and last full day (None where open), and how it is known."""

    edtf: str | None = Field(None, description="The date in EDTF (ISO 8601-2), as precise as known; null if unknown.")
    earliest: date | None = Field(None, description="First day it can mean; null where open or unknown.")
    latest: date | None = Field(None, description="Last day it can mean; null where open or unknown.")
    precision: DatePrecision = Field("unknown", description="How precise the date is, from `day` to `century`.")
    basis: DateBasis = Field("unknown", description="How the date is known; never silently the publication date.")


class PublicationDate(Contract):
    """When the article was published, in EDTF, as precisely as known."""

    value: str | None = Field(None, description="The date in EDTF, as precise as known; null if unknown.")
    basis: PublicationBasis = Field("unknown", description="Whether it was given with the article or inferred from it.")


class DateMention(DateInterval):
    """A date expression in the text. ``anchor`` names the date a relative one was counted from."""

    start: Start
    end: End
    text: Words
    anchor: Anchor = None


class EventDate(DateInterval):
    """When an event happened, with the span that says so (None when no words do)."""

    start: int | None = Field(None, description="First character of the words that date it; null where none do.")
    end: int | None = Field(None, description="Character after the last of those words; null where none date it.")
    anchor: Anchor = None


class NamedEntity(Contract):
    """What one or more mentions name."""

    id: str = Field(description="Id of the entity; unique within the annotations of the article.")
    name: str = Field(description="The name that stands for all its mentions.")
    aliases: tuple[str, ...] = Field((), description="Other names for it.")
    country_code: CountryCode = None


class Person(NamedEntity):
    """A person with the offices the article gives."""

    kind: Literal["person"] = Field("person", description="Always `person`.")
    roles: tuple[str, ...] = Field((), description="Offices and titles that the article gives.")


class Organization(NamedEntity):
    """An organization or group; ``lexicon_id`` is its id in ``seeds/`` when it is known there."""

    kind: Literal["organization"] = Field("organization", description="Always `organization`.")
    category: OrganizationCategory | None = Field(
        None, description="What kind of organization it is; null where it cannot be told."
    )
    sector: Sector = None
    lexicon_id: str | None = Field(None, description="Id in the lexicon of organizations; null if it is not in there.")


class Place(NamedEntity):
    """A place. ``within`` is the id of its container in the same list; ``near``: coordinates are the container's."""

    kind: Literal["place"] = Field("place", description="Always `place`.")
    geonames_id: int | None = Field(None, description="GeoNames id; null where it has none or none was found.")
    latitude: float | None = Field(None, description="WGS 84 degrees north; null where unknown.")
    longitude: float | None = Field(None, description="WGS 84 degrees east; null where unknown.")
    admin1: str | None = Field(None, description="Name of its first-order division; null where unknown.")
    within: str | None = Field(None, description="Id of the entity that contains it; null where the list has none.")
    precision: PlacePrecision | None = Field(
        None, description="How exactly the coordinates stand for it (`near`: its container's); null where unlocated."
    )
    basis: PlaceBasis = Field(
        "unknown", description="`gazetteer`: located by its own entry; `context`: by what else the article tells."
    )


class Thing(NamedEntity):
    """A demonym (with its country), weapon or vehicle."""

    kind: Literal["demonym", "weapon", "vehicle"] = Field(description="What kind of thing it is.")


Entity = Annotated[Person | Organization | Place | Thing, Field(discriminator="kind")]


class Mention(TextSpan):
    """A span that names an entity."""

    kind: MentionKind = Field(description="What kind of thing the words name.")
    entity: str | None = Field(None, description="Id of the entity that it names; null where none is listed for it.")
    confidence: Confidence
