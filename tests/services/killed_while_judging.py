"""Judges and withdraws, killed (SIGKILL) before the first statement that writes, before the second, and so on.

``python -m tests.services.killed_while_judging URL LEFT RIGHT LEFT_PERSON RIGHT_PERSON`` prints how often it was
killed, for each of four deeds; it fails where anything is other than before although a deed was not done.
"""

import os
import signal
import sys
from collections.abc import Callable
from itertools import count

from sqlalchemy import event, select
from sqlmodel import Session

from app.models import JudgementRow, Table
from app.services.judged_entities import judge_entities
from app.services.judgement_rows import NewJudgement
from app.services.judgements import judge_events, withdraw_judgement
from app.services.stores import Stores
from app.storage.engine import Database
from tests.services.stories import SmallGazetteer

Deed = Callable[[Stores], object]


def everything(url: str) -> dict[str, list[str]]:
    """All rows of all tables."""
    database = Database(url)
    with database.engine.connect() as connection:
        rows = {
            table.name: sorted(str(row) for row in connection.execute(select(table)))
            for table in Table.metadata.sorted_tables
        }
    database.close()
    return rows


def _do(url: str, deed: Deed, statement_to_die_at: int) -> None:
    """Do it in a process of its own, which dies before so manieth statement that writes, or the commit."""
    database = Database(url)
    left = count(1)

    def die(*_: object) -> None:
        if next(left) == statement_to_die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def before_write(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            die()

    event.listen(database.engine, "before_cursor_execute", before_write)
    event.listen(Session, "before_commit", die)
    deed(Stores(database, SmallGazetteer()))
    os._exit(0)


def kill_at_every_step(url: str, deed: Deed) -> int:
    """Do it until it is done, and tell how often it was killed before."""
    before = everything(url)
    for step in count(1):
        child = os.fork()
        if child == 0:
            _do(url, deed, step)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            assert os.waitstatus_to_exitcode(status) == 0
            return step - 1
        assert everything(url) == before, f"killed at step {step}"
    raise AssertionError


def _withdraw_last(stores: Stores) -> None:
    with stores.database.read() as session:
        last = max(session.exec(select(JudgementRow.id)).scalars())
    withdraw_judgement(stores, last)


if __name__ == "__main__":
    address, left, right, left_person, right_person = sys.argv[1:]
    on_events = NewJudgement(left, right, "same", "night desk")
    on_people = NewJudgement(left_person, right_person, "same", "night desk")
    deeds: list[Deed] = [
        lambda stores: judge_events(stores, on_events),
        _withdraw_last,
        lambda stores: judge_entities(stores, on_people),
        _withdraw_last,
    ]
    print(*(kill_at_every_step(address, deed) for deed in deeds))  # noqa: T201 - that is what the test reads
