"""What the extractor says about one article: the annotation contract that clients and scorers read.

Offsets are Unicode code points into the original text, half-open: ``text[start:end]`` is what the reader sees.
"""

from pydantic import Field

from app.domain.annotated_events import (
    LARGEST_AMOUNT,
    Amount,
    Casualties,
    Claim,
    Codes,
    Count,
    Event,
    Evidence,
    Figure,
    Number,
    OfWhom,
    Participant,
)
from app.domain.annotated_text import (
    Contract,
    DateInterval,
    DateMention,
    Entity,
    EventDate,
    Mention,
    NamedEntity,
    Organization,
    Person,
    Place,
    PublicationDate,
    Span,
    TextSpan,
    Thing,
)

__all__ = [
    "LARGEST_AMOUNT",
    "Amount",
    "Annotations",
    "ArticleText",
    "Casualties",
    "Claim",
    "Codes",
    "Contract",
    "Count",
    "DateInterval",
    "DateMention",
    "Entity",
    "Event",
    "EventDate",
    "Evidence",
    "Figure",
    "Mention",
    "NamedEntity",
    "Number",
    "OfWhom",
    "Organization",
    "Participant",
    "Person",
    "Place",
    "PublicationDate",
    "Span",
    "TextSpan",
    "Thing",
]


class Annotations(Contract):
    """Everything the extractor says about one article. The main event comes first."""

    id: str | None = Field(None, description="The id given with the article; null where none was.")
    language: str = Field("en", description="Language of the text.")
    published_on: PublicationDate = Field(PublicationDate(), description="Publication date, given or inferred.")
    boilerplate: tuple[Span, ...] = Field(
        (), description="What is no part of the story (menus, footers, buttons to share): not read."
    )
    entities: tuple[Entity, ...] = Field((), description="Whom and what it names, each once.")
    mentions: tuple[Mention, ...] = Field((), description="Where it names them.")
    dates: tuple[DateMention, ...] = Field((), description="The date expressions of the text.")
    events: tuple[Event, ...] = Field((), description="What it tells, each happening once, the main one first.")
    extractor: str | None = Field(None, description="Version of the extractor; null where it is not known.")


class ArticleText(Contract):
    """What the extractor reads: raw text and what is known of it.

    ``published_on`` is EDTF, a date or an RFC 3339 time.
    """

    id: str | None = None
    text: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    published_on: str | None = None
    language: str | None = None
