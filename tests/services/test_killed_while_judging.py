"""A process that is killed in the middle of a judgement leaves nothing half done."""

import subprocess
import sys

import pytest

from tests.services.killed_while_judging import everything
from tests.services.test_deletion import recount
from tests.services.test_judged_entities import _person, _statement

_AS_BEFORE = ("event_party", "event_place", "alias", "mention", "link", "report_pair", "open_pair")


@pytest.mark.timeout(300)
def test_killed_at_every_step(stores, tell) -> None:
    told = [tell(_statement("Hassan Tarabulsi", "2016-05-03")), tell(_statement("Abu Firas", "2016-05-08"))]
    events = [one.events[0]["id"] for one in told]
    url = stores.database.engine.url.render_as_string(hide_password=False)
    before = everything(url)
    command = [sys.executable, "-m", "tests.services.killed_while_judging", url, *events, *map(_person, told)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    kills = [int(number) for number in done.stdout.split()]
    assert len(kills) == 4
    assert min(kills) >= 10
    after = everything(url)
    for table in _AS_BEFORE:
        assert after[table] == before[table], table
    recount(stores)
