"""Full text: what is indexed, and how a search text is read."""

import unicodedata

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.models import SearchTextRow
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


def index_text(session: Session, owner_id: str, kind: str, text: str, *, is_new: bool) -> None:
    """Make an article or event findable by these words instead of its former ones; ``is_new``: it had none."""
    words = " ".join(words_of(text))
    row = None
    if not is_new:
        row = session.exec(select(SearchTextRow).where(col(SearchTextRow.owner_id) == owner_id)).first()
    if row is None:
        session.add(SearchTextRow(owner_id=owner_id, kind=kind, words=words))
    elif row.words != words:
        row.words = words


def owners_of_words(session: Session, kind: str, words: list[str]) -> SelectOfScalar[str]:
    """Ids of the articles or events that hold all of these folded words."""
    condition = words_match(session.get_bind().dialect.name, words)
    return select(SearchTextRow.owner_id).where(col(SearchTextRow.kind) == kind, condition)
