"""Errors with a meaning for the caller. Each becomes a problem+json (RFC 9457) with a stable ``type``."""

from collections.abc import Sequence
from typing import ClassVar, Literal, TypedDict

Location = Literal["body", "query", "path", "header"]


class Fault(TypedDict):
    """One input at fault."""

    field: str
    location: str
    detail: str


class Problem(TypedDict):
    """A problem document (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Fault]


class AppError(Exception):
    """Base: ``slug`` names the problem type, ``status`` the HTTP status, ``field`` the input at fault (None: none)."""

    slug: ClassVar[str] = "internal-error"
    title: ClassVar[str] = "Internal error"
    status: ClassVar[int] = 500
    #: where the field stands
    location: ClassVar[Location] = "body"

    def __init__(self, detail: str, *, field: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.field = field

    def problem(self) -> Problem:
        """The problem document of this error."""
        faults: list[Fault] = (
            [{"field": self.field, "location": self.location, "detail": self.detail}] if self.field else []
        )
        return problem(self.slug, self.title, self.status, self.detail, faults)


def problem(slug: str, title: str, status: int, detail: str, faults: Sequence[Fault] = ()) -> Problem:
    """A problem document. Its ``type`` is a stable URN; it identifies and need not resolve."""
    return {
        "type": f"urn:sitrep:problem:{slug}",
        "title": title,
        "status": status,
        "detail": detail,
        "errors": list(faults),
    }


class InvalidText(AppError):
    """The article's text is empty, blank, or holds characters that are not text."""

    slug, title, status = "invalid-text", "The text is not valid", 422


class InvalidInput(AppError):
    """A field or parameter has a value outside what it takes."""

    slug, title, status = "invalid-input", "The request is not valid", 422
    location = "query"


class NotUtf8(AppError):
    """The bytes are not UTF-8."""

    slug, title, status = "not-utf-8", "Not UTF-8", 422


class InvalidJson(AppError):
    """The bytes are not a JSON object."""

    slug, title, status = "invalid-json", "Invalid JSON", 422


class TextTooLong(AppError):
    """The article's text is longer than ``SITREP_MAX_TEXT_CHARS``."""

    slug, title, status = "text-too-long", "The text is too long", 413


class LanguageNotSupported(AppError):
    """The text is confidently in a language that the extractor does not read."""

    slug, title, status = "language-not-supported", "The language is not supported", 422


class ExtractionTimeout(AppError):
    """Extraction took longer than ``SITREP_EXTRACTION_TIMEOUT_S``."""

    slug, title, status = "extraction-timeout", "Extraction took too long", 422


class ExtractionFailed(AppError):
    """The extractor broke on the text; nothing was stored."""

    slug, title, status = "extraction-failed", "Extraction failed", 500


class NotFound(AppError):
    """No such resource."""

    slug, title, status = "not-found", "Not found", 404


class Gone(AppError):
    """The resource was there once and was taken out; nothing takes its place."""

    slug, title, status = "gone", "Gone", 410


class Moved(AppError):
    """The resource was found to be one with another, ``canonical_id``, which has all that was known of it."""

    slug, title, status = "moved", "Moved", 308

    def __init__(self, detail: str, canonical_id: str) -> None:
        super().__init__(detail)
        self.canonical_id = canonical_id


class NotReady(AppError):
    """The service is starting, or something it needs cannot be reached."""

    slug, title, status = "not-ready", "The service is not ready", 503


def error_of(record: dict[str, str | None]) -> AppError:
    """An error as another process wrote it down: its slug, detail and field."""
    kind = next((kind for kind in AppError.__subclasses__() if kind.slug == record["slug"]), AppError)
    return kind(record["detail"] or "", field=record["field"])
