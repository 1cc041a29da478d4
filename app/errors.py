"""Errors with a meaning for the caller. Each becomes a problem+json (RFC 9457) with a stable ``type``."""

from typing import ClassVar


class AppError(Exception):
    """Base: ``slug`` names the problem type, ``status`` the HTTP status, ``field`` the input at fault (None: none)."""

    slug: ClassVar[str] = "internal-error"
    title: ClassVar[str] = "Internal error"
    status: ClassVar[int] = 500

    def __init__(self, detail: str, *, field: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.field = field

    def problem(self) -> dict[str, object]:
        """The problem document of this error, without members that are not known."""
        problem: dict[str, object] = {
            "type": problem_type(self.slug),
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        if self.field is not None:
            problem["errors"] = [{"field": self.field, "detail": self.detail}]
        return problem


class InvalidText(AppError):
    """The article's text is empty, blank, or holds characters that are not text."""

    slug, title, status = "invalid-text", "The text cannot be read", 422


class InvalidInput(AppError):
    """A field or parameter has a value outside what it takes."""

    slug, title, status = "invalid-input", "The request is not valid", 422


class TextTooLong(AppError):
    """The article's text is longer than ``SITREP_MAX_TEXT_CHARS``."""

    slug, title, status = "text-too-long", "The text is too long", 413


class LanguageNotSupported(AppError):
    """The text is confidently in a language that the extractor does not read."""

    slug, title, status = "language-not-supported", "The language is not supported", 422


class ExtractionTimeout(AppError):
    """Extraction took longer than ``SITREP_EXTRACTION_TIMEOUT_S``."""

    slug, title, status = "extraction-timeout", "Extraction took too long", 422


class NotFound(AppError):
    """No such resource."""

    slug, title, status = "not-found", "Not found", 404


class NotReady(AppError):
    """The service is starting, or something it needs cannot be reached."""

    slug, title, status = "not-ready", "The service is not ready", 503


def problem_type(slug: str) -> str:
    """The stable URI of a kind of problem. It identifies; it need not resolve."""
    return f"urn:sitrep:problem:{slug}"
