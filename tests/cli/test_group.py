"""``sitrep group``: one line for each line, copies in one group, and a store that is thrown away."""

import json
from pathlib import Path

from tests.cli.test_extract import lines, sitrep

RAID = "Air raids killed nine people in the market of Azaz on 3 May 2016, doctors said."


def _articles(*articles: dict) -> bytes:
    return b"".join(json.dumps(article).encode() + b"\n" for article in articles)


def test_copies_are_one_group_and_a_text_without_event_has_none(tmp_path: Path) -> None:
    stdin = _articles(
        {"id": "1", "text": f"raid {RAID}", "source": "Orontes Wire"},
        {"id": "2", "text": "fine"},
        {"id": "3", "text": f"raid {RAID}\n", "source": "Coast Desk"},
        {"id": "4", "text": f"raid {RAID}", "source": "Orontes Wire"},
    )
    answer = sitrep("group", stdin=stdin, SITREP_DATA_DIR=str(tmp_path / "data"))
    assert (answer.returncode, answer.stderr) == (0, b"")
    found = lines(answer)
    assert [line["id"] for line in found] == ["1", "2", "3", "4"]
    groups = [line["group"] for line in found]
    assert groups[0] is not None
    assert groups == [groups[0], None, groups[0], groups[0]]
    assert not (tmp_path / "data").exists()


def test_a_line_that_cannot_be_read_is_told_in_its_place() -> None:
    stdin = b'{"id": "1", "text": "fine"}\n{"id": "2", "text": \n' + _articles({"id": "3", "text": "fine"})
    answer = sitrep("group", stdin=stdin)
    assert answer.returncode == 1
    first, second, third = lines(answer)
    assert (first, third) == ({"id": "1", "group": None}, {"id": "3", "group": None})
    assert (second["line"], second["error"]["type"]) == (2, "urn:sitrep:problem:invalid-json")
