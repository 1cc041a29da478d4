"""What the names of an article were linked to when it was read before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlmodel import Session

from app.domain.vocabulary import EntityKind
from app.models import ExtractionRow
from app.resolution.entities import EntityFacts
from app.resolution.names import plain_name
from app.storage.reports import links_of_extraction

#: Kind and folded name.
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FormerNames:
    """Stored ids of entities, by kind and the name that the article had for them, and by any of its names.

    A name of several is left out.
    """

    by_name: Mapping[_Key, str] = field(default_factory=dict)
    by_alias: Mapping[_Key, str] = field(default_factory=dict)

    def named(self, kind: EntityKind, name: str) -> str | None:
        """The stored id of what had that name."""
        return self.by_name.get((kind, plain_name(name)))

    def also_named(self, facts: EntityFacts) -> str | None:
        """The stored id of what shared a name."""
        keys = ((facts.kind, plain_name(name)) for name in facts.names)
        return next((self.by_alias[key] for key in keys if key in self.by_alias), None)


def former_names(session: Session, extraction: ExtractionRow) -> FormerNames:
    """The names of an extraction."""
    links = links_of_extraction(session, extraction.id)
    named = [
        (links[entity["id"]].stored_id, entity)
        for entity in extraction.annotations["entities"]
        if entity["id"] in links
    ]
    return FormerNames(
        _of_one(((entity["kind"], entity["name"]), stored_id) for stored_id, entity in named),
        _of_one(
            ((entity["kind"], name), stored_id)
            for stored_id, entity in named
            for name in (entity["name"], *entity["aliases"])
        ),
    )


def _of_one(named: Iterable[tuple[_Key, str]]) -> dict[_Key, str]:
    """The stored id for each kind and folded name that only one has."""
    found: dict[_Key, set[str]] = {}
    for (kind, name), stored_id in named:
        found.setdefault((kind, plain_name(name)), set()).add(stored_id)
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}
