"""``sitrep match-names``: pairs of names in, one answer for each."""

import json
import subprocess
import sys


def match_names(stdin: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", "match-names", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def pair(pair_id, name1, name2, schema) -> str:
    return json.dumps({"pair_id": pair_id, "name1": name1, "name2": name2, "schema": schema, "note": "left alone"})


def test_each_pair_is_answered_in_order_with_its_own_id() -> None:
    lines = [
        pair("a", "Qasem Soleimani", "قاسم سليماني", "Person"),
        pair(7, "Maher al-Assad", "Bashar al-Assad", "Person"),
        pair([1], "Daesh", "ISIL", "Organization"),
        pair(None, "Nusra Front", "Islamic State", "Organization"),
    ]
    answer = match_names("\n".join(lines))
    assert (answer.returncode, answer.stderr) == (0, "")
    found = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [(line["pair_id"], line["match"]) for line in found] == [("a", True), (7, False), ([1], True), (None, False)]
    assert all(0 <= line["score"] <= 1 for line in found)


def test_a_bad_line_is_named_and_does_not_end_the_run(tmp_path) -> None:
    file = tmp_path / "pairs.jsonl"
    lines = ['{"pair_id": 1, "name1": "A B"}', "", "[]", "{", json.dumps({"pair_id": 4, "name1": "x" * 70_000})]
    file.write_text("\n".join([*lines, pair(5, "Ali Safa", "Ali Safa", "Person")]), "utf-8")
    answer = match_names("", str(file))
    assert answer.returncode == 1
    found = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [(line["pair_id"], line.get("line")) for line in found] == [
        (1, 1),
        (None, 3),
        (None, 4),
        (None, 5),
        (5, None),
    ]
    assert found[0]["error"]["detail"] == "`name2`: is required."
    assert "`pair_id`, `name1` and `name2`" in found[1]["error"]["detail"]
    assert found[-1]["match"] is True


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path) -> None:
    assert match_names("", str(tmp_path / "none.jsonl")).returncode == 2
