"""The words of the Reconciliation Service API 0.2 (W3C draft, https://reconciliation-api.github.io/specs/0.2/)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NotRequired, TypedDict

from app.domain.vocabulary import EntityKind

TypeStrict = Literal["any", "all", "should"]

#: What an entity is called as a type, by kind; the word is the type's id and its name.
TYPE_OF_KIND: Final[Mapping[EntityKind, str]] = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
}


def kinds_named(types: Iterable[str]) -> list[EntityKind]:
    """The kinds of entity that these ids of types stand for, in whatever case; what stands for none is passed over."""
    wanted = {type_.strip().casefold() for type_ in types}
    return [kind for kind, type_ in TYPE_OF_KIND.items() if type_.casefold() in wanted]


@dataclass(frozen=True, slots=True)
class Property:
    """What else may be said of an entity than its name. ``kinds``: the kinds of entity that have it."""

    id: str
    name: str
    description: str
    kinds: tuple[EntityKind, ...]


PROPERTIES: Final = (
    Property("country", "Country", "Code (SY, SYR) or name of its country.", ("person", "organization", "place")),
    Property("role", "Role", "An office or title that the person holds or held.", ("person",)),
    Property("category", "Category", "What kind of organization it is, such as armed_group or igo.", ("organization",)),
    Property("sector", "Sector", "PLOVER sector of the organization, such as REB or GOV.", ("organization",)),
    Property("within", "Lies in", "Name or id of a place that contains it.", ("place",)),
    Property("precision", "Kind of place", "country, admin1, admin2, settlement and the like.", ("place",)),
)


@dataclass(frozen=True, slots=True)
class ReconciliationQuery:
    """What a row of a table says of an entity.

    ``types``: ids of types it may have, none: any. ``properties``: the values given by property id.
    """

    name: str
    types: tuple[str, ...] = ()
    type_strict: TypeStrict = "any"
    limit: int = 10
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Named(TypedDict):
    """An id with its name, and a sentence where there is more to say."""

    id: str
    name: str
    description: NotRequired[str]


class FeatureDocument(TypedDict):
    """A part of a score: 0 to 100 for the name, 1, 0 or -1 for a property that agrees, is unknown or disagrees."""

    id: str
    name: str
    value: float


class CandidateDocument(TypedDict):
    """An entity that may be meant: ``score`` 0 to 100; ``match``: it surely is, and no other."""

    id: str
    name: str
    description: str
    score: float
    match: bool
    type: list[Named]
    features: list[FeatureDocument]


class SuggestionDocument(TypedDict):
    """An entity whose name begins so."""

    id: str
    name: str
    description: str
    notable: list[Named]


class ResultsDocument(TypedDict):
    """The candidates of one query, best first."""

    result: list[CandidateDocument]
