"""Articles, judgements and withdrawals in any order end in the same events, and no standing judgement is broken."""

import random
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.filters import ListQuery
from app.services import grouping
from app.services.ingest import ingest_article
from app.services.judgement_rows import NewJudgement
from app.services.judgements import judge_events, list_judgements, withdraw_judgement
from app.services.stores import Stores
from app.storage.engine import Database
from app.storage.judgements import report_of_event_id
from app.storage.migrate import migrate
from app.storage.reports import reports_of_article
from tests.databases import MIGRATIONS
from tests.services.stories import SmallGazetteer
from tests.services.test_open_pairs import check_open_pairs
from tests.services.test_order_of_arrival import _numbers, _story, incidents

#: The incidents that articles tell, and which of them are one in truth.
told_in_truth = st.lists(st.tuples(incidents, st.integers(0, 2)), min_size=3, max_size=6)


class _Desk:
    """A store that articles and judgements come to, one after the other; articles are known by their number."""

    def __init__(self, folder, told) -> None:
        self._database = Database(f"sqlite:///{folder / f'{next(_numbers)}.db'}")
        migrate(self._database, MIGRATIONS)
        self._stores = Stores(self._database, SmallGazetteer())
        self._told = told
        self._ids: dict[int, str] = {}

    def ingest(self, number: int) -> None:
        story = _story(number, self._told[number][0])
        article = ingest_article(self._stores, story.article, story.annotate).article["id"]
        with self._database.read() as session:
            (report,) = reports_of_article(session, article)
        self._ids[number] = report.own_event_id

    def judge(self, left: int, right: int) -> str:
        same = self._told[left][1] == self._told[right][1]
        given_now = NewJudgement(self._ids[left], self._ids[right], "same" if same else "different", "night desk")
        judgement, _ = judge_events(self._stores, given_now)
        return judgement["id"]

    def withdraw(self, judgement_id: str) -> None:
        withdraw_judgement(self._stores, judgement_id)

    def events(self) -> set[frozenset[int]]:
        """The articles that tell each event; no standing judgement may be broken, nor asked for again."""
        with self._database.read() as session:
            now = {number: report_of_event_id(session, own).event_id for number, own in self._ids.items()}
            own = {own: report_of_event_id(session, own).event_id for own in self._ids.values()}
        for row in list_judgements(self._stores, ListQuery(), are_standing=True).data:
            assert (own[row["left"]] == own[row["right"]]) is (row["verdict"] == "same")
        check_open_pairs(self._stores)
        return {frozenset(number for number, other in now.items() if other == event) for event in now.values()}

    def close(self) -> None:
        self._database.close()


def _steps(chance: random.Random, count: int, judged: list, withdrawn: list) -> list[tuple]:
    """All articles, then judgements, shuffled so that each comes after what it is about."""
    steps: list[tuple] = [("ingest", number) for number in range(count)]
    steps += [("judge", *pair) for pair in judged] + [("passing", *pair) for pair in withdrawn]
    chance.shuffle(steps)
    ready, waiting, seen = [], steps, set()
    while waiting:
        step = next(one for one in waiting if one[0] == "ingest" or seen.issuperset(one[1:]))
        waiting.remove(step)
        ready.append(step)
        seen |= {step[1]} if step[0] == "ingest" else set()
    return ready


@pytest.mark.parametrize("most", [200, 1])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=told_in_truth, chance=st.randoms(use_true_random=False))
def test_judgements_in_any_order(tmp_path, most: int, told, chance: random.Random) -> None:
    """Among more reports than are grouped at once (``most`` 1) order may matter, but no judgement is broken."""
    pairs = list(combinations(range(len(told)), 2))
    chosen = chance.sample(pairs, min(4, len(pairs)))
    standing, passing = chosen[:2], chosen[2:]
    ends = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grouping, "_MOST_REPORTS", most)
        for _ in range(2):
            desk = _Desk(tmp_path, told)
            given_since: list[str] = []
            for what, *about in _steps(chance, len(told), standing, passing):
                if what == "ingest":
                    desk.ingest(*about)
                elif what == "judge":
                    desk.judge(*about)
                else:
                    given_since.append(desk.judge(*about))
                desk.events()
                if given_since and chance.random() < 0.5:
                    desk.withdraw(given_since.pop())
            for judgement_id in given_since:
                desk.withdraw(judgement_id)
            ends.append(desk.events())
            desk.close()
    assert ends[0] == ends[1] or most == 1
