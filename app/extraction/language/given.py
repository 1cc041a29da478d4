"""The language that a request gives for a text."""

from typing import Final

from app.errors import LanguageNotSupported

_ENGLISH: Final = frozenset({"en", "eng", "english"})


def check_given_language(language: str) -> None:
    """Raise ``LanguageNotSupported`` where the language (a tag such as ``en-GB``, or its name) is not English."""
    if language.lower().split("-")[0].split("_")[0] not in _ENGLISH:
        raise LanguageNotSupported(f"Only English is extracted; the language given is {language!r}.", field="language")
