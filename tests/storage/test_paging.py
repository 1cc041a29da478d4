"""Cursors: nothing is skipped or repeated while rows come in; nonsense is refused."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from app.domain.identifiers import new_id
from app.models import ArticleRow
from app.storage.articles import page_of_articles
from app.storage.paging import InvalidCursorError, decode_cursor, encode_cursor


@given(st.dates(), st.text(max_size=30).filter(lambda text: "\0" not in text), st.integers(-(2**40), 2**40))
def test_cursor_round_trip(day, text, number) -> None:
    cursor = encode_cursor([day, text, number])
    assert cursor.replace("-", "").replace("_", "").isalnum()
    assert decode_cursor(cursor, [date, str, int]) == [day, text, number]


@given(st.text(max_size=60))
def test_nonsense_is_no_cursor(text) -> None:
    with pytest.raises(InvalidCursorError):
        decode_cursor(text, [date, str])


@pytest.mark.parametrize("shape", [[str], [date, str, int], [int, str], [str, str, str]])
def test_cursor_of_another_list_is_refused(shape) -> None:
    cursor = encode_cursor([date(2016, 5, 6), "evt_1"])
    with pytest.raises(InvalidCursorError):
        decode_cursor(cursor, shape)


def _article(number: int) -> ArticleRow:
    now = datetime.now(UTC)
    return ArticleRow(
        id=new_id("art"), source_key="", text=str(number), text_sha256=str(number), published_basis="unknown",
        extraction_status="none", ingested_at=now, updated_at=now,
    )  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(0, 12), limit=st.integers(1, 5), steps=st.lists(st.sampled_from(["add", "drop"]), max_size=12))
def test_pages_stay_right_while_rows_come_and_go(database, start, limit, steps) -> None:
    with database.write() as session:
        session.execute(delete(ArticleRow))
        session.add_all([_article(number) for number in range(start)])
    with database.read() as session:
        expected = [row.id for row in page_of_articles(session, [], 100, None)[0]]
    seen: list[str] = []
    dropped: set[str] = set()
    cursor = None
    for number, step in enumerate([*steps, *["none"] * 20]):
        with database.read() as session:
            rows, _, _ = page_of_articles(session, [], limit, cursor)
        seen += [row.id for row in rows[:limit]]
        if len(rows) <= limit:
            break
        cursor = encode_cursor([rows[limit - 1].id])
        with database.write() as session:
            if step == "add":
                session.add(_article(1000 + number))
            elif step == "drop" and expected:
                dropped.add(expected[-1])
                session.execute(delete(ArticleRow).where(ArticleRow.id == expected.pop()))
    assert len(seen) == len(set(seen))
    assert set(expected) <= set(seen)
    assert set(seen) <= set(expected) | dropped
