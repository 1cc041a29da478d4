"""What a name that is being typed may become: entities, types and properties of reconciliation."""

from sqlmodel import Session

from app.domain.documents import EntityDocument
from app.domain.identifiers import kind_of_id
from app.domain.reconciliation import PROPERTIES, TYPE_OF_KIND, Named, SuggestionDocument, kinds_named
from app.domain.vocabulary import EntityKind
from app.errors import Moved, NotFound
from app.models import PlaceRow
from app.resolution.blocking import name_keys
from app.resolution.names import plain_name
from app.services.descriptions import describe, type_of
from app.services.entities import get_entity
from app.services.stores import Stores
from app.services.whole_entities import whole_entities
from app.storage import entities as store
from app.storage.canonical import load_shown, shown_chains

_PAGE = 10
_SHORTEST_WORD = 3


def suggest_entities(stores: Stores, prefix: str, skip: int, type_: str | None = None) -> list[SuggestionDocument]:
    """Entities with a name that begins so, or that has these words; what more events name comes first.

    ``skip``: how many have been seen. ``type_``: the id of their type; one that is none, as None, is any.
    """
    if not any(character.isalnum() for character in prefix):
        return []
    with stores.database.read() as session:
        named = [one for kind in kinds_named([type_ or ""]) or TYPE_OF_KIND for one in _named(session, kind, prefix)]
        rows = list({row.id: row for row in load_shown(session, named).values()}.values())
        rows.sort(key=lambda row: (-row.event_count, -row.article_count, row.folded, row.id))
        shown, _, _ = whole_entities(session, rows[skip : skip + _PAGE])
        chains = shown_chains(session, [row.id for row in shown if isinstance(row, PlaceRow)])
        return [
            {
                "id": row.id,
                "name": row.name,
                "description": describe(stores.gazetteer, row, chains.get(row.id, ())),
                "notable": [type_of(row)],
            }
            for row in shown
        ]


def _named(session: Session, kind: EntityKind, prefix: str) -> list[str]:
    """Those whose name begins so; where none does, those that have all of the words, as far as these are words yet."""
    beginning = plain_name(prefix)
    ids = store.ids_by_beginning(session, kind, beginning)
    if not ids and len(beginning) >= _SHORTEST_WORD:
        keys = name_keys([prefix])
        ids = store.ids_by_keys(session, kind, {key for key in keys if "|" in key} or keys)
    return ids


def suggest_types(prefix: str) -> list[Named]:
    """Types whose name begins so; all for an empty beginning."""
    return [{"id": name, "name": name} for name in TYPE_OF_KIND.values() if _begins(name, prefix)]


def suggest_properties(prefix: str) -> list[Named]:
    """Properties whose name or id begins so; all for an empty beginning."""
    return [
        {"id": one.id, "name": one.name, "description": one.description}
        for one in PROPERTIES
        if _begins(one.id, prefix) or _begins(one.name, prefix)
    ]


def _begins(name: str, prefix: str) -> bool:
    return name.casefold().startswith(prefix.strip().casefold())


def entity_of_any_kind(stores: Stores, entity_id: str) -> EntityDocument:
    """The person, organization or place, also where it was found to be one with another; ``NotFound``."""
    kind = next((kind for kind in TYPE_OF_KIND if kind == kind_of_id(entity_id)), None)
    if kind is None:
        raise NotFound(f"{entity_id[:100]} is no id of a person, organization or place", field="id")
    try:
        return get_entity(stores, kind, entity_id)
    except Moved as moved:
        return get_entity(stores, kind, moved.canonical_id)
