"""Reading an article from bytes, for the API and for the command line alike."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from app.errors import InvalidJson, NotUtf8, TextTooLong
from app.schemas.articles import ArticleIn
from app.schemas.faults import InvalidFields

#: A JSON string may spell one character in twelve bytes (an escaped surrogate pair), and metadata comes on top.
_BYTES_PER_CHARACTER = 12
_BYTES_OF_METADATA = 65_536


def most_bytes(max_chars: int) -> int:
    """The most bytes that an article of so many characters can take; what is longer need not be read."""
    return max_chars * _BYTES_PER_CHARACTER + _BYTES_OF_METADATA


def too_long(max_chars: int) -> TextTooLong:
    """The error of a text that is too long."""
    return TextTooLong(f"The text is longer than {max_chars:,} characters.", field="text")


def decode(data: bytes) -> str:
    """UTF-8 bytes as text; ``NotUtf8``."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotUtf8(f"The text is not UTF-8: byte {error.start} is {data[error.start]:#04x}.", field="text") from None


def read_object(text: str, holding: str = "a `text`") -> dict[str, Any]:
    """A JSON object; ``InvalidJson``, which names what it must hold."""
    try:
        value = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        reason = f" ({error})" if isinstance(error, json.JSONDecodeError) else ""
        raise InvalidJson(f"This is not JSON{reason}.", field="body") from None
    if not isinstance(value, dict):
        raise InvalidJson(f"This must be a JSON object with {holding}.", field="body")
    return value


def read_fields[Article: ArticleIn](model: type[Article], fields: Mapping[str, Any], max_chars: int) -> Article:
    """The article that the fields make; ``TextTooLong``, ``InvalidFields``."""
    text = fields.get("text")
    if isinstance(text, str) and len(text) > max_chars:
        raise too_long(max_chars)
    return read_model(model, fields)


def read_model[Model: BaseModel](model: type[Model], fields: Mapping[str, Any]) -> Model:
    """What the fields of a body make; ``InvalidFields``."""
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        errors = [{**part, "loc": ("body", *part["loc"])} for part in error.errors()]
        raise InvalidFields(errors, list(model.model_fields)) from None
