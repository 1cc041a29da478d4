"""``sitrep reprocess``: what changed on standard output, the sum on standard error, and what is left the next time."""

import json
from pathlib import Path

from tests.cli.test_extract import lines, sitrep


def _ingested(folder: Path, *texts: str) -> list[str]:
    stdin = b"".join(json.dumps({"text": text}).encode() + b"\n" for text in texts)
    answer = sitrep("ingest", "-", stdin=stdin, SITREP_DATA_DIR=str(folder))
    assert answer.returncode == 0, answer.stderr
    return [line["article"] for line in lines(answer)]


def test_articles_that_are_read_otherwise_are_told_and_counted(tmp_path: Path) -> None:
    raid, _ = _ingested(tmp_path, "raid on Azaz", "fine weather")
    environment = {"SITREP_DATA_DIR": str(tmp_path), "ODD_CONFIDENCE": "0.5"}
    answer = sitrep("reprocess", **environment)
    assert answer.returncode == 0
    assert answer.stderr.decode().splitlines()[-1] == "1 reprocessed, 1 unchanged, 0 failed"
    (line,) = lines(answer)
    assert line["article"] == raid
    assert len(line["changes"]["revised"]) == 1
    again = sitrep("reprocess", "--all", **environment)
    assert (again.stdout, again.stderr.decode().splitlines()[-1]) == (b"", "0 reprocessed, 2 unchanged, 0 failed")


def test_an_article_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (raid,) = _ingested(tmp_path, "raid on Azaz")
    answer = sitrep("reprocess", "art_unknown", raid, SITREP_DATA_DIR=str(tmp_path), ODD_CONFIDENCE="0.5")
    assert answer.returncode == 1
    assert answer.stderr.decode().splitlines()[-1] == "1 reprocessed, 0 unchanged, 1 failed"
    unknown, changed = lines(answer)
    assert (unknown["article"], unknown["error"]["type"]) == ("art_unknown", "urn:sitrep:problem:not-found")
    assert changed["article"] == raid


def test_ids_and_all_exclude_each_other() -> None:
    answer = sitrep("reprocess", "--all", "art_unknown")
    assert answer.returncode == 2
    assert b"not both" in answer.stderr
