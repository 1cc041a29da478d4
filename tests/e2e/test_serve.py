"""The service as a process: migrated, seeded, asked, interrupted."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.in_process import free_port

SITREP = [sys.executable, "-m", "app"]
PORT = free_port()
ADDRESS = f"http://127.0.0.1:{PORT}"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SITREP_")}
    folder = tmp_path_factory.mktemp("data")
    return {**kept, "SITREP_DATA_DIR": str(folder), "SITREP_PORT": str(PORT), "SITREP_EXTRACTION_TIMEOUT_S": "3"}


def sitrep(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*SITREP, *arguments], env=environment, capture_output=True, text=True, timeout=280, check=False
    )


@pytest.fixture(scope="module")
def seeded(environment: dict[str, str]) -> dict[str, str]:
    """The environment of a database with the sample articles."""
    for command in (["migrate"], ["gazetteer", "build"], ["seed", "--if-empty"]):
        answer = sitrep(environment, *command)
        assert answer.returncode == 0, answer.stderr
    return environment


@pytest.fixture(scope="module")
def server(seeded: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[bytes]]:
    log = tmp_path_factory.mktemp("log") / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen([*SITREP, "serve"], env=seeded, stdout=output, stderr=output)
        try:
            wait_until_ready(process, log)
            yield process
        finally:
            process.kill()
            process.wait()


def wait_until_ready(process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(1200):
        assert process.poll() is None, log.read_text()
        try:
            if httpx.get(f"{ADDRESS}/readyz").is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    pytest.fail(f"not ready: {log.read_text()}")


@pytest.mark.timeout(300)
def test_the_first_answer_is_quick_and_real(server: subprocess.Popen[bytes]) -> None:
    with httpx.Client(base_url=ADDRESS) as client:
        client.get("/healthz")  # connects
        started = time.perf_counter()
        answer = client.get("/events?place=Aleppo")
        assert time.perf_counter() - started < 0.5
    events = answer.json()["data"]
    assert len(events) > 3
    assert all(event["evidence"] for event in events)
    assert any("Khan Tuman" in event["title"] for event in events)


@pytest.mark.timeout(300)
def test_seeding_again_changes_nothing(server: subprocess.Popen[bytes], seeded: dict[str, str]) -> None:
    before = httpx.get(f"{ADDRESS}/events?limit=1").json()["meta"]["total"]
    answer = sitrep(seeded, "seed")
    assert answer.returncode == 0
    assert answer.stderr.startswith("0 sample articles stored")
    assert httpx.get(f"{ADDRESS}/events?limit=1").json()["meta"]["total"] == before


@pytest.mark.timeout(300)
def test_files_are_ingested(server: subprocess.Popen[bytes], seeded: dict[str, str], tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.jsonl"
    good.write_text("Two soldiers were killed near Raqqa, Syria, on 9 June 2016, the army said.", encoding="utf-8")
    bad.write_text('{"text": " "}\n', encoding="utf-8")
    answer = sitrep(seeded, "ingest", "--source", "Coast Wire", str(good), str(bad))
    assert answer.returncode == 1
    assert answer.stderr == "1 of 2 articles refused.\n"
    assert httpx.get(f"{ADDRESS}/articles?source=Coast Wire").json()["meta"]["total"] == 1


@pytest.mark.timeout(300)
def test_a_text_that_takes_too_long_does_not_take_the_service_along(server: subprocess.Popen[bytes]) -> None:
    text = "Rebels shelled the town of Azaz and the army struck back near Aleppo on Monday. " * 2_400
    answer = httpx.post(f"{ADDRESS}/extract", json={"text": text}, timeout=60)
    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:sitrep:problem:extraction-timeout"
    assert httpx.post(f"{ADDRESS}/extract", json={"text": "Shells fell on Azaz."}, timeout=60).status_code == 200


@pytest.mark.timeout(300)
def test_a_port_that_is_taken(server: subprocess.Popen[bytes], seeded: dict[str, str]) -> None:
    answer = sitrep(seeded, "serve")
    assert answer.returncode == 3
    assert "address already in use" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.timeout(300)
def test_an_interrupt_ends_it(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGINT)
    assert server.wait(20) in {0, -signal.SIGINT, 130}
    with pytest.raises(httpx.TransportError):
        httpx.get(f"{ADDRESS}/healthz")


def test_a_database_that_is_not_there(environment: dict[str, str]) -> None:
    nowhere = {**environment, "SITREP_DATABASE_URL": "postgresql+psycopg://nobody@127.0.0.1:1/none?connect_timeout=2"}
    for command in ("serve", "migrate", "seed"):
        answer = sitrep(nowhere, command)
        assert answer.returncode == 3
        assert answer.stderr.startswith("sitrep: The database of SITREP_DATABASE_URL cannot be used:")
        assert "Traceback" not in answer.stderr
