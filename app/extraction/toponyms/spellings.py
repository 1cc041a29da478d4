"""Spellings of one place that only the gazetteer knows for one: "Kiev" and "Kyiv"."""

from app.extraction.document import Document, EntityDraft


def join_spellings(document: Document) -> None:
    """Make one entity of places that were found to be the same entry; the first mention's spelling is its name."""
    kept: list[EntityDraft] = []
    place_of: dict[int, int] = {}
    moved: dict[int, int] = {}
    for index, draft in enumerate(document.entities):
        entry = draft.location.entry if draft.kind == "place" and draft.location else None
        same = place_of.get(entry.geonames_id) if entry is not None else None
        if same is not None:
            first = kept[same]
            first.aliases += [name for name in (draft.name, *draft.aliases) if name not in {first.name, *first.aliases}]
            moved[index] = same
            continue
        moved[index] = len(kept)
        if entry is not None:
            place_of[entry.geonames_id] = len(kept)
        kept.append(draft)
    if len(kept) < len(document.entities):
        document.entities = kept
        _point_anew(document, moved)


def _point_anew(document: Document, moved: dict[int, int]) -> None:
    for name in document.names:
        if name.entity is not None:
            name.entity = moved[name.entity]
    document.antecedents = {token: moved[entity] for token, entity in document.antecedents.items()}
    for draft in document.entities:
        if draft.location is not None and draft.location.container_entity is not None:
            draft.location.container_entity = moved[draft.location.container_entity]
