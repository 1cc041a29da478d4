"""What name finding asks of the tokens, read from spaCy once per article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.extraction.lexicons.folding import fold, words_of
from app.extraction.mentions.words import INNER

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OPENERS: Final = frozenset("\"“”‘'`(:;•*–—-.[")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Columns over the tokens of one article.

    ``words`` and ``folded`` are the lexicon keys of each token (``words_of``, ``fold``; empty for punctuation);
    ``capital`` says that the first letter is upper case; ``initial`` that the token stands where every word would be
    (start of a sentence, line or quotation); ``starts`` are character offsets.
    """

    text: Sequence[str]
    lower: Sequence[str]
    words: Sequence[tuple[str, ...]]
    folded: Sequence[tuple[str, ...]]
    tag: Sequence[str]
    capital: Sequence[bool]
    initial: Sequence[bool]
    starts: Sequence[int]

    def __len__(self) -> int:
        return len(self.text)

    def key(self, start: int, end: int) -> tuple[str, ...]:
        """Folded words of a token span: its spelling-independent form."""
        return tuple(word for folded in self.folded[start:end] for word in folded)

    def char_span(self, start: int, end: int) -> tuple[int, int]:
        """Characters that a token span covers."""
        return self.starts[start], self.starts[end - 1] + len(self.text[end - 1])

    def capitals_hold(self, start: int, end: int) -> bool:
        """Whether the words are written as a name is: most with a capital, and not only the first of a sentence."""
        content = [
            i for i in range(start, end) if self.folded[i] and self.lower[i] not in INNER and self.lower[i] != "'s"
        ]
        written = sum(self.capital[i] for i in content)
        if not content or not self.capital[content[0]]:
            return False
        if self.initial[content[0]] and len(content) > 1 and written < 2:
            return False
        return 2 * written >= len(content)


def read_tokens(doc: "Doc") -> Tokens:
    """Read the columns from a parsed document."""
    text = [_bare(token.text) for token in doc]
    lower = [word.lower().replace("’", "'") for word in text]
    return Tokens(
        text=text,
        lower=lower,
        words=[words_of(word) for word in text],
        folded=[fold(word) for word in text],
        tag=[token.tag_ for token in doc],
        capital=[word[:1].isupper() for word in text],
        initial=_initial(doc, text),
        starts=[token.idx for token in doc],
    )


def _bare(word: str) -> str:
    """The word without a footnote mark or bracket that the tokenizer left on it ("Army].[4" is "Army")."""
    if ("[" in word or "(" in word) and len(word) > 1 and word[0].isalpha():
        return re.split(r"[\[(]", word, maxsplit=1)[0].rstrip("]).,;") or word
    return word


def _initial(doc: "Doc", text: list[str]) -> list[bool]:
    """Mark tokens that follow only openers since the start of a sentence or line."""
    initial: list[bool] = []
    at_start = True
    for word, starts in zip(text, (token.is_sent_start for token in doc), strict=True):
        opener = word.isspace() or (len(word) < 3 and word[0] in _OPENERS)
        at_start = at_start or bool(starts) or opener
        initial.append(at_start)
        at_start = at_start and opener
    return initial
