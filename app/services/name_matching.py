"""Are two names given for one entity? The comparison that articles are resolved with, and what the lexicon knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.extraction.lexicons.actors import ActorLexicon
from app.resolution.name_scoring import LIKELY_NAME, compare_names
from app.resolution.names import NameKind

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

    def __init__(self, actors: ActorLexicon) -> None:
        self._actors = actors

    @classmethod
    def load(cls, seeds_dir: Path) -> "NameMatcher":
        """With the lexicons of that directory."""
        return cls(ActorLexicon.load(seeds_dir))

    def match(self, left: str, right: str, schema: str | None) -> NameMatch:
        """Compare two names of entities of that schema (None: any).

        An organization that the lexicon knows by both names is one, whatever the spelling ("IS", "Daesh"); two that it
        knows apart are two.
        """
        kind = _KIND_OF_SCHEMA.get((schema or "").lower(), "any")
        if kind in {"organization", "any"}:
            one, other = self._actors.readings(left), self._actors.readings(right)
            if len(one) == len(other) == 1:
                same = one[0].id == other[0].id
                return NameMatch(same, float(same))
        score = compare_names(left, right, kind).score
        return NameMatch(score >= LIKELY_NAME, score)
