"""What the extractor says about one article: the annotation contract that clients and scorers read.

Offsets are Unicode code points into the original text, half-open: ``text[start:end]`` is what the reader sees.
"""

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from app.domain.vocabulary import (
    ClaimTopic,
    DateBasis,
    DatePrecision,
    EventType,
    FigureKind,
    MentionKind,
    OrganizationCategory,
    PlaceBasis,
    PlacePrecision,
    PublicationBasis,
    Role,
    Stance,
)


class Contract(BaseModel):
    """Base of every model on the wire: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Contract):
    """A stretch of the original text, half-open, in code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class TextSpan(Span):
    """A span with the words it covers."""

    text: str


class DateInterval(Contract):
    """A calendar interval: EDTF (ISO 8601-2), its first and last full day (None where open), and how it is known."""

    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: DatePrecision = "unknown"
    basis: DateBasis = "unknown"


class PublicationDate(Contract):
    """When the article was published, in EDTF, as precisely as known."""

    value: str | None = None
    basis: PublicationBasis = "unknown"


class DateMention(DateInterval):
    """A date expression in the text. ``anchor`` names the date a relative one was counted from."""

    start: int
    end: int
    text: str
    anchor: str | None = None


class EventDate(DateInterval):
    """When an event happened, with the span that says so (None when no words do)."""

    start: int | None = None
    end: int | None = None
    anchor: str | None = None


class NamedEntity(Contract):
    """What one or more mentions name."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country_code: str | None = None


class Person(NamedEntity):
    """A person with the offices the article gives."""

    kind: Literal["person"] = "person"
    roles: tuple[str, ...] = ()


class Organization(NamedEntity):
    """An organization or group; ``lexicon_id`` is its id in ``seeds/`` when it is known there."""

    kind: Literal["organization"] = "organization"
    category: OrganizationCategory | None = None
    sector: str | None = None
    lexicon_id: str | None = None


class Place(NamedEntity):
    """A place. ``within`` is the id of its container in the same list; ``near``: coordinates are the container's."""

    kind: Literal["place"] = "place"
    geonames_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    admin1: str | None = None
    within: str | None = None
    precision: PlacePrecision | None = None
    basis: PlaceBasis = "unknown"


class Thing(NamedEntity):
    """A demonym (with its country), weapon or vehicle."""

    kind: Literal["demonym", "weapon", "vehicle"]


Entity = Annotated[Person | Organization | Place | Thing, Field(discriminator="kind")]


class Mention(TextSpan):
    """A span that names an entity."""

    kind: MentionKind
    entity: str | None = None
    confidence: float = Field(ge=0, le=1)


class Participant(Contract):
    """Who took part: an entity of this article, or only the words."""

    entity: str | None = None
    text: str
    start: int
    end: int
    sector: str | None = None
    country_code: str | None = None
    role: Role = "actor"


class OfWhom(Contract):
    """The part of a casualty figure the text tells apart."""

    attackers: int | None = None
    civilians: int | None = None
    children: int | None = None
    women: int | None = None


#: The greatest number that every JSON reader keeps exact (RFC 8259, section 6); an absurd figure is cut to it.
LARGEST_AMOUNT: Final = 2**53 - 1
Amount = Annotated[int, Field(ge=0), AfterValidator(lambda value: min(value, LARGEST_AMOUNT))]


class Number(TextSpan):
    """A stated number as a range: "at least 40" is low 40, high None; "dozens" low 24, high None."""

    low: Amount
    high: Amount | None = None


class Casualties(Number):
    """The casualty number an event stands by."""

    of_whom: OfWhom | None = None


class Figure(Casualties):
    """Every casualty figure stated for an event; ``claim`` is None where the outlet itself says it."""

    what: FigureKind
    claim: str | None = None


class Count(Number):
    """Another number of the event (``what``: recruited, arrested, released, weapons …)."""

    what: str


class Claim(Contract):
    """Who says it: ``claimant`` is an entity id (None: only words), ``about`` the fields that rest on it."""

    id: str
    claimant: str | None = None
    text: str
    verb: str
    start: int
    end: int
    stance: Stance = "asserted"
    about: tuple[ClaimTopic, ...] = ("event",)


class Codes(Contract):
    """Derived codes of other code books; None where the translation would lose or guess meaning."""

    cameo: str | None = None
    acled_like: str | None = None
    ucdp_like: int | None = None
    mapping_version: str = "1"


class Evidence(Span):
    """A sentence that tells the event, and the word in it that names the event."""

    trigger: TextSpan | None = None


class Event(Contract):
    """One happening as one article tells it."""

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    date: EventDate = EventDate()
    place: str | None = None
    place_span: Span | None = None
    background: bool = False
    actors: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    killed: Casualties | None = None
    wounded: Casualties | None = None
    captured: Casualties | None = None
    missing: Casualties | None = None
    displaced: Casualties | None = None
    figures: tuple[Figure, ...] = ()
    counts: tuple[Count, ...] = ()
    stance: Stance = "asserted"
    stance_cue: TextSpan | None = None
    claims: tuple[Claim, ...] = ()
    codes: Codes = Codes()
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Evidence, ...] = ()


class Annotations(Contract):
    """Everything the extractor says about one article. The main event comes first."""

    id: str | None = None
    language: str = "en"
    published_on: PublicationDate = PublicationDate()
    boilerplate: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()
    extractor: str | None = None


class ArticleText(Contract):
    """What the extractor reads: raw text and what is known of it.

    ``published_on`` is EDTF, a date or an RFC 3339 time.
    """

    id: str | None = None
    text: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    published_on: str | None = None
    language: str | None = None
