"""Imports go downward only; the contracts stand in pyproject.toml."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def lint_imports(cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    return subprocess.run([*command, "--no-cache"], cwd=cwd, capture_output=True, text=True, timeout=120, check=False)


def test_layers_hold() -> None:
    answer = lint_imports(ROOT)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_the_contracts_see_a_breach(tmp_path: Path) -> None:
    """A copy of the package skeleton in which domain imports storage must be refused."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    for layer in layers:
        for name in layer.replace("(", "").replace(")", "").split(" | "):
            package = tmp_path / "app" / name
            package.mkdir(parents=True)
            (package / "__init__.py").touch()
    (tmp_path / "app" / "__init__.py").touch()
    (tmp_path / "app" / "config.py").touch()
    (tmp_path / "app" / "domain" / "__init__.py").write_text("import app.storage\n")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    answer = lint_imports(tmp_path)
    assert answer.returncode != 0
    assert "app.domain -> app.storage" in answer.stdout


def test_events_change_only_where_that_is_told() -> None:
    """What makes or ends events is called from one place, which goes with the change feed and keeps the past."""
    callers = {
        name
        for path in (ROOT / "app").rglob("*.py")
        for name in ("recompose", "retire_events")
        if path.name != "changelog.py" and re.search(rf"(?<!def ){name}\(", path.read_text(encoding="utf-8"))
    }
    assert callers == set()
