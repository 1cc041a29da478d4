"""Whom the outlets that tell of an event belong to: noted on the source, shown, and used to decide nothing."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlmodel import Session

from app.domain.documents import AlignmentDocument, PartisanDocument
from app.domain.event_documents import EventDocument, ParticipantDocument
from app.models import ArticleRow, OrganizationRow, SourceRow
from app.resolution.alignment import Party, side_of
from app.services.stores import Stores
from app.storage.articles import load_sources
from app.storage.entities import EntityRow, load_entities


def note_alignment(session: Session, stores: Stores, article: ArticleRow) -> None:
    """Note on the article's source what the seeds know of it now."""
    source = session.get(SourceRow, article.source_id) if article.source_id else None
    if source is not None:
        known = stores.outlets.alignment_of(source.name)
        if source.alignment != known:
            source.alignment = known


def alignments_of(session: Session, articles: Iterable[ArticleRow]) -> dict[str, AlignmentDocument]:
    """Source id -> whom it belongs to, of the sources of these articles that are known to belong to anyone."""
    sources = load_sources(session, {article.source_id for article in articles if article.source_id})
    return {source.id: source.alignment for source in sources if source.alignment}


@dataclass(frozen=True, slots=True)
class Sides:
    """The alignment of sources towards the parties of one event."""

    alignments: Mapping[str, AlignmentDocument]
    actors: Collection[Party]
    targets: Collection[Party]

    def of(self, source_id: str | None) -> PartisanDocument | None:
        """Whom the source belongs to, and on which side that is."""
        known = self.alignments.get(source_id or "")
        return {**known, "side": side_of(known["key"], self.actors, self.targets)} if known else None


def sides_of_event(session: Session, event: EventDocument, articles: Iterable[ArticleRow]) -> Sides:
    """What the sources of these articles are to the event."""
    parties = (*event["actors"], *event["targets"])
    entities = load_entities(session, {party["id"] for party in parties if party["id"]})
    doers = [party for party in event["actors"] if party["role"] != "mediator"]
    return Sides(
        alignments=alignments_of(session, articles),
        actors=[_party(party, entities) for party in doers],
        targets=[_party(party, entities) for party in event["targets"]],
    )


def _party(party: ParticipantDocument, entities: Mapping[str, EntityRow]) -> Party:
    row = entities.get(party["id"] or "")
    return Party(
        lexicon_id=row.lexicon_id if isinstance(row, OrganizationRow) else None,
        country_code=party["country_code"],
        sector=party["sector"],
        is_state=party["kind"] == "place",
    )
