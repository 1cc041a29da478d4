"""Titles and offices in the text, which stand before people's names and are no part of them."""

from dataclasses import dataclass

from app.extraction.mentions.knowledge import NameKnowledge
from app.extraction.mentions.spans import NameSpan
from app.extraction.mentions.tokens import Tokens

_LONGEST_WITH_TITLE = 6


@dataclass(frozen=True, slots=True)
class Titles:
    """Where titles end (token indexes just past them), and for every token of one the furthest end."""

    ends: frozenset[int]
    until: dict[int, int]

    def past(self, start: int) -> int:
        """Past the titles that cover the token and those right behind them; the token itself where none does."""
        position = start
        while self.until.get(position, position) > position:
            position = self.until[position]
        return position

    def strip(self, span: NameSpan) -> None:
        """Cut titles off the front, as long as something is left."""
        position = span.start
        while position < self.until.get(position, position) < span.end:
            position = self.until[position]
        span.start = position

    def strip_end(self, tokens: Tokens, span: NameSpan) -> None:
        """Cut an office off the end ("UK | Envoy"), unless the name needs it ("Office of the Prosecutor")."""
        first = next((i for i in range(span.start + 1, span.end) if self.until.get(i) == span.end), span.end)
        if tokens.capital[first - 1]:
            span.end = first


def find_titles(tokens: Tokens, knowledge: NameKnowledge) -> Titles:
    """Every capitalised office or title that may stand before a name; a lone common given name ("Earl") is none."""
    ends: set[int] = set()
    until: dict[int, int] = {}
    for start, end, record in knowledge.titles.matches(tokens.folded):
        lone_given_name = end - start == 1 and knowledge.people.is_given(tokens.folded[start])
        if not record.before_name or not tokens.capital[end - 1] or lone_given_name:
            continue
        ends.add(end)
        for i in range(start, end):
            until[i] = max(until.get(i, 0), end)
    return Titles(frozenset(ends), until)


def strip_from(tokens: Tokens, span: NameSpan, titles: Titles, knowledge: NameKnowledge) -> None:
    """Cut titles off a person's name; what stands behind one in an organization's place is a person too."""
    if span.kind == "organization":
        longer = span.end - span.start > _LONGEST_WITH_TITLE
        if longer or knowledge.heads.of(tokens.key(span.start, span.end)) is not None:
            return
        if not all(tokens.capital[span.start : span.end]):
            return
    before = span.start
    titles.strip(span)
    if span.start > before:
        span.kind = "person"
