"""The difference an article made to the events it reports."""

from collections.abc import Mapping, Sequence

from app.domain.documents import Changes
from app.domain.event_documents import EventDocument


def changes_of(
    touched: Sequence[str], before: Mapping[str, EventDocument], after: Mapping[str, EventDocument]
) -> Changes:
    """Sort the touched events by what happened to them.

    Created: not there before. Contradicted: in dispute since this article. Corroborated: one more independent source.
    Unchanged: told once more by a source or in a text that had told it.
    """
    changes: Changes = {"created": [], "corroborated": [], "contradicted": [], "unchanged": []}
    for event_id in dict.fromkeys(touched):
        was, now = before.get(event_id), after[event_id]
        if was is None:
            changes["created"].append(event_id)
        elif now["disputed"] and not was["disputed"]:
            changes["contradicted"].append(event_id)
        elif now["independent_source_count"] > was["independent_source_count"]:
            changes["corroborated"].append(event_id)
        else:
            changes["unchanged"].append(event_id)
    return changes


def unchanged(events: Sequence[EventDocument]) -> Changes:
    """Nothing happened to any of these events."""
    return {"created": [], "corroborated": [], "contradicted": [], "unchanged": [event["id"] for event in events]}
