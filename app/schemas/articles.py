"""Articles: what comes in, and what is answered."""

import re
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from app.domain.annotations import PublicationDate
from app.domain.edtf import parse_published_on
from app.schemas.common import Wire
from app.schemas.entities import OrganizationOut, PersonOut, PlaceOut
from app.schemas.events import EventOut, SourceAlignment

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")


def _readable(value: str) -> str:
    if "\x00" in value:
        raise ValueError("must not hold the NUL character")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError("must not hold lone surrogates")
    return value


def _not_blank(value: str) -> str:
    if not any(character.isprintable() and not character.isspace() for character in value):
        raise ValueError("must not be empty or blank")
    return value


def _none_if_blank(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _web_address(value: str) -> str:
    address = value.strip()
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or any(map(str.isspace, address)):
        raise ValueError("must be an http or https address, such as https://news.example/a/1")
    return address


def _publication_date(value: str) -> str:
    parse_published_on(value)
    return value.strip()


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value.strip()):
        raise ValueError("must be a language tag such as en")
    return value.strip().lower()


Readable = Annotated[str, AfterValidator(_readable)]
Name = Annotated[Readable, Field(max_length=500)]
GivenName = Annotated[Name, AfterValidator(_not_blank)]
Optional = BeforeValidator(_none_if_blank)


class ArticleMetadata(BaseModel):
    """What may be known of an article beside its text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Annotated[Name | None, Optional] = Field(
        None, description="Headline, where it is not part of the text.", examples=["Three soldiers killed near Azaz"]
    )
    url: Annotated[Annotated[Readable, Field(max_length=2000), AfterValidator(_web_address)] | None, Optional] = Field(
        None,
        description="Where the article stands; its host is the source where none is given.",
        examples=["https://levant-courier.example/2016/05/azaz"],
    )
    source: Annotated[Name | None, Optional] = Field(
        None, description="Name of the outlet.", examples=["Levant Courier"]
    )
    published_on: Annotated[Readable, AfterValidator(_publication_date)] | None = Field(
        None,
        description="A date, an RFC 3339 time (the day it has where it was written counts) or EDTF.",
        examples=["2016-05-30"],
    )
    language: Annotated[Annotated[Readable, AfterValidator(_language)] | None, Optional] = Field(
        None, description="Language of the text; guessed from the text where it is not given.", examples=["en"]
    )


class ArticleIn(ArticleMetadata):
    """An article as it comes in."""

    text: Annotated[Readable, AfterValidator(_not_blank)] = Field(
        description="The raw text. Offsets point into it.",
        examples=["Three soldiers were killed near Azaz on Sunday, the army said."],
    )


class ArticleToExtract(ArticleIn):
    """An article to annotate; nothing of it is stored."""

    id: Annotated[Name | None, Optional] = Field(
        None, description="Your id, given back with the annotations.", examples=["agency-17"]
    )


class Extraction(Wire):
    """What became of the extraction."""

    status: str = Field(description="`done`, or `none` for an article stored without extraction.")
    extractor: str | None = Field(default=None, description="Version of the extractor; null without extraction.")
    extracted_at: str | None = Field(
        default=None, description="When this extraction was stored (RFC 3339, UTC); null without extraction."
    )


class ArticleOut(Wire):
    """A stored article."""

    id: str = Field(description="Stable id.")
    title: str | None = Field(description="Headline.")
    text: str = Field(description="The raw text, as it came.")
    url: str | None = Field(description="Where the article stands.")
    source: str | None = Field(description="Where the article came from.")
    source_alignment: SourceAlignment | None = Field(description="Whom the outlet belongs to; null where not known.")
    published_on: PublicationDate = Field(description="Publication date, given or inferred.")
    language: str | None = Field(description="Language of the text.")
    copy_of: str | None = Field(
        description="Id of the article that it repeats: of those published before it the first with the same text, "
        "else the first of which it is a near-copy. Followed from one to the next, it leads to the origin."
    )
    copy_kind: Literal["exact", "near"] | None = Field(
        description="`exact`: the same text. `near`: most of it, but for a new lead, a cut tail, or words edited here "
        "and there. Null: no copy."
    )
    copy_similarity: float | None = Field(
        description="Share of the words of both texts that stand in runs of words which both have; 1 for the same text."
    )
    extraction: Extraction = Field(description="Whether, by which version and when it was extracted.")
    version: int = Field(description="How often its text was replaced, and one.")
    corrected_at: str | None = Field(description="When this version came (RFC 3339, UTC); null for the first one.")
    ingested_at: str = Field(description="When it was stored (RFC 3339, UTC).")


class ArticleVersion(Wire):
    """An article as it was given at one time."""

    article_id: str = Field(description="Id of the article.")
    version: int = Field(description="1 for the first one; the highest is the one that stands.")
    title: str | None = Field(description="Headline.")
    text: str = Field(description="The raw text, as it came.")
    url: str | None = Field(description="Where the article stands.")
    published_on: PublicationDate = Field(description="Publication date, given or inferred.")
    stored_at: str = Field(description="When this version was stored (RFC 3339, UTC).")


class Changes(Wire):
    """The difference an article made, as event ids."""

    created: list[str] = Field(description="Events that nobody had told before.")
    corroborated: list[str] = Field(description="Known events that have one more independent source with it.")
    contradicted: list[str] = Field(
        description="Known events of which it denies or numbers something otherwise than other sources do."
    )
    revised: list[str] = Field(
        description="Events that its former version told too, and that it tells otherwise; empty for a new article."
    )
    withdrawn: list[str] = Field(
        description="Events that its former version told and that it tells no more; empty for a new article."
    )
    unchanged: list[str] = Field(description="Events that it tells but adds no independent source to.")


class Ingested(Wire):
    """What became of a posted article."""

    article: ArticleOut = Field(description="The article as stored.")
    entities: list[PersonOut | OrganizationOut | PlaceOut] = Field(description="Whom and what it names, resolved.")
    events: list[EventOut] = Field(description="What it tells, resolved.")
    changes: Changes = Field(description="The difference it made to the events.")
