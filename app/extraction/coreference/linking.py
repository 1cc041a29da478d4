"""Linking the names of an article to its entities."""

from bisect import bisect_right

from app.extraction.coreference.antecedents import find_antecedents
from app.extraction.coreference.organizations import link_organizations
from app.extraction.coreference.people import link_people
from app.extraction.coreference.places import link_places
from app.extraction.coreference.roles import add_roles
from app.extraction.document import Document, EntityDraft
from app.extraction.mentions.knowledge import NameKnowledge


def link_names(document: Document, knowledge: NameKnowledge) -> None:
    """Fill ``entities``, ``name_at`` and ``antecedents``, and set every name's ``entity``.

    Entities stand in the order of their first mention.
    """
    document.names.sort(key=lambda name: name.start)
    document.name_at = _name_at(document)
    link_people(document)
    link_organizations(document, knowledge)
    link_places(document, knowledge)
    _put_in_text_order(document)
    add_roles(document, knowledge)
    document.antecedents = find_antecedents(document, knowledge)


def _name_at(document: Document) -> dict[int, int]:
    starts = [name.start for name in document.names]
    at: dict[int, int] = {}
    for token in document.doc:
        index = bisect_right(starts, token.idx) - 1
        if index >= 0 and token.idx < document.names[index].end:
            at[token.i] = index
    return at


def _put_in_text_order(document: Document) -> None:
    order: dict[int, int] = {}
    entities: list[EntityDraft] = []
    for name in document.names:
        if name.entity is not None and name.entity not in order:
            order[name.entity] = len(entities)
            entities.append(document.entities[name.entity])
    for name in document.names:
        if name.entity is not None:
            name.entity = order[name.entity]
    document.entities = entities
