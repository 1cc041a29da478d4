"""Ships by their prefix: "HMS Ocean"."""

from app.extraction.mentions.spans import NameSpan
from app.extraction.mentions.tokens import Tokens
from app.extraction.mentions.words import INNER, SHIP_PREFIXES

_LONGEST = 4


def ship_spans(tokens: Tokens) -> list[NameSpan]:
    """Every ship's prefix in capitals with the capitalised words after it."""
    spans = []
    for i, word in enumerate(tokens.lower):
        if word in SHIP_PREFIXES and tokens.text[i].isupper():
            end = i + 1
            while end < len(tokens) and end - i < _LONGEST and (tokens.capital[end] or tokens.lower[end] in INNER):
                end += 1
            while end > i + 1 and not tokens.capital[end - 1]:
                end -= 1
            if end > i + 1:
                spans.append(NameSpan(i, end, "vehicle", "known", confidence=0.9))
    return spans
