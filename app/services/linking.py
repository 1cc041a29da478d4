"""An article's people and organizations → stored ones: found or made, with the decision kept."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from sqlmodel import Session

from app.domain.annotations import Organization, Person
from app.domain.identifiers import new_id
from app.models import OrganizationRow, PersonRow
from app.resolution.blocking import name_keys
from app.resolution.entities import Decision, EntityFacts, decide_entity
from app.resolution.names import plain_name, words_of_name
from app.services.candidates import Candidates
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


def link_actors(
    session: Session,
    actors: KnownActors,
    entities: Iterable[Person | Organization],
    now: datetime,
    before: FormerNames | None = None,
) -> dict[str, Linked]:
    """Find or make the stored people and organizations and add what the article, and the seeds, know of them.

    ``before`` is what the article's names meant when it was read before. By their id in the article.
    """
    asked = [_Asked.of(entity, actors.names_of(entity)) for entity in entities]
    candidates = Candidates(session, [one.facts for one in asked], before.by_alias.values() if before else ())
    linked = {one.entity.id: _link(one, candidates, now, before) for one in asked}
    new = [one for one in linked.values() if one.is_new]
    session.add_all([one.row for one in new])
    add_names(session, [(one.row, one.names, frozenset()) for one in new])
    return linked


@dataclass(frozen=True, slots=True)
class _Asked:
    """A person or organization of the article, as it is compared, with the names it is ``known`` by in the seeds."""

    entity: Person | Organization
    facts: EntityFacts
    known: Sequence[str]

    @classmethod
    def of(cls, entity: Person | Organization, known: Sequence[str]) -> Self:
        return cls(entity, _facts(entity, tuple(known) if entity.kind == "person" else ()), known)


def _link(asked: _Asked, candidates: Candidates, now: datetime, before: FormerNames | None) -> Linked:
    names = tuple(dict.fromkeys((*asked.facts.names, *asked.known)))
    decision = _decide(asked.facts, candidates, before)
    stored = candidates.row(decision.stored_id)
    row = stored or _new_row(asked.entity, now)
    is_renamed = _take_over(row, asked.entity, asked.known)
    row.updated_at = now
    if stored is None:
        candidates.add(row, names)
    return Linked(row, decision, names, stored is None, is_renamed)


def add_names(session: Session, named: Iterable[tuple[store.EntityRow, Sequence[str], Collection[str]]]) -> None:
    """Make entities findable by these names and their own one, as far as they are not known (folded) already."""
    new: list[store.NewNames] = []
    for row, names, known in named:
        folded = {plain_name(name): name for name in (*reversed(names), row.name)}
        unknown = {key: name for key, name in folded.items() if key not in known}
        new.append(store.NewNames(row, unknown, name_keys(unknown.values())))
    store.add_names(session, new)


def save_names_of_known(session: Session, linked: Iterable[Linked]) -> None:
    """Add the names that the article has for entities which were stored before."""
    before = {one.row.id: one for one in linked if not one.is_new}
    known = store.known_names(session, list(before))
    add_names(session, [(one.row, one.names, known[entity_id]) for entity_id, one in before.items()])
    store.mark_own_names(session, [one.row for one in before.values() if one.is_renamed])


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


def _decide(facts: EntityFacts, candidates: Candidates, before: FormerNames | None) -> Decision:
    known = candidates.of_lexicon(facts.lexicon_id)
    if known is not None:
        return Decision(known.id, 1.0, {"lexicon": 1.0})
    former = _again(facts, candidates.row(before.named(facts.kind, facts.name))) if before else None
    if former is not None:
        return former
    decision = decide_entity(facts, candidates.like(facts))
    if decision.stored_id is None and before is not None:
        return _again(facts, candidates.row(before.also_named(facts))) or decision
    return decision


def _again(facts: EntityFacts, stored: store.EntityRow | None) -> Decision | None:
    """What the article meant when it was read before it means now, unless the seeds know it for something else."""
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
