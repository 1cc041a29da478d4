"""Keyset pages: a cursor is the sort key of the last row seen, so that rows added meanwhile shift nothing."""

import base64
import binascii
from collections.abc import Sequence
from datetime import date
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Select, func, select, tuple_
from sqlmodel import Session

_LARGEST_INTEGER = 2**63 - 1
#: Totals are counted up to here; above, the total is this number and flagged as an estimate.
EXACT_TOTAL_LIMIT = 10_000


class InvalidCursorError(ValueError):
    """The text is no cursor of this list."""


def encode_cursor(values: Sequence[str | int | date]) -> str:
    """Sort key of a row as opaque URL-safe text."""
    plain = [value.isoformat() if isinstance(value, date) else value for value in values]
    return base64.urlsafe_b64encode(orjson.dumps(plain)).rstrip(b"=").decode()


def decode_cursor(cursor: str, shape: Sequence[type]) -> list[Any]:
    """The sort key in a cursor, its values being of these types; ``InvalidCursorError`` otherwise."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        plain = orjson.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if not isinstance(plain, list) or len(plain) != len(shape):
            raise ValueError("wrong shape")
        return [_typed(value, kind) for value, kind in zip(plain, shape, strict=True)]
    except (ValueError, UnicodeEncodeError, binascii.Error) as error:
        raise InvalidCursorError("not a cursor of this list") from error


def _typed(value: Any, kind: type) -> Any:
    if kind is date and isinstance(value, str):
        return date.fromisoformat(value)
    if isinstance(value, bool) or not isinstance(value, kind):
        raise ValueError("wrong type")
    if (isinstance(value, str) and "\0" in value) or (isinstance(value, int) and abs(value) > _LARGEST_INTEGER):
        raise ValueError("no value of a column")
    return value


def after(columns: Sequence[Any], values: Sequence[Any], *, descending: bool) -> ColumnElement[bool]:
    """The condition that a row comes after that sort key, all columns sorted in one direction."""
    left, right = tuple_(*columns), tuple_(*values)
    return left < right if descending else left > right


def count_up_to_limit(session: Session, rows: Select[Any]) -> tuple[int, bool]:
    """How many rows there are, and whether that is only a lower bound because counting stopped."""
    bounded = rows.order_by(None).limit(EXACT_TOTAL_LIMIT + 1).subquery()
    total = int(session.execute(select(func.count()).select_from(bounded)).scalar_one())
    return min(total, EXACT_TOTAL_LIMIT), total > EXACT_TOTAL_LIMIT
