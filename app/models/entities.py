"""People, organizations and places, their names, and where they are mentioned."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field

from app.models.base import Table
from app.models.types import Json, UtcDateTime

#: A query for states must say it in the same words to find their index.
IS_COUNTRY = text("precision = 'country'")
#: Few entities have another one that stands for them; lists walk the others by name.
_IS_MERGED = text("canonical_id IS NOT NULL")
_IS_CANONICAL = text("canonical_id IS NULL")


def _by_canonical(table: str) -> tuple[Index, Index]:
    return (
        Index(f"ix_{table}_canonical", "canonical_id", sqlite_where=_IS_MERGED, postgresql_where=_IS_MERGED),
        Index(f"ix_{table}_name", "folded", "id", sqlite_where=_IS_CANONICAL, postgresql_where=_IS_CANONICAL),
    )


class EntityColumns(Table):
    """What every entity has. Counts and days of publication are kept up when an article is saved.

    ``canonical_id``: who stands for it, where judgements make it one with another; it is derived from them.
    """

    id: str = Field(primary_key=True)
    canonical_id: str | None = None
    name: str
    folded: str
    country_code: str | None = None
    article_count: int = 0
    mention_count: int = 0
    event_count: int = 0
    first_seen: date | None = None
    last_seen: date | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)


class PersonRow(EntityColumns, table=True):
    """A person with the offices that articles gave."""

    __tablename__ = "person"
    __table_args__ = (
        *_by_canonical("person"),
        Index("ix_person_country", "country_code", "folded"),
    )

    roles: Any = Field(sa_type=Json)


class OrganizationRow(EntityColumns, table=True):
    """An organization or group; ``lexicon_id`` is its id in the seeds."""

    __tablename__ = "organization"
    __table_args__ = (
        *_by_canonical("organization"),
        Index("ix_organization_country", "country_code", "folded"),
        Index("ix_organization_category", "category", "folded"),
    )

    category: str | None = None
    sector: str | None = None
    lexicon_id: str | None = Field(default=None, unique=True)


class PlaceRow(EntityColumns, table=True):
    """A place of the gazetteer, or a place that none knows (``geonames_id`` None). ``within_id`` is its container.

    ``population`` is the gazetteer's; it only ranks namesakes.
    """

    __tablename__ = "place"
    __table_args__ = (
        *_by_canonical("place"),
        Index("ix_place_country", "country_code", "folded"),
        Index("ix_place_state", "country_code", sqlite_where=IS_COUNTRY, postgresql_where=IS_COUNTRY),
    )

    geonames_id: int | None = Field(default=None, unique=True)
    latitude: float | None = None
    longitude: float | None = None
    admin1: str | None = None
    precision: str | None = None
    basis: str
    population: int = 0
    within_id: str | None = Field(default=None, foreign_key="place.id", index=True)


class PlaceAncestorRow(Table, table=True):
    """The closure of ``place.within_id``; every place is its own ancestor at depth 0."""

    __tablename__ = "place_ancestor"
    __table_args__ = (Index("ix_place_ancestor_place", "place_id", "depth"), {"sqlite_with_rowid": False})

    ancestor_id: str = Field(primary_key=True, foreign_key="place.id", ondelete="CASCADE")
    place_id: str = Field(primary_key=True, foreign_key="place.id", ondelete="CASCADE")
    depth: int


class AliasRow(Table, table=True):
    """A name of an entity. ``folded`` is what look-ups compare; ``is_name`` marks the entity's own name."""

    __tablename__ = "alias"
    __table_args__ = (
        Index("ix_alias_lookup", "kind", "folded", "entity_id", postgresql_ops={"folded": "text_pattern_ops"}),
    )

    entity_id: str = Field(primary_key=True)
    folded: str = Field(primary_key=True)
    kind: str
    name: str
    is_name: bool = False


class NameKeyRow(Table, table=True):
    """A blocking key of an entity's names, one per word (its consonant skeleton). Finds candidates, decides nothing."""

    __tablename__ = "name_key"
    __table_args__ = ({"sqlite_with_rowid": False},)

    kind: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    entity_id: str = Field(primary_key=True, index=True)


class MentionRow(Table, table=True):
    """A span of an article that names an entity (``entity_id`` None: a demonym, weapon or vehicle)."""

    __tablename__ = "mention"
    __table_args__ = (Index("ix_mention_entity", "entity_id", "article_id", "start"),)

    extraction_id: str = Field(primary_key=True, foreign_key="extraction.id", ondelete="CASCADE")
    ordinal: int = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True, ondelete="CASCADE")
    kind: str
    entity_id: str | None = None
    start: int
    end: int
    text: str
    confidence: float


class LinkRow(Table, table=True):
    """A decision of resolution: an article's entity or event (``local_id``) is a stored one; with score and its parts.

    ``outcome``: same (joined what was there) or new.
    """

    __tablename__ = "link"

    extraction_id: str = Field(primary_key=True, foreign_key="extraction.id", ondelete="CASCADE")
    local_id: str = Field(primary_key=True)
    kind: str
    stored_id: str = Field(index=True)
    outcome: str
    score: float
    parts: Any = Field(sa_type=Json)
    decided_at: datetime = Field(sa_type=UtcDateTime)
