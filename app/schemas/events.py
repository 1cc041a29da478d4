"""Events, what each article says of them, and who claims it."""

from typing import Literal

from pydantic import Field

from app.domain.annotations import Codes, Event, OfWhom
from app.domain.vocabulary import (
    ClaimTopic,
    DateBasis,
    DatePrecision,
    EventType,
    FigureKind,
    PlacePrecision,
    Quad,
    Role,
    Stance,
)
from app.schemas.common import EntityBrief, Wire


class EventDateOut(Wire):
    """When it happened, as a closed interval of days."""

    edtf: str | None = Field(description="The date in EDTF (ISO 8601-2), as precise as known.")
    earliest: str | None = Field(description="First day it can mean; null where open.")
    latest: str | None = Field(description="Last day it can mean; null where open.")
    precision: DatePrecision = Field(description="How precise the date is.")
    basis: DateBasis = Field(description="How the date is known; never silently the publication date.")


class EventPlace(Wire):
    """Where it happened."""

    id: str = Field(description="Id of the place.")
    name: str = Field(description="Name of the place.")
    within: list[str] = Field(description="Names of what contains it, innermost first.")
    country_code: str | None = Field(description="ISO 3166-1 alpha-2 code.")
    latitude: float | None = Field(description="WGS 84 degrees north.")
    longitude: float | None = Field(description="WGS 84 degrees east.")
    precision: PlacePrecision | None = Field(description="How exactly the coordinates stand for the place.")


class ParticipantOut(Wire):
    """Who took part."""

    id: str | None = Field(description="Id of the person, organization or state; null where only words are known.")
    kind: str | None = Field(description="`person`, `organization` or `place`; null where only words are known.")
    name: str | None = Field(description="Name of the entity.")
    text: str = Field(description="The article's words for it.")
    sector: str | None = Field(description="PLOVER sector such as REB or GOV.")
    country_code: str | None = Field(description="ISO 3166-1 alpha-2 code.")
    role: Role = Field(description="`actor`, `target` or `mediator`.")


class Range(Wire):
    """A number of people, derived from all figures that were stated."""

    low: int = Field(description="The least that is claimed.")
    best: int | None = Field(description="The figure the sources stand by; null where none can be told.")
    high: int | None = Field(description="The most that is claimed; null where nothing bounds it.")


class CasualtiesOut(Wire):
    """People killed, wounded, captured, missing, displaced. null: nobody states it; 0: stated to be none."""

    killed: Range | None = Field(description="People killed; null: nobody states it, 0: stated to be none.")
    wounded: Range | None = Field(description="People wounded; null: nobody states it, 0: stated to be none.")
    captured: Range | None = Field(description="People captured; null: nobody states it, 0: stated to be none.")
    missing: Range | None = Field(description="People missing; null: nobody states it, 0: stated to be none.")
    displaced: Range | None = Field(description="People displaced; null: nobody states it, 0: stated to be none.")


class StatedNumber(Wire):
    """A number of people or things, as an article states it."""

    what: str = Field(description="What was counted: killed, wounded, recruited, arrested, weapons …")
    low: int = Field(description="The least that the words mean.")
    high: int | None = Field(description="The most that the words mean; null where open.")
    text: str = Field(description="The words.")


class EventEvidence(Wire):
    """The words that tell it: `text[start:end]` of the article."""

    article_id: str = Field(description="Id of the article.")
    quote: str = Field(description="The words.")
    start: int = Field(description="First character, counted in Unicode code points from 0.")
    end: int = Field(description="Character after the last.")
    claimant: EntityBrief | None = Field(description="Who says so; null where it is the outlet itself.")


class SideOut(Wire):
    """Who says what."""

    stance: Stance = Field(description="Whether it is said to have happened or not; `asserted` for a figure.")
    low: int | None = Field(description="The least that the figure means; null where no number is at issue.")
    high: int | None = Field(description="The most that the figure means; null where open or no number is at issue.")
    text: str = Field(description="The words of the figure, or for who asserts or denies; empty for the outlet.")
    article_id: str = Field(description="Id of the article that says so.")
    claimant: EntityBrief | None = Field(description="Who says so; null where it is the outlet itself.")


class ContradictionOut(Wire):
    """What cannot all be right, with every side. A toll that rises from one day to the next is no contradiction."""

    about: FigureKind | Literal["event"] = Field(
        description="`event`: whether it happened at all; else the kind of casualty figure."
    )
    sides: list[SideOut] = Field(description="Who says what: those who assert first, lower figures first; at most ten.")


class EventOut(Wire):
    """One happening, resolved over all articles."""

    id: str = Field(description="Stable id.")
    type: EventType = Field(description="PLOVER root type.")
    mode: str | None = Field(description="PLOVER mode, where the type has one.")
    contexts: list[str] = Field(description="PLOVER contexts.")
    quad: Quad = Field(description="Quad class of the type.")
    title: str = Field(description="A title composed from the fields.")
    date: EventDateOut = Field(description="When it happened, over all articles that tell it.")
    place: EventPlace | None = Field(description="Where it happened; null where no text says.")
    actors: list[ParticipantOut] = Field(description="Who did it, mediators too.")
    targets: list[ParticipantOut] = Field(description="Whom it was done to.")
    casualties: CasualtiesOut = Field(description="People harmed or driven away, derived from all figures stated.")
    counts: list[StatedNumber] = Field(description="Other numbers, such as people recruited.")
    stance: Stance = Field(description="Whether it is reported as having happened.")
    background: bool = Field(description="Whether it is an earlier episode told as setting.")
    disputed: bool = Field(description="Whether sources contradict each other on it.")
    contradictions: list[ContradictionOut] = Field(description="What they contradict each other on, and who says what.")
    article_count: int = Field(description="Number of articles that tell it.")
    independent_source_count: int = Field(
        description="Number of sources; copies and near-copies of one text, and articles of one outlet, count once."
    )
    codes: Codes = Field(description="Codes of other code books; null where a translation would lose or guess meaning.")
    confidence: float = Field(ge=0, le=1, description="How sure the extraction is.")
    evidence: list[EventEvidence] = Field(description="The sentences that tell it.")
    first_reported_on: str | None = Field(description="Earliest publication day among its articles.")
    updated_at: str = Field(description="When the event last changed (RFC 3339, UTC).")


class SingleEvent(EventOut):
    """An event with the ids that it had."""

    referents: list[str] = Field(description="Other ids that lead here: of events that were found to be one with it.")


class Link(Wire):
    """The decision that resolved an entity of an article, or put its report into an event."""

    outcome: str = Field(description="`new`: none that was known is the same; `same`: it is this one.")
    score: float = Field(description="The sum of `parts`: for an entity 0 to about 1, for an event about 3 and more.")
    parts: dict[str, float] = Field(description="What the score is made of.")


class SourceAlignment(Wire):
    """Whom the outlet belongs to, by common knowledge. It is shown for readers to weigh, and decides nothing."""

    kind: Literal["state", "organization"] = Field(description="Whether a state owns it, or an organization or group.")
    key: str = Field(description="ISO 3166-1 alpha-2 code of the state; else the id of the organization in the seeds.")
    name: str = Field(description="Name of the state or organization.")
    relation: Literal["state_media", "party_media"] = Field(
        description="`state_media`: owned by the state; `party_media`: owned or run by a party, force or armed group."
    )


class PartisanSource(SourceAlignment):
    """The same, with the side that the owner is on in the event."""

    side: Literal["actor", "target", "both"] | None = Field(
        description="On which side of the event the owner is; null where on neither."
    )


class ReportOut(Wire):
    """What one article says of an event."""

    id: str = Field(description="Id of the report.")
    event_id: str = Field(description="Id of the event.")
    own_event_id: str | None = Field(
        description="The id that its event would have without the other reports; judgements part events by it."
    )
    article_id: str = Field(description="Id of the article.")
    source: str | None = Field(description="Where the article came from.")
    source_alignment: PartisanSource | None = Field(
        description="Whom the outlet belongs to, and whether that is a party of the event; null where not known."
    )
    published_on: str | None = Field(description="Publication date in EDTF.")
    extractor: str | None = Field(description="Version of the extractor.")
    event: Event = Field(description="The event as the article tells it, with this service's entity ids.")
    link: Link = Field(description="The decision that put the report into its event.")


class ClaimOut(Wire):
    """Who says what of an event, in which words."""

    id: str = Field(description="Id of the claim.")
    event_id: str = Field(description="Id of the event.")
    report_id: str = Field(description="Id of the report it is made in.")
    article_id: str = Field(description="Id of the article.")
    claimant: EntityBrief = Field(description="Who says it.")
    verb: str = Field(description="The reporting verb.")
    stance: Stance = Field(description="What the claimant says of it: that it happened, or that it did not …")
    about: list[ClaimTopic] = Field(description="Which fields rest on the claim.")
    text: str = Field(description="The words for the claimant: `text[start:end]` of the article.")
    start: int = Field(description="First character, counted in Unicode code points from 0.")
    end: int = Field(description="Character after the last.")
    figures: list[StatedNumber] = Field(description="The casualty figures that rest on it.")


class FigureOut(Wire):
    """A casualty figure as one article states it."""

    event_id: str = Field(description="Id of the event.")
    report_id: str = Field(description="Id of the report it is stated in.")
    article_id: str = Field(description="Id of the article.")
    source: str | None = Field(description="Where the article came from.")
    source_alignment: PartisanSource | None = Field(
        description="Whom the outlet belongs to, and whether that is a party of the event; null where not known."
    )
    published_on: str | None = Field(description="Publication date in EDTF.")
    what: FigureKind = Field(description="What was done to the people counted.")
    low: int = Field(description="The least that the words mean.")
    high: int | None = Field(description="The most that the words mean; null where open.")
    text: str = Field(description="The words: `text[start:end]` of the article.")
    start: int = Field(description="First character, counted in Unicode code points from 0.")
    end: int = Field(description="Character after the last.")
    of_whom: OfWhom | None = Field(description="Parts told apart, in people; null where the text tells none.")
    partial: bool = Field(description="Whether it counts some of a larger number of the same report.")
    chosen: bool = Field(description="Whether the article stands by it.")
    claimant: EntityBrief | None = Field(description="Who says so; null where it is the outlet itself.")
