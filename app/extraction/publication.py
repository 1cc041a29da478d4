"""When an article was published, as far as its own text tells.

In order: a stamp ("Posted: 30 May 2016"), the dateline's date, a byline with a date, and what the content allows: the
newest date that a caption gives in full (the body of a report names the year mostly where it is *not* the present one),
carried on by the months that are named after it. Precision goes before recall.
"""

import re
from datetime import date
from typing import Final

from app.domain.annotations import DateInterval
from app.domain.edtf import interval, month_days, year_days
from app.extraction.dates.expressions import Expression
from app.extraction.dates.placing import in_year
from app.extraction.dates.scan import find_expressions
from app.extraction.document import Block, CleanText

_UNKNOWN: Final = DateInterval()
_CREDIT: Final = re.compile(r"©|\((?:AP|AFP|Reuters|EPA)|/(?:AP|AFP|Reuters)\b|\bphoto\b|\bfile\b", re.IGNORECASE)
_BYLINE: Final = re.compile(r"\s*(?:By\s+[A-Z]|(?:first\s+)?(?:published|posted|updated|date)\b)", re.IGNORECASE)
#: what parts a date from the words before it in a masthead
_PARTED: Final = re.compile(r"(?:^|[,|()–—:•·/-])\s*$")
_THIS_MONTH: Final = re.compile(r"\b(?:this|the current)\s+month\b", re.IGNORECASE)
_AHEAD: Final = re.compile(
    r"\b(?:will|would|until|till|by|next|scheduled|due|planned|expected|deadline)\b", re.IGNORECASE
)
_SHORT_LINE: Final = 160
_MUCH: Final = 0.4
#: months that may lie between the newest full date and the newest month named alone
_REACH: Final = 3
#: full dates in running text that must agree on the year
_ENOUGH: Final = 3
#: from November on, a text may as well be of the next year
_LATE_IN_YEAR: Final = 11


def infer_publication(clean: CleanText) -> DateInterval:
    """The publication date as precisely as the text allows, basis relative; all None where it does not tell."""
    for stamp in sorted(clean.stamps, key=_is_update):
        if day := _full_date(stamp):
            return interval(day, day, "relative")
    dates = find_expressions(clean.text)
    for day in (_dateline_date(clean, dates), _byline_date(clean)):
        if day:
            return interval(day, day, "relative")
    return _from_content(clean, dates)


def _is_update(stamp: str) -> bool:
    return "update" in stamp.lower() or "modif" in stamp.lower()


def _day(expression: Expression) -> date | None:
    """The day of an expression that names day, month and year."""
    if expression.year is None or expression.unit != "day" or expression.ambiguous:
        return None
    days = in_year(expression, expression.year)
    return days[0] if days else None


def _full_date(text: str) -> date | None:
    return next((day for item in find_expressions(_unabbreviated(text)) if (day := _day(item))), None)


def _unabbreviated(line: str) -> str:
    """The line without the needless full stop of "May. 14", as some page templates print it."""
    return re.sub(r"\bMay\.(?= [0-9])", "May", line)


def _dateline_date(clean: CleanText, dates: list[Expression]) -> date | None:
    """The dateline's date; a missing year is the only year that the text names."""
    if clean.dateline is None or clean.dateline.date is None:
        return None
    start, end = clean.dateline.date
    words = find_expressions(clean.text[start:end])
    if not words:
        return None
    if day := _day(words[0]):
        return day
    years = {item.year for item in dates if item.year is not None}
    if len(years) != 1 or words[0].day is None or words[0].month is None:
        return None
    days = in_year(words[0], years.pop())
    return days[0] if days else None


def _byline_date(clean: CleanText) -> date | None:
    """A full date in a short line near the top or at the end, beside an author, "published", or little else."""
    for block in (*clean.blocks[:5], *clean.blocks[-2:]):
        for line in clean.text[block.start : block.end].split("\n"):
            if len(line) <= _SHORT_LINE and (_BYLINE.match(line) or _is_masthead(line)) and (day := _full_date(line)):
                return day
    return None


def _is_masthead(line: str) -> bool:
    """Whether a date takes up much of a line that is no sentence: "Example Herald, Saturday 30 April 2016"."""
    if line.rstrip().endswith((".", "?", "!", ":")):
        return False
    line = _unabbreviated(line)
    dates = [item for item in find_expressions(line) if item.day and item.year]
    apart = all(_PARTED.search(line, 0, item.start) for item in dates)
    return apart and sum(item.end - item.start for item in dates) >= _MUCH * len(line.strip())


def _from_content(clean: CleanText, dates: list[Expression]) -> DateInterval:
    if not any(_is_spoken(item) for item in dates):
        return _UNKNOWN
    newest = _newest_full_date(clean, dates)
    if newest is None:
        return _UNKNOWN
    months = [item.month for item in dates if item.month and item.year is None and item.shift is None
              and not _lies_ahead(clean.text, item)]  # fmt: skip
    ahead = max((gap for month in months if (gap := (month - newest.month) % 12) <= _REACH), default=0)
    year, month = newest.year + (newest.month + ahead - 1) // 12, (newest.month + ahead - 1) % 12 + 1
    if _THIS_MONTH.search(clean.text):
        return interval(*month_days(year, month), "relative")
    return interval(*year_days(year), "relative") if month < _LATE_IN_YEAR else _UNKNOWN


def _is_spoken(expression: Expression) -> bool:
    """Counted from the time of writing: "Monday", "yesterday", "earlier this month"."""
    return expression.origin == "speech" and (
        expression.shift is not None or (expression.weekday is not None and expression.day is None)
    )


def _newest_full_date(clean: CleanText, dates: list[Expression]) -> date | None:
    """The newest date with year that a caption gives, or else that no other year in the text contradicts."""
    full = [(day, item) for item in dates if (day := _day(item)) and not _lies_ahead(clean.text, item)]
    captions = [day for day, item in full if _is_caption(clean, clean.block_at(item.start))]
    newest_year = max((item.year for item in dates if item.year is not None and item.unit != "decade"), default=0)
    newest = max(captions, default=None)
    if newest is None and len(full) >= _ENOUGH and len({day.year for day, _ in full}) == 1:
        newest = max(day for day, _ in full)
    return newest if newest and newest.year >= newest_year else None


def _is_caption(clean: CleanText, block: Block) -> bool:
    if block.kind == "caption":
        return True
    return block.kind == "body" and _CREDIT.search(clean.text, max(block.start, block.end - 40), block.end) is not None


def _lies_ahead(text: str, expression: Expression) -> bool:
    return _AHEAD.search(text, max(0, expression.start - 40), expression.start) is not None
