"""One worked example, from which every field of the OpenAPI document takes its own."""

from pydantic import BaseModel


def examples() -> list[BaseModel]:
    """Examples of every answer."""
    return []
