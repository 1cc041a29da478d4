"""The reliability table: bins, and recall of the surest findings."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.keys import distance_km
from benchmarks.reliability import Judged, judge, together
from tests.extraction.article_reading import read


def test_bins_show_the_share_that_was_right() -> None:
    judged = Judged([(0.1, False), (0.15, True), (0.95, True), (1.0, True)], wanted=4)
    assert list(judged.bins()) == [(pytest.approx(0.125), 0.5, 2), (pytest.approx(0.975), 1.0, 2)]


def test_recall_of_the_surest() -> None:
    findings = [(0.9 - number / 100, number != 0) for number in range(20)]
    assert Judged(findings, wanted=40).recall_when_sure() == 19 / 40
    assert Judged([(0.9, False)], wanted=3).recall_when_sure() == 0
    assert Judged([], wanted=0).recall_when_sure() == 0


def test_sets_together() -> None:
    judged = together([Judged([(0.9, True)], wanted=2), Judged([(0.7, False), (0.95, True)], wanted=3)])
    assert judged.wanted == 5
    assert judged.row("both") == "| both | 0.70 → 0.00 (1) · 0.93 → 1.00 (2) | 40 % |"


def test_places_are_judged_by_distance(tmp_path: Path) -> None:
    text = "Shells hit Homs and Tripoli, Lebanon."
    homs, tripoli = text.index("Homs"), text.index("Tripoli")
    toponyms = [
        {"start": homs, "end": homs + 4, "lat": 34.73, "lon": 36.71, "geonameid": None},
        {"start": tripoli, "end": tripoli + 7, "lat": 32.9, "lon": 13.2, "geonameid": None},  # the other Tripoli
    ]
    folder = tmp_path / "geo_lgl"
    folder.mkdir()
    with gzip.open(folder / "dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"doc_id": "a", "toponyms": toponyms}) + "\n")
    judged = judge(tmp_path, "geo_lgl", {"a": read(text)})
    assert judged.wanted == 2
    assert [right for _, right in judged.findings] == [True, False, False]


def test_events_are_judged_by_type(tmp_path: Path) -> None:
    folder = tmp_path / "plover_gsr"
    folder.mkdir()
    with gzip.open(folder / "dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "a", "events": [{"type": "FIGHT"}, {"type": "AID"}]}) + "\n")
    judged = judge(tmp_path, "plover_gsr", {"a": read("Rebels shelled the town of Azaz on Sunday.")})
    assert judged.wanted == 2
    assert [right for _, right in judged.findings] == [True]


def test_distance() -> None:
    assert distance_km(36.2, 37.16, 36.2, 37.16) == 0
    assert distance_km(33.51, 36.29, 36.2, 37.16) == pytest.approx(309, abs=5)
