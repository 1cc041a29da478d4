"""What the words around a name say about what it names."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from app.domain.vocabulary import MentionKind
from app.extraction.mentions.spans import NameSpan
from app.extraction.mentions.titles import Titles
from app.extraction.mentions.tokens import Tokens
from app.extraction.mentions.words import (
    ABOUT_PLACES,
    COMPASS,
    DIVISIONS,
    FACILITIES,
    LOCATIVE,
    PERSONAL_OFFICES,
    PLACE_NOUNS,
    RELATIONS,
    SAYING,
    SETTLEMENTS,
    TAKING,
)

#: folded words of a name, the same however it is spelled
Form = tuple[str, ...]

_TITLE_WEIGHT: Final = 3.0
_FACILITY_WEIGHT: Final = 1.5
_AGE_WEIGHT: Final = 2.0
_APPOSITION_WEIGHT: Final = 3.0
#: words of an apposition before its noun: "the group's former top | commander"
_APPOSED: Final = frozenset({"DT", "JJ", "JJR", "JJS", "NN", "NNP", "POS", "CD", "HYPH", "NNS", "VBN"})
_LONGEST_APPOSITION: Final = 6
_LIST_WORDS: Final = frozenset({",", "and", "or", "&", "/"})
_ARTICLES: Final = frozenset({"a", "an", "the"})
_WATERS: Final = frozenset({"river", "lake", "mount", "island"})


@dataclass(frozen=True, slots=True)
class Context:
    """The tokens of an article and the titles among them."""

    tokens: Tokens
    titles: Titles

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

    def listed(self, spans: Sequence[NameSpan]) -> Iterator[tuple[NameSpan, NameSpan]]:
        """Pairs of names that stand side by side in a list ("X, Y and Z"), each pair both ways round."""
        for left, right in pairwise(spans):
            between = self.tokens.lower[left.end : right.start]
            if 0 < len(between) <= 2 and all(word in _LIST_WORDS for word in between):
                yield left, right
                yield right, left

    def around(self, span: NameSpan) -> Iterator[tuple[MentionKind, float]]:
        """Evidence for kinds from the neighbouring words."""
        before, after, second = (self._lower(i) for i in (span.start - 1, span.end, span.end + 1))
        yield "place", self._place(span, before, after) + (_FACILITY_WEIGHT if {after, second} & FACILITIES else 0.0)
        if self._is_called_settlement(span):
            yield "place", _APPOSITION_WEIGHT
        if span.start in self.titles.ends:
            yield "person", _TITLE_WEIGHT
        if after == "," and len(second) == 2 and second.isdigit():
            yield "person", _AGE_WEIGHT
        if before in SAYING or before in RELATIONS or (before == "," and self._lower(span.start - 2) in RELATIONS):
            yield "person", 0.8
        if before == "old" or (after in {"'s", "'"} and second in RELATIONS):
            yield "person", 1.0
        if after in SAYING or after == "who" or (after == "," and second == "who"):
            yield "person", 0.5
        if before == "the" and span.end - span.start == 1:
            yield "organization", 0.4
            yield "person", -0.5

    def _lower(self, i: int) -> str:
        return self.tokens.lower[i] if 0 <= i < len(self.tokens) else ""

    def holds_office(self, span: NameSpan) -> bool:
        """Whether an office in lower case stands before the name, or in an apposition behind it."""
        before = self._lower(span.start - 1)
        if before in PERSONAL_OFFICES or (before == "," and self._lower(span.start - 2) in PERSONAL_OFFICES):
            return span.start > 0 and not self.tokens.capital[span.start - 1]
        noun = self._apposed(span, PERSONAL_OFFICES)
        return noun is not None and not self.tokens.capital[noun]

    def _apposed(self, span: NameSpan, nouns: Collection[str]) -> int | None:
        """The first of the nouns in the apposition behind the name ("X, a rebel-held suburb")."""
        if self._lower(span.end) != ",":
            return None
        for i in range(span.end + 1, min(span.end + 1 + _LONGEST_APPOSITION, len(self.tokens))):
            if self.tokens.lower[i] in nouns:
                return i
            if self.tokens.tag[i] not in _APPOSED:
                break
        return None

    def _is_called_settlement(self, span: NameSpan) -> bool:
        """Whether an apposition calls the name a village or the like, not its elder or its mayor."""
        noun = self._apposed(span, SETTLEMENTS) if self._lower(span.end + 1) in _ARTICLES else None
        return noun is not None and not self.tokens.tag[min(noun + 1, len(self.tokens) - 1)].startswith(("NN", "POS"))

    def _about(self, i: int) -> float:
        word = self.tokens.lower[i]
        if word in PLACE_NOUNS:
            return 3.0
        return 1.3 if word in ABOUT_PLACES else 0.0

    def _place(self, span: NameSpan, before: str, after: str) -> float:
        weight = LOCATIVE.get(before, 0.0)
        if before in {"of", "on"} and span.start > 1:
            weight += self._about(span.start - 2)
        elif before in TAKING:
            weight += 0.8
        elif before == "held":
            weight += 1.5
        elif before in _WATERS:
            weight += 2.0
        elif before in PLACE_NOUNS and span.start > 1:
            weight += 0.7
        if after == "," and span.end + 1 < len(self.tokens) and self.tokens.lower[span.end + 1] in DIVISIONS:
            weight += 3.0
        if after in PLACE_NOUNS and before not in COMPASS and before != "the":
            weight += 1.5
        return weight
