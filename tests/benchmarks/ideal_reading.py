"""The annotations that an extractor which reads as the labels say would write."""

from collections.abc import Iterable
from typing import Any

from app.domain.annotations import Annotations, Event
from app.domain.edtf import parse_edtf
from app.domain.vocabulary import FIGURE_KINDS
from benchmarks.quality.labels import LabelledEvent, LabelledParty, LabelledText, as_range
from benchmarks.quality.loading import occurrences, trigger_stretch


class Writer:
    """Turns the labels of one article into annotations; every name becomes an entity."""

    def __init__(self, labels: LabelledText) -> None:
        self.labels = labels
        self.entities: dict[str, dict[str, Any]] = {}

    def annotations(self) -> Annotations:
        events = [self.event(number, event) for number, event in enumerate(self.labels.events)]
        return Annotations.model_validate({"entities": list(self.entities.values()), "events": events})

    def span(self, wording: str) -> dict[str, Any]:
        start, end = occurrences(self.labels.text, wording)[0]
        return {"start": start, "end": end, "text": self.labels.text[start:end]}

    def named(self, name: str, kind: str, **more: Any) -> str:
        identifier = f"{kind} {name} {more}"
        self.entities[identifier] = {"id": identifier, "kind": kind, "name": name, **more}
        return identifier

    def place(self, event: LabelledEvent) -> str | None:
        if event.place is None:
            return None
        code = event.place.country_code or None
        within = self.named(event.place.within, "place", country_code=code) if event.place.within else None
        return self.named(event.place.text, "place", country_code=code, within=within)

    def parties(self, labelled: Iterable[LabelledParty], role: str) -> list[dict[str, Any]]:
        return [
            self.span(party.text)
            | {"sector": party.sector, "country_code": party.country_code, "role": party.role or role}
            | {"entity": self.named(party.entity, "organization") if party.entity else None}
            for party in labelled
        ]

    def casualties(self, event: LabelledEvent) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for kind in FIGURE_KINDS:
            if (amount := event.amount(kind)) is not None:
                parts = event.of_whom.get(kind)
                told[kind] = number(amount) | {"of_whom": parts and parts.model_dump()}
        chosen = [{"what": kind, **told[kind]} for kind in told]
        others = [{"what": one.what, **number(as_range(one.amount))} for one in event.figures]
        return told | {"figures": [*chosen, *others]}

    def event(self, order: int, event: LabelledEvent) -> dict[str, Any]:
        stretches = [trigger_stretch(self.labels.text, telling) for telling in event.tellings]
        spans = [{"start": start, "end": end, "text": self.labels.text[start:end]} for start, end in stretches]
        claims = [
            self.span(claim.claimant)
            | {"id": f"c{place}", "verb": claim.verb, "about": claim.about, "stance": claim.stance}
            for place, claim in enumerate(event.claims)
        ]
        return {
            "id": f"v{order}",
            **event.model_dump(include={"type", "mode", "contexts", "background", "stance"}),
            "date": parse_edtf(event.date).model_dump() if event.date else {},
            "place": self.place(event),
            "actors": self.parties(event.actors, "actor"),
            "targets": self.parties(event.targets, "target"),
            **self.casualties(event),
            "counts": [{"what": count.what, **number(as_range(count.amount))} for count in event.counts],
            "stance_cue": self.span(event.stance_cue) if event.stance_cue else None,
            "claims": claims,
            "evidence": [{"start": span["start"], "end": span["end"], "trigger": span} for span in spans],
            "confidence": 1,
        }


def number(amount: tuple[int, int | None]) -> dict[str, Any]:
    return {"low": amount[0], "high": amount[1], "start": 0, "end": 1, "text": "…"}


def ideal(labels: LabelledText) -> Annotations:
    return Writer(labels).annotations()


def changed(found: Annotations, order: int, **fields: Any) -> Annotations:
    """The same annotations with other values in one event."""
    events = [event.model_dump() for event in found.events]
    events[order] |= fields
    return found.model_copy(update={"events": tuple(Event.model_validate(event) for event in events)})
