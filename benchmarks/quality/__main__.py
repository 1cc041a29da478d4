"""``make quality``: figures of extraction on the project's own labelled articles, against the floor recorded for them.

Prints a Markdown table and ends with 1 if a figure dropped by more than a point, naming each. ``--record`` records the
figures as the new floor. What each figure means is told in ``figures.py``.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.extraction.pipeline import annotate_batch
from app.services.knowledge import knowledge_of_settings
from benchmarks.quality.figures import figures
from benchmarks.quality.floor import Floor, breaches, read_floor, size_of, write_floor
from benchmarks.quality.labels import LabelledText
from benchmarks.quality.loading import load_labels

_HERE = Path(__file__).parent


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, and compare with the floor or record it. The exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=_HERE / "articles", help="folder of labelled articles")
    parser.add_argument("--floor", type=Path, default=_HERE / "floor.toml", help="file of the recorded figures")
    parser.add_argument("--record", action="store_true", help="write the floor anew")
    arguments = parser.parse_args(words)
    labels = load_labels(arguments.articles)
    floor, size = read_floor(arguments.floor), size_of(labels.values())
    measured = _measure(list(labels.values()))
    print(f"{size.articles} articles, {size.outlets} kinds of outlet, {size.events} events\n")
    _print_table(measured, floor.figures)
    if arguments.record:
        write_floor(arguments.floor, Floor(floor.at_least, measured))
        return 0
    under = breaches(floor, size, measured)
    print("".join(f"\n- {sentence}" for sentence in under), file=sys.stderr)
    return 1 if under else 0


def _measure(labels: list[LabelledText]) -> dict[str, float]:
    found = annotate_batch((one.article() for one in labels), knowledge_of_settings())
    return figures(zip(labels, found, strict=True))


def _print_table(measured: Mapping[str, float], recorded: Mapping[str, float]) -> None:
    print("| Figure | Now | Floor |\n|---|---|---|")
    for name, value in measured.items():
        print(f"| {name} | {value} | {recorded.get(name, '–')} |")


if __name__ == "__main__":
    sys.exit(main())
