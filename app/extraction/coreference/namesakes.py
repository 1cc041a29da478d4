"""Two places of one name in one article, told apart by what the text says contains them."""

from app.domain.gazetteer import GazetteerEntry
from app.extraction.document import Document
from app.extraction.mentions.knowledge import NameKnowledge
from app.extraction.toponyms.clues import relation

#: Country and division (None: not told) that the text puts a mention into.
Bearing = tuple[str | None, str | None]


def part_namesakes(document: Document, members: list[int], knowledge: NameKnowledge) -> list[list[int]]:
    """The mentions (indexes of names, in text order) of one written form, parted where the text puts them apart.

    A mention without a container of its own means the place that was named last.
    """
    if len(members) == 1:
        return [members]
    groups: list[tuple[Bearing, list[int]]] = []
    current: list[int] = []
    waiting: list[int] = []
    for index in members:
        bearing = _bearing(document, index, knowledge)
        if bearing is None:
            (current or waiting).append(index)
            continue
        known = next((group for group in groups if not _excludes(group[0], bearing)), None)
        if known is None:
            groups.append(known := (bearing, []))
        current = known[1]
        current += [*waiting, index]
        waiting.clear()
    return [group for _, group in groups] if len(groups) > 1 else [members]


def _bearing(document: Document, index: int, knowledge: NameKnowledge) -> Bearing | None:
    """The container that the text names right after or before the mention."""
    names, text = document.names, document.clean.text
    this = names[index]
    if index + 1 < len(names) and names[index + 1].kind == "place":
        after = names[index + 1]
        said = relation(text[this.end : after.start], demonym=False)
        if said in {"inside", "comma"} and (bearing := _container(after.text, knowledge)) is not None:
            return bearing if said == "inside" or _holds(bearing, this.text, knowledge) else None
    if index and names[index - 1].kind in {"place", "demonym"}:
        before = names[index - 1]
        demonym = before.kind == "demonym"
        if relation(text[before.end : this.start], demonym=demonym) == "contains":
            code = knowledge.countries.code_of_demonym(before.text) if demonym else None
            return (code, None) if code else _container(before.text, knowledge)
    return None


def _container(name: str, knowledge: NameKnowledge) -> Bearing | None:
    code = knowledge.countries.code_of_name(name)
    if code is not None:
        return code, None
    entry = next(iter(knowledge.gazetteer.find(name)), None)
    return (entry.country_code, _division(entry)) if entry is not None else None


def _division(entry: GazetteerEntry) -> str | None:
    return entry.name if entry.feature == "admin1" else entry.admin1_name


def _holds(container: Bearing, name: str, knowledge: NameKnowledge) -> bool:
    """Whether the gazetteer knows a place of that name in the container, so that a comma is no list."""
    inside = knowledge.gazetteer.find(name)
    return any(not _excludes(container, (entry.country_code, _division(entry))) for entry in inside)


def _excludes(one: Bearing, other: Bearing) -> bool:
    if one[0] != other[0]:
        return True
    return one[1] is not None and other[1] is not None and one[1] != other[1]
