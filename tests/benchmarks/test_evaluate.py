"""Evaluation sets that a user keeps: which are run, and what the table says of them."""

import gzip
import sys
from pathlib import Path

from benchmarks.evaluate import score, sets_with_key

_ARTICLE = '{"id": "a", "text": "Two soldiers were killed in Azaz."}\n'


def _set(folder: Path, line: str, *, key: bool) -> None:
    folder.mkdir()
    (folder / "input.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    if key:
        (folder / "key.jsonl").write_text("{}")


def test_sets_need_articles_and_a_key(tmp_path: Path) -> None:
    _set(tmp_path / "raids", _ARTICLE, key=True)
    _set(tmp_path / "only_text", _ARTICLE, key=False)
    _set(tmp_path / "pairs", '{"pair_id": 1, "name1": "A", "name2": "B"}\n', key=True)
    assert sets_with_key(tmp_path) == ["raids"]


def test_the_last_line_of_the_scorer_is_told(tmp_path: Path) -> None:
    (tmp_path / "score.py").write_text("import sys; print('table'); print('FIGURE', sys.argv[1] + '_F=50.0')")
    assert score(sys.executable, tmp_path, "raids", tmp_path / "p.jsonl") == "raids_F=50.0"


def test_a_set_the_scorer_refuses_says_why(tmp_path: Path) -> None:
    (tmp_path / "score.py").write_text("import sys; sys.exit('no key for ' + sys.argv[1])")
    assert score(sys.executable, tmp_path, "raids", tmp_path / "p.jsonl") == "not scored: no key for raids"
