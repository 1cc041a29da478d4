"""``sitrep extract``: what goes in, what comes out, and with which status."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.reading import read_file, read_lines
from app.domain.annotations import ArticleText
from app.errors import AppError

SITREP = [sys.executable, str(Path(__file__).with_name("odd_sitrep.py"))]


def sitrep(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*SITREP, *arguments],
        input=stdin,
        capture_output=True,
        timeout=60,
        env={**os.environ, **environment},
        check=False,
    )


def lines(answer: subprocess.CompletedProcess[bytes]) -> list[dict]:
    return [json.loads(line) for line in answer.stdout.splitlines()]


def test_answers_keep_the_order_of_the_input() -> None:
    ids = [f"a{number}" for number in range(200)]
    stdin = "".join(json.dumps({"id": identifier, "text": "x" * 900}) + "\n" for identifier in ids).encode()
    answer = sitrep("extract", "-", stdin=stdin)
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert [line["id"] for line in lines(answer)] == ids


def test_as_many_processes_as_are_asked_for() -> None:
    stdin = b"".join(b'{"id": "%d", "text": "%s"}\n' % (number, b"x" * 9_000) for number in range(200))
    for jobs in (1, 3):
        answer = sitrep("extract", "--jobs", str(jobs), stdin=stdin)
        assert answer.returncode == 0
        assert [line["id"] for line in lines(answer)] == [str(number) for number in range(200)]
        assert 1 <= len({line["extractor"] for line in lines(answer)}) <= jobs
    assert len({line["extractor"] for line in lines(answer)}) > 1
    assert sitrep("extract", "--jobs", "0", stdin=stdin).returncode == 2


def test_a_bad_line_does_not_end_the_run() -> None:
    stdin = (
        b'{"id": "1", "text": "fine"}\n{"id": "2", "text": \n\n{"id": "4", "text": " "}\n{"id": "5", "text": "\xe9"}\n'
        b'{"id": "6", "text": "sleep"}\n{"id": "7", "text": "fine", "published_on": "2016-05", "other": 1}'
    )
    answer = sitrep("extract", stdin=stdin, SITREP_EXTRACTION_TIMEOUT_S="0.5")
    assert answer.returncode == 1
    found = lines(answer)
    assert [line["id"] for line in found] == ["1", None, "4", None, "6", "7"]
    assert [line.get("line") for line in found] == [None, 2, 4, 5, 6, None]
    problems = [line["error"]["type"].rpartition(":")[2] for line in found if "error" in line]
    assert problems == ["invalid-json", "invalid-field", "not-utf-8", "extraction-timeout"]


def test_a_text_file_is_one_article(tmp_path: Path) -> None:
    file = tmp_path / "truce.txt"
    file.write_text("A truce\nheld on Monday.", encoding="utf-8")
    answer = sitrep("extract", str(file))
    assert answer.returncode == 0
    assert [line["id"] for line in lines(answer)] == ["truce"]
    file.write_bytes(b"caf\xe9")
    answer = sitrep("extract", str(file))
    assert answer.returncode == 1
    assert [line["error"]["type"] for line in lines(answer)] == ["urn:sitrep:problem:not-utf-8"]


def test_each_line_is_answered_at_once() -> None:
    with subprocess.Popen([*SITREP, "extract"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for identifier in ("a", "b", "c"):
            process.stdin.write(json.dumps({"id": identifier, "text": "fine"}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == identifier
        process.stdin.close()
        assert process.wait(30) == 0


def test_a_reader_that_has_had_enough() -> None:
    with subprocess.Popen(
        [*SITREP, "extract"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b'{"id": "a", "text": "fine"}\n')
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(b'{"id": "b", "text": "fine"}\n' * 100)
        process.stdin.close()
        assert process.wait(30) in {0, 1}
        assert process.stderr.read() == b""


def test_wrong_usage() -> None:
    assert sitrep("extract", "no-such-file.jsonl").returncode == 2
    assert sitrep("extrakt").returncode == 2


def test_knowledge_that_cannot_be_loaded() -> None:
    answer = sitrep("extract", stdin=b"{}", ODD_NURSERY="broken")
    assert answer.returncode == 3
    assert b"no pipeline of that name" in answer.stderr
    assert b"Traceback" not in answer.stderr


@pytest.mark.parametrize("command", [[], ["serve"], ["ingest"], ["extract"], ["seed"], ["migrate"], ["gazetteer"]])
def test_help_teaches(command: list[str]) -> None:
    answer = sitrep(*command, "--help")
    assert answer.returncode == 0
    assert len(answer.stdout) > 200


def test_a_line_beyond_all_measure_is_passed_over() -> None:
    longest = b'{"text": "' + b"a" * 200_000 + b'"}'
    found = list(read_lines(io.BytesIO(longest + b"\n" + b'{"id": "b", "text": "b"}\n' + longest), 100))
    assert [line.number for line in found] == [1, 2, 3]
    assert [isinstance(line.content, AppError) for line in found] == [True, False, True]


def test_text_is_kept_to_the_letter() -> None:
    text = "\u200fحلب \r\n\u00a0caf\u0065\u0301 \U0001f4a5\u200b "
    line = json.dumps({"text": text}, ensure_ascii=True).encode()
    for given in (line, json.dumps({"text": text}, ensure_ascii=False).encode()):
        (found,) = read_lines(io.BytesIO(given), 100)
        assert isinstance(found.content, ArticleText)
        assert found.content.text == text
    (found,) = read_file(Path("a.txt"), io.BytesIO(text.encode()), 100)
    assert isinstance(found.content, ArticleText)
    assert found.content.text == text
