"""One article, one reading: what is a name in one place is a name wherever the same words stand."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from app.extraction.mentions.context import Context, Form
from app.extraction.mentions.knowledge import NameKnowledge
from app.extraction.mentions.spans import NameSpan, disjoint, in_order
from app.extraction.mentions.tries import WordTrie
from app.extraction.mentions.words import NAME_TAGS

#: share of capitalised words from which on a heading is in title case
_TITLE_CASE: Final = 0.8


def with_repeats(context: Context, spans: list[NameSpan]) -> list[NameSpan]:
    """Add the further occurrences of every name found, and those of a person's surname alone."""
    forms: dict[Form, NameSpan] = {}
    surnames: dict[Form, NameSpan] = {}
    for span in spans:
        form = context.form(span)
        forms.setdefault(form, span)
        if span.kind == "person" and len(form) > 1 and len(form[-1]) > 2:
            surnames.setdefault(form[-1:], span)
    trie: WordTrie[NameSpan] = WordTrie()
    for form, span in {**surnames, **forms}.items():
        trie.add(form, span)
    repeats = [
        NameSpan(start, end, span.kind, "pattern", span.known, span.confidence * 0.9)
        for start, end, span in trie.matches(context.tokens.folded)
        if _written_alike(context, start, end, span)
    ]
    longest_first = sorted(repeats, key=lambda span: (span.start - span.end, span.start))
    return in_order([*spans, *disjoint(longest_first, spans)])


def without_headline_words(
    context: Context, spans: list[NameSpan], knowledge: NameKnowledge, headings: Iterable[tuple[int, int]]
) -> list[NameSpan]:
    """Drop organizations that only a heading has, where every word has a capital: "Powers Fail" of "Powers Fail to …".

    ``headings`` are spans of characters. What a lexicon knows stays, and what ends like an organization's name
    ("Harbour Brigade"), unless the heading is in capitals only.
    """
    titled = [heading for heading in headings if _in_title_case(context, *heading)]
    if not titled:
        return spans
    starts = context.tokens.starts
    outside = [all(not start <= starts[span.start] < end for start, end in titled) for span in spans]
    told = {context.form(span) for span, out in zip(spans, outside, strict=True) if out}
    return [
        span
        for span, out in zip(spans, outside, strict=True)
        if out
        or span.kind != "organization"
        or (span.known is not None and span.known.records)
        or context.form(span) in told
        or _named_by_head(context, span, knowledge)
    ]


def _in_title_case(context: Context, start: int, end: int) -> bool:
    tokens = context.tokens
    words = range(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end))
    longer = [i for i in words if len(tokens.text[i]) > 3 and tokens.text[i].isalpha()]
    return len(longer) > 1 and sum(tokens.capital[i] for i in longer) >= _TITLE_CASE * len(longer)


def _named_by_head(context: Context, span: NameSpan, knowledge: NameKnowledge) -> bool:
    capitals = all(word.isupper() for word in context.tokens.text[span.start : span.end])
    acronym = capitals and span.end - span.start == 1
    return acronym or (not capitals and knowledge.heads.of(context.form(span)) is not None)


def _written_alike(context: Context, start: int, end: int, span: NameSpan) -> bool:
    """Whether the words have the capitals of the name, and are not merely the first of a sentence."""
    tokens = context.tokens
    if not tokens.capitals_hold(start, end):
        return False
    if end - start > 1:
        return True
    if tokens.text[span.start].isupper() and not tokens.text[start].isupper():
        return False
    return tokens.tag[start] in NAME_TAGS
