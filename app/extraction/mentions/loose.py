"""Capitalised words that neither a lexicon nor the model claimed: villages, groups and people the model missed."""

from app.extraction.mentions.spans import NameSpan
from app.extraction.mentions.titles import Titles
from app.extraction.mentions.tokens import Tokens
from app.extraction.mentions.words import BELIEFS, CALENDAR, DETERMINERS, FUNCTION_WORDS, NAME_TAGS, PARTICLES

_LONGEST = 8


def loose_spans(tokens: Tokens, titles: Titles, taken: list[NameSpan], excluded: set[int]) -> list[NameSpan]:
    """Runs of capitalised words outside ``taken`` and ``excluded`` tokens, their kind left open."""
    free = [True] * len(tokens)
    for span in taken:
        free[span.start : span.end] = [False] * (span.end - span.start)
    for i in excluded:
        free[i] = False
    spans, position = [], 0
    while position < len(tokens):
        if free[position] and _opens(tokens, position):
            end = _run_end(tokens, free, position)
            if end - position <= _LONGEST:
                span = NameSpan(_with_article(tokens, free, position), end, None, "loose")
                titles.strip(span)
                spans.append(span)
            position = end
        position += 1
    return spans


def _opens(tokens: Tokens, i: int) -> bool:
    word = tokens.lower[i]
    if (
        not tokens.capital[i]
        or len(word) < 3
        or word in DETERMINERS
        or word in CALENDAR
        or word in BELIEFS
        or word in FUNCTION_WORDS
    ):
        return False
    return tokens.tag[i] in NAME_TAGS


def _run_end(tokens: Tokens, free: list[bool], start: int) -> int:
    end = start + 1
    while end < len(tokens) and free[end]:
        joined = tokens.text[end] == "-" and end + 1 < len(tokens) and tokens.capital[end + 1]
        particle = tokens.lower[end] in PARTICLES and end + 1 < len(tokens) and _joins(tokens, end + 1)
        if not (joined or particle or (tokens.capital[end] and tokens.lower[end] not in CALENDAR)):
            break
        end += 1
    return end


def _joins(tokens: Tokens, i: int) -> bool:
    return tokens.capital[i] or (tokens.text[i] == "-" and i + 1 < len(tokens) and tokens.capital[i + 1])


def _with_article(tokens: Tokens, free: list[bool], start: int) -> int:
    """Take in the "al-" before the first capital."""
    if start > 1 and tokens.text[start - 1] == "-" and tokens.lower[start - 2] in PARTICLES and free[start - 2]:
        return start - 2
    return start
