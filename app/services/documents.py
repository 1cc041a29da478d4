"""Rows as the documents that clients see."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlmodel import Session

from app.domain.documents import (
    AlignmentDocument,
    ArticleDocument,
    EntityDocument,
    MentionDocument,
    OrganizationDocument,
    PersonDocument,
    PlaceDocument,
    Sightings,
)
from app.models import ArticleRow, MentionRow, OrganizationRow, PersonRow, PlaceRow
from app.services.alignments import alignments_of
from app.services.known_actors import KnownActors
from app.services.whole_entities import whole_entities
from app.storage.articles import extraction_times
from app.storage.canonical import shown_chains
from app.storage.entities import EntityRow


def article_documents(session: Session, rows: Sequence[ArticleRow]) -> list[ArticleDocument]:
    """Articles in the order given, with what is known of their publication and extraction."""
    extracted = extraction_times(session, [row.id for row in rows])
    alignments = alignments_of(session, rows)
    return [_article_document(row, extracted.get(row.id), alignments.get(row.source_id or "")) for row in rows]


def _article_document(
    row: ArticleRow, extracted_at: datetime | None, alignment: AlignmentDocument | None
) -> ArticleDocument:
    return {
        "id": row.id,
        "title": row.title,
        "text": row.text,
        "url": row.url,
        "source": row.source_name,
        "source_alignment": alignment,
        "published_on": {"value": row.published_on, "basis": row.published_basis},
        "language": row.language,
        "copy_of": row.copy_of,
        "copy_kind": row.copy_kind,
        "copy_similarity": row.copy_similarity,
        "extraction": {
            "status": row.extraction_status,
            "extractor": row.extractor,
            "extracted_at": moment(extracted_at) if extracted_at else None,
        },
        "version": row.version,
        "corrected_at": moment(row.corrected_at) if row.corrected_at else None,
        "ingested_at": moment(row.ingested_at),
    }


def entity_documents(session: Session, actors: KnownActors, rows: Sequence[EntityRow]) -> list[EntityDocument]:
    """People, organizations and places, in the order given, with aliases, containers and ids that others have."""
    whole, aliases, referents = whole_entities(session, rows)
    chains = shown_chains(session, [row.id for row in rows if isinstance(row, PlaceRow)])
    documents = [_entity_document(row, actors, aliases, chains) for row in whole]
    for document in documents:
        document["referents"] = referents[document["id"]]
    return documents


def _entity_document(
    row: EntityRow, actors: KnownActors, aliases: Mapping[str, list[str]], chains: Mapping[str, Sequence[PlaceRow]]
) -> EntityDocument:
    if isinstance(row, PersonRow):
        return _person_document(row, actors, aliases[row.id])
    if isinstance(row, OrganizationRow):
        return _organization_document(row, actors, aliases[row.id])
    return _place_document(row, actors, aliases[row.id], chains[row.id])


def _person_document(row: PersonRow, actors: KnownActors, aliases: list[str]) -> PersonDocument:
    return {
        "id": row.id,
        "kind": "person",
        "name": row.name,
        "aliases": aliases,
        "referents": [],
        "roles": row.roles,
        "country_code": row.country_code,
        "wikidata_id": actors.wikidata.of_person((row.name, *aliases), row.country_code, row.roles),
        **_sightings(row),
    }


def _organization_document(row: OrganizationRow, actors: KnownActors, aliases: list[str]) -> OrganizationDocument:
    record = actors.organizations.get(row.lexicon_id) if row.lexicon_id else None
    return {
        "id": row.id,
        "kind": "organization",
        "name": row.name,
        "aliases": aliases,
        "referents": [],
        "category": row.category,
        "sector": row.sector,
        "country_code": row.country_code,
        "wikidata_id": record.wikidata if record else None,
        **_sightings(row),
    }


def _place_document(row: PlaceRow, actors: KnownActors, aliases: list[str], chain: Sequence[PlaceRow]) -> PlaceDocument:
    """A place; ``chain`` is itself and its containers, innermost first."""
    return {
        "id": row.id,
        "kind": "place",
        "name": row.name,
        "aliases": aliases,
        "referents": [],
        "geonames_id": row.geonames_id,
        "wikidata_id": actors.wikidata.of_country(row.country_code or "") if row.precision == "country" else None,
        "latitude": row.latitude,
        "longitude": row.longitude,
        "country_code": row.country_code,
        "admin1": row.admin1,
        "precision": row.precision,
        "within": [{"id": other.id, "kind": "place", "name": other.name} for other in chain[1:]],
        **_sightings(row),
    }


def _sightings(row: EntityRow) -> Sightings:
    return {
        "article_count": row.article_count,
        "mention_count": row.mention_count,
        "event_count": row.event_count,
        "first_seen": _day(row.first_seen),
        "last_seen": _day(row.last_seen),
    }


def mention_document(row: MentionRow) -> MentionDocument:
    """A mention."""
    return {
        "article_id": row.article_id,
        "start": row.start,
        "end": row.end,
        "text": row.text,
        "kind": row.kind,
        "confidence": row.confidence,
    }


def moment(when: datetime) -> str:
    """A moment in UTC as RFC 3339 text with ``Z``."""
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
