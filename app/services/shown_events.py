"""Events as articles tell them, naming those entities that stand for the ones which the articles were linked to."""

from collections.abc import Iterator, Mapping, Sequence

from sqlmodel import Session

from app.domain.documents import JsonObject
from app.storage.canonical import canonical_ids

_SIDES = ("actors", "targets")


def shown_events(session: Session, events: Sequence[JsonObject]) -> list[JsonObject]:
    """These annotated events, whose entities' ids are stored ones, with the ids of who stands for each."""
    canonical = canonical_ids(session, {one for event in events for one in _ids(event) if one})
    return [_shown(event, canonical) for event in events] if canonical else list(events)


def _ids(event: JsonObject) -> Iterator[str | None]:
    yield event["place"]
    for side in _SIDES:
        yield from (party["entity"] for party in event[side])
    yield from (claim["claimant"] for claim in event["claims"])


def _shown(event: JsonObject, canonical: Mapping[str, str]) -> JsonObject:
    def with_canonical(part: JsonObject, key: str) -> JsonObject:
        return {**part, key: canonical.get(part[key] or "", part[key])}

    return {
        **with_canonical(event, "place"),
        **{side: [with_canonical(party, "entity") for party in event[side]] for side in _SIDES},
        "claims": [with_canonical(claim, "claimant") for claim in event["claims"]],
    }
