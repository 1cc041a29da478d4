"""Finding date expressions in a text: a cheap search for calendar words, then the patterns around them only."""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from app.extraction.dates import calendar_patterns, period_patterns, relative_patterns
from app.extraction.dates.expressions import Expression, Rule
from app.extraction.dates.filters import is_date
from app.extraction.dates.words import FLAGS, PARTS, TRIGGER_WORDS
from app.extraction.dates.words import SPACE as S

if TYPE_CHECKING:
    from spacy.tokens import Doc

_RULES: Final[tuple[Rule, ...]] = (*calendar_patterns.RULES, *period_patterns.RULES, *relative_patterns.RULES)
_CANDIDATE: Final = re.compile(r"[A-Za-z]{3,12}|[0-9]{2,4}")
_BEFORE: Final = 48
_AFTER: Final = 72
_LEAD: Final = re.compile(
    rf"(?:\b(?:the{S})?(?:(?P<noun>beginning|start|opening|outset|middle|midst|end|close|latter{S}(?:part|half)"
    rf"|early{S}part){S}of{S}(?:the{S})?"
    rf"|(?P<adjective>early|mid|late|earlier|later)(?:-|{S}(?:in{S}|on{S}|of{S})?(?:the{S})?))"
    rf"|\b(?:the{S})?(?:(?:early|late){S})?(?:night|morning|afternoon|evening|dawn|eve){S}of{S}(?:the{S})?)$",
    FLAGS,
)


def _windows(text: str) -> list[tuple[int, int]]:
    """Stretches of the text around words or numbers that may belong to a date."""
    windows: list[tuple[int, int]] = []
    for match in _CANDIDATE.finditer(text):
        word = match[0]
        if word not in TRIGGER_WORDS and not word.isdigit() and word.lower() not in TRIGGER_WORDS:
            continue
        start, end = max(0, match.start() - _BEFORE), match.end() + _AFTER
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _lead(text: str, expression: Expression, floor: int) -> None:
    """Takes in "early", "the end of", "the night of" before an expression, down to the end of the one before."""
    match = _LEAD.search(text, max(floor, expression.start - 40), expression.start)
    if match is None:
        return
    expression.start = match.start()
    word = (match["noun"] or match["adjective"] or "").lower().split()
    if word and expression.part is None:
        expression.part = "late" if word[0] == "latter" else PARTS.get(word[0])


def find_expressions(text: str, doc: "Doc | None" = None) -> list[Expression]:
    """Date expressions in text order, without overlaps: the longer one wins, then the earlier rule.

    ``doc`` is the analysed text; without it a few look-alikes more are taken for dates.
    """
    found: list[tuple[int, int, Expression]] = []
    for start, end in _windows(text):
        for number, (pattern, build) in enumerate(_RULES):
            for match in pattern.finditer(text, start, end):
                found.extend((match.start() - match.end(), number, expression) for expression in build(match))
    found.sort(key=lambda item: item[:2])
    taken: list[Expression] = []
    starts: list[int] = []
    for _, _, expression in found:
        place = bisect_left(starts, expression.start)
        clear = (place == 0 or taken[place - 1].end <= expression.start) and (
            place == len(taken) or starts[place] >= expression.end
        )
        if clear:
            taken.insert(place, expression)
            starts.insert(place, expression.start)
    kept = [expression for expression in taken if is_date(text, doc, expression)]
    floor = 0
    for expression in kept:
        _lead(text, expression, floor)
        floor = expression.end
    return kept
