"""Which report of an article's new reading is which one of its former reading."""

from collections.abc import Sequence
from typing import Final

from app.resolution.comparing import compatible_types
from app.resolution.facts import ReportFacts

#: From here on two reports of one article, read twice, are the same. Set by hand: the same sentence, or another one of
#: the same type, place and time, is enough; type and place alone, or type and time, are not.
_SAME: Final = 2.5


def match_readings(former: Sequence[ReportFacts], new: Sequence[ReportFacts]) -> dict[str, str]:
    """The ids of new reports → those of the former reports that they go on from, each used once, the likest first.

    Unlike reports of two articles, those of one may differ in what was read wrong or has been corrected: the day, the
    place, even the type.
    """
    ranked = sorted(
        (-likeness, then, now)
        for then, left in enumerate(former)
        for now, right in enumerate(new)
        if (likeness := _likeness(left, right)) >= _SAME
    )
    found: dict[str, str] = {}
    for _, then, now in ranked:
        if former[then].id not in found.values():
            found.setdefault(new[now].id, former[then].id)
    return found


def _likeness(left: ReportFacts, right: ReportFacts) -> float:
    score = 3.0 * _shared(left.words, right.words) + _type(left, right) + _place(left, right) + _time(left, right)
    same_toll = left.killed is not None and left.killed == right.killed
    same_parties = bool(left.actors & right.actors or left.targets & right.targets)
    return score + 0.5 * same_toll + 0.5 * same_parties


def _shared(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left | right else 1.0


def _type(left: ReportFacts, right: ReportFacts) -> float:
    if left.type is not right.type:
        return 0.3 if right.type in compatible_types(left.type) else -1.0
    return 0.5 if left.mode and right.mode and left.mode != right.mode else 1.0


def _place(left: ReportFacts, right: ReportFacts) -> float:
    if not left.chain or not right.chain:
        return 0.0
    if left.chain[0] == right.chain[0]:
        return 1.2
    return 0.5 if left.chain[0] in right.chain or right.chain[0] in left.chain else -1.0


def _time(left: ReportFacts, right: ReportFacts) -> float:
    if left.earliest is None or right.earliest is None:
        return 0.0
    ends = (left.latest or right.earliest, right.latest or left.earliest)
    return 0.7 if left.earliest <= ends[1] and right.earliest <= ends[0] else -1.0
