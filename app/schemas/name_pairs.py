"""Pairs of names to compare."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.schemas.articles import GivenName
from app.schemas.faults import InvalidFields


class NamePair(BaseModel):
    """Two names of entities of one FollowTheMoney schema (None: any); other fields are left alone."""

    model_config = ConfigDict(frozen=True)

    pair_id: Any
    name1: GivenName
    name2: GivenName
    kind: str | None = Field(None, alias="schema")


def read_pair(fields: dict[str, Any]) -> NamePair:
    """The pair that the fields make; ``InvalidFields``."""
    try:
        return NamePair.model_validate(fields)
    except ValidationError as error:
        errors = [{**part, "loc": ("body", *part["loc"])} for part in error.errors()]
        raise InvalidFields(errors, ["pair_id", "name1", "name2", "schema"]) from None
