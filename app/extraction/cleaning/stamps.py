"""Notices of when a page was published or changed."""

import re
from typing import Final

_NAME: Final = r"[A-Z][\w'.\u2019\-]*"
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE_WORD: Final = (
    rf"(?:(?:{_MONTH}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}}\.?|\d{{1,4}}(?:st|nd|rd|th)?(?:[:/.\-]\d{{1,4}}){{0,3}}"
    r"(?:[ap]\.?m\.?)?|[ap]\.?m\.?|[aecmpbi]{1,2}[sd]?t|gmt|utc|at|on|of)(?!\w)|[|,\-\u2013@()])"
)
STAMP_DATE: Final = rf"{_DATE_WORD}(?:[\s,]{{0,3}}{_DATE_WORD}){{0,14}}"
_STAMP_VERB: Final = r"(?:last |first )?(?:posted|updated?|published|modified|created|issued|uploaded)"
_STAMP: Final = re.compile(
    rf"(?:by:? {_NAME}(?: {_NAME}){{0,3}} )?\W{{0,5}}(?:{_STAMP_VERB}(?: on| at)?\s?[:@]?\s*)?(?:{STAMP_DATE}"
    rf"(?:\s+(?={_STAMP_VERB}))?)"
    rf"(?:{_STAMP_VERB}(?: on| at)?\s?[:@]?\s*{STAMP_DATE})?\W{{0,5}}",
    re.IGNORECASE,
)
#: a date alone may be a heading; with a verb or a time of day it is the page's own
_TELLS_PUBLICATION: Final = re.compile(
    r"post|updat|publish|modif|creat|issue|upload|\d:\d\d|\d ?[ap]\.?m", re.IGNORECASE
)
_BARE_DATE: Final = re.compile(
    rf"(?:[A-Z][a-z]{{2,8}},? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
_STAMP_SENTENCE: Final = re.compile(
    r"This (?:story|article|post|report|news) (?:is|dates|was (?:\w+ )?published) (?:from|on|in) "
)
STAMP_INLINE: Final = re.compile(
    r"(?:(?:Last )?(?:Posted|Updated|Published|Modified|UPDATED|POSTED|PUBLISHED):? (?=[^.!?]{0,40}\d))"
    rf"(?i:{STAMP_DATE})"
)


def is_stamp(line: str) -> bool:
    """Whether the line only says when the page was published or changed."""
    if not any(character.isdigit() for character in line) or len(line) > 160:
        return False
    if _STAMP_SENTENCE.match(line):
        return True
    return _STAMP.fullmatch(line) is not None and _TELLS_PUBLICATION.search(line) is not None


def is_bare_date(line: str) -> bool:
    """Whether the line is a full date and nothing else: the page's date, or a heading."""
    return len(line) < 40 and _BARE_DATE.fullmatch(line) is not None


def inline_stamps(text: str) -> list[str]:
    """Notices of publication or change inside a paragraph: "Posted: Tuesday, March 31, 2015"."""
    return [match[0].strip() for match in STAMP_INLINE.finditer(text)] if "ed" in text or "ED" in text else []
