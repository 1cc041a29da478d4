"""What a transaction makes of articles, judgements and entities: noted when it is flushed, so never forgotten."""

from typing import Any, Final, Literal

from sqlalchemy import event, inspect
from sqlmodel import Session

from app.domain.changes import ChangedKind
from app.models import AliasRow, ArticleRow, JudgementRow, OrganizationRow, PersonRow, PlaceRow

_KINDS: Final[dict[type, ChangedKind]] = {
    ArticleRow: "article",
    JudgementRow: "judgement",
    PersonRow: "person",
    OrganizationRow: "organization",
    PlaceRow: "place",
}
#: What clients see of them. How often and when an entity was told of is left out: that changes with every article.
_SHOWN: Final[dict[type, tuple[str, ...]]] = {
    ArticleRow: ("title", "text", "url", "source_name", "published_on", "language", "copy_of", "extractor"),
    JudgementRow: ("withdrawn_at", "withdrawn_reason"),
    PersonRow: ("name", "roles", "country_code"),
    OrganizationRow: ("name", "category", "sector", "country_code"),
    PlaceRow: ("name", "country_code", "latitude", "longitude", "admin1", "precision", "within_id"),
}
_KEY: Final = "sitrep_noted"

Noted = dict[tuple[ChangedKind, str], Literal["created", "updated"]]


def note_changes(session: Session) -> None:
    """From now on, note what this session flushes."""
    session.info[_KEY] = {}
    event.listen(session, "before_flush", _note)


def take_noted(session: Session) -> Noted:
    """What became of which resource, in order; it is forgotten with that."""
    session.flush()
    noted: Noted = session.info[_KEY]
    session.info[_KEY] = {}
    return noted


def _note(session: Session, *_: Any) -> None:
    noted: Noted = session.info[_KEY]
    for row in session.new:
        if kind := _KINDS.get(type(row)):
            noted[kind, row.id] = "created"
    for row in session.new:
        if isinstance(row, AliasRow):
            noted.setdefault((row.kind, row.entity_id), "updated")  # type: ignore[arg-type]
    for row in session.dirty:
        kind = _KINDS.get(type(row))
        if kind and _is_shown_otherwise(row):
            noted.setdefault((kind, row.id), "updated")


def _is_shown_otherwise(row: Any) -> bool:
    attributes = inspect(row).attrs
    return any(attributes[name].history.has_changes() for name in _SHOWN[type(row)])
