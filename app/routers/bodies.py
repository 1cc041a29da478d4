"""Reading an article from a request: JSON or plain text, refused while it is read where it is too long."""

from collections.abc import Sequence
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field

from app.errors import NotUtf8
from app.routers.problems import Refusal
from app.schemas.articles import ArticleIn, ArticleMetadata
from app.schemas.reading import decode, most_bytes, read_fields, read_model, read_object, too_long

#: Characters that a body other than an article may have.
_SMALL = 8_000
_OF_ARTICLES = ("application/json", "text/plain")
#: Characters that a form may have.
_FORM = 60_000


class IngestQuery(ArticleMetadata):
    """Parameters of ``POST /articles``. The metadata goes with a plain-text body; in JSON it stands in the body."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    extract: bool = Field(True, description="`false` stores the article without extraction.", examples=[True])


class ExtractQuery(ArticleMetadata):
    """Parameters of ``POST /extract``; they go with a plain-text body."""

    id: str | None = Field(None, max_length=500, description="Your id, given back.", examples=["agency-17"])


def article_body(model: type[ArticleIn]) -> dict[str, Any]:
    """The OpenAPI description of the body, which FastAPI does not read by itself here."""
    content = {
        "application/json": {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}},
        "text/plain": {
            "schema": {"type": "string", "minLength": 1, "examples": ["Three soldiers were killed near Azaz."]}
        },
    }
    return {"requestBody": {"required": True, "content": content}}


def json_body(model: type[BaseModel]) -> dict[str, Any]:
    """The OpenAPI description of a body that is JSON only."""
    schema = {"$ref": f"#/components/schemas/{model.__name__}"}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def form_body(model: type[BaseModel]) -> dict[str, Any]:
    """The OpenAPI description of a body that is a form."""
    schema = {"$ref": f"#/components/schemas/{model.__name__}"}
    return {"requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": schema}}}}


async def read_json[Model: BaseModel](request: Request, model: type[Model]) -> Model:
    """The small JSON object of a request."""
    _media_type(request, ("application/json",), "It comes as application/json.")
    fields = read_object(await _read(request, _SMALL), "the fields that the documentation names")
    return read_model(model, fields)


async def read_article[Article: ArticleIn](
    request: Request, model: type[Article], metadata: BaseModel, max_chars: int
) -> Article:
    """The article of a request; ``metadata`` are the parameters that go with plain text."""
    kind = _media_type(request, _OF_ARTICLES, f"An article comes as {' or '.join(_OF_ARTICLES)}.")
    body = await _read(request, max_chars)
    given = metadata.model_dump(exclude={"extract"}, exclude_unset=True)
    if kind == "text/plain":
        fields = {**given, "text": body}
    else:
        _refuse_both(given)
        fields = read_object(body)
    return read_fields(model, fields, max_chars)


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form; of one that comes twice the last. ``TextTooLong``, ``NotUtf8``."""
    kind = "application/x-www-form-urlencoded"
    _media_type(request, (kind,), f"It comes as {kind}.")
    body = await _read(request, _FORM)
    try:
        return dict(parse_qsl(body, keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise NotUtf8("The form is not UTF-8.", field="body") from None


def _media_type(request: Request, accepted: Sequence[str], detail: str) -> str:
    header = Message()
    header["content-type"] = request.headers.get("content-type", "")
    kind = header.get_content_type() if request.headers.get("content-type") else ""
    if kind not in accepted:
        raise Refusal(415, "unsupported-media-type", "Unsupported media type", detail, "Content-Type")
    if str(header.get_param("charset", "utf-8")).lower() not in {"utf-8", "utf8", "us-ascii"}:
        raise Refusal(415, "unsupported-charset", "Unsupported charset", "Text comes as UTF-8.", "Content-Type")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        detail = "A body comes without compression."
        raise Refusal(415, "unsupported-encoding", "Unsupported encoding", detail, "Content-Encoding")
    return kind


async def _read(request: Request, max_chars: int) -> str:
    """The body as text; what is certainly too long is not read to its end."""
    limit = most_bytes(max_chars)
    length = request.headers.get("content-length", "")
    body = bytearray()
    if not (length.isdecimal() and int(length) > limit):
        async for part in request.stream():
            body += part
            if len(body) > limit:
                break
        else:
            return decode(bytes(body))
    raise too_long(max_chars)


def _refuse_both(given: dict[str, Any]) -> None:
    if given:
        name = next(iter(given))
        detail = f"With a JSON body, `{name}` stands in the body, not in the URL."
        raise Refusal(422, "invalid-parameter", "Invalid parameter", detail, name)
