"""What every answer is made of: the envelope of lists, links, problems."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Wire(BaseModel):
    """Base of what goes over the wire: immutable, and with no field that is not documented."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PageMeta(Wire):
    """What the list says about itself."""

    total: int = Field(ge=0, description="Number of rows that match, over all pages.")
    total_is_estimate: bool = Field(description="Whether `total` is an estimate.")
    interpreted: dict[str, Any] = Field(
        description="How the free names of the query were read, with the other readings; empty where none was given."
    )


class PageLinks(Wire):
    """Where to go from here."""

    next: str | None = Field(description="URL of the next page; null on the last one.")


class PageOf[Row](Wire):
    """One page of a list."""

    data: list[Row] = Field(description="The rows of this page.")
    meta: PageMeta = Field(description="How many rows match, and how the query was read.")
    links: PageLinks = Field(description="Where the next page is.")


class ProblemPart(Wire):
    """One input at fault."""

    field: str = Field(description="The field, parameter or header at fault.")
    location: str = Field(description="Where it stands: `body`, `query`, `path` or `header`.")
    detail: str = Field(description="What is wrong with it.")


class Problem(Wire):
    """An error (RFC 9457). `type` is stable: programs may rely on it."""

    type: str = Field(description="Stable identifier of the kind of problem.")
    title: str = Field(description="The kind of problem in words.")
    status: int = Field(description="HTTP status code.")
    detail: str = Field(description="What happened this time.")
    instance: str | None = Field(default=None, description="Path of the request.")
    errors: list[ProblemPart] = Field(default_factory=list, description="The inputs at fault.")


class Health(Wire):
    """The process answers."""

    status: str = Field(description="Always `ok`.")
    version: str = Field(description="Version of Sitrep.")


class Readiness(Wire):
    """Everything a request needs is there."""

    status: str = Field(description="`ready`; anything else is a 503.")
    checks: dict[str, str] = Field(description="State of each thing needed: the database and the extractor.")


class EntityBrief(Wire):
    """An entity inside another object."""

    id: str | None = Field(description="Id of the entity; null where only its words are known.")
    kind: str | None = Field(description="`person`, `organization` or `place`; null where only words are known.")
    name: str = Field(description="Its name, or the article's words for it.")
