"""Words that set an event in a context: the terrorism, health, crime … of the ontology."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from app.domain.vocabulary import CONTEXTS
from app.extraction.lexicons.tables import read_table, values

if TYPE_CHECKING:
    from spacy.tokens import Span

SEEDS_FILE: Final = "events/contexts.tsv"


class ContextCues:
    """Cues of ``seeds/events/contexts.tsv``: words, by lemma or as written, and phrases of up to three words."""

    def __init__(self, contexts: dict[str, tuple[str, ...]]) -> None:
        self._contexts = contexts
        self._longest = max((cue.count(" ") + 1 for cue in contexts), default=1)

    @classmethod
    def load(cls, directory: Path) -> Self:
        """Read the table of the seeds directory.

        Raises:
            ValueError: a row names a context that the ontology lacks.
        """
        contexts: dict[str, tuple[str, ...]] = {}
        for row in read_table(directory / SEEDS_FILE):
            if row["context"] not in CONTEXTS:
                raise ValueError(f"{SEEDS_FILE}: no such context: {row['context']}")
            for cue in values(row["cues"]):
                contexts[cue] = (*contexts.get(cue, ()), row["context"])
        return cls(contexts)

    def of(self, span: "Span") -> Iterator[str]:
        """The contexts of all cues in a stretch of text, in text order, some more than once."""
        written = [token.lower_ for token in span]
        lemmas = [token.lemma_.lower() for token in span]
        for start in range(len(written)):
            yield from self._contexts.get(written[start], self._contexts.get(lemmas[start], ()))
            for end in range(start + 2, min(start + self._longest, len(written)) + 1):
                phrase = " ".join([*written[start : end - 1], lemmas[end - 1]])
                yield from self._contexts.get(phrase, ())
