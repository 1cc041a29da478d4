"""Deciding whether a person or organization of an article is one that is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.domain.vocabulary import EntityKind
from app.resolution.names import is_generic, name_similarity, words_of_name

SAME_ENTITY: Final = 0.75
#: Two candidates this close are a tie: nobody can tell which one is meant.
_TIE: Final = 0.02


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """What is known of a person or organization, in an article or stored. ``id`` is local or stored accordingly."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    country_code: str | None = None
    roles: tuple[str, ...] = ()
    category: str | None = None
    lexicon_id: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Decision:
    """What an entity or event of an article was linked to (None: nothing, it is new), and why."""

    stored_id: str | None
    score: float
    parts: dict[str, float] = field(default_factory=dict)


def decide_entity(entity: EntityFacts, candidates: Iterable[EntityFacts]) -> Decision:
    """Link the entity to the best candidate at or above ``SAME_ENTITY``; a tie of two links to none."""
    scored = sorted(
        ((score_entity(entity, candidate), candidate) for candidate in candidates),
        key=lambda pair: (-sum(pair[0].values()), pair[1].id),
    )
    if not scored:
        return Decision(None, 0.0)
    parts, best = scored[0]
    score = sum(parts.values())
    runner_up = sum(scored[1][0].values()) if len(scored) > 1 else 0.0
    tied = score - runner_up < _TIE and not _exact(parts)
    return Decision(best.id if score >= SAME_ENTITY and not tied else None, round(score, 4), parts)


def score_entity(left: EntityFacts, right: EntityFacts) -> dict[str, float]:
    """The parts of the score that two entities are one; their sum is the score, at most about 1.2.

    A lexicon id decides alone. Else: the best agreement of any two names, then country and role for or against.
    A family name alone stays below the threshold until country or role agree; so do names that every country has.
    """
    if left.lexicon_id and right.lexicon_id:
        return {"lexicon": 1.0 if left.lexicon_id == right.lexicon_id else 0.0}
    similarity, shared = _best_names(left, right)
    if similarity == 0.0:
        return {"name": 0.0}
    parts = {"name": round(0.8 * similarity, 4)}
    weak = _is_weak(shared, left.kind)
    if weak:
        parts["weak_name"] = -0.2
    parts["country"] = _country(left.country_code, right.country_code)
    parts["role"] = _roles(left.roles, right.roles)
    if left.category and right.category and left.category != right.category:
        parts["category"] = -0.05
    return parts


def _exact(parts: dict[str, float]) -> bool:
    return "lexicon" in parts


def _best_names(left: EntityFacts, right: EntityFacts) -> tuple[float, str]:
    """The best similarity of any two names, and the shorter of these two.

    Where both people have a full name, only full names count: brothers share the family name.
    """
    best, shared = 0.0, ""
    lefts, rights = left.names, right.names
    if left.kind == "person" and _full_names(left) and _full_names(right):
        lefts, rights = _full_names(left), _full_names(right)
    for first in lefts:
        for second in rights:
            similarity = name_similarity(first, second)
            words = min(len(words_of_name(first)), len(words_of_name(second)))
            if (similarity, words) > (best, len(words_of_name(shared)) if shared else 0):
                best, shared = similarity, min(first, second, key=lambda name: len(words_of_name(name)))
    return best, shared


def _full_names(entity: EntityFacts) -> tuple[str, ...]:
    return tuple(name for name in entity.names if len(words_of_name(name)) > 1)


def _is_weak(name: str, kind: EntityKind) -> bool:
    """A name that many bear: one word for a person, generic words for an organization."""
    if kind == "person":
        return len(words_of_name(name)) < 2
    return is_generic(name)


def _country(left: str | None, right: str | None) -> float:
    if left is None or right is None:
        return 0.0
    return 0.2 if left == right else -0.2


def _roles(left: Sequence[str], right: Sequence[str]) -> float:
    """Whether two lists of offices share one, by words."""
    best = 0.0
    for first in left:
        for second in right:
            one, other = set(words_of_name(first)), set(words_of_name(second))
            best = max(best, len(one & other) / max(len(one | other), 1))
    return round(0.2 * best, 4) if best >= 0.4 else 0.0
