"""The shapes of events that the services hand out: the event, what each article says of it, and who claims it.

JSON values only: days and times are ISO 8601 text.
"""

from typing import TypedDict

from app.domain.documents import EntityBrief, JsonObject, PartisanDocument, PlaceBrief
from app.domain.vocabulary import Stance


class ParticipantDocument(TypedDict):
    """Who took part: an entity or only the words (``text``); ``role`` is actor, target or mediator."""

    id: str | None
    kind: str | None
    name: str | None
    text: str
    sector: str | None
    country_code: str | None
    role: str


class RangeDocument(TypedDict):
    """A derived casualty figure; ``high`` and ``best`` are None where nothing bounds or tells them."""

    low: int
    best: int | None
    high: int | None


class EvidenceDocument(TypedDict):
    """The words that tell it: ``text[start:end]`` of the article is ``quote``; ``claimant`` None = the outlet."""

    article_id: str
    quote: str
    start: int
    end: int
    claimant: EntityBrief | None


class SideDocument(TypedDict):
    """Who says what; ``low``/``high`` None where it is not about a number, ``claimant`` None = the outlet."""

    stance: Stance
    low: int | None
    high: int | None
    text: str
    article_id: str
    claimant: EntityBrief | None


class ContradictionDocument(TypedDict):
    """What cannot all be right: ``about`` is event (whether it happened) or a kind of casualty figure."""

    about: str
    sides: list[SideDocument]


class EventDocument(TypedDict):
    """A resolved event."""

    id: str
    type: str
    mode: str | None
    contexts: list[str]
    quad: str
    title: str
    date: JsonObject
    place: PlaceBrief | None
    actors: list[ParticipantDocument]
    targets: list[ParticipantDocument]
    casualties: dict[str, RangeDocument | None]
    counts: list[JsonObject]
    stance: Stance
    background: bool
    disputed: bool
    contradictions: list[ContradictionDocument]
    article_count: int
    independent_source_count: int
    codes: JsonObject
    confidence: float
    evidence: list[EvidenceDocument]
    first_reported_on: str | None
    updated_at: str


class SingleEventDocument(EventDocument):
    """An event with the other ids that lead to it."""

    referents: list[str]


class ReportDocument(TypedDict):
    """What one article says of an event: the annotation's event, its entities' ids being those of this service.

    ``own_event_id`` is the id its event would have alone; ``event`` is the annotation's event object; ``link`` the
    decision that put the report there: score and parts.
    """

    id: str
    event_id: str
    own_event_id: str | None
    article_id: str
    source: str | None
    source_alignment: PartisanDocument | None
    published_on: str | None
    extractor: str | None
    event: JsonObject
    link: JsonObject


class ClaimDocument(TypedDict):
    """Who says what of an event, in which words; ``figures`` are the casualty figures that rest on the claim."""

    id: str
    event_id: str
    report_id: str
    article_id: str
    claimant: EntityBrief
    verb: str
    stance: str
    about: list[str]
    text: str
    start: int
    end: int
    figures: list[JsonObject]


class FigureDocument(TypedDict):
    """A casualty figure as one article states it, and who says so (``claimant`` None: the outlet itself)."""

    event_id: str
    report_id: str
    article_id: str
    source: str | None
    source_alignment: PartisanDocument | None
    published_on: str | None
    what: str
    low: int
    high: int | None
    text: str
    start: int
    end: int
    of_whom: JsonObject | None
    partial: bool
    chosen: bool
    claimant: EntityBrief | None
