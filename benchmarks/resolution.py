"""Quality of resolution on the user's sets: ``EVAL_DIR=… python -m benchmarks.resolution COMMAND INPUT [SET]``.

COMMAND is ``match-names`` or ``group``, INPUT the sub-folder of ``EVAL_DIR`` whose ``input.jsonl.gz`` it reads, and SET
the name that the scorer knows the set by, where that is another. ``EVAL_PYTHON`` as for ``benchmarks.evaluate``.
"""

import argparse
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.evaluate import score


def main() -> None:
    """Run the command on the set and print the scorer's figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("match-names", "group"))
    parser.add_argument("input")
    parser.add_argument("set", nargs="?")
    arguments = parser.parse_args()
    folder = Path(os.environ["EVAL_DIR"])
    with tempfile.TemporaryDirectory() as temporary:
        source, predictions = Path(temporary) / "input.jsonl", Path(temporary) / "predictions.jsonl"
        with gzip.open(folder / arguments.input / "input.jsonl.gz") as packed, source.open("wb") as plain:
            shutil.copyfileobj(packed, plain)
        with predictions.open("wb") as answers:
            command = [sys.executable, "-m", "app", arguments.command, str(source)]
            subprocess.run(command, check=True, stdout=answers)
        scorer = os.environ.get("EVAL_PYTHON", sys.executable)
        print(score(scorer, folder, arguments.set or arguments.input, predictions))


if __name__ == "__main__":
    main()
