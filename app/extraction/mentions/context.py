"""What the words around a name say about what it names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.vocabulary import MentionKind
from app.extraction.mentions.knowledge import NameKnowledge
from app.extraction.mentions.spans import NameSpan
from app.extraction.mentions.tokens import Tokens
from app.extraction.mentions.words import COMPASS, LOCATIVE, PLACE_NOUNS, SAYING

#: folded words of a name, the same however it is spelled
Form = tuple[str, ...]

_TITLE_WEIGHT: Final = 3.0
_AGE_WEIGHT: Final = 2.0
_WATERS: Final = frozenset({"river", "lake", "mount", "island"})


@dataclass(frozen=True, slots=True)
class Context:
    """The tokens of an article, and where a title of a person ends (token indexes just past it)."""

    tokens: Tokens
    title_ends: frozenset[int]

    @classmethod
    def of(cls, tokens: Tokens, knowledge: NameKnowledge) -> "Context":
        """Find the titles."""
        ends = (
            end
            for start, end, record in knowledge.titles.matches(tokens.folded)
            if record.before_name and tokens.capital[end - 1]
        )
        return cls(tokens, frozenset(ends))

    def form(self, span: NameSpan) -> Form:
        """The span's folded words."""
        return self.tokens.key(span.start, span.end)

    def surface(self, span: NameSpan) -> str:
        """The words as written, with single spaces where the text has any."""
        tokens, parts = self.tokens, []
        for i in range(span.start, span.end):
            gap = i > span.start and tokens.starts[i] > tokens.starts[i - 1] + len(tokens.text[i - 1])
            parts.append((" " if gap else "") + tokens.text[i])
        return "".join(parts)

    def around(self, span: NameSpan) -> Iterator[tuple[MentionKind, float]]:
        """Evidence for kinds from the neighbouring words."""
        tokens = self.tokens
        before = tokens.lower[span.start - 1] if span.start else ""
        after = tokens.lower[span.end] if span.end < len(tokens) else ""
        second = tokens.lower[span.end + 1] if span.end + 1 < len(tokens) else ""
        yield "place", self._place(span, before, after)
        if span.start in self.title_ends:
            yield "person", _TITLE_WEIGHT
        if after == "," and len(second) == 2 and second.isdigit():
            yield "person", _AGE_WEIGHT
        if after in SAYING or after == "who" or (after == "," and second == "who"):
            yield "person", 0.5
        if before == "the" and span.end - span.start == 1:
            yield "organization", 0.4
            yield "person", -0.5

    def _place(self, span: NameSpan, before: str, after: str) -> float:
        weight = LOCATIVE.get(before, 0.0)
        if before == "of" and span.start > 1 and self.tokens.lower[span.start - 2] in PLACE_NOUNS:
            weight += 3.0
        elif before in _WATERS:
            weight += 2.0
        elif before in PLACE_NOUNS and span.start > 1:
            weight += 0.7
        if after in PLACE_NOUNS and before not in COMPASS and before != "the":
            weight += 1.5
        return weight
