"""Bringing together what the lexicons know and what the model reads, one span at a time."""

from collections.abc import Sequence

from app.extraction.mentions.knowledge import NameKnowledge
from app.extraction.mentions.spans import NameSpan, SpanIndex, disjoint, in_order
from app.extraction.mentions.statistical import trim
from app.extraction.mentions.titles import Titles
from app.extraction.mentions.tokens import Tokens
from app.extraction.mentions.words import COMPASS, INNER, MEMBERS


def merge(
    known: list[NameSpan], model: list[NameSpan], tokens: Tokens, titles: Titles, knowledge: NameKnowledge
) -> list[NameSpan]:
    """One list without overlaps. A longer model name swallows lexicon names only where it is a name itself."""
    index = SpanIndex(known)
    bigger: list[NameSpan] = []
    rest: list[NameSpan] = []
    for span in model:
        inside = index.overlapping(span)
        left = _settle(span, inside, tokens, titles, knowledge)
        (bigger if inside and left == [span] else rest).extend(left)
    kept_known = disjoint(known, bigger)
    return in_order([*disjoint(bigger), *kept_known, *disjoint(rest, [*bigger, *kept_known])])


def with_institutions(tokens: Tokens, model: list[NameSpan], institutions: list[NameSpan]) -> list[NameSpan]:
    """Model and head-noun spans as one list: of two that overlap the longer, of equal ones the model's person."""
    index = SpanIndex(model)
    kept = [span for span in institutions if not any(_beats(tokens, m, span) for m in index.overlapping(span))]
    return in_order([*kept, *disjoint(model, kept)])


def _beats(tokens: Tokens, model: NameSpan, institution: NameSpan) -> bool:
    if model.kind == "person":
        return model.covers(institution)
    if "," in tokens.lower[model.start : model.end]:
        return False
    return model.covers(institution) and model.end - model.start > institution.end - institution.start


def _settle(
    span: NameSpan, inside: list[NameSpan], tokens: Tokens, titles: Titles, knowledge: NameKnowledge
) -> list[NameSpan]:
    """What is left of a model span beside the lexicon names it overlaps."""
    if not inside:
        return [span]
    if any(k.covers(span) for k in inside):
        return []
    if all(span.covers(k) for k in inside) and _stands(tokens, span, inside):
        return [span]
    pieces = []
    begin = span.start
    for k in [*inside, None]:
        stop = k.start if k else span.end
        if begin < stop:
            piece = trim(tokens, NameSpan(begin, stop, span.kind, "model"), titles, knowledge)
            if piece is not None and _worth_keeping(piece):
                pieces.append(piece)
        begin = k.end if k else span.end
    return pieces


def _worth_keeping(piece: NameSpan) -> bool:
    return piece.kind in {"person", "place"} or piece.end - piece.start > 1


def _stands(tokens: Tokens, span: NameSpan, inside: list[NameSpan]) -> bool:
    """Whether the longer model name is one name."""
    words = tokens.lower[span.start : span.end]
    if "," in words or "'s" in _outside(words, inside, span) or "/" in words:
        return False
    first = inside[0]
    if span.kind == "person":
        cut = first.start == span.start and span.end - first.end > 1
        return not cut or (first.kind == "place" and first.end - first.start == 1)
    if span.kind == "organization":
        if words[0] in MEMBERS and words[1] == "of" and first.kind == "organization":
            return False
        own = [i for i in range(span.start, span.end) if tokens.folded[i] and tokens.lower[i] not in INNER]
        return all(tokens.capital[i] or tokens.text[i][0].isdigit() for i in own)
    return span.kind == "place" and not all(word in COMPASS for word in _outside(words, inside, span))


def _outside(words: Sequence[str], inside: list[NameSpan], span: NameSpan) -> list[str]:
    covered = {i for k in inside for i in range(k.start, k.end)}
    return [word for i, word in enumerate(words, start=span.start) if i not in covered]
