"""Places that a sentence names only because somebody came from there or went there, or to qualify another."""

import re
from typing import Final

from app.extraction.document import Document

_REACH: Final = 70
_COME_FROM: Final = re.compile(
    r"\b(?:fl(?:y|ies|ew|own|ying)|c[ao]m(?:e|es|ing)|arriv(?:e|es|ed|ing)|return(?:s|ed|ing)?|travel(?:s|l?ed|l?ing)?|"
    r"dr(?:ive|ives|ove|iven|iving)|hail(?:s|ed|ing)?|mov(?:es|ed|ing)|back)"
    r"(?: (?:in|back|home|over|up|down|here|there))* from (?:the )?$",
    re.IGNORECASE,
)
_BOUND_FOR: Final = re.compile(
    r"\b(?:(?:bound|headed|heading|destined|en route|(?:on|along) (?:its|the|their|his|her) way) (?:for|to|towards?)|"
    r"(?:walk(?:s|ed|ing)?|fle(?:e|d|es|eing)|escap(?:es?|ed|ing)|evacuated|transferred|airlifted|flown|driven|rushed)"
    r"(?: (?:for|over|some|about|two|three|four|five|\d+|many|several|days?|hours?|on|foot|by|air|road|back|across))*"
    r" to) (?:the )?(?:(?:blockaded|besieged|nearby|neighbou?ring|northern|southern|eastern|western) )*"
    r"(?:(?:town|city|village|capital|port) of )?$",
    re.IGNORECASE,
)
#: A kind of town behind a name, and the name of the town behind that.
_TOWN_OF: Final = re.compile(
    r"\s+(?:port\s+|resort\s+)?(?:city|town|village|port|resort|hamlet|suburb)\s+of\s+(?=[A-Z])"
)


def is_elsewhere(document: Document, name: int) -> bool:
    """Whether the words beside the place tell of a way, or go on to the town that is meant.

    "Who had flown in from Toronto"; "a convoy heading for Djibo"; "the Red Sea port of Mocha".
    """
    found, text = document.names[name], document.clean.text
    before = " ".join(text[max(0, found.start - _REACH) : found.start].split()) + " "
    is_on_way = _COME_FROM.search(before) is not None or _BOUND_FOR.search(before) is not None
    return is_on_way or _TOWN_OF.match(text, found.end) is not None
