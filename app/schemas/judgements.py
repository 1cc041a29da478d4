"""Judgements: whether two events, people, organizations or places are one."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.articles import GivenName, Readable
from app.schemas.common import Wire
from app.schemas.entities import OrganizationOut, PersonOut, PlaceOut
from app.schemas.events import SingleEvent

Verdict = Literal["same", "different", "unsure"]
JudgedKind = Literal["event", "person", "organization", "place"]
_ID = r"^(evt|per|org|plc)_[0-9a-hjkmnp-tv-z]{26}$"


class JudgementIn(BaseModel):
    """A verdict on two events, people, organizations or places."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    left: str = Field(
        pattern=_ID,
        description="Id of an event, person, organization or place, or one that it had.",
        examples=["evt_01m86qn9tn8jfs2mh5nwv0cc3e"],
    )
    right: str = Field(
        pattern=_ID, description="Id of the other one, of the same kind.", examples=["evt_01m86qn9tn9acqfse5nbs5x3ya"]
    )
    verdict: Verdict = Field(description="Whether they are one.", examples=["same"])
    author: GivenName = Field(description="Who judges.", examples=["night desk"])
    reason: Annotated[Readable, Field(max_length=2_000)] | None = Field(
        None, description="Why.", examples=["both name the same bridge"]
    )


class JudgementOut(Wire):
    """A verdict that was given."""

    id: str = Field(description="Id of the judgement.")
    kind: JudgedKind = Field(description="What was judged.")
    left: str = Field(description="Id of the one, as it was given.")
    right: str = Field(description="Id of the other, as it was given.")
    verdict: Verdict = Field(description="Whether they are one.")
    author: str = Field(description="Who judged.")
    reason: str | None = Field(description="Why.")
    created_at: str = Field(description="When it was given.")
    withdrawn_at: str | None = Field(description="When it was withdrawn; null while it stands.")
    withdrawn_reason: str | None = Field(
        description="Why it ended where nobody withdrew it, as when the last article that told of an event was deleted."
    )


class Judged(Wire):
    """A judgement and what became of the two."""

    judgement: JudgementOut = Field(description="The judgement.")
    events: list[SingleEvent] = Field(description="The judged events as they are now: one, or two; none for entities.")
    entities: list[PersonOut | OrganizationOut | PlaceOut] = Field(
        description="The judged people, organizations or places as they are now: one, or two; none for events."
    )


class PairSide(Wire):
    """An event or entity by its name."""

    id: str = Field(description="Its id.")
    name: str = Field(description="Its name; the title of an event.")


class OpenPair(Wire):
    """Two events, or two people, organizations or places, that may be one."""

    kind: JudgedKind = Field(description="What the two are.")
    left: PairSide = Field(description="The one.")
    right: PairSide = Field(description="The other one.")
    score: float = Field(
        description="How much speaks for their being one: for two entities 0 to about 1, for two events the score of "
        "their two most similar reports."
    )
    threshold: float = Field(description="From which score they would have been one, had nothing else kept them apart.")
    parts: dict[str, float] = Field(description="What the score is made of.")
