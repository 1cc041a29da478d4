"""Which mentions name the same place, nationality or thing."""

from app.domain.names import fold_name, strip_article
from app.extraction.coreference.groups import add_entity, fullest
from app.extraction.coreference.namesakes import part_namesakes
from app.extraction.document import Document, EntityDraft, Name
from app.extraction.mentions.knowledge import NameKnowledge

Key = tuple[str, str]


def link_places(document: Document, knowledge: NameKnowledge) -> None:
    """Make one entity of every place, nationality, weapon and vehicle, and link their mentions.

    The names of a country are one entity, and so are spellings of a place that differ in diacritics or the Arabic
    article; a country's people are an entity of kind demonym, apart from the country. Two towns of one name are two.
    """
    groups: dict[Key, list[int]] = {}
    for i, name in enumerate(document.names):
        if name.entity is None:
            groups.setdefault(_key(name, knowledge), []).append(i)
    for (kind, _), named in groups.items():
        for members in part_namesakes(document, named, knowledge) if kind == "place" else [named]:
            add_entity(document, members, _draft(kind, [document.names[i] for i in members], knowledge))


def _key(name: Name, knowledge: NameKnowledge) -> Key:
    code = _code(name, knowledge)
    if code is not None:
        return name.kind, f"country {code}"
    return name.kind, strip_article(fold_name(name.text))


def _code(name: Name, knowledge: NameKnowledge) -> str | None:
    if name.kind == "place":
        return knowledge.countries.code_of_name(name.text)
    return knowledge.countries.code_of_demonym(name.text) if name.kind == "demonym" else None


def _draft(kind: str, names: list[Name], knowledge: NameKnowledge) -> EntityDraft:
    code = _code(names[0], knowledge)
    title = knowledge.countries.name(code) if code and kind == "place" else " ".join(fullest(names).split())
    return EntityDraft(names[0].kind, title, country_code=code)
