"""The difference an article made to the events it reports."""

from collections.abc import Collection, Mapping, Sequence

from app.domain.documents import Changes
from app.domain.event_documents import EventDocument

#: What an event shows that may differ while it tells the same.
_BESIDE_THE_FACTS = ("evidence", "updated_at")


def changes_of(
    touched: Sequence[str],
    before: Mapping[str, EventDocument],
    after: Mapping[str, EventDocument],
    told_before: Collection[str] = (),
) -> Changes:
    """Sort the touched events by what happened to them.

    Created: not there before. Contradicted: sources disagree on it, or on one more thing, since this article.
    Corroborated: one more independent source. Revised: the article told of it before (``told_before``), otherwise.
    Unchanged: told once more by a source or in a text that had told it.
    """
    changes = unchanged(())
    for event_id in dict.fromkeys(touched):
        was, now = before.get(event_id), after[event_id]
        if was is None:
            changes["created"].append(event_id)
        elif _positions(now) - _positions(was):
            changes["contradicted"].append(event_id)
        elif now["independent_source_count"] > was["independent_source_count"]:
            changes["corroborated"].append(event_id)
        elif event_id in told_before and _facts(now) != _facts(was):
            changes["revised"].append(event_id)
        else:
            changes["unchanged"].append(event_id)
    return changes


def unchanged(events: Sequence[EventDocument]) -> Changes:
    """Nothing happened to any of these events."""
    return {
        "created": [],
        "corroborated": [],
        "contradicted": [],
        "revised": [],
        "withdrawn": [],
        "unchanged": [event["id"] for event in events],
    }


def _positions(event: EventDocument) -> set[tuple[object, ...]]:
    """What is said of the event that contradicts something else that is said of it."""
    return {
        (contradiction["about"], side["stance"], side["low"], side["high"])
        for contradiction in event.get("contradictions", ())
        for side in contradiction["sides"]
    }


def _facts(event: EventDocument) -> dict[str, object]:
    return {name: value for name, value in event.items() if name not in _BESIDE_THE_FACTS}
