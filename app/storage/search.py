"""Full text: what is indexed, and how a search text is read."""

import unicodedata
from collections.abc import Mapping

from sqlalchemy import Select, insert
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.models import SearchTextRow, VersionTextRow
from app.storage.dialect import words_match

_MAX_QUERY_WORDS = 32


def words_of(text: str) -> list[str]:
    """The words of a text in lower case without diacritics, letters and digits only; one way for both databases."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c if c.isalnum() else "" if unicodedata.combining(c) or c in "'’" else " " for c in decomposed)
    return kept.split()


def query_words(text: str) -> list[str]:
    """The words of a search text, each once; empty where it holds none."""
    return list(dict.fromkeys(words_of(text)))[:_MAX_QUERY_WORDS]


def index_texts(session: Session, kind: str, texts: Mapping[str, str]) -> None:
    """Make articles or events, by id, findable by these words instead of their former ones."""
    stored = select(SearchTextRow).where(col(SearchTextRow.owner_id).in_(texts))
    rows = {row.owner_id: row for row in session.exec(stored)}
    new = []
    for owner_id, text in texts.items():
        words = " ".join(words_of(text))
        if owner_id not in rows:
            new.append({"owner_id": owner_id, "kind": kind, "words": words})
        elif rows[owner_id].words != words:
            rows[owner_id].words = words
    if new:
        session.execute(insert(SearchTextRow), new)


def owners_of_words(session: Session, kind: str, words: list[str]) -> SelectOfScalar[str]:
    """Ids of the articles or events that hold all of these folded words."""
    condition = words_match(session.get_bind().dialect.name, words, SearchTextRow)
    return select(SearchTextRow.owner_id).where(col(SearchTextRow.kind) == kind, condition)


def versions_of_words(session: Session, words: list[str]) -> Select[str, int]:
    """Id and version of what events were before, where it held all of these folded words."""
    condition = words_match(session.get_bind().dialect.name, words, VersionTextRow)
    return select(VersionTextRow.event_id, VersionTextRow.version).where(condition)
