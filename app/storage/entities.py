"""People, organizations and places in the database: finding them by name, saving names, mentions and counts."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, update
from sqlalchemy import select as sa_select
from sqlmodel import AutoString, Session, col, select

from app.domain.vocabulary import EntityKind
from app.models import AliasRow, MentionRow, NameKeyRow, OrganizationRow, PersonRow, PlaceAncestorRow, PlaceRow
from app.storage.dialect import given_rows, insert_ignoring, list_of, starts_with
from app.storage.paging import after, count_up_to_limit, decode_cursor

EntityRow = PersonRow | OrganizationRow | PlaceRow

MODEL_OF_KIND: Final[dict[EntityKind, type[PersonRow] | type[OrganizationRow] | type[PlaceRow]]] = {
    "person": PersonRow,
    "organization": OrganizationRow,
    "place": PlaceRow,
}
KIND_OF_PREFIX: Final[dict[str, EntityKind]] = {"per": "person", "org": "organization", "plc": "place"}
_MAX_CANDIDATES: Final = 60
_MAX_OF_KEY: Final = 40


def kind_of(entity_id: str) -> EntityKind:
    """The kind of entity that a stored id names."""
    return KIND_OF_PREFIX[entity_id.partition("_")[0]]


def ids_by_name(session: Session, kind: EntityKind, folded: Collection[str]) -> list[str]:
    """Entities that bear one of these folded names, as name or alias."""
    return bearing_names(ids_of_names(session, {(kind, name) for name in folded}).values())


def ids_of_names(session: Session, names: Collection[tuple[EntityKind, str]]) -> dict[tuple[str, str], list[str]]:
    """For each kind and folded name, entities that bear it."""
    return _ids_of(session, _bearing, names)


def bearing_names(found: Iterable[Collection[str]]) -> list[str]:
    """The entities that any name leads to, up to a limit."""
    return sorted({entity_id for ids in found for entity_id in ids})[:_MAX_CANDIDATES]


def ids_by_beginning(session: Session, kind: EntityKind, folded: str) -> list[str]:
    """Entities with a folded name or alias that begins so; only so many, for one letter begins very many."""
    begins_so = starts_with(session.get_bind().dialect.name, col(AliasRow.folded), folded)
    statement = select(AliasRow.entity_id).where(col(AliasRow.kind) == kind, begins_so)
    return list(dict.fromkeys(session.exec(statement.limit(_MAX_CANDIDATES))))


def ids_by_keys(session: Session, kind: EntityKind, keys: Collection[str]) -> list[str]:
    """Entities that share most of these blocking keys."""
    return sharing_keys(ids_of_keys(session, {(kind, key) for key in keys}).values())


def ids_of_keys(session: Session, keys: Collection[tuple[EntityKind, str]]) -> dict[tuple[str, str], list[str]]:
    """For each kind and blocking key, entities that have it.

    Of each key only so many are looked at, so that one that very many share does not hide the others nor cost time.
    """
    return _ids_of(session, _sharing, keys)


def sharing_keys(found: Iterable[Collection[str]], most: int = _MAX_CANDIDATES) -> list[str]:
    """The entities that most keys lead to, and the rarest ones, up to a limit."""
    shared: dict[str, float] = {}
    for ids in found:
        for entity_id in ids:
            shared[entity_id] = shared.get(entity_id, 0.0) + 1 + 1 / len(ids)
    return sorted(shared, key=lambda entity_id: (-shared[entity_id], entity_id))[:most]


def _ids_of(
    session: Session, statement: Callable[[str], Any], sought: Collection[tuple[EntityKind, str]]
) -> dict[tuple[str, str], list[str]]:
    if not sought:
        return {}
    given = {"given": [list(one) for one in sorted(sought)]}
    found = session.execute(statement(session.get_bind().dialect.name), given)
    return {(kind, value): ids or [] for kind, value, ids in found}


@cache
def _bearing(dialect: str) -> Any:
    return _first_having(dialect, AliasRow, AliasRow.folded, _MAX_CANDIDATES)


@cache
def _sharing(dialect: str) -> Any:
    return _first_having(dialect, NameKeyRow, NameKeyRow.key, _MAX_OF_KEY)


def _first_having(dialect: str, model: Any, column: Any, limit: int) -> Any:
    """For each kind and value that are given, the first entities that have the value in that column."""
    given = given_rows(dialect, kind=AutoString(), value=AutoString())
    having = (
        sa_select(model.entity_id)
        .where(model.kind == given.c.kind, column == given.c.value)
        .order_by(model.entity_id)
        .limit(limit)
        .correlate(given)
        .subquery()
    )
    return sa_select(given.c.kind, given.c.value, sa_select(list_of(dialect, having.c.entity_id)).scalar_subquery())


def organizations_by_lexicon_id(session: Session, lexicon_ids: Collection[str]) -> dict[str, OrganizationRow]:
    """The organizations with these ids in the seeds."""
    if not lexicon_ids:
        return {}
    rows = session.exec(select(OrganizationRow).where(col(OrganizationRow.lexicon_id).in_(lexicon_ids)))
    return {row.lexicon_id: row for row in rows if row.lexicon_id}


def get_entity(session: Session, kind: EntityKind, entity_id: str) -> EntityRow | None:
    """The entity of that kind and id."""
    row: EntityRow | None = session.get(MODEL_OF_KIND[kind], entity_id)  # type: ignore[assignment]
    return row


def load_entities(session: Session, entity_ids: Collection[str]) -> dict[str, EntityRow]:
    """These entities, of any kind, by id."""
    found: dict[str, EntityRow] = {}
    for prefix, kind in KIND_OF_PREFIX.items():
        ids = [entity_id for entity_id in entity_ids if entity_id.startswith(prefix)]
        if ids:
            model: Any = MODEL_OF_KIND[kind]
            found.update({row.id: row for row in session.exec(select(model).where(model.id.in_(ids)))})
    return found


def load_aliases(session: Session, entity_ids: Collection[str]) -> dict[str, list[str]]:
    """The names of these entities other than the one they are shown by, in alphabetical order."""
    statement = select(AliasRow).where(col(AliasRow.entity_id).in_(entity_ids), col(AliasRow.is_name).is_(False))
    aliases: dict[str, list[str]] = {entity_id: [] for entity_id in entity_ids}
    for row in session.exec(statement.order_by(col(AliasRow.entity_id), col(AliasRow.folded))):
        aliases[row.entity_id].append(row.name)
    return aliases


def known_names(session: Session, entity_ids: Collection[str]) -> dict[str, set[str]]:
    """The folded names of these entities."""
    statement = select(AliasRow.entity_id, AliasRow.folded).where(col(AliasRow.entity_id).in_(entity_ids))
    names: dict[str, set[str]] = {entity_id: set() for entity_id in entity_ids}
    for entity_id, folded in session.exec(statement):
        names[entity_id].add(folded)
    return names


@dataclass(frozen=True, slots=True)
class NewNames:
    """Names that an entity does not have yet (folded → as written), and their blocking keys."""

    row: EntityRow
    names: Mapping[str, str]
    keys: Collection[str]


def add_names(session: Session, named: Sequence[NewNames]) -> None:
    """Make entities findable by these names."""
    keys: list[dict[str, str]] = []
    for one in named:
        kind, entity_id = kind_of(one.row.id), one.row.id
        for folded, name in one.names.items():
            own = folded == one.row.folded
            session.add(AliasRow(entity_id=entity_id, folded=folded, kind=kind, name=name, is_name=own))
        keys += [{"kind": kind, "key": key, "entity_id": entity_id} for key in sorted(one.keys)]
    if keys:
        session.execute(insert_ignoring(session, NameKeyRow), keys)


def mark_own_names(session: Session, rows: Collection[EntityRow]) -> None:
    """Note which of their names these entities are shown by, after that changed."""
    if not rows:
        return
    session.flush()
    table: Any = AliasRow.__table__  # type: ignore[attr-defined]
    statement = update(table).where(table.c.entity_id == bindparam("named"))
    shown = [{"named": row.id, "own": row.folded} for row in rows]
    session.connection().execute(statement.values(is_name=table.c.folded == bindparam("own")), shown)


def count_article(row: EntityRow, mentions: int, published: date | None) -> None:
    """Note that one more article names the entity, so many times, published on that day."""
    row.article_count += 1
    row.mention_count += mentions
    if published is not None:
        row.first_seen = min(row.first_seen or published, published)
        row.last_seen = max(row.last_seen or published, published)


def add_to_event_counts(session: Session, steps: Mapping[str, int]) -> None:
    """Add to the number of events of each of these entities; rows that the session has loaded are left as they are."""
    by_kind: dict[EntityKind, list[dict[str, Any]]] = {}
    for entity_id, step in sorted(steps.items()):
        if step:
            by_kind.setdefault(kind_of(entity_id), []).append({"counted": entity_id, "step": step})
    for kind, counted in by_kind.items():
        table: Any = MODEL_OF_KIND[kind].__table__  # type: ignore[union-attr]
        statement = update(table).where(table.c.id == bindparam("counted"))
        session.connection().execute(statement.values(event_count=table.c.event_count + bindparam("step")), counted)


def page_of_entities(
    session: Session, kind: EntityKind, conditions: list[ColumnElement[bool]], limit: int, cursor: str | None
) -> tuple[list[EntityRow], int, bool]:
    """Up to ``limit + 1`` entities by folded name, with the total and whether that is an estimate.

    Those that another one stands for are left out.
    """
    model: Any = MODEL_OF_KIND[kind]
    matching = select(model).where(model.canonical_id.is_(None), *conditions)
    total, is_estimate = count_up_to_limit(session, matching.with_only_columns(model.id))
    key = [model.folded, model.id]
    if cursor is not None:
        matching = matching.where(after(key, decode_cursor(cursor, [str, str]), descending=False))
    return list(session.exec(matching.order_by(*key).limit(limit + 1))), total, is_estimate


def page_of_mentions(
    session: Session, entity_ids: Collection[str], limit: int, cursor: str | None
) -> tuple[list[MentionRow], int, bool]:
    """Up to ``limit + 1`` mentions of these, by article and position, with the total and whether it is an estimate."""
    matching = select(MentionRow).where(col(MentionRow.entity_id).in_(entity_ids))
    total, is_estimate = count_up_to_limit(session, matching.with_only_columns(col(MentionRow.start)))
    key = [col(MentionRow.article_id), col(MentionRow.start)]
    if cursor is not None:
        matching = matching.where(after(key, decode_cursor(cursor, [str, int]), descending=False))
    return list(session.exec(matching.order_by(*key).limit(limit + 1))), total, is_estimate


def of_country(kind: EntityKind, country_code: str) -> ColumnElement[bool]:
    """The entity belongs to that country."""
    model: Any = MODEL_OF_KIND[kind]
    condition: ColumnElement[bool] = model.country_code == country_code
    return condition


def with_id(kind: EntityKind, entity_ids: Collection[str]) -> ColumnElement[bool]:
    """The entity is one of these."""
    model: Any = MODEL_OF_KIND[kind]
    condition: ColumnElement[bool] = model.id.in_(entity_ids)
    return condition


def of_category(category: str) -> ColumnElement[bool]:
    """The organization is of that category."""
    return col(OrganizationRow.category) == category


def of_precision(precision: str) -> ColumnElement[bool]:
    """The place is known that exactly."""
    return col(PlaceRow.precision) == precision


def lying_in(ancestor_ids: Collection[str]) -> ColumnElement[bool]:
    """The place lies in one of these; nothing lies in none."""
    inside = select(PlaceAncestorRow.place_id).where(
        col(PlaceAncestorRow.ancestor_id).in_(ancestor_ids), col(PlaceAncestorRow.depth) > 0
    )
    return col(PlaceRow.id).in_(inside)
