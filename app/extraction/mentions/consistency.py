"""One article, one reading: what is a name in one place is a name wherever the same words stand."""

from app.extraction.mentions.context import Context, Form
from app.extraction.mentions.spans import NameSpan, disjoint, in_order
from app.extraction.mentions.tries import WordTrie
from app.extraction.mentions.words import NAME_TAGS


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
