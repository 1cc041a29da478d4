"""Are two names given for one entity? The comparison that articles are resolved with, and what the lexicon knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.resolution.name_scoring import LIKELY_NAME, compare_names
from app.resolution.names import NameKind
from app.services.known_actors import KnownActors

#: FollowTheMoney schemata and the kinds of this service; a legal entity may be a person or an organization.
_KIND_OF_SCHEMA: Final[Mapping[str, NameKind]] = {
    "person": "person",
    "organization": "organization",
    "company": "organization",
    "publicbody": "organization",
    "vessel": "thing",
    "airplane": "thing",
    "vehicle": "thing",
    "place": "thing",
    "address": "thing",
}


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Whether two names name one entity, and how well they agree, 0 to 1."""

    match: bool
    score: float


class NameMatcher:
    """Compares pairs of names."""

    def __init__(self, actors: KnownActors) -> None:
        self._actors = actors

    @classmethod
    def load(cls, seeds_dir: Path) -> "NameMatcher":
        """With the lexicons of that directory."""
        return cls(KnownActors.load(seeds_dir))

    def match(self, left: str, right: str, schema: str | None) -> NameMatch:
        """Compare two names of entities of that schema (None: any).

        Whom the seeds know by both names is one, whatever the spelling ("IS", "Daesh"); whom they know apart are two.
        """
        kind = _KIND_OF_SCHEMA.get((schema or "").lower(), "any")
        lefts, rights = self._known(left, kind), self._known(right, kind)
        if lefts and rights:
            return NameMatch(lefts == rights, float(lefts == rights))
        score = max(compare_names(one, other, kind).score for one in (left, *lefts) for other in (right, *rights))
        return NameMatch(score >= LIKELY_NAME, score)

    def _known(self, name: str, kind: NameKind) -> tuple[str, ...]:
        return () if kind == "thing" else self._actors.known_as(name, people=kind == "person")
