"""Judging whether two people, organizations or places are one."""

from datetime import UTC, datetime
from typing import cast

from sqlmodel import Session

from app.domain.changes import ChangedKind
from app.domain.documents import EntityDocument, JudgementDocument
from app.domain.identifiers import kind_of_id
from app.errors import InvalidInput, NotFound
from app.models import JudgementRow
from app.services.changelog import Cause, Change, derive_events, write_changes
from app.services.documents import entity_documents
from app.services.identities import Reunion, reunite
from app.services.judgement_rows import NewJudgement, judgement_document, judgement_row
from app.services.stores import Stores
from app.services.unsure_entities import relist_entities
from app.storage.canonical import load_shown
from app.storage.entities import load_entities
from app.storage.judgements import withdraw_on_ids


def judge_entities(stores: Stores, given: NewJudgement) -> tuple[JudgementDocument, list[EntityDocument]]:
    """Give a verdict; answers with it and the entities as they are now. It takes the place of an earlier one.

    It is kept on these two, also where others stand for them. ``NotFound`` for an id that is no entity's,
    ``InvalidInput`` for one and the same, or for two of different kinds.
    """
    now = datetime.now(UTC)
    kind = str(kind_of_id(given.left))
    with stores.database.write() as session:
        _check(session, given, kind)
        withdraw_on_ids(session, given.left, given.right, now)
        row = judgement_row(given, now, kind=kind)
        session.add(row)
        session.flush()
        documents = reunited(session, stores, row, Cause("judgement_given", judgement_id=row.id), now)
        return judgement_document(row), documents


def _check(session: Session, given: NewJudgement, kind: str) -> None:
    if kind_of_id(given.right) != kind:
        raise InvalidInput(f"must be the id of another {kind}, as `left` is one", field="right")
    if given.left == given.right:
        raise InvalidInput(f"must be another {kind} than `left`", field="right")
    known = load_entities(session, [given.left, given.right])
    for field, entity_id in (("left", given.left), ("right", given.right)):
        if entity_id not in known:
            raise NotFound(f"there is no {kind} {entity_id}", field=field)


def reunited(session: Session, stores: Stores, row: JudgementRow, cause: Cause, now: datetime) -> list[EntityDocument]:
    """Find anew who stands for the two, derive the events that name them, and answer with them as they are now."""
    both = [row.left_id, row.right_id]
    reunion = reunite(session, both)
    relist_entities(session, {*both, *reunion.merged, *reunion.parted, *reunion.touched})
    derived = derive_events(session, sorted(reunion.events), now)
    write_changes(session, cause, derived, {}, _changes(cast("ChangedKind", row.kind), reunion))
    standing = load_shown(session, both)
    return entity_documents(session, stores.actors, list({standing[one].id: standing[one] for one in both}.values()))


def _changes(kind: ChangedKind, reunion: Reunion) -> list[Change]:
    changes = [Change("split", kind, one, sources=(before,)) for one, before in sorted(reunion.parted.items())]
    changes += [Change("merged", kind, one, into=now) for one, now in sorted(reunion.merged.items())]
    return changes + [Change("updated", kind, one) for one in sorted(reunion.touched - reunion.merged.keys())]
