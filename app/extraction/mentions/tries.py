"""Longest-match lookup of many word sequences over tokens."""

from collections.abc import Iterator, Sequence
from typing import Final

_END: Final = ""


class WordTrie[T]:
    """Word sequences, each with a value.

    A match starts at the first word of a token and ends at the last word of one.
    """

    def __init__(self) -> None:
        self._root: dict[str, object] = {}

    def add(self, words: Sequence[str], value: T) -> None:
        """Hold a value for the sequence; a later value replaces an earlier one. Empty sequences are ignored."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})  # type: ignore[assignment]
        if words:
            node[_END] = value

    def matches(self, tokens: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int, T]]:
        """Yield (start, end, value) of the longest sequence at every token where one starts. Matches may overlap."""
        root = self._root
        for start, words in enumerate(tokens):
            if words and words[0] in root:
                found = self._longest(tokens, start)
                if found is not None:
                    yield start, *found

    def _longest(self, tokens: Sequence[tuple[str, ...]], start: int) -> tuple[int, T] | None:
        node = self._root
        best: tuple[int, T] | None = None
        for position in range(start, len(tokens)):
            for word in tokens[position]:
                node = node.get(word)  # type: ignore[assignment]
                if node is None:
                    return best
            if tokens[position] and _END in node:
                best = position + 1, node[_END]  # type: ignore[assignment]
        return best
