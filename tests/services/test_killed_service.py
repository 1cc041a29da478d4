"""The service, killed (SIGKILL) while many judge and withdraw at once, leaves every judgement given or not given."""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import httpx
import pytest
from sqlmodel import select

from app.models import ChangeRow, EventRow, JudgementRow, ReportRow
from app.services.compose import recompose
from app.services.grouping import regroup
from tests.in_process import free_port
from tests.services.test_deletion import recount
from tests.services.test_judged_entities import _person, _statement

NAMES = ("Hassan Tarabulsi", "Abu Firas", "Karim Daouri", "Zain Kilani")


def _judge_until_it_breaks(address: str, ids: list[list[str]], seed: int) -> set[str]:
    """Judge and withdraw at random; the ids of all judgements that were answered."""
    chance = random.Random(seed)  # noqa: S311 - any numbers will do
    given: list[str] = []
    with httpx.Client(base_url=address, timeout=10) as client:
        while True:
            try:
                if given and chance.random() < 0.4:
                    answer = client.delete(f"/judgements/{chance.choice(given)}")
                else:
                    left, right = chance.sample(chance.choice(ids), 2)
                    verdict = chance.choice(["same", "same", "different", "unsure"])
                    body = {"left": left, "right": right, "verdict": verdict, "author": f"desk {seed}"}
                    answer = client.post("/judgements", json=body)
            except httpx.TransportError:
                return set(given)
            assert answer.status_code in {200, 201}, answer.text
            given.append(answer.json()["judgement"]["id"])


def _wait_until_alive(address: str) -> None:
    for _ in range(600):
        try:
            if httpx.get(f"{address}/healthz").is_success:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    pytest.fail("the service did not start")


def _check_whole(stores) -> None:
    """Grouping and deriving anew changes nothing, counts are right, and the change feed has no gap."""
    recount(stores)
    with stores.database.write() as session:
        assert regroup(session, session.exec(select(ReportRow.id)).all()).moved == {}
        numbers = session.exec(select(ChangeRow.seq).order_by(ChangeRow.seq)).all()
        events = session.exec(select(EventRow.id)).all()
        composed = recompose(session, events, datetime.now(UTC), len(numbers) + 1)
        assert all(one.before == one.after for one in composed.values())
        assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.timeout(240)
def test_killed_under_load(stores, tell, tmp_path) -> None:
    told = [tell(_statement(who, f"2016-05-{3 + 5 * n:02}")) for n, who in enumerate(NAMES)]
    ids = [[one.events[0]["id"] for one in told], [_person(one) for one in told]]
    url = stores.database.engine.url.render_as_string(hide_password=False)
    given: set[str] = set()
    for round_ in range(3):
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "tests.services.service_to_kill", url, str(port), str(tmp_path)]
        service = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait_until_alive(address)
            with ThreadPoolExecutor(3) as threads:
                load = [threads.submit(_judge_until_it_breaks, address, ids, 3 * round_ + n) for n in range(3)]
                time.sleep(2)
                service.kill()
                given.update(*(one.result() for one in load))
        finally:
            service.kill()
            service.wait()
        _check_whole(stores)
        with stores.database.read() as session:
            assert given
            assert given <= set(session.exec(select(JudgementRow.id)))
