"""Rows of a keyset list → a page."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from app.domain.documents import JsonObject, Page
from app.errors import InvalidInput
from app.storage.paging import InvalidCursorError, encode_cursor


@contextmanager
def checked_cursor() -> Iterator[None]:
    """Within, a cursor that is none is an ``InvalidInput`` of that field."""
    try:
        yield
    except InvalidCursorError as error:
        raise InvalidInput("is not a cursor of this list; take it from links.next", field="cursor") from error


def page_of[T](
    rows: Sequence[T],
    total: int,
    limit: int,
    key: Callable[[T], Sequence[str | int | date]],
    *,
    is_estimate: bool = False,
    interpreted: JsonObject | None = None,
) -> Page[T]:
    """The first ``limit`` rows; where there are more, the cursor is the sort key of the last one shown."""
    shown = list(rows[:limit])
    return Page(
        data=shown,
        total=total,
        total_is_estimate=is_estimate,
        interpreted=interpreted or {},
        next_cursor=encode_cursor(key(shown[-1])) if len(rows) > limit else None,
    )
