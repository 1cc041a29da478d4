"""The Reconciliation Service API 0.2 on the wire: manifest, queries, candidates, suggestions."""

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from app.domain.reconciliation import ReconciliationQuery, TypeStrict
from app.schemas.common import Wire
from app.schemas.faults import InvalidFields

MAX_QUERIES: Final = 100
#: More candidates than this are given to none.
_MOST_CANDIDATES: Final = 50
_EXAMPLE: Final = (
    '{"q0": {"query": "Aleppo", "type": "Place", "limit": 3, "properties": [{"pid": "country", "v": "SY"}]}}'
)


class ReconciliationForm(BaseModel):
    """The form that `POST /reconcile` takes."""

    queries: str = Field(
        description=f"JSON object of up to {MAX_QUERIES} queries by keys of your choice.", examples=[_EXAMPLE]
    )


def _list(value: Any) -> Any:
    return value if isinstance(value, list) else [] if value is None else [value]


class _PropertyIn(BaseModel):
    """What else the row says: a value, or several, each text, number or entity."""

    model_config = ConfigDict(frozen=True)

    pid: str
    v: JsonValue = None


class _QueryIn(BaseModel):
    """One query. What the protocol's later versions add is left alone."""

    model_config = ConfigDict(frozen=True)

    query: str
    type: Annotated[tuple[str, ...], BeforeValidator(_list)] = ()
    type_strict: TypeStrict = "any"
    limit: int = Field(10, ge=1)
    properties: Annotated[tuple[_PropertyIn, ...], BeforeValidator(_list)] = ()

    def meaning(self) -> ReconciliationQuery:
        """The query as the service takes it."""
        values: dict[str, tuple[str, ...]] = {}
        for one in self.properties:
            values[one.pid] = (*values.get(one.pid, ()), *_texts(one.v))
        return ReconciliationQuery(
            name=_printable(self.query),
            types=self.type,
            type_strict=self.type_strict,
            limit=min(self.limit, _MOST_CANDIDATES),
            properties=values,
        )


_QUERIES: Final = TypeAdapter(dict[str, _QueryIn])


def read_queries(text: str, location: Literal["query", "body"]) -> dict[str, ReconciliationQuery]:
    """The queries of a batch; ``InvalidFields`` names what is wrong with which."""
    try:
        queries = _QUERIES.validate_python(_object(text))
    except ValidationError as error:
        errors = [{**part, "loc": (location, ".".join(map(str, ("queries", *part["loc"]))))} for part in error.errors()]
        raise InvalidFields(errors, ()) from None
    except ValueError as error:
        fault = {"type": "value_error", "loc": (location, "queries"), "msg": str(error), "input": text}
        raise InvalidFields([fault], ()) from None
    return {key: query.meaning() for key, query in queries.items()}


def _object(text: str) -> Mapping[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise ValueError(f"must be a JSON object such as {_EXAMPLE}")
    if len(value) > MAX_QUERIES:
        raise ValueError(f"holds {len(value):,} queries; send at most {MAX_QUERIES} at a time")
    return value


def _texts(value: JsonValue) -> Iterator[str]:
    """The texts of a property's value: itself, each of several, or id and name of an entity."""
    if isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        yield from _texts([value.get("id"), value.get("name")])
    elif value is not None and not isinstance(value, bool):
        yield _printable(str(value))


def _printable(text: str) -> str:
    """The text without characters that are none, such as NUL and halves of surrogate pairs."""
    return "".join(character if character.isprintable() else " " for character in text).strip()


class LabelledOut(Wire):
    """An id with its name."""

    id: str = Field(description="Its id in this service.")
    name: str = Field(description="What it is called.")


class SuggestedOut(LabelledOut):
    """A type or property."""

    description: str | None = Field(None, description="What its values are.")


class SuggestedEntityOut(LabelledOut):
    """An entity whose name begins so."""

    description: str = Field(description="What tells it from its namesakes.")
    notable: list[LabelledOut] = Field(description="Its type.")


class SuggestionsOut[Row: LabelledOut](Wire):
    """What a name that is being typed may become, best first."""

    result: list[Row] = Field(description="Up to ten suggestions.")


class FeatureOut(Wire):
    """A part of a score."""

    id: str = Field(description="`name`, or the property.")
    name: str = Field(description="What it is called.")
    value: float = Field(
        description="How well the names agree, 0 to 100; 1, 0, -1: the property agrees, is unknown, disagrees."
    )


class CandidateOut(LabelledOut):
    """An entity that may be meant."""

    description: str = Field(description="What tells it from its namesakes.")
    score: float = Field(ge=0, le=100, description="How well it fits, 0 to 100.")
    match: bool = Field(description="Whether it is surely meant: the same by all rules, and no other is.")
    type: list[LabelledOut] = Field(description="Its type.")
    features: list[FeatureOut] = Field(description="What the score is made of.")


class CandidatesOut(Wire):
    """The candidates of one query."""

    result: list[CandidateOut] = Field(description="Best first; empty where nothing is like it.")


class ViewOut(Wire):
    """Where a person looks at an entity."""

    url: str = Field(description="URL with `{{id}}` in place of the id.")


class PreviewOut(ViewOut):
    """A small page about an entity."""

    width: int = Field(description="Width in pixels.")
    height: int = Field(description="Height in pixels.")


class SuggestServiceOut(Wire):
    """Where something is suggested."""

    service_url: str = Field(description="Beginning of the URL.")
    service_path: str = Field(description="Rest of the URL.")


class SuggestOut(Wire):
    """What is suggested where."""

    entity: SuggestServiceOut = Field(description="Entities by name.")
    type: SuggestServiceOut = Field(description="Types by name.")
    property: SuggestServiceOut = Field(description="Properties by name.")


class ManifestOut(Wire):
    """What the reconciliation service offers."""

    versions: list[str] = Field(description="Versions of the protocol that it speaks.")
    name: str = Field(description="Its name.")
    identifierSpace: str = Field(  # noqa: N815 - the protocol's spelling
        description="URI that stands for the ids: those of this server."
    )
    schemaSpace: str = Field(  # noqa: N815 - the protocol's spelling
        description="URI that stands for types and properties."
    )
    documentation: str = Field(description="Where it is explained.")
    defaultTypes: list[LabelledOut] = Field(  # noqa: N815 - the protocol's spelling
        description="All types there are."
    )
    view: ViewOut = Field(description="Where to look at an entity.")
    preview: PreviewOut = Field(description="A small page about an entity, with its size.")
    suggest: SuggestOut = Field(description="What can be suggested while one types.")
