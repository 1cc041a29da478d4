"""Extraction quality on evaluation sets that the user keeps: ``EVAL_DIR=… make evaluate``.

The folder holds one sub-folder per set with ``input.jsonl.gz`` and a scorer ``score.py`` that is called as
``score.py SET PREDICTIONS`` and prints a last line ``FIGURE name=value …``. Sub-folders without a key beside the input,
or whose input is no articles, are left out. ``EVAL_PYTHON`` is the interpreter for the scorer, where it needs packages
that Sitrep does not. Prints a Markdown table; a set that the scorer refuses says so there, and the run goes on.
"""

import argparse
import gzip
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from app.domain.annotations import ArticleText
from app.extraction.knowledge import Knowledge
from app.extraction.pipeline import annotate_batch
from app.services.knowledge import knowledge_of_settings


def main() -> None:
    """Run every set asked for and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help="names of sub-folders; default: all with articles and a key")
    parser.add_argument("--every", type=int, default=1, help="read every n-th document only (figures are then partial)")
    scorer = os.environ.get("EVAL_PYTHON", sys.executable)
    parser.add_argument("--python", default=scorer, help="interpreter that runs the scorer")
    parser.add_argument("--keep", type=Path, help="folder to keep the predictions in")
    arguments = parser.parse_args()
    folder = Path(os.environ["EVAL_DIR"])
    sets = arguments.sets or sets_with_key(folder)
    knowledge = knowledge_of_settings()
    print("| Set | Documents | Seconds | Figures |\n|---|---|---|---|")
    for name in sets:
        with tempfile.TemporaryDirectory() as temporary:
            predictions = (arguments.keep or Path(temporary)) / f"{name}.pred.jsonl"
            started = time.perf_counter()
            count = predict(articles(folder / name / "input.jsonl.gz", arguments.every), predictions, knowledge)
            seconds = time.perf_counter() - started
            figures = score(arguments.python, folder, name, predictions)
        print(f"| {name} | {count} | {seconds:.0f} | {figures} |", flush=True)


def sets_with_key(folder: Path) -> list[str]:
    """Names of the sub-folders whose input is articles and has a key beside it."""
    inputs = folder.glob("*/input.jsonl.gz")
    return sorted(path.parent.name for path in inputs if len(list(path.parent.iterdir())) > 1 and _is_of_articles(path))


def _is_of_articles(path: Path) -> bool:
    try:
        return next(articles(path, 1), None) is not None
    except ValidationError:
        return False


def articles(path: Path, every: int) -> Iterator[ArticleText]:
    """Every n-th article of a gzipped NDJSON file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                yield ArticleText.model_validate_json(line)


def predict(source: Iterable[ArticleText], target: Path, knowledge: Knowledge) -> int:
    """Write the annotations of all articles; returns how many there were."""
    count = 0
    with target.open("w", encoding="utf-8") as lines:
        for annotations in annotate_batch(source, knowledge):
            lines.write(annotations.model_dump_json() + "\n")
            count += 1
    return count


def score(python: str, folder: Path, name: str, predictions: Path) -> str:
    """The figures of the scorer's last line, or why there are none."""
    command = [python, str(folder / "score.py"), name, str(predictions)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    lines = (done.stderr if done.returncode else done.stdout).strip().splitlines() or ["it printed nothing"]
    return f"not scored: {lines[-1]}" if done.returncode else lines[-1].removeprefix("FIGURE ")


if __name__ == "__main__":
    main()
