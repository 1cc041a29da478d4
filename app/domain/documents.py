"""The shapes that the services hand out, as clients see them (JSON values only: days and times are ISO 8601 text)."""

from dataclasses import dataclass, field
from typing import Any, TypedDict

JsonObject = dict[str, Any]


class EntityBrief(TypedDict):
    """An entity inside another document; ``id`` is None where only words are known."""

    id: str | None
    kind: str | None
    name: str


class PlaceBrief(TypedDict):
    """The place of an event. ``within`` names its containers, innermost first; degrees are WGS 84."""

    id: str
    name: str
    within: list[str]
    country_code: str | None
    latitude: float | None
    longitude: float | None
    precision: str | None


class AlignmentDocument(TypedDict):
    """Whom an outlet belongs to: ``key`` is the country code of a ``state`` or the seeds' id of an ``organization``."""

    kind: str
    key: str
    name: str
    relation: str


class PartisanDocument(AlignmentDocument):
    """The same, and on which side of an event its owner is: actor, target, both, or None where on neither."""

    side: str | None


class ArticleDocument(TypedDict):
    """A stored article; ``published_on`` and ``extraction`` are objects, ``copy_of`` the article it repeats.

    ``copy_kind``: exact or near; ``copy_similarity``: 0 to 1.
    """

    id: str
    title: str | None
    text: str
    url: str | None
    source: str | None
    source_alignment: AlignmentDocument | None
    published_on: JsonObject
    language: str | None
    copy_of: str | None
    copy_kind: str | None
    copy_similarity: float | None
    extraction: JsonObject
    version: int
    corrected_at: str | None
    ingested_at: str


class VersionDocument(TypedDict):
    """An article as it was given at one time; ``version`` counts from 1, ``published_on`` is an object."""

    article_id: str
    version: int
    title: str | None
    text: str
    url: str | None
    published_on: JsonObject
    stored_at: str


class Sightings(TypedDict):
    """How often an entity was told of; ``first_seen``/``last_seen`` are publication days."""

    article_count: int
    mention_count: int
    event_count: int
    first_seen: str | None
    last_seen: str | None


class PersonDocument(Sightings):
    """A person known from one or more articles."""

    id: str
    kind: str
    name: str
    aliases: list[str]
    referents: list[str]
    roles: list[str]
    country_code: str | None
    wikidata_id: str | None


class OrganizationDocument(Sightings):
    """An organization or group."""

    id: str
    kind: str
    name: str
    aliases: list[str]
    referents: list[str]
    category: str | None
    sector: str | None
    country_code: str | None
    wikidata_id: str | None


class PlaceDocument(Sightings):
    """A place; ``within`` lists its containers (id and name), innermost first. No ``geonames_id``: in no gazetteer."""

    id: str
    kind: str
    name: str
    aliases: list[str]
    referents: list[str]
    geonames_id: int | None
    wikidata_id: str | None
    latitude: float | None
    longitude: float | None
    country_code: str | None
    admin1: str | None
    precision: str | None
    within: list[EntityBrief]


EntityDocument = PersonDocument | OrganizationDocument | PlaceDocument


class MentionDocument(TypedDict):
    """One mention of an entity: ``text`` is ``article.text[start:end]``."""

    article_id: str
    start: int
    end: int
    text: str
    kind: str
    confidence: float


class JudgementDocument(TypedDict):
    """A verdict (same, different, unsure) on two events; ``withdrawn_at`` None while it stands.

    ``withdrawn_reason`` says why it ended where nobody withdrew it.
    """

    id: str
    kind: str
    left: str
    right: str
    verdict: str
    author: str
    reason: str | None
    created_at: str
    withdrawn_at: str | None
    withdrawn_reason: str | None


class Named(TypedDict):
    """An event by its title, or an entity by its name."""

    id: str
    name: str


class OpenPairDocument(TypedDict):
    """Two events, or two entities of one kind, that may be one: their score, its parts, and the threshold."""

    kind: str
    left: Named
    right: Named
    score: float
    threshold: float
    parts: dict[str, float]


class Changes(TypedDict):
    """The difference an article made, as event ids. ``revised`` and ``withdrawn``: it had told of them before."""

    created: list[str]
    corroborated: list[str]
    contradicted: list[str]
    revised: list[str]
    withdrawn: list[str]
    unchanged: list[str]


#: One change of the feed: seq, at, action, resource, id, into, from, reason.
ChangeDocument = JsonObject


@dataclass(frozen=True, slots=True)
class Page[T]:
    """One page of a list. ``interpreted`` says how free names were read; ``next_cursor`` None: the last page.

    ``latest``: for the change feed, the number up to which it was read.
    """

    data: list[T]
    total: int
    next_cursor: str | None = None
    interpreted: JsonObject = field(default_factory=dict)
    total_is_estimate: bool = False
    latest: int | None = None
