"""The Dockerfile: its every step runs as a script in a clean folder, and what comes out serves."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import platformdirs
import pytest

from tests.in_process import free_port

ROOT = Path(__file__).resolve().parents[2]
KNOWN = {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "CMD"}


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions with their arguments, continued lines joined."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines]


def argument(name: str) -> str:
    """The arguments of the last instruction of that name."""
    return [arguments for instruction, arguments in instructions() if instruction == name][-1]


class Image:
    """A folder that stands for the image's file system, and the environment that its steps see."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.work = folder
        tools = folder / "tools"
        tools.mkdir()
        (tools / "python").symlink_to(sys._base_executable)
        (tools / "chown").write_text("#!/bin/sh\n")  # needs to be root
        (tools / "chown").chmod(0o755)
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("SITREP_", "PYTHON", "VIRTUAL"))
        }
        self.environment = {**kept, "PATH": f"{tools}:/usr/bin:/bin", "HOME": str(folder)}
        self.environment.setdefault("PIP_CACHE_DIR", platformdirs.user_cache_dir("pip"))

    def inside(self, text: str) -> str:
        """The text with the image's paths turned into the folder's."""
        for top in ("/opt/", "/src", "/data"):
            text = text.replace(top, f"{self.folder}{top}")
        return text

    def run(self, command: list[str]) -> str:
        answer = subprocess.run(
            command, cwd=self.work, env=self.environment, capture_output=True, text=True, timeout=280, check=False
        )
        assert answer.returncode == 0, f"{command}\n{answer.stdout[-2000:]}\n{answer.stderr[-2000:]}"
        return answer.stdout

    def step(self, instruction: str, arguments: str) -> None:
        if instruction == "WORKDIR":
            self.work = Path(self.inside(arguments))
            self.work.mkdir(parents=True, exist_ok=True)
        elif instruction == "COPY" and not arguments.startswith("--from"):
            self.copy(*arguments.split())
        elif instruction == "RUN":
            self.run(["/bin/sh", "-ec", self.inside(arguments)])
        elif instruction == "ENV":
            for pair in arguments.split():
                name, _, value = pair.partition("=")
                if name == "PIP_NO_CACHE_DIR":
                    continue  # an image has no use for a cache; this machine need not download everything again
                self.environment[name] = self.inside(value.replace("$PATH", self.environment["PATH"]))

    def copy(self, source: str, target: str) -> None:
        names = sent() if source == "." else [source]
        for name in names:
            if (ROOT / name).is_dir():
                ignored = shutil.ignore_patterns("__pycache__", "_shipped")
                shutil.copytree(ROOT / name, self.work / name, ignore=ignored, dirs_exist_ok=True)
            else:
                shutil.copy(ROOT / name, self.work / name)


def sent() -> list[str]:
    """What .dockerignore lets through."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert lines[0] == "*"
    return [line[1:] for line in lines if line.startswith("!")]


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Image]:
    built = Image(tmp_path_factory.mktemp("image"))
    for instruction, arguments in instructions():
        assert instruction in KNOWN
        built.step(instruction, arguments)
    built.work = built.folder
    # What was built from is not in the image.
    shutil.rmtree(built.folder / "src")
    yield built
    shutil.rmtree(built.folder)


@pytest.fixture(scope="module")
def server(image: Image, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = str(free_port())
    address = f"http://127.0.0.1:{port}"
    image.environment |= {"SITREP_HOST": "127.0.0.1", "SITREP_PORT": port}
    log = tmp_path_factory.mktemp("log") / "server.log"
    with log.open("wb") as output:
        command = json.loads(argument("CMD"))
        process = subprocess.Popen(command, cwd=image.work, env=image.environment, stdout=output, stderr=output)
        try:
            for _ in range(600):
                assert process.poll() is None, log.read_text()
                try:
                    if httpx.get(f"{address}/readyz").is_success:
                        break
                except httpx.TransportError:
                    pass
                time.sleep(0.1)
            yield address
        finally:
            process.terminate()
            assert process.wait(20) in {0, -15}


@pytest.mark.timeout(600)
def test_the_steps_make_a_service(image: Image, server: str) -> None:
    article = {
        "text": "Two soldiers were killed in Aleppo, Syria, on 6 May 2016, the army said.",
        "source": "Coast Wire",
    }
    assert httpx.post(f"{server}/articles", json=article, timeout=60).status_code == 201
    assert httpx.get(f"{server}/events?place=Aleppo").status_code == 200


@pytest.mark.timeout(600)
def test_the_health_check_tells(image: Image, server: str) -> None:
    command = json.loads(argument("HEALTHCHECK").partition("CMD")[2].strip())
    port = server.rpartition(":")[2]
    image.run([part.replace("8000", port) for part in command])
    with pytest.raises(AssertionError):
        image.run([part.replace("8000", str(free_port())) for part in command])


@pytest.mark.timeout(600)
def test_the_wheel_carries_what_the_service_needs(image: Image) -> None:
    (shipped,) = (image.folder / "opt/sitrep/lib").glob("python*/site-packages/app/_shipped")
    assert (shipped / "migrations" / "env.py").is_file()
    assert list((shipped / "migrations" / "versions").glob("*.py"))
    assert (shipped / "seeds" / "README.md").is_file()
    assert (image.folder / "opt/sitrep/share/sitrep/gazetteer.sqlite").stat().st_size > 10_000_000


def test_it_does_not_run_as_root() -> None:
    assert int(argument("USER").partition(":")[0]) > 0


def test_the_data_lives_in_a_volume() -> None:
    assert argument("VOLUME") == "/data"
    assert "SITREP_DATA_DIR=/data" in argument("ENV")


def test_a_linter_finds_nothing() -> None:
    linter = shutil.which("hadolint", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if linter is None:
        pytest.skip("hadolint has no build for this platform")
    answer = subprocess.run([linter, str(ROOT / "Dockerfile")], capture_output=True, text=True, timeout=60, check=False)
    assert (answer.returncode, answer.stdout) == (0, "")
