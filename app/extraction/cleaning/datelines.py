"""The dateline before an article's first sentence: "ADEN, 3 May (Agency) --"."""

import re
from typing import Final

_UPPER: Final = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'.\-]+"
_TITLE: Final = r"[A-Z\u00c0-\u00de][\w'.\-]*"
_MONTH: Final = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY: Final = r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DATE: Final = (
    rf"(?:{_WEEKDAY},? )?(?:\d{{1,2}} {_MONTH}(?: '?\d{{2,4}})?|{_MONTH} \d{{1,2}}(?:, \d{{4}})?"
    rf"|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|\d{{4}}-\d\d-\d\d)|{_WEEKDAY}"
)
_DASH: Final = r"(?:\s*(?:\.\s?)?(?:--+|[\u2013\u2014])\s*|\s+[-_](?:\s+|$)|\s*-\s+)"
_COLON: Final = r":\s+(?=[A-Z\"'])"
_SLASHED: Final = r"\.?\s*/[A-Za-z]{2,20}/\.?\s+"
_AGENCY: Final = r",?\s*[(\[](?P<agency>[^()\[\]\n]{2,60})[)\]],?"


def _pattern(place: str, date: str, agency: str, dash: str) -> "re.Pattern[str]":
    return re.compile(rf"(?P<place>{place}){date}{agency}{dash}")


_WITHIN: Final = rf"(?: \({_TITLE}(?: {_TITLE}){{0,2}}\)|(?:, {_TITLE}(?: {_TITLE}){{0,2}}?){{0,2}}?)"
_UPPER_PLACE: Final = rf"{_UPPER}(?:[ /]{_UPPER}){{0,3}}{_WITHIN}"
_TITLE_PLACE: Final = rf"{_TITLE}(?:[ /]{_TITLE}){{0,3}}?{_WITHIN}"
_PATTERNS: Final = (
    _pattern(_TITLE_PLACE, rf",?\s+(?P<date>{_DATE})", rf"(?:{_AGENCY})?", rf"(?:{_DASH}|{_SLASHED}|{_COLON})"),
    _pattern(_TITLE_PLACE, "", rf"{_AGENCY}(?:,?\s+(?P<date>{_DATE}))?", rf"(?:{_DASH}|:\s+)"),
    _pattern(_UPPER_PLACE, "", "", rf"(?:(?:{_DASH}|:\s+)(?=[A-Z0-9\"'\u00c0-\u00de])|{_DASH}$)"),
    _pattern(_TITLE_PLACE, "", "", r"\s*(?:--|[\u2013\u2014])\s*(?=[A-Z0-9\"']|$)"),
    _pattern(rf"{_UPPER}(?: {_UPPER}){{0,2}}(?:, {_TITLE})?", "", "", r"\s+(?=(?:The|An?|In|On|At|As|For|More|Two)\s)"),
)
#: "(Agency) -- Police said", "(Beirut) -- Troops"
_AGENCY_ALONE: Final = re.compile(rf"[(\[](?P<place>[^()\[\]\n]{{2,40}})[)\]]{_DASH}(?=[A-Z0-9\"'])")
#: "(CNN)Police said", "29 May 2016 -- The envoy said"
_ACRONYM_ALONE: Final = re.compile(r"\([A-Z]{2,6}\)\s?(?=[A-Z\"'])")
_DATE_ALONE: Final = re.compile(rf"(?P<date>{_DATE})\s*(?:--+|[\u2013\u2014])\s*(?=[A-Z\"'])")
_LOWER_CASE: Final = re.compile(r"(?P<place>[a-z]{3,20}(?: [a-z]{3,20}){0,2}):\s+(?=[a-z0-9\"'])")
_NO_PLACES: Final = frozenset(
    "update updated breaking exclusive analysis opinion editorial correction video watch photos developing urgent "
    "alert flash explainer factbox timeline text comment column news headline profile interview live just in".split()
)
#: a reporter's name, as broadcasts transcribed have it after the dateline
_REPORTER: Final = re.compile(rf"\[{_TITLE}(?: {_TITLE}){{0,3}}\] ?")
#: strict enough to be used in capitals-only text, where any words could be a place
_CAPITALS_PATTERNS: Final = _PATTERNS[:2]

type Span = tuple[int, int]


#: a headline or caption runs on into the dateline: "Shop burns. ADEN, Yemen -- A shop"
_AFTER_HEADLINE: Final = re.compile(
    rf"[.!?]\s+(?={_UPPER}(?:[ /]{_UPPER}){{0,3}}{_WITHIN}(?:\s*\([^()\n]{{2,40}}\))?"
    rf"\s*(?:--|[\u2013\u2014]|\s-\s)\s*[A-Z\"'])"
)


class FoundDateline:
    """Spans of the place and the date words, where there are, and where the first sentence starts."""

    def __init__(self, place: Span | None, date: Span | None, body_start: int) -> None:
        self.place = place
        self.date = date
        self.body_start = body_start


def find_dateline(paragraph: str, capitals: bool) -> FoundDateline | None:
    """The dateline at the start of the paragraph, or None. ``capitals``: the paragraph is written in capitals only."""
    head = paragraph[:160]
    if alone := _AGENCY_ALONE.match(head):
        place = None if _is_agency(alone["place"]) else alone.span("place")
        return FoundDateline(place, None, alone.end())
    if not capitals and (acronym := _ACRONYM_ALONE.match(head)):
        return FoundDateline(None, None, acronym.end())
    if dated := _DATE_ALONE.match(head):
        return FoundDateline(None, dated.span("date"), dated.end())
    if head == head.lower() and (lower := _LOWER_CASE.match(head)):
        return FoundDateline(lower.span("place"), None, lower.end())
    for pattern in _CAPITALS_PATTERNS if capitals else _PATTERNS:
        match = pattern.match(head)
        if match and not _NO_PLACES.intersection(match["place"].lower().split()):
            groups = match.groupdict()
            date = match.span("date") if groups.get("date") else None
            reporter = _REPORTER.match(head, match.end())
            return FoundDateline(_settlement(match), date, (reporter or match).end())
    return None


def dateline_after_headline(paragraph: str) -> int:
    """Where a dateline starts that follows a headline or caption in the same paragraph; 0 where none does."""
    match = _AFTER_HEADLINE.search(paragraph[:400])
    return match.end() if match else 0


def _settlement(match: "re.Match[str]") -> Span:
    """The place's words up to a comma or bracket: what follows is its country or state."""
    start = match.start("place")
    return start, start + len(re.split(r",| \(", match["place"], maxsplit=1)[0])


def _is_agency(words: str) -> bool:
    """Whether words in brackets name a news agency or station rather than a city: "(AP)", "(WMC)", "(Reuters)"."""
    first = words.split(maxsplit=1)[0].strip(",.")
    return (
        first.isupper() or "/" in words or first.lower() in {"reuters", "xinhua", "anadolu", "tass", "interfax", "sana"}
    )
