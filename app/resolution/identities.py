"""From judgements on entities to groups that are one each; it depends on the judgements alone, not on their order."""

from collections.abc import Collection, Iterable
from itertools import product


def unite(
    ids: Collection[str], same: Iterable[tuple[str, str]], different: Iterable[tuple[str, str]]
) -> list[list[str]]:
    """Groups of ids that judgements make one; where judgements contradict each other, apart wins."""
    apart = {frozenset(pair) for pair in different}
    group_of = {one: [one] for one in sorted(ids)}
    for left, right in sorted((min(pair), max(pair)) for pair in same):
        mine, theirs = group_of[left], group_of[right]
        if mine is theirs or any(frozenset(pair) in apart for pair in product(mine, theirs)):
            continue
        mine.extend(theirs)
        group_of |= dict.fromkeys(theirs, mine)
    return sorted(sorted(group) for group in {id(group): group for group in group_of.values()}.values())
