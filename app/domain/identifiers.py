"""Opaque stable ids: a prefix that names the kind, then 26 characters of Crockford base32 that sort by creation time.

Layout as in ULID (github.com/ulid/spec): 48 bits of milliseconds, 80 bits of randomness; within one process ids made in
the same millisecond still rise.
"""

import secrets
import threading
import time
from typing import Final, Literal

Prefix = Literal["src", "art", "per", "org", "plc", "evt", "rep", "clm", "ext", "jdg"]

ENTITY_PREFIX: Final[dict[str, Prefix]] = {"person": "per", "organization": "org", "place": "plc"}

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_RANDOM_BITS = 80
_lock = threading.Lock()
_last = 0


def new_id(prefix: Prefix) -> str:
    """A fresh id such as ``evt_01jdf0c4r8…``."""
    global _last  # noqa: PLW0603 - the last number handed out keeps ids of one process in order
    with _lock:
        fresh = (time.time_ns() // 1_000_000) << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
        _last = fresh if fresh > _last else _last + 1
        number = _last
    return f"{prefix}_{_base32(number)}"


def kind_of_id(identifier: str) -> str | None:
    """The kind of thing an id names (``person``, ``event`` …), None where it is no id of ours."""
    prefix, underscore, rest = identifier.partition("_")
    if not underscore or len(rest) != 26 or not set(rest) <= set(_ALPHABET):
        return None
    return _KIND_OF_PREFIX.get(prefix)


_KIND_OF_PREFIX: Final[dict[str, str]] = {
    "src": "source",
    "art": "article",
    "per": "person",
    "org": "organization",
    "plc": "place",
    "evt": "event",
    "rep": "report",
    "clm": "claim",
    "ext": "extraction",
    "jdg": "judgement",
}


def _base32(number: int) -> str:
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))
