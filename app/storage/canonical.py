"""Entities that were judged one: which one stands for them, and what they are together."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import func, union_all
from sqlmodel import Session, col, select

from app.models import ExtractionRow, JudgementRow, LinkRow, PlaceRow
from app.storage.entities import MODEL_OF_KIND, EntityRow, kind_of, load_entities
from app.storage.places import load_chains


def canonical_ids(session: Session, entity_ids: Collection[str]) -> dict[str, str]:
    """Who stands for each of these entities, where that is another one."""
    if not entity_ids:
        return {}
    models: list[Any] = list(MODEL_OF_KIND.values())
    parts = [
        select(model.id, model.canonical_id).where(model.id.in_(entity_ids), model.canonical_id.is_not(None))
        for model in models
    ]
    return {row[0]: row[1] for row in session.execute(union_all(*parts))}


def load_shown(session: Session, entity_ids: Collection[str]) -> dict[str, EntityRow]:
    """For each of these ids the entity that stands for it."""
    rows = load_entities(session, entity_ids)
    others = load_entities(session, {row.canonical_id for row in rows.values() if row.canonical_id})
    return {entity_id: others.get(row.canonical_id or "", row) for entity_id, row in rows.items()}


def members_of(session: Session, canonical: Collection[str]) -> dict[str, list[EntityRow]]:
    """The other entities that each of these stands for, oldest first; none for most."""
    found: dict[str, list[EntityRow]] = {}
    for kind in sorted({kind_of(entity_id) for entity_id in canonical}):
        table: Any = MODEL_OF_KIND[kind]
        for row in session.exec(select(table).where(table.canonical_id.in_(canonical)).order_by(table.id)):
            found.setdefault(row.canonical_id, []).append(row)
    return found


def ids_of(session: Session, entity_id: str) -> list[str]:
    """An entity's id and those that it stands for."""
    return [entity_id, *(row.id for row in members_of(session, [entity_id]).get(entity_id, ()))]


def count_articles(session: Session, entity_ids: Collection[str]) -> int:
    """How many articles name any of these."""
    statement = (
        select(func.count(func.distinct(col(ExtractionRow.article_id))))
        .select_from(LinkRow)
        .join(ExtractionRow, col(ExtractionRow.id) == col(LinkRow.extraction_id))
        .where(col(LinkRow.stored_id).in_(entity_ids), col(ExtractionRow.superseded_at).is_(None))
    )
    return session.exec(statement).one()


def shown_chains(session: Session, place_ids: Collection[str]) -> dict[str, list[PlaceRow]]:
    """For each place: what stands for it and its containers, innermost first."""
    chains = load_chains(session, place_ids)
    of_others: dict[str, list[PlaceRow]] = {}
    while (
        missing := {
            row.canonical_id for chain in (*chains.values(), *of_others.values()) for row in chain if row.canonical_id
        }
        - of_others.keys()
    ):
        of_others |= load_chains(session, missing)
    return {place_id: _shown(chain, of_others) for place_id, chain in chains.items()} if of_others else chains


def _shown(chain: Sequence[PlaceRow], of_others: Mapping[str, Sequence[PlaceRow]]) -> list[PlaceRow]:
    """The chain, going on from the first place that another one stands for as that one's does."""
    shown: dict[str, PlaceRow] = {}
    coming = list(chain)
    while coming:
        row = coming.pop(0)
        if row.canonical_id is None:
            shown.setdefault(row.id, row)
        elif row.canonical_id not in shown:
            coming = list(of_others[row.canonical_id])
    return list(shown.values())


def judged_entities(session: Session, entity_ids: Collection[str], verdict: str | None = None) -> list[tuple[str, str]]:
    """The two entities of each standing judgement of that verdict (None: of any) that is about any of these."""
    found: list[tuple[str, str]] = []
    for side in (JudgementRow.left_id, JudgementRow.right_id):
        statement = select(JudgementRow.left_id, JudgementRow.right_id).where(
            col(side).in_(entity_ids), col(JudgementRow.withdrawn_at).is_(None)
        )
        if verdict is not None:
            statement = statement.where(col(JudgementRow.verdict) == verdict)
        found += session.exec(statement)
    return sorted(set(found))
