"""``make`` finds a Python that is new enough, or says in one sentence what is missing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "Sitrep needs Python 3.12 or newer"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile and what it looks at, and a PATH folder with the shell's tools only."""
    for name in ("Makefile", "pyproject.toml", "requirements"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "make", "touch", "rm", "mkdir"):
        found = shutil.which(tool)
        assert found
        (tmp_path / "bin" / tool).symlink_to(found)
    return tmp_path


def put_python(checkout: Path, name: str, body: str) -> None:
    path = checkout / "bin" / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def make(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(checkout / "bin"), "HOME": os.environ.get("HOME", "/")}
    return subprocess.run(
        ["make", *arguments], cwd=checkout, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("target", ["install", "run", "test"])
def test_no_python(checkout: Path, target: str) -> None:
    answer = make(checkout, target)
    assert answer.returncode != 0
    assert answer.stderr.count(SENTENCE) == 1
    assert len(answer.stderr.splitlines()) == 2  # the sentence, and make's own last word


def test_a_python_that_is_too_old(checkout: Path) -> None:
    put_python(checkout, "python3", "exit 1")
    answer = make(checkout, "install")
    assert answer.returncode != 0
    assert SENTENCE in answer.stderr


def test_the_first_that_is_new_enough_is_taken(checkout: Path) -> None:
    put_python(checkout, "python3.12", "exit 127")  # a shim for a version that is not installed
    put_python(checkout, "python3.13", 'test "$1" = -c || echo "asked: $0 $*"; test "$1" = -c')
    answer = make(checkout, "install")
    assert "python3.13 -m venv --clear .venv" in answer.stdout


def test_a_python_can_be_named(checkout: Path) -> None:
    put_python(checkout, "my-python", 'test "$1" = -c || echo "asked: $0 $*"; test "$1" = -c')
    answer = make(checkout, "install", "PYTHON=my-python")
    assert "my-python -m venv --clear .venv" in answer.stdout
