"""An article's people and organizations → stored ones: found or made, with the decision kept."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from app.domain.annotations import Organization, Person
from app.domain.identifiers import new_id
from app.models import OrganizationRow, PersonRow
from app.resolution.blocking import name_keys, search_keys
from app.resolution.entities import Decision, EntityFacts, decide_entity
from app.resolution.names import plain_name, words_of_name
from app.services.former_names import FormerNames
from app.services.known_actors import KnownActors
from app.storage import entities as store

_MAX_ROLES = 12


@dataclass(frozen=True, slots=True)
class Linked:
    """What an entity of the article became, and the names the article has for it.

    ``is_renamed``: documents that show its name or place are outdated.
    """

    row: store.EntityRow
    decision: Decision
    names: tuple[str, ...]
    is_new: bool
    is_renamed: bool = False


def link_entity(
    session: Session,
    actors: KnownActors,
    entity: Person | Organization,
    now: datetime,
    before: FormerNames | None = None,
) -> Linked:
    """Find or make the stored person or organization and add what the article, and the seeds, know of it.

    ``before`` is what the article's names meant when it was read before.
    """
    known = actors.names_of(entity)
    facts = _facts(entity, known if entity.kind == "person" else ())
    names = tuple(dict.fromkeys((*facts.names, *known)))
    decision = _decide(session, facts, before)
    stored = store.get_entity(session, entity.kind, decision.stored_id) if decision.stored_id else None
    is_new = stored is None
    row = stored or _new_row(entity, now)
    if is_new:
        session.add(row)
        session.flush()
    is_renamed = _take_over(row, entity, known)
    row.updated_at = now
    if is_new:
        add_names(session, row, names, frozenset())
    return Linked(row, decision, names, is_new, is_renamed)


def add_names(session: Session, row: store.EntityRow, names: Sequence[str], known: Collection[str]) -> None:
    """Make an entity findable by these names and its own one, as far as they are not ``known`` (folded)."""
    folded = {plain_name(name): name for name in (*reversed(names), row.name)}
    unknown = {key: name for key, name in folded.items() if key not in known}
    store.add_names(session, row, unknown, name_keys(unknown.values()))


def save_names_of_known(session: Session, linked: Iterable[Linked]) -> None:
    """Add the names that the article has for entities which were stored before."""
    before = {one.row.id: one for one in linked if not one.is_new}
    known = store.known_names(session, list(before))
    for entity_id, one in before.items():
        add_names(session, one.row, one.names, known[entity_id])
        if one.is_renamed:
            session.flush()
            store.mark_own_name(session, one.row)


def stored_facts(session: Session, entity_ids: Sequence[str]) -> list[EntityFacts]:
    """What is stored about these people and organizations, as resolution compares it."""
    rows = store.load_entities(session, entity_ids)
    aliases = store.load_aliases(session, list(rows))
    return [facts_of(row, aliases[row.id]) for row in rows.values()]


def facts_of(row: store.EntityRow, aliases: Iterable[str]) -> EntityFacts:
    """A stored entity with these other names, as resolution compares it."""
    return EntityFacts(
        id=row.id,
        kind=store.kind_of(row.id),
        name=row.name,
        aliases=tuple(aliases),
        country_code=row.country_code,
        roles=tuple(row.roles) if isinstance(row, PersonRow) else (),
        category=row.category if isinstance(row, OrganizationRow) else None,
        lexicon_id=row.lexicon_id if isinstance(row, OrganizationRow) else None,
        canonical_id=row.canonical_id,
    )


def _facts(entity: Person | Organization, other_names: tuple[str, ...]) -> EntityFacts:
    return EntityFacts(
        id=entity.id,
        kind=entity.kind,
        name=entity.name,
        aliases=(*entity.aliases, *other_names),
        country_code=entity.country_code,
        roles=entity.roles if isinstance(entity, Person) else (),
        category=entity.category if isinstance(entity, Organization) else None,
        lexicon_id=entity.lexicon_id if isinstance(entity, Organization) else None,
    )


def _decide(session: Session, facts: EntityFacts, before: FormerNames | None) -> Decision:
    if facts.lexicon_id:
        known = store.organization_by_lexicon_id(session, facts.lexicon_id)
        if known is not None:
            return Decision(known.id, 1.0, {"lexicon": 1.0})
    former = _again(session, facts, before.named(facts)) if before else None
    if former is not None:
        return former
    folded = {plain_name(name) for name in facts.names}
    if facts.kind == "person":
        folded.add(words_of_name(facts.name)[-1])
    ids = store.ids_by_name(session, facts.kind, folded)
    ids += store.ids_by_keys(session, facts.kind, search_keys(facts.name))
    decision = decide_entity(facts, stored_facts(session, list(dict.fromkeys(ids))))
    if decision.stored_id is None and before is not None:
        return _again(session, facts, before.also_named(facts)) or decision
    return decision


def _again(session: Session, facts: EntityFacts, stored_id: str | None) -> Decision | None:
    """What the article meant when it was read before it means now, unless the seeds know it for something else."""
    stored = store.get_entity(session, facts.kind, stored_id) if stored_id else None
    if stored is None or (isinstance(stored, OrganizationRow) and stored.lexicon_id not in (None, facts.lexicon_id)):
        return None
    return Decision(stored.id, 1.0, {"read_before": 1.0})


def common_columns(name: str, now: datetime) -> dict[str, Any]:
    """The columns that every new entity of this name has."""
    return {"name": name, "folded": plain_name(name), "created_at": now, "updated_at": now}


def _new_row(entity: Person | Organization, now: datetime) -> PersonRow | OrganizationRow:
    common = common_columns(entity.name, now)
    if isinstance(entity, Person):
        return PersonRow(id=new_id("per"), roles=[], **common)
    return OrganizationRow(id=new_id("org"), **common)


def _take_over(row: store.EntityRow, entity: Person | Organization, known: Sequence[str]) -> bool:
    """Add what the row does not know yet; true where the entity is shown by another name from now on."""
    row.country_code = row.country_code or entity.country_code
    is_better = False
    if isinstance(row, PersonRow) and isinstance(entity, Person):
        row.roles = list(dict.fromkeys([*row.roles, *entity.roles]))[:_MAX_ROLES]
        is_fuller = len(words_of_name(row.name)) < len(words_of_name(entity.name)) <= 4
        is_better = entity.name == known[0] if row.name in known else is_fuller
    elif isinstance(row, OrganizationRow) and isinstance(entity, Organization):
        is_better = entity.lexicon_id is not None and row.lexicon_id is None
        row.lexicon_id = row.lexicon_id or entity.lexicon_id
        row.category = row.category or entity.category
        row.sector = row.sector or entity.sector
    if is_better and row.name != entity.name:
        row.name, row.folded = entity.name, plain_name(entity.name)
        return True
    return False
