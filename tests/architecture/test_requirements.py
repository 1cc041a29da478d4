"""The pinned requirements are complete, hash-checked, and name no address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==[^ ;]+.*$")


def pins(name: str) -> dict[str, str]:
    """Pinned name -> its block of lines."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text)
    return {canonicalize_name(found.group(1)): block for block in blocks if (found := PIN.match(block.split("\n")[0]))}


def declared() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    base = project["project"]["dependencies"]
    return {
        "base.txt": base,
        "dev.txt": base + project["project"]["optional-dependencies"]["dev"],
        "build.txt": project["build-system"]["requires"],
    }


@pytest.mark.parametrize("name", ["base.txt", "dev.txt", "build.txt"])
def test_every_declared_dependency_is_pinned(name: str) -> None:
    wanted = {canonicalize_name(Requirement(line).name) for line in declared()[name]}
    assert wanted - set(pins(name)) == set()


@pytest.mark.parametrize("name", ["base.txt", "dev.txt", "build.txt"])
def test_every_pin_has_hashes(name: str) -> None:
    assert [pin for pin, block in pins(name).items() if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", ["base.txt", "dev.txt", "build.txt"])
def test_no_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in [line.strip().split(" ")[0].lstrip("-") for line in text.splitlines()]


def test_dev_and_base_agree() -> None:
    dev = pins("dev.txt")
    assert [pin for pin, block in pins("base.txt").items() if block.split("\n")[0] != dev[pin].split("\n")[0]] == []
