"""Square brackets of monitoring services: who speaks ("[Barco] We shall …"), or an editor's "the ELN [Army …]"."""

from typing import Final

from spacy.tokens import Doc, Token

from app.extraction.cleaning.text import BLOCK_BREAK

#: tokens that an aside has at most
_LONGEST: Final = 25
#: what ends a sentence or an introduction before a bracket
_ENDS: Final = frozenset({".", "?", "!", ":", "--", "-", "–", "—", "...", "…"})


def mark_asides(doc: Doc) -> None:
    """Start a sentence after a bracket that stands before one, and none at a bracket inside one."""
    opening: int | None = None
    for token in doc:
        if token.text == "[":
            opening = token.i
        elif token.text == "]" and opening is not None:
            if token.i - opening <= _LONGEST:
                _mark(doc, opening, token.i)
            opening = None


def _mark(doc: Doc, first: int, last: int) -> None:
    after = last + 1 if last + 1 < len(doc) else None
    if _is_before_sentence(doc, first):
        if after is not None and (doc[after].text == "[" or not (doc[after].is_space or doc[after].is_punct)):
            doc[after].is_sent_start = True
        return
    for token in doc[first : last + 1]:
        token.is_sent_start = False
    if after is not None and not doc[after].is_space:
        doc[after].is_sent_start = False


def _is_before_sentence(doc: Doc, first: int) -> bool:
    before = doc[first - 1] if first else None
    if before is not None and before.is_space and BLOCK_BREAK not in before.text and before.i:
        before = doc[before.i - 1]
    return before is None or doc[first].is_sent_start is True or _ends(doc, before)


def _ends(doc: Doc, token: Token) -> bool:
    """Whether a sentence ends here; the bracket after one that stands before a sentence stands before it too."""
    if token.text == "]":
        return token.i + 1 < len(doc) and doc[token.i + 1].is_sent_start is True
    if token.is_quote and token.i:
        return doc[token.i - 1].text in _ENDS or doc[token.i - 1].is_space
    return token.is_space or token.text in _ENDS
