"""Date expressions of the contract."""

from app.domain.annotations import DateMention
from app.extraction.document import Document


def write_dates(document: Document) -> tuple[DateMention, ...]:
    """Every date expression, in text order."""
    written = []
    for found in sorted(document.dates, key=lambda found: found.start):
        start, end, words = document.original(found.start, found.end)
        value = found.value.model_dump()
        written.append(DateMention(**value, start=start, end=end, text=words, anchor=found.anchor))
    return tuple(written)
