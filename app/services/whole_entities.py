"""Entities that were judged one as one: with the names, offices and sightings of all."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session

from app.models import PersonRow
from app.resolution.names import plain_name
from app.storage.canonical import count_articles, members_of
from app.storage.entities import EntityRow, load_aliases


def whole_entities(
    session: Session, rows: Sequence[EntityRow]
) -> tuple[list[EntityRow], dict[str, list[str]], dict[str, list[str]]]:
    """These entities, each with what is known of those that it stands for; their aliases; the ids they stand for.

    The rows of a group are made up: they are not stored.
    """
    members = members_of(session, [row.id for row in rows])
    everyone = [*rows, *(one for group in members.values() for one in group)]
    theirs = load_aliases(session, [one.id for one in everyone])
    whole = [_as_one(session, row, members[row.id]) if row.id in members else row for row in rows]
    aliases = {row.id: _aliases(row, members.get(row.id, ()), theirs) for row in rows}
    return whole, aliases, {row.id: [one.id for one in members.get(row.id, ())] for row in rows}


def _aliases(row: EntityRow, members: Sequence[EntityRow], theirs: Mapping[str, Sequence[str]]) -> list[str]:
    if not members:
        return list(theirs[row.id])
    names = (*theirs[row.id], *(name for one in members for name in (one.name, *theirs[one.id])))
    folded = {plain_name(name): name for name in reversed(names)}
    return [name for key, name in sorted(folded.items()) if key != row.folded]


def _as_one(session: Session, row: EntityRow, members: Sequence[EntityRow]) -> EntityRow:
    """What the first of them leaves open is taken from the next."""
    everyone = [row, *members]
    values: dict[str, Any] = {
        column: next((value for one in everyone if (value := getattr(one, column)) is not None), None)
        for column in type(row).model_fields
    }
    values["canonical_id"] = None
    values["article_count"] = count_articles(session, [one.id for one in everyone])
    values["mention_count"] = sum(one.mention_count for one in everyone)
    values["first_seen"] = min((one.first_seen for one in everyone if one.first_seen), default=None)
    values["last_seen"] = max((one.last_seen for one in everyone if one.last_seen), default=None)
    if isinstance(row, PersonRow):
        values["roles"] = list(dict.fromkeys(role for one in everyone for role in one.roles))  # type: ignore[union-attr]
    return type(row)(**values)
