"""Groups of reports depend on the reports and the judgements, not on the order in which they come."""

import random
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.vocabulary import EventType
from app.resolution.clusters import cluster_reports, pair_key
from app.resolution.facts import ReportFacts

REPORT = ReportFacts(id="", article_id="", order="", type=EventType.ASSAULT, published=date(2017, 1, 1))


def _reports(number: int, articles: int | None = None) -> list[ReportFacts]:
    return [
        replace(REPORT, id=f"r{n}", article_id=f"a{n % (articles or number)}", order=f"{n * 7919 % 997:03}")
        for n in range(number)
    ]


def _margins(pairs: dict[tuple[str, str], float]):
    return lambda left, right: pairs.get(pair_key(left, right), -9.0)


def test_a_chain_whose_ends_disagree_stays_apart() -> None:
    margins = _margins({("r0", "r1"): 2.0, ("r1", "r2"): 1.5, ("r0", "r2"): -4.0})
    assert cluster_reports(_reports(3), margins) == [["r0", "r1"], ["r2"]]


def test_one_weak_link_among_strong_ones_is_borne() -> None:
    margins = _margins({("r0", "r1"): 2.0, ("r1", "r2"): 2.0, ("r0", "r2"): -0.5})
    assert cluster_reports(_reports(3), margins) == [["r0", "r1", "r2"]]


def test_an_article_tells_two_happenings_apart() -> None:
    margins = _margins({("r0", "r1"): 1.0, ("r0", "r3"): 3.0, ("r1", "r2"): 0.5, ("r1", "r3"): 2.0, ("r0", "r2"): 9.0})
    assert cluster_reports(_reports(4, articles=2), margins) == [["r0", "r3"], ["r1", "r2"]]


def test_judgements_rule_over_scores() -> None:
    margins = _margins({("r0", "r1"): 1.0})
    reports = _reports(3)
    assert cluster_reports(reports, margins, different=[("r1", "r0")]) == [["r0"], ["r1"], ["r2"]]
    assert cluster_reports(reports, margins, same=[("r2", "r0")]) == [["r0", "r1", "r2"]]
    both = cluster_reports(reports, margins, same=[("r0", "r2")], different=[("r0", "r2")])
    assert both == [["r0", "r1"], ["r2"]]


def test_a_score_does_not_undo_a_judgement() -> None:
    margins = _margins({("r0", "r2"): 5.0})
    assert cluster_reports(_reports(3), margins, same=[("r0", "r1")], different=[("r1", "r2")]) == [
        ["r0", "r1"],
        ["r2"],
    ]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
        st.sampled_from([-4.0, -1.0, 0.0, 0.5, 0.5, 2.0, 5.0]),
    ),
    st.integers(3, 8),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_reports_does_not_matter(pairs, articles: int, chance: random.Random) -> None:
    margins = _margins({(f"r{left}", f"r{right}"): margin for (left, right), margin in pairs.items()})
    reports = _reports(8, articles)
    shuffled = chance.sample(reports, len(reports))
    groups = cluster_reports(reports, margins)
    assert cluster_reports(shuffled, margins) == groups
    assert sorted(one for group in groups for one in group) == sorted(report.id for report in reports)
    article = {report.id: report.article_id for report in reports}
    assert all(len({article[one] for one in group}) == len(group) for group in groups)
