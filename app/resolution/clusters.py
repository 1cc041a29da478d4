"""From pairs of reports to events: groups that depend on the reports and judgements alone, not on who came first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, product
from typing import Final

from app.resolution.facts import ReportFacts

#: Two groups become one where their reports agree on average: a margin below 0 is borne that the best pairs outweigh.
LINKAGE: Final = -1.0
#: What a pair costs at most: one report with a wrong day must not keep two groups apart.
FARTHEST: Final = -4.0

#: Ids of two reports, in order of id.
PairKey = tuple[str, str]


def pair_key(left: str, right: str) -> PairKey:
    """The two ids in order."""
    return (left, right) if left < right else (right, left)


def cluster_reports(
    reports: Sequence[ReportFacts],
    margin_of: Callable[[str, str], float],
    same: Iterable[PairKey] = (),
    different: Iterable[PairKey] = (),
) -> list[list[str]]:
    """Group reports by average linkage (Sokal & Michener 1958), the best pair first.

    ``margin_of`` tells of two reports how far above the threshold their score is. Reports of one article stay apart,
    for it tells two happenings apart for a reason. ``same`` and ``different`` are judgements: no score parts what
    one joins or joins what the other parts, and where they contradict each other, apart wins. What is joined by
    judgement alone does not count for the average: scores say what belongs to each of the two.
    """
    order = {report.id: report.order for report in reports}
    ranked = sorted(reports, key=lambda report: report.order)
    margins = {
        pair_key(left.id, right.id): FARTHEST
        if left.article_id == right.article_id
        else max(FARTHEST, margin_of(left.id, right.id))
        for left, right in combinations(ranked, 2)
    }
    apart = {pair_key(*pair) for pair in different}
    linked, groups = _Groups(ranked, apart), _Groups(ranked, apart)
    for left, right in sorted(same, key=lambda pair: sorted((order.get(pair[0], ""), order.get(pair[1], "")))):
        if left in order and right in order:
            groups.join(left, right)
    best_first = sorted(
        (pair for pair, margin in margins.items() if margin >= 0),
        key=lambda pair: (-margins[pair], sorted((order[pair[0]], order[pair[1]]))),
    )
    for left, right in best_first:
        if groups.may_join(left, right) and linked.mean(left, right, margins) >= LINKAGE:
            groups.join(left, right)
            linked.join(left, right)
    return groups.members()


class _Groups:
    """Disjoint groups of reports that grow."""

    def __init__(self, reports: Sequence[ReportFacts], different: set[PairKey]) -> None:
        self._group = {report.id: [report.id] for report in reports}
        self._article = {report.id: report.article_id for report in reports}
        self._different = different

    def may_join(self, left: str, right: str) -> bool:
        """Whether they are two groups, without an article in both and without a pair judged different."""
        mine, theirs = self._group[left], self._group[right]
        if mine is theirs or {self._article[one] for one in mine} & {self._article[one] for one in theirs}:
            return False
        return self._may(mine, theirs)

    def join(self, left: str, right: str) -> None:
        """Make them one group, unless a pair was judged different."""
        mine, theirs = self._group[left], self._group[right]
        if mine is not theirs and self._may(mine, theirs):
            mine.extend(theirs)
            self._group.update(dict.fromkeys(theirs, mine))

    def mean(self, left: str, right: str, margins: Mapping[PairKey, float]) -> float:
        """The mean margin over all pairs between the two groups."""
        between = [margins[pair_key(*pair)] for pair in product(self._group[left], self._group[right])]
        return sum(between) / len(between)

    def members(self) -> list[list[str]]:
        """All groups, each with its reports sorted by id."""
        return sorted(sorted(group) for group in {id(group): group for group in self._group.values()}.values())

    def _may(self, mine: Sequence[str], theirs: Sequence[str]) -> bool:
        return not self._different or self._different.isdisjoint(pair_key(*pair) for pair in product(mine, theirs))
