"""Every setting is documented, and every documented setting exists."""

import re
from pathlib import Path

import pytest

from app.config import Settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def documented() -> dict[str, list[str]]:
    """Setting -> its row of the table in README.md: default and meaning."""
    rows = re.findall(r"^\| `SITREP_([A-Z_]+)` \|(.*)\|(.*)\|$", README, flags=re.MULTILINE)
    return {name.lower(): [default.strip(), meaning.strip()] for name, default, meaning in rows}


def test_every_setting_is_documented() -> None:
    assert set(documented()) == set(Settings.model_fields)


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_the_row_says_something(name: str) -> None:
    default, meaning = documented()[name]
    assert default
    assert len(meaning) > 10


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_plain_defaults_are_the_real_ones(name: str) -> None:
    default = Settings.model_fields[name].default
    if isinstance(default, int | float | str) and default:
        assert documented()[name][0] == f"`{default}`"


def test_nothing_names_a_setting_that_is_none() -> None:
    files = [*(ROOT / "app").rglob("*.py"), *(ROOT / name for name in ("Dockerfile", "compose.yaml", "Makefile"))]
    named = {
        variable
        for path in files
        for variable in re.findall(r"SITREP_([A-Z_]+[A-Z])", path.read_text(encoding="utf-8"))
    }
    assert named - {name.upper() for name in Settings.model_fields} == set()
