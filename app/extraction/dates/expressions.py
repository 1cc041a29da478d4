"""A date expression as it is written, before it is placed on the calendar."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from app.extraction.dates.words import Part, Unit

#: speech: counted from the publication date; narrative: from the time the text has reached; context: from whichever
#: the text as a whole is told from
Origin = Literal["speech", "narrative", "context"]


@dataclass(slots=True)
class Expression:
    """What the words say. Fields that the words leave open are None.

    ``shift`` counts units from the origin: "three years ago" is year -3, "last Friday" is Friday -1, "that summer" is
    summer 0; without a shift the text's tense and context decide. ``year_shift`` is the same for the year alone
    ("March of that year" is 0). ``index`` is the EDTF season (21 to 24), or the number of a quarter or half.
    """

    start: int
    end: int
    unit: Unit
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    index: int | None = None
    holiday: str | None = None
    shift: int | None = None
    year_shift: int | None = None
    origin: Origin = "speech"
    part: Part | None = None
    #: in the same paragraph as the expression before it
    continues: bool = False
    #: said of more than a quarter ("in the nine months … a year earlier")
    of_longer: bool = False
    #: counted back from the moment itself ("a year ago"), not by the calendar ("last year")
    rolling: bool = False
    #: day and month may be the other way round ("03/04/2016")
    ambiguous: bool = False


Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Expression]]]

_BACK = frozenset({"last", "latest", "past", "previous", "preceding", "prior"})
_AHEAD = frozenset({"next", "following", "coming"})
_NARRATIVE = frozenset({"that", "same", "previous", "preceding", "prior", "following"})


def origin_and_shift(determiner: str) -> tuple[Origin, int]:
    """Where "last", "the following", "that same" … count from, and how far."""
    words = set(determiner.lower().split())
    told = bool(words & _NARRATIVE) or {"the", "next"} <= words
    shift = -1 if words & _BACK else 1 if words & _AHEAD else 0
    return ("narrative" if told else "speech"), shift
