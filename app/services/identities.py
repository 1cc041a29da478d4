"""Entities that judgements make one, or part: who stands for whom, and what that changes."""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlmodel import Session

from app.models import OrganizationRow, PlaceRow
from app.resolution.identities import unite
from app.storage.canonical import judged_entities
from app.storage.entities import EntityRow, load_entities
from app.storage.events import events_of_entities


@dataclass(slots=True)
class Reunion:
    """What became of entities.

    ``merged``: id → who stands for it now. ``parted``: id → who stood for it and does no more. ``touched``: who stands
    for others than before. ``events`` name any of them.
    """

    merged: dict[str, str] = field(default_factory=dict)
    parted: dict[str, str] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)


def reunite(session: Session, entity_ids: Collection[str]) -> Reunion:
    """Find anew who stands for these entities and for all that judgements tie to them."""
    rows = load_entities(session, _tied(session, entity_ids))
    same, different = (judged_entities(session, rows, verdict) for verdict in ("same", "different"))
    reunion = Reunion()
    for group in unite(rows, same, different):
        standing = min((rows[one] for one in group), key=_rank)
        for one in group:
            _stand_for(session, rows[one], standing.id, reunion)
    session.flush()
    return reunion


def _stand_for(session: Session, row: EntityRow, standing_id: str, reunion: Reunion) -> None:
    """Note who stands for an entity from now on."""
    before, now = row.canonical_id or row.id, standing_id
    if before == now:
        return
    row.canonical_id = None if now == row.id else now
    if now == row.id:
        reunion.parted[row.id] = before
    else:
        reunion.merged[row.id] = now
    reunion.touched |= {one for one in (before, now) if one != row.id}
    reunion.events.update(events_of_entities(session, [before]))


def _tied(session: Session, entity_ids: Collection[str]) -> set[str]:
    """These entities and all that chains of judgements make one with them."""
    tied = set(entity_ids)
    fresh = tied
    while fresh:
        fresh = {one for pair in judged_entities(session, fresh, "same") for one in pair} - tied
        tied |= fresh
    return tied


def _rank(row: EntityRow) -> tuple[bool, str]:
    """Who stands for a group: what the gazetteer or the seeds know, before the oldest."""
    known = (isinstance(row, PlaceRow) and row.geonames_id) or (isinstance(row, OrganizationRow) and row.lexicon_id)
    return (not known, row.id)
