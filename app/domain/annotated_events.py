"""What an article tells: happenings, who took part, the numbers stated, and who claims what."""

from typing import Annotated, Final

from pydantic import AfterValidator, Field

from app.domain.annotated_text import (
    Confidence,
    Contract,
    CountryCode,
    End,
    EventDate,
    Sector,
    Span,
    Start,
    TextSpan,
    Words,
)
from app.domain.vocabulary import ClaimTopic, EventType, FigureKind, Role, Stance


class Participant(Contract):
    """Who took part: an entity of this article, or only the words."""

    entity: str | None = Field(None, description="Id of the entity; null where only words are known.")
    text: Words
    start: Start
    end: End
    sector: Sector = None
    country_code: CountryCode = None
    role: Role = Field("actor", description="`actor`, `target` or `mediator`.")


class OfWhom(Contract):
    """The part of a casualty figure the text tells apart."""

    attackers: int | None = Field(None, description="How many were attackers; null where it is not said.")
    civilians: int | None = Field(None, description="How many were civilians; null where it is not said.")
    children: int | None = Field(None, description="How many were children; null where it is not said.")
    women: int | None = Field(None, description="How many were women; null where it is not said.")


#: The greatest number that every JSON reader keeps exact (RFC 8259, section 6); an absurd figure is cut to it.
LARGEST_AMOUNT: Final = 2**53 - 1
Amount = Annotated[int, Field(ge=0), AfterValidator(lambda value: min(value, LARGEST_AMOUNT))]


class Number(TextSpan):
    """A stated number as a range: "at least 40" is low 40, high None; "dozens" low 24, high None."""

    low: Amount = Field(description="The least that the words mean.")
    high: Amount | None = Field(None, description="The most that the words mean; null where open.")


class Casualties(Number):
    """The casualty number an event stands by."""

    of_whom: OfWhom | None = Field(None, description="Parts told apart, in people; null where the text tells none.")


class Figure(Casualties):
    """Every casualty figure stated for an event; ``claim`` is None where the outlet itself says it."""

    what: FigureKind = Field(description="What was done to the people counted, such as `killed`.")
    claim: str | None = Field(None, description="Id of the claim it rests on; null where the outlet itself says it.")
    partial: bool = Field(False, description='Whether it counts some of a larger number ("three of the dead").')


class Count(Number):
    """Another number of the event (``what``: recruited, arrested, released, weapons …)."""

    what: str = Field(description="What was counted: recruited, arrested, released, weapons …")


class Claim(Contract):
    """Who says it: ``claimant`` is an entity id (None: only words), ``about`` the fields that rest on it."""

    id: str = Field(description="Id of the claim; unique within its event.")
    claimant: str | None = Field(None, description="Id of the entity that says it; null where only words are known.")
    text: str = Field(description="The words for the claimant: `text[start:end]` of the article.")
    verb: str = Field(description="The reporting verb.")
    start: Start
    end: End
    stance: Stance = Field("asserted", description="What the claimant says of it: that it happened, that it did not …")
    about: tuple[ClaimTopic, ...] = Field(("event",), description="Which fields of the event rest on the claim.")


class Codes(Contract):
    """Derived codes of other code books; None where the translation would lose or guess meaning."""

    cameo: str | None = Field(None, description="CAMEO code; null where a translation would guess.")
    acled_like: str | None = Field(
        None, description="ACLED's event and sub-event type, such as `Battles/Armed clash`; null where none fits."
    )
    ucdp_like: int | None = Field(
        None,
        description="UCDP's type of violence: 1 state, 2 non-state, 3 one-sided; null without deaths or clear sides.",
    )
    mapping_version: str = Field("1", description="Version of the tables that the codes were derived with.")


class Evidence(Span):
    """A sentence that tells the event, and the word in it that names the event."""

    trigger: TextSpan | None = Field(None, description="The words that name the event; null where none stands out.")


class Event(Contract):
    """One happening as one article tells it."""

    id: str = Field(description="Id of the event; unique within the annotations of the article.")
    type: EventType = Field(description="PLOVER root type.")
    mode: str | None = Field(None, description="PLOVER mode; null where the type has none or it cannot be told.")
    contexts: tuple[str, ...] = Field((), description="PLOVER contexts.")
    date: EventDate = Field(EventDate(), description="When it happened; all null where no text says.")
    place: str | None = Field(None, description="Id of the place entity where it happened; null where unknown.")
    place_span: Span | None = Field(None, description="Where the text says the place; null where no words do.")
    background: bool = Field(False, description="Whether it is an earlier episode told as setting.")
    actors: tuple[Participant, ...] = Field((), description="Who did it, mediators too.")
    targets: tuple[Participant, ...] = Field((), description="Whom it was done to.")
    killed: Casualties | None = Field(None, description="People killed; null: nobody says, 0: said to be none.")
    wounded: Casualties | None = Field(None, description="People wounded; null: nobody says, 0: said to be none.")
    captured: Casualties | None = Field(None, description="People captured; null: nobody says, 0: said to be none.")
    missing: Casualties | None = Field(None, description="People missing; null: nobody says, 0: said to be none.")
    displaced: Casualties | None = Field(None, description="People displaced; null: nobody says, 0: said to be none.")
    figures: tuple[Figure, ...] = Field((), description="Every casualty figure stated, contradicting ones too.")
    counts: tuple[Count, ...] = Field((), description="Other numbers, such as people recruited.")
    stance: Stance = Field("asserted", description="Whether it is reported as having happened.")
    stance_cue: TextSpan | None = Field(None, description="The words that decide the stance; null where none do.")
    claims: tuple[Claim, ...] = Field((), description="Who says it; empty where the outlet alone speaks.")
    codes: Codes = Field(Codes(), description="Codes of other code books, derived from what the event is.")
    confidence: Confidence
    evidence: tuple[Evidence, ...] = Field((), description="The sentences that tell it, the main one first.")
