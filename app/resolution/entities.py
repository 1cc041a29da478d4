"""Deciding whether a person or organization of an article is one that is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.domain.vocabulary import EntityKind
from app.resolution.name_scoring import DIFFERENT_NAME, NameScore, Outcome, compare_names
from app.resolution.names import NameKind, is_generic, words_of_name

#: From here on two are one; below ``DIFFERENT_ENTITY`` they are two, and what lies between is left open.
SAME_ENTITY: Final = 0.75
DIFFERENT_ENTITY: Final = 0.5
#: How much of the score the names make; country, role and category make the rest.
_NAME_WEIGHT: Final = 0.8
_TWO_SLIPS: Final = -0.2
#: Two candidates this close are a tie: nobody can tell which one is meant.
_TIE: Final = 0.02


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """What is known of a person or organization, in an article or stored. ``id`` is local or stored accordingly.

    ``canonical_id`` is who stands for it, where people judged it to be one with another.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    country_code: str | None = None
    roles: tuple[str, ...] = ()
    category: str | None = None
    lexicon_id: str | None = None
    canonical_id: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two entities are one, and the parts of the score that say so; the score is their sum."""

    outcome: Outcome
    score: float
    parts: dict[str, float]


@dataclass(frozen=True, slots=True)
class Decision:
    """What an entity or event of an article was linked to (None: nothing, it is new), and why.

    ``unsure``: stored entities that may be the same and are kept apart, best first, with the comparison.
    """

    stored_id: str | None
    score: float
    parts: dict[str, float] = field(default_factory=dict)
    unsure: tuple[tuple[str, Comparison], ...] = ()


def decide_entity(entity: EntityFacts, candidates: Iterable[EntityFacts]) -> Decision:
    """Link the entity to the best candidate that is the same; a tie of two links to none and leaves both open.

    Between candidates that people judged to be one there is no tie.
    """
    found = sorted(
        ((compare_entities(entity, candidate), candidate) for candidate in candidates),
        key=lambda pair: (-pair[0].score, pair[1].id),
    )
    if not found:
        return Decision(None, 0.0)
    best, first = found[0]
    runner_up = next((one.score for one, other in found if _standing(other) != _standing(first)), 0.0)
    tied = best.score - runner_up < _TIE and "lexicon" not in best.parts
    linked = first.id if best.outcome == "same" and not tied else None
    unsure = tuple((other.id, one) for one, other in found if one.outcome != "different" and other.id != linked)
    return Decision(linked, best.score, best.parts, unsure)


def _standing(candidate: EntityFacts) -> str:
    return candidate.canonical_id or candidate.id


def compare_entities(left: EntityFacts, right: EntityFacts) -> Comparison:
    """Whether two people or organizations are one: ``same``, ``different`` or ``unsure``, with the score's parts.

    A lexicon id decides alone. Else: the best agreement of any two names, then country and role for or against.
    A family name alone is not enough until country or role agree, nor is a name that every country has. Nothing makes
    names one that differ by two letters, by a number, by a "Jr." or in their initials, or that say two are meant.
    """
    if left.lexicon_id and right.lexicon_id:
        same = left.lexicon_id == right.lexicon_id
        return Comparison("same" if same else "different", float(same), {"lexicon": float(same)})
    names, shared = _best_names(left, right)
    if names.score == 0.0:
        return Comparison("different", 0.0, {"name": 0.0})
    parts = {"name": _NAME_WEIGHT, **{f"name_{part}": _NAME_WEIGHT * cost for part, cost in names.parts.items()}}
    if left.kind == "organization" and is_generic(shared):
        parts["generic_name"] = -0.2
    parts["country"] = _country(left.country_code, right.country_code)
    parts["role"] = _roles(left.roles, right.roles)
    if left.category and right.category and left.category != right.category:
        parts["category"] = -0.05
    parts = {part: round(value, 4) for part, value in parts.items()}
    score = round(sum(parts.values()), 4)
    return Comparison(_outcome(score, names), score, parts)


def _outcome(score: float, names: NameScore) -> Outcome:
    if names.score < DIFFERENT_NAME or score < DIFFERENT_ENTITY:
        return "different"
    is_open = names.slips <= _TWO_SLIPS or names.numbers < 0.0 or names.other_initials < 0.0
    return "same" if score >= SAME_ENTITY and not is_open else "unsure"


def _best_names(left: EntityFacts, right: EntityFacts) -> tuple[NameScore, str]:
    """The best agreement of any two names, and the shorter of these two.

    Where both people have a full name, only full names count: brothers share the family name.
    """
    kind: NameKind = "person" if left.kind == "person" else "organization"
    lefts, rights = left.names, right.names
    if kind == "person" and (full_lefts := _full_names(left)) and (full_rights := _full_names(right)):
        lefts, rights = full_lefts, full_rights
    pairs = [(compare_names(first, second, kind), _shorter(first, second)) for first in lefts for second in rights]
    return max(pairs, key=lambda pair: (pair[0].score, len(words_of_name(pair[1]))))


def _shorter(first: str, second: str) -> str:
    return min(first, second, key=lambda name: len(words_of_name(name)))


def _full_names(entity: EntityFacts) -> tuple[str, ...]:
    return tuple(name for name in entity.names if len(words_of_name(name)) > 1)


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
