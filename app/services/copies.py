"""Copies and near-copies of an article: found as it comes in, and chained to their origin.

Which texts repeat one another depends on the texts alone, and which article is another's origin on when they were
published: the order in which they come decides only between articles of one day.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlmodel import Session

from app.models import ArticleRow
from app.resolution.copies import ReadText, near_copy, read_text, sketch_of
from app.storage import copies as store
from app.storage.retiring import delete_article


def note_copies(session: Session, article: ArticleRow) -> None:
    """Find what the article's text repeats, or is repeated by, and point each of these articles to its origin.

    For an article that is new, or has another text or date of publication than before; once more changes nothing.
    """
    text_sha256 = article.text_sha256
    text = read_text(article.text)
    sketch = sketch_of(text)
    if store.is_sketched(session, text_sha256, sketch):
        near = store.near_copies(session, [text_sha256])[text_sha256]
    else:
        near = _compare_with_stored(session, text, sketch)
        store.save_sketch(session, text_sha256, sketch)
        store.save_near_copies(session, text_sha256, near)
        is_alone = not near and article.copy_of is None and len(store.articles_of_texts(session, [text_sha256])) == 1
        if is_alone:
            return
    _chain(session, {text_sha256, *near})


def delete_with_chain(session: Session, article: ArticleRow) -> None:
    """Delete an article without reports; what was a copy of it has another origin now, or none."""
    text_sha256, text = article.text_sha256, article.text
    for copy in store.copies_of(session, article.id):
        _point(copy, None, {})
    session.flush()
    delete_article(session, article)
    leave_text(session, text_sha256, text)


def leave_text(session: Session, text_sha256: str, text: str) -> None:
    """Chain the copies of a text anew that an article had and has no more; without any, the text is forgotten."""
    near = store.near_copies(session, [text_sha256])[text_sha256]
    if not store.articles_of_texts(session, [text_sha256]):
        store.forget_text(session, text_sha256, sketch_of(read_text(text)), near)
    _chain(session, {text_sha256, *near})


def _compare_with_stored(session: Session, text: ReadText, sketch: Sequence[int]) -> dict[str, float]:
    """The similarity of each near-copy of a new text, among those that share most of its sketch."""
    sharing = store.texts_sharing(session, sketch)
    stored = store.load_texts(session, sharing) if sharing else {}
    similarities = {other: near_copy(text, read_text(words)) for other, words in stored.items()}
    return {other: similarity for other, similarity in similarities.items() if similarity is not None}


def _chain(session: Session, texts: Collection[str]) -> None:
    """Point every article with one of these texts to its origin.

    That is the first one with the same text; the first one itself is a copy of the first near-copy before it.
    """
    near = store.near_copies(session, texts)
    articles = store.articles_of_texts(session, {*texts, *(other for others in near.values() for other in others)})
    first: dict[str, store.Printed] = {}
    for article in sorted(articles, key=_age):
        first.setdefault(article.text_sha256, article)
    for article in articles:
        others = near.get(article.text_sha256)
        if others is not None:
            origin = _origin(article, first, others)
            if article.copy_of != (origin.id if origin else None):
                _point(session.get_one(ArticleRow, article.id), origin, others)
    session.flush()


def _origin(
    article: store.Printed, first: Mapping[str, store.Printed], near: Mapping[str, float]
) -> store.Printed | None:
    same = first[article.text_sha256]
    if same != article:
        return same
    before = [first[text] for text in near if text in first and _age(first[text]) < _age(article)]
    return min(before, key=_age, default=None)


def _point(row: ArticleRow, origin: store.Printed | None, near: Mapping[str, float]) -> None:
    if origin is None:
        row.copy_of, row.copy_kind, row.copy_similarity = None, None, None
    elif origin.text_sha256 == row.text_sha256:
        row.copy_of, row.copy_kind, row.copy_similarity = origin.id, "exact", 1.0
    else:
        row.copy_of, row.copy_kind, row.copy_similarity = origin.id, "near", near[origin.text_sha256]


def _age(article: store.Printed) -> tuple[date, str]:
    """Published first, and of those stored first."""
    return article.published_from or date.max, article.id
