"""A judgement as it is given, stored and shown."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.documents import JudgementDocument
from app.domain.identifiers import new_id
from app.models import JudgementRow
from app.services.documents import moment


@dataclass(frozen=True, slots=True)
class NewJudgement:
    """A verdict (same, different, unsure) on two events, people, organizations or places."""

    left: str
    right: str
    verdict: str
    author: str
    reason: str | None = None


def judgement_row(given: NewJudgement, now: datetime, **columns: Any) -> JudgementRow:
    """The row of a new judgement; ``columns`` are what else it needs."""
    return JudgementRow(
        id=new_id("jdg"),
        left_id=given.left,
        right_id=given.right,
        verdict=given.verdict,
        author=given.author,
        reason=given.reason,
        created_at=now,
        **columns,
    )


def judgement_document(row: JudgementRow) -> JudgementDocument:
    """The judgement as clients see it."""
    return {
        "id": row.id,
        "kind": row.kind,
        "left": row.left_id,
        "right": row.right_id,
        "verdict": row.verdict,
        "author": row.author,
        "reason": row.reason,
        "created_at": moment(row.created_at),
        "withdrawn_at": moment(row.withdrawn_at) if row.withdrawn_at else None,
        "withdrawn_reason": row.withdrawn_reason,
    }
