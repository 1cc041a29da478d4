"""A setting that has no meaning ends every command with one sentence that names it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("command", "variable", "value"),
    [
        ("migrate", "SITREP_PORT", "abc"),
        ("serve", "SITREP_LOG_LEVEL", "zzz"),
        ("extract", "SITREP_MAX_TEXT_CHARS", "0"),
        ("migrate", "SITREP_DATABASE_URL", "mysql://desk:secret@db/news"),
        ("migrate", "SITREP_DATABASE_URL", "postgresql://desk:secret@127.0.0.1:1/news"),
        ("migrate", "SITREP_DATABASE_URL", "sqlite:////no/such/folder/news.db"),
        ("extract", "SITREP_SEEDS_DIR", "/no/such/folder"),
        ("extract", "SITREP_SPACY_PIPELINE", "en_no_such"),
        ("extract", "SITREP_GAZETTEER_PATH", "/proc/gazetteer.sqlite"),
    ],
)
def test_a_bad_setting_is_named_in_one_line(tmp_path: Path, command: str, variable: str, value: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "app", command],
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "SITREP_DATA_DIR": str(tmp_path), variable: value},
        check=False,
    )
    assert answer.returncode == 3
    assert answer.stderr.startswith("sitrep: ")
    assert variable in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
    assert "secret" not in answer.stderr
