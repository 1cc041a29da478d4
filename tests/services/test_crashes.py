"""A process that is killed in the middle of a deed leaves everything as it was before."""

import subprocess
import sys

import pytest

from tests.services.test_corrections import _raid
from tests.services.test_judgements import _id, _judge


@pytest.mark.parametrize("deed", ["reprocess", "correct", "delete"])
def test_a_killed_process_leaves_no_half_of_its_deed(stores, tell, deed) -> None:
    first, _, last = tell(_raid(16)), tell(_raid(16, url=None, outlet="Barada Mirror")), tell(_raid(9, "Damascus"))
    assert first.article["id"] == last.article["id"]
    other = tell(_raid(3, day=5, url=None, outlet="Coast Desk"))
    _judge(stores, _id(last), _id(other), "same")
    url = stores.database.engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "tests.services.crashing", url, deed]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert answer.returncode == 0, answer.stderr
    assert int(answer.stdout) > 1
