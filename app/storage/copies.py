"""Texts that repeat one another: found by the values that their sketches share, and kept in pairs."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from sqlalchemy import Select, bindparam, delete, func, insert, union_all
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from app.models import ArticleRow, NearCopyRow, TextSketchRow

#: Texts looked at for one value, and texts compared with a new one: those that share most values with it. Of what is
#: printed under every article of an outlet, or of an alert that comes each day, there may be any number.
_MOST_OF_VALUE: Final = 64
_MOST: Final = 16


class Printed(NamedTuple):
    """When an article with a text was published, and what it is known to be a copy of."""

    id: str
    text_sha256: str
    published_from: date | None
    copy_of: str | None


@cache
def _texts_sharing(size: int) -> Select[tuple[str]]:
    """The statement for a sketch of that size: made once, for it is long."""
    sharing = [
        sa_select(
            select(TextSketchRow.text_sha256)
            .where(col(TextSketchRow.value) == bindparam(f"v{number}"))
            .order_by(col(TextSketchRow.text_sha256))
            .limit(_MOST_OF_VALUE)
            .subquery()
            .c.text_sha256
        )
        for number in range(size)
    ]
    text = union_all(*sharing).subquery().c.text_sha256
    return sa_select(text).group_by(text).order_by(func.count().desc(), text).limit(_MOST)


def texts_sharing(session: Session, sketch: Sequence[int]) -> list[str]:
    """The texts that share most values of this sketch, which has at least one."""
    values = {f"v{number}": value for number, value in enumerate(sketch)}
    return list(session.execute(_texts_sharing(len(sketch)), values).scalars())


def is_sketched(session: Session, text_sha256: str, sketch: Sequence[int]) -> bool:
    """Whether the text is findable already, or so short that nothing finds it."""
    return not sketch or session.get(TextSketchRow, (sketch[0], text_sha256)) is not None


def save_sketch(session: Session, text_sha256: str, sketch: Sequence[int]) -> None:
    """Make a new text findable."""
    session.execute(insert(TextSketchRow), [{"value": value, "text_sha256": text_sha256} for value in sketch])


def load_texts(session: Session, texts: Collection[str]) -> dict[str, str]:
    """These texts, by their hash."""
    of_text = select(func.min(ArticleRow.id)).where(col(ArticleRow.text_sha256).in_(texts))
    articles = of_text.group_by(col(ArticleRow.text_sha256))
    statement = select(ArticleRow.text_sha256, ArticleRow.text).where(col(ArticleRow.id).in_(articles))
    return dict(session.exec(statement).all())


def save_near_copies(session: Session, text_sha256: str, similarities: Mapping[str, float]) -> None:
    """Keep which other texts a text repeats or is repeated by."""
    pairs = [(text_sha256, other, value) for other, value in similarities.items()]
    pairs += [(other, text_sha256, value) for other, value in similarities.items()]
    if pairs:
        columns = ("text_sha256", "other_sha256", "similarity")
        session.execute(insert(NearCopyRow), [dict(zip(columns, pair, strict=True)) for pair in pairs])


def near_copies(session: Session, texts: Collection[str]) -> dict[str, dict[str, float]]:
    """For each of these texts the near-copies of it, with their similarity."""
    found: dict[str, dict[str, float]] = {text: {} for text in texts}
    for row in session.exec(select(NearCopyRow).where(col(NearCopyRow.text_sha256).in_(texts))):
        found[row.text_sha256][row.other_sha256] = row.similarity
    return found


def articles_of_texts(session: Session, texts: Collection[str]) -> list[Printed]:
    """All articles with one of these texts."""
    columns = (ArticleRow.id, ArticleRow.text_sha256, ArticleRow.published_from, ArticleRow.copy_of)
    statement = sa_select(*map(col, columns)).where(col(ArticleRow.text_sha256).in_(texts))
    return [Printed(*row) for row in session.execute(statement)]


def copies_of(session: Session, article_id: str) -> list[ArticleRow]:
    """The articles that are known to be copies of this one."""
    return list(session.exec(select(ArticleRow).where(col(ArticleRow.copy_of) == article_id)))


def forget_text(session: Session, text_sha256: str, sketch: Sequence[int], near: Collection[str]) -> None:
    """Forget a text that no article has any more; ``sketch`` is its own, ``near`` are its near-copies."""
    value, text = col(TextSketchRow.value), col(TextSketchRow.text_sha256)
    session.execute(delete(TextSketchRow).where(value.in_(sketch), text == text_sha256))
    one, other = col(NearCopyRow.text_sha256), col(NearCopyRow.other_sha256)
    session.execute(delete(NearCopyRow).where(one == text_sha256))
    session.execute(delete(NearCopyRow).where(one.in_(near), other == text_sha256))
