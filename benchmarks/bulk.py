"""A long run of ``sitrep extract``: ``python -m benchmarks.bulk --articles 100000 --jobs 2``.

Short articles of about 60 words go in through a pipe, annotations come out of another. The run fails where an answer is
missing, out of order or an error. Memory is the proportional set size of all the command's processes (Linux), so that
what forked workers share counts once.
"""

import argparse
import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from benchmarks.articles import paragraphs_of_samples

_WORDS = 60
_SEED = 60
_SAMPLES = 10


def short_articles(count: int) -> Iterator[bytes]:
    """``count`` lines of NDJSON, each an article of about 60 words: a place, a number and sentences of the samples."""
    chance = random.Random(_SEED)
    sentences = [f"{part}." for text in paragraphs_of_samples() for part in text.rstrip(".").split(". ")]
    for number in range(count):
        parts: list[str] = [
            f"Report {number}: {chance.randint(1, 90)} people were killed in Unit {chance.random():.9f}."
        ]
        while sum(len(part.split()) for part in parts) < _WORDS:
            parts.append(chance.choice(sentences))
        yield json.dumps({"id": str(number), "text": " ".join(parts), "published_on": "2016-05-30"}).encode() + b"\n"


def memory(root: int) -> int:
    """Bytes that a process and all its descendants hold."""
    total, open_ones = 0, [root]
    while open_ones:
        process = Path("/proc") / str(open_ones.pop())
        with suppress(OSError):  # ended meanwhile
            lines = (process / "smaps_rollup").read_text().splitlines()
            total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
            for children in process.glob("task/*/children"):
                open_ones += [int(child) for child in children.read_text().split()]
    return total


def run(count: int, jobs: int) -> Iterator[tuple[int, float, int]]:
    """Ten times on the way: answers so far, seconds, bytes of memory. ``RuntimeError`` where an answer is wrong."""
    command = [sys.executable, "-m", "app", "extract", "--jobs", str(jobs)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        threading.Thread(target=_feed, args=(process.stdin, count), daemon=True).start()
        started = time.perf_counter()
        for number in range(count):
            answer = json.loads(process.stdout.readline() or b"{}")
            if answer.get("id") != str(number) or "error" in answer:
                raise RuntimeError(f"Answer {number} is wrong: {str(answer)[:200]}")
            if (number + 1) % max(1, count // _SAMPLES) == 0:
                yield number + 1, time.perf_counter() - started, memory(process.pid)
        if process.stdout.read() or process.wait() != 0:
            raise RuntimeError("More answers than articles, or a bad exit status.")


def _feed(stream: IO[bytes], count: int) -> None:
    with stream:
        stream.writelines(short_articles(count))


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    print(f"{arguments.jobs} jobs\n\n| articles | per second | memory MB |\n|---|---|---|", flush=True)
    for done, seconds, size in run(arguments.articles, arguments.jobs):
        print(f"| {done:,} | {done / seconds:,.0f} | {size / 1e6:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
