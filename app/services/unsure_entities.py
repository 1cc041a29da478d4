"""People, organizations and places that may be one and are kept apart: kept for people to judge."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from sqlmodel import Session

from app.domain.vocabulary import EntityKind
from app.models import OpenPairRow
from app.resolution.entities import DIFFERENT_ENTITY, SAME_ENTITY, Comparison, Decision
from app.resolution.places import SAME_PLACE
from app.storage import open_pairs as store
from app.storage.canonical import canonical_ids, judged_entities, members_of
from app.storage.entities import kind_of

#: Of all that an entity may be, so many are kept; more would be its name, and not a doubt.
_MOST: Final = 5
#: From which score on two are one, and how far from it they are left open.
_THRESHOLDS: Final[dict[EntityKind, tuple[float, float]]] = {
    "person": (SAME_ENTITY, SAME_ENTITY - DIFFERENT_ENTITY),
    "organization": (SAME_ENTITY, SAME_ENTITY - DIFFERENT_ENTITY),
    "place": (SAME_PLACE, 1 - SAME_PLACE),
}


def note_unsure(session: Session, decisions: Mapping[str, Decision]) -> None:
    """Keep what decisions on an article's entities, by stored id, left open; of a pair the best score."""
    found: dict[store.Ids, Comparison] = {}
    for entity_id, decision in decisions.items():
        for other_id, comparison in decision.unsure[:_MOST]:
            ids = (min(entity_id, other_id), max(entity_id, other_id))
            if other_id != entity_id and (ids not in found or found[ids].score < comparison.score):
                found[ids] = comparison
    known = store.load_pairs(session, list(found))
    rows: list[OpenPairRow] = []
    new: set[str] = set()
    for ids, comparison in found.items():
        values = _values(ids[0], comparison)
        if ids not in known:
            new.update(ids)
            rows.append(OpenPairRow(left_id=ids[0], right_id=ids[1], **values))
        elif known[ids].score < comparison.score:
            rows.append(known[ids].sqlmodel_update(values))
    store.save_pairs(session, rows)
    if new and (judged_entities(session, new) or canonical_ids(session, new)):
        relist_entities(session, new)


def _values(entity_id: str, comparison: Comparison) -> dict[str, Any]:
    kind = kind_of(entity_id)
    threshold, reach = _THRESHOLDS[kind]
    margin = round(comparison.score - threshold, 4)
    return {
        "kind": kind,
        "doubt": abs(margin) / reach,
        "margin": margin,
        "score": comparison.score,
        "parts": comparison.parts,
    }


def relist_entities(session: Session, entity_ids: Collection[str]) -> None:
    """Find anew which pairs of these are open: of those that stand for any two, the best one, until it is judged."""
    ids_standing = canonical_ids(session, entity_ids)
    standing = {ids_standing.get(one, one) for one in entity_ids}
    groups = {one: [one, *(row.id for row in rows)] for one, rows in members_of(session, standing).items()}
    everyone = {*standing, *(one for group in groups.values() for one in group)}
    pairs = store.pairs_of(session, everyone)
    judged = judged_entities(session, everyone)
    canonical = canonical_ids(session, {one for ids in (*pairs, *judged) for one in ids})

    def shown(ids: store.Ids) -> frozenset[str]:
        return frozenset(canonical.get(one, one) for one in ids)

    closed = {shown(ids) for ids in judged}
    for ids, row in sorted(pairs.items(), key=lambda pair: (-pair[1].score, pair[0])):
        row.is_open = len(shown(ids)) > 1 and shown(ids) not in closed
        closed.add(shown(ids))
    store.save_pairs(session, pairs.values())
