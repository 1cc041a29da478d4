"""The change feed: what may happen to what, and why."""

from typing import Final, Literal

ChangeAction = Literal["created", "updated", "merged", "split", "deleted"]
ChangedKind = Literal["article", "person", "organization", "place", "event", "judgement"]
ReasonCode = Literal[
    "article_stored", "article_read", "article_reprocessed", "article_corrected", "article_deleted", "original_deleted",
    "original_corrected", "original_found",
    "first_named", "better_known",
    "first_told", "corroborated", "contradicted", "told_again", "regrouped", "entity_changed",
    "judgement_given", "judgement_withdrawn", "judgement_replaced",
]  # fmt: skip

#: Each reason in words; ``{by}`` is the article or judgement that it is due to.
SENTENCES: Final[dict[ReasonCode, str]] = {
    "article_stored": "{by} was stored.",
    "article_read": "{by}, which had been stored without extraction, was read.",
    "article_reprocessed": "{by} was read anew by another version of the extractor.",
    "article_corrected": "{by} came with another text.",
    "article_deleted": "{by} was deleted.",
    "original_deleted": "{by}, whose text it repeats, was deleted.",
    "original_corrected": "{by}, whose text it repeated, came with another one.",
    "original_found": "{by}, whose text it repeats, was published before it.",
    "first_named": "{by} is the first to name it, or something in it.",
    "better_known": "{by} tells more of it: a name, an office, a country, or where it lies.",
    "first_told": "{by} is the first to tell it.",
    "corroborated": "{by} tells it too, an independent source.",
    "contradicted": "{by} contradicts what was told of it.",
    "told_again": "{by} tells it again, from a source or in a text that had told it.",
    "regrouped": "By {by}, reports are seen to tell the same happening, or another.",
    "entity_changed": "By {by}, someone or something that it names is known by another name or in another place.",
    "judgement_given": "{by} was given.",
    "judgement_withdrawn": "{by} was withdrawn.",
    "judgement_replaced": "{by}, a later one on the same two, took its place.",
}


def sentence(code: ReasonCode, article_id: str | None, judgement_id: str | None) -> str:
    """The reason in words."""
    text = SENTENCES[code].format(by=f"judgement {judgement_id}" if judgement_id else f"article {article_id}")
    return text[:1].upper() + text[1:]
