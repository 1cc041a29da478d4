"""The stored people and organizations that those of an article may be: loaded together, however many there are."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from sqlmodel import Session

from app.domain.vocabulary import EntityKind
from app.models import OrganizationRow, PersonRow
from app.resolution.blocking import name_keys, search_keys
from app.resolution.entities import EntityFacts
from app.resolution.names import plain_name, words_of_name
from app.storage import entities as store

#: Entities compared for sharing blocking keys only, those first that share the most and the rarest: more of them are
#: namesakes by halves, and each costs time.
_MOST_SHARING: Final = 24


class Candidates:
    """What the people and organizations of one article are compared with: what is stored, and what they made."""

    def __init__(self, session: Session, sought: Collection[EntityFacts], others: Iterable[str]) -> None:
        """``others`` are ids of entities that are wanted in any case."""
        by_name = store.ids_of_names(session, {name for facts in sought for name in _names(facts)})
        by_key = store.ids_of_keys(session, {key for facts in sought for key in _keys(facts)})
        self._found = {facts.id: _likeliest(facts, by_name, by_key) for facts in sought}
        self._made_by_name: dict[tuple[str, str], list[str]] = {}
        self._made_by_key: dict[tuple[str, str], list[str]] = {}
        lexicon_ids = {facts.lexicon_id for facts in sought if facts.lexicon_id}
        self._of_lexicon = store.organizations_by_lexicon_id(session, lexicon_ids)
        ids = {entity_id for found in self._found.values() for entity_id in found}
        self._rows = store.load_entities(session, ids.union(others))
        self._rows.update({row.id: row for row in self._of_lexicon.values()})
        self._aliases = store.load_aliases(session, ids)

    def row(self, entity_id: str | None) -> store.EntityRow | None:
        """The entity of that id."""
        return self._rows.get(entity_id or "")

    def of_lexicon(self, lexicon_id: str | None) -> OrganizationRow | None:
        """The organization with that id in the seeds."""
        return self._of_lexicon.get(lexicon_id or "")

    def like(self, facts: EntityFacts) -> list[EntityFacts]:
        """Those stored ones that share a name or most of the blocking keys, and those made since."""
        made = _likeliest(facts, self._made_by_name, self._made_by_key)
        ids = dict.fromkeys([*self._found[facts.id], *made])
        return [facts_of(self._rows[one], self._aliases[one]) for one in ids]

    def add(self, row: store.EntityRow, names: Sequence[str]) -> None:
        """Have an entity found that is not stored yet."""
        kind = store.kind_of(row.id)
        folded = {plain_name(name): name for name in (*reversed(names), row.name)}
        self._rows[row.id] = row
        self._aliases[row.id] = [folded[name] for name in sorted(folded) if name != row.folded]
        for name in folded:
            self._made_by_name.setdefault((kind, name), []).append(row.id)
        for key in name_keys(folded.values()):
            self._made_by_key.setdefault((kind, key), []).append(row.id)
        if isinstance(row, OrganizationRow) and row.lexicon_id:
            self._of_lexicon[row.lexicon_id] = row


def _likeliest(
    facts: EntityFacts,
    by_name: Mapping[tuple[str, str], Collection[str]],
    by_key: Mapping[tuple[str, str], Collection[str]],
) -> list[str]:
    bearing = store.bearing_names(by_name.get(name, ()) for name in _names(facts))
    return bearing + store.sharing_keys((by_key.get(key, ()) for key in _keys(facts)), _MOST_SHARING)


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


def _names(facts: EntityFacts) -> set[tuple[EntityKind, str]]:
    """The folded names to look for; of a person the family name too."""
    folded = {plain_name(name) for name in facts.names}
    if facts.kind == "person":
        folded.add(words_of_name(facts.name)[-1])
    return {(facts.kind, name) for name in folded}


def _keys(facts: EntityFacts) -> set[tuple[EntityKind, str]]:
    return {(facts.kind, key) for key in search_keys(facts.name)}
