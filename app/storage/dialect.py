"""Everything in which SQLite and PostgreSQL differ."""

from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Engine,
    Subquery,
    and_,
    bindparam,
    cast,
    event,
    func,
    select,
    table,
    text,
    type_coerce,
)
from sqlalchemy import column as sql_column
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert
from sqlalchemy.types import TypeEngine
from sqlmodel import Session

from app.models import SearchTextRow, Table, VersionTextRow

_WRITE_LOCK = 0x5174_12E9
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
    "busy_timeout=30000",
    "cache_size=-16000",  # KiB for each connection
    "mmap_size=1073741824",  # the rest is shared with the system's cache
)


def prepare_engine(engine: Engine) -> Engine:
    """Set up what each database needs on its connections."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("sitrep_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def take_write_lock(session: Session) -> None:
    """Wait until no one else writes. SQLite does so by itself (BEGIN IMMEDIATE)."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITE_LOCK})


def insert_ignoring(session: Session, model: type[Table]) -> Insert:
    """An INSERT that leaves rows alone whose key is there already."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(model).on_conflict_do_nothing()
    return sqlite.insert(model).on_conflict_do_nothing()


def starts_with(dialect: str, column: Any, beginning: str) -> ColumnElement[bool]:
    """The condition that a text begins so, byte by byte, as an index of it (``text_pattern_ops``) can find it."""
    after_all = f"{beginning}\U0010ffff"
    if dialect == "postgresql":
        return and_(column.op("~>=~", is_comparison=True)(beginning), column.op("~<~", is_comparison=True)(after_all))
    return and_(column >= beginning, column < after_all)


def given_rows(dialect: str, **columns: TypeEngine[Any]) -> Subquery:
    """Rows to look something up by, as a table of these columns: the parameter ``given`` is a list of lists.

    One statement serves any number of them, and is always the same one.
    """
    unpack = func.json_array_elements if dialect == "postgresql" else func.json_each
    row = unpack(bindparam("given", type_=JSON)).table_valued(sql_column("value", JSON)).c.value
    values = (row[number].as_string() for number in range(len(columns)))
    typed = cast if dialect == "postgresql" else type_coerce  # SQLite would cast a date to its year
    return select(
        *(typed(value, type_).label(name) for value, (name, type_) in zip(values, columns.items(), strict=True))
    ).subquery("given")


def list_of(dialect: str, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """All values of a column as one list; None or empty where there are none."""
    gathered: ColumnElement[Any] = func.json_agg(column, type_=JSON)
    return gathered if dialect == "postgresql" else func.json_group_array(column, type_=JSON)


def words_match(
    dialect: str, words: list[str], texts: type[SearchTextRow] | type[VersionTextRow]
) -> ColumnElement[bool]:
    """The condition that a row of these texts holds all of these folded words.

    Words are letters and digits only (see ``app.storage.search.words_of``), so none needs escaping in either syntax.
    """
    if dialect == "postgresql":
        vector = func.to_tsvector(text("'simple'"), texts.words)
        return vector.bool_op("@@")(func.plainto_tsquery(text("'simple'"), " ".join(words)))
    name = "search_fts" if texts is SearchTextRow else "event_version_fts"
    index = table(name, sql_column("rowid"))
    matching = select(index.c.rowid).where(text(f"{name} MATCH :fts").bindparams(bindparam("fts", _fts5(words))))
    number: Any = texts.number
    condition: ColumnElement[bool] = number.in_(matching)
    return condition


def _fts5(words: list[str]) -> str:
    return " AND ".join(f'"{word}"' for word in words)
