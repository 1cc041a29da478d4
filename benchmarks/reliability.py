"""Does ``confidence`` mean what it says: ``EVAL_DIR=… python -m benchmarks.reliability``.

Findings are put into five bins by their confidence; beside the mean confidence of each bin stands the share that was
right. Places: the mentions of LGL, TR-News and GeoWebNews, right where a toponym of the key lies under them and within
161 km. Events: those of the PLOVER gold records, right where the sentence has one of that type, and of MUC-4, right
where a template of that incident type shares a place, a day or a party with them; each template serves once. Recall at
90 % precision: the share of the key that is found when only the surest findings are kept, as many as that allows. The
last rows put the findings of all sets together: a bin of one set may hold too few to say anything.
"""

import argparse
import gzip
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.domain.annotations import Annotations, ArticleText
from app.extraction.pipeline import annotate_batch
from app.services.knowledge import knowledge_of_settings
from benchmarks.keys import right_places, right_records, right_templates

#: What is judged on which set, with the function that tells what is right.
KINDS: Final = {
    "places": {"geo_lgl": right_places, "geo_trnews": right_places, "geo_geowebnews": right_places},
    "events": {"plover_gsr": right_records, "muc4": right_templates},
}
SETS: Final = {name: right for sets in KINDS.values() for name, right in sets.items()}
_BINS = 5
_PRECISION = 0.9


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings as (confidence, whether right), and how many the key has."""

    findings: Sequence[tuple[float, bool]]
    wanted: int

    def bins(self) -> Iterator[tuple[float, float, int]]:
        """Mean confidence, share right and number of findings of every bin that has any, least sure first."""
        for number in range(_BINS):
            inside = [finding for finding in self.findings if min(int(finding[0] * _BINS), _BINS - 1) == number]
            if inside:
                mean = sum(sure for sure, _ in inside) / len(inside)
                yield mean, sum(right for _, right in inside) / len(inside), len(inside)

    def recall_when_sure(self) -> float:
        """Largest recall of the surest findings of which 90 % are right."""
        best = right = 0
        for number, (_, is_right) in enumerate(sorted(self.findings, key=lambda finding: -finding[0]), start=1):
            right += is_right
            if right / number >= _PRECISION:
                best = right
        return best / max(self.wanted, 1)

    def row(self, name: str) -> str:
        """The line of the table."""
        bins = " · ".join(f"{sure:.2f} → {right:.2f} ({count})" for sure, right, count in self.bins())
        return f"| {name} | {bins} | {100 * self.recall_when_sure():.0f} % |"


def together(judged: Sequence[Judged]) -> Judged:
    """The findings of several sets as those of one."""
    return Judged([finding for one in judged for finding in one.findings], sum(one.wanted for one in judged))


def judge(folder: Path, name: str, annotated: dict[str, Annotations]) -> Judged:
    """Compare annotations, by article id, with the set's key."""
    findings: list[tuple[float, bool]] = []
    wanted = 0
    for key in read_lines(folder / name / "dev.jsonl.gz"):
        if found := annotated.get(key.get("doc_id") or key["id"]):
            judged, size = SETS[name](found, key)
            findings += judged
            wanted += size
    return Judged(findings, wanted)


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzipped NDJSON file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    """Judge every set and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help=f"of {', '.join(SETS)}; default: all")
    arguments = parser.parse_args()
    folder = Path(os.environ["EVAL_DIR"])
    knowledge = knowledge_of_settings()
    print("| Set | bins: confidence → right (findings) | Recall at 90 % precision |\n|---|---|---|")
    judged: dict[str, Judged] = {}
    for name in arguments.sets or SETS:
        articles = (ArticleText.model_validate(line) for line in read_lines(folder / name / "input.jsonl.gz"))
        annotated = {str(found.id): found for found in annotate_batch(articles, knowledge)}
        judged[name] = judge(folder, name, annotated)
        print(judged[name].row(name), flush=True)
    for kind, sets in KINDS.items():
        if set(sets) <= set(judged):
            print(together([judged[name] for name in sets]).row(f"all {kind}"))


if __name__ == "__main__":
    main()
