"""The version of the extractor."""

from functools import cache
from importlib.metadata import version


@cache
def extractor_version() -> str:
    """Version that is stored with everything extracted."""
    return f"sitrep-{version('sitrep')}"
