"""How well stored entities fit what a row of somebody's table says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from app.resolution.entities import EntityFacts, compare_entities
from app.resolution.name_scoring import DIFFERENT_NAME, SAME_NAME, name_similarity
from app.resolution.names import words_of_name

#: The name makes most of the score; each property that the row gives adds as much as country does in resolution.
_NAME_WEIGHT: Final = 0.8
_PROPERTY_WEIGHT: Final = 0.2
#: Offices are worded freely: from this share of common words on two are one.
_SAME_ROLE: Final = 0.4

Values = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A row: its name, and values by property, normalized as the stored ones are."""

    name: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """A stored entity with its values by property (empty or missing: unknown).

    ``is_called_so``: it is known to bear the name asked for, whatever its stored names are.
    """

    facts: EntityFacts
    values: Values = field(default_factory=dict)
    is_called_so: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an entity fits: ``score`` 0 to 100, of which ``name`` (0 to 100) and ``properties`` (1, 0, -1) tell why.

    ``is_same``: by the rules of resolution the two are one, and by their full names: a table has no article around it.
    """

    id: str
    score: float
    is_same: bool
    name: float
    properties: dict[str, int]


def fits(asked: Asked, known: Iterable[Known]) -> list[Fit]:
    """How well the entities fit whose names agree with the row's at all."""
    return [fit for one in known if (fit := _fit(asked, one)).name >= 100 * DIFFERENT_NAME]


def _fit(asked: Asked, known: Known) -> Fit:
    agreements = {
        name: _agreement(name, values, known.values.get(name, frozenset())) for name, values in asked.values.items()
    }
    name, is_same = _compare(asked, known)
    weighed = _NAME_WEIGHT * name + _PROPERTY_WEIGHT * sum(agreements.values())
    score = max(0.0, weighed) / (_NAME_WEIGHT + _PROPERTY_WEIGHT * len(agreements))
    return Fit(
        id=known.facts.id,
        score=round(100 * score, 2),
        is_same=is_same and name >= SAME_NAME and -1 not in agreements.values(),
        name=round(100 * name, 2),
        properties=agreements,
    )


def _compare(asked: Asked, known: Known) -> tuple[float, bool]:
    """The best agreement of names, 0 to 1, and whether resolution would take the two for one."""
    if known.facts.kind == "place":
        best = max(name_similarity(asked.name, name, "thing") for name in known.facts.names)
        best = 1.0 if known.is_called_so else best
        return best, True
    compared = compare_entities(_facts(asked, known.facts), known.facts)
    names = sum(cost for part, cost in compared.parts.items() if part == "name" or part.startswith("name_"))
    return min(1.0, max(0.0, names / _NAME_WEIGHT)), compared.outcome == "same"


def _facts(asked: Asked, known: EntityFacts) -> EntityFacts:
    """The row as an entity; of several countries the one that agrees, where one does."""
    countries = asked.values.get("country", frozenset())
    country = known.country_code if known.country_code in countries else next(iter(sorted(countries)), None)
    roles = tuple(sorted(asked.values.get("role", ())))
    empty = EntityFacts(id="", kind=known.kind, name=asked.name)
    return replace(empty, country_code=country, roles=roles if known.kind == "person" else ())


def _agreement(name: str, asked: frozenset[str], known: frozenset[str]) -> int:
    """1: a value is the same; -1: both have values, and none is; 0: nobody can tell, as with another office."""
    if name == "role":
        return int(any(_is_one_role(one, other) for one in asked for other in known))
    if not known:
        return 0
    return 1 if asked & known else -1


def _is_one_role(one: str, other: str) -> bool:
    left, right = set(words_of_name(one)), set(words_of_name(other))
    return len(left & right) >= _SAME_ROLE * max(len(left | right), 1)
