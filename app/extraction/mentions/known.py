"""Names the lexicons know: organizations, countries, demonyms."""

from typing import Final

from app.extraction.mentions.knowledge import KnownName, NameKnowledge
from app.extraction.mentions.spans import NameSpan, disjoint
from app.extraction.mentions.tokens import Tokens
from app.extraction.mentions.words import DIVISIONS, PEOPLES

_PEOPLE: Final = KnownName("demonym")
_DIVISION: Final = KnownName("place")
_POSSESSIVE: Final = frozenset({"'s", "'"})
#: what a country, in the possessive, may have
_OF_STATES: Final = frozenset({"government", "military", "police", "intelligence", "legislature", "judiciary"})


def known_spans(tokens: Tokens, knowledge: NameKnowledge, dates: set[int]) -> list[NameSpan]:
    """Every lexicon name in the text outside the tokens of ``dates``, longest first where they overlap."""
    found = [
        NameSpan(start, end, known.kind, "known", known, confidence=0.9)
        for start, end, known in knowledge.exact.matches(tokens.words)
    ]
    found += [
        NameSpan(start, end, known.kind, "known", known, confidence=0.9)
        for start, end, known in knowledge.folded.matches(tokens.folded)
        if tokens.capitals_hold(start, end) and not _lone_common_word(tokens, start, end, known)
    ]
    found = [span for span in found if span.start not in dates]
    found += [
        NameSpan(i, i + 1, "demonym", "known", _PEOPLE, confidence=0.8)
        for i, word in enumerate(tokens.lower)
        if word in PEOPLES and tokens.capital[i]
    ]
    found += [
        NameSpan(i, i + 1, "place", "known", _DIVISION, confidence=0.9)
        for i, word in enumerate(tokens.lower)
        if word in DIVISIONS and tokens.capital[i] and _follows_a_place(tokens, i)
    ]
    found += [owner for span in found for owner in _trim(tokens, span, knowledge)]
    return disjoint(sorted(found, key=lambda span: (span.start - span.end, span.start)))


def _trim(tokens: Tokens, span: NameSpan, knowledge: NameKnowledge) -> list[NameSpan]:
    """Cut a small "the" and a possessor off the front ("Iran's Security Council"), a possessive off the end.

    Returns the possessor's own span where there is one.
    """
    if tokens.text[span.start] == "the" and span.end - span.start > 1:
        span.start += 1
    if tokens.lower[span.end - 1] in _POSSESSIVE and span.end - span.start > 1:
        span.end -= 1
    state = span.known is not None and any(record.category in _OF_STATES for record in span.known.records)
    if state and span.end - span.start > 2 and tokens.lower[span.start + 1] in _POSSESSIVE:
        owner = span.start
        span.start += 2
        return [
            NameSpan(owner, owner + 1, known.kind, "known", known, confidence=0.9)
            for _, _, known in knowledge.folded.matches(tokens.folded[owner : owner + 1])
        ]
    return []


def _follows_a_place(tokens: Tokens, i: int) -> bool:
    """Whether an abbreviated state stands after "Springfield,"."""
    return i > 1 and tokens.lower[i - 1] == "," and tokens.capital[i - 2]


def _lone_common_word(tokens: Tokens, start: int, end: int, known: KnownName) -> bool:
    """Single lexicon words that the model reads as no name and that stand where any word has a capital ("Polish …")."""
    return (
        end - start == 1
        and known.kind != "demonym"
        and tokens.initial[start]
        and tokens.tag[start] not in {"NNP", "NNPS"}
    )
