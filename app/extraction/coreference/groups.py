"""Names of one entity, gathered while linking."""

from collections import Counter
from collections.abc import Iterable

from app.extraction.document import Document, EntityDraft, Name


def fullest(names: Iterable[Name]) -> str:
    """The form with most words, the more frequent of equally long ones, the earlier of equally frequent ones."""
    counted = Counter(name.text for name in names)
    return max(counted, key=lambda text: (len(text.split()), counted[text]))


def forms(names: Iterable[Name], chosen: str) -> list[str]:
    """The other ways the entity is written, in text order."""
    return [text for text in dict.fromkeys(" ".join(name.text.split()) for name in names) if text != chosen]


def add_entity(document: Document, members: Iterable[int], draft: EntityDraft) -> None:
    """Append the entity, point its mentions to it, and note their other forms as aliases."""
    index = len(document.entities)
    names = [document.names[member] for member in members]
    for name in names:
        name.entity = index
    draft.aliases = [alias for alias in (*forms(names, draft.name), *draft.aliases) if alias != draft.name]
    document.entities.append(draft)
