"""What in an article is not the article: share bars, navigation, credits, bylines, footers, wire marks."""

import re
from typing import Final

from app.extraction.cleaning.stamps import STAMP_DATE, STAMP_INLINE
from app.extraction.lexicons.cues import ClutterCues

_NAME: Final = r"[A-Z][\w'.\u2019\-]*"
_COPYRIGHT: Final = re.compile(r"\W{0,3}(?:copyright\b|\u00a9|\(c\)\s)", re.IGNORECASE)
_COPYRIGHT_TAIL: Final = re.compile(r"(?:Copyright\s?(?:\u00a9|\(c\))?\s?\d{4}|\u00a9|\([cC]\)\s?(?=\d{4}|[A-Z]))")
_BYLINE: Final = re.compile(
    rf"(?:by|By|BY)[:\s]\s*{_NAME}(?:(?:,? | ?[/|] ?|, ?)(?:and |AND |of |for |the |in |at )?{_NAME}){{0,12}},?"
)
_BYLINE_TAIL: Final = re.compile(
    r"\b(?:staff (?:writers?|reporters?|photographer|and wires?|report)|associated press writers?|contributing writer"
    r"|special correspondent|correspondent|news service|newswire|wire)$",
    re.IGNORECASE,
)
#: "By our reporter in the north", "By the Damascus bureau"
_BYLINE_DESK: Final = re.compile(
    r"by (?:our |the |an? )?[^.,;:]{0,60}"
    r"\b(?:bureau|reporters?|staff|correspondents?|desk|editors?|newsroom|agencies|writers?)\b",
    re.IGNORECASE,
)
_LINK: Final = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/|bit\.ly/)[^\s<>\"]{2,300}|[\w.+\-]{1,64}@[\w\-]{1,64}(?:\.[\w\-]{2,24}){1,4}"
    r"|(?<![\w.])@[A-Za-z_]\w{1,30}"
)
_CONTACT_HEADS: Final = ("contact ", "reach ", "email ", "e-mail ", "follow ", "write to ", "find ")
_PHONE: Final = re.compile(r"(?:\+?\d{1,3}[ .\-])?(?:\(\d{3}\) ?|\d{3}[.\-])\d{3}[.\-]\d{4}\b")
_LINK_WORDS: Final = frozenset(
    "twitter facebook instagram email e-mail mail tel phone fax follow contact at or on and via web website site visit "
    "online in the for more information see http https telegram youtube".split()
)
_TWEET_TAIL: Final = re.compile(
    rf"\s?[\u2014\u2013\-]{{1,2}} ?[^()\n.!?]{{1,60}} \(@\w{{1,30}}\)(?: (?i:{STAMP_DATE}))?"
)
_MARK: Final = re.compile(r"\[([^\[\]\n]{2,80})\]")
_MARK_TAIL: Final = re.compile(r"(?:omitted|indistinct|as heard|as received|commentary|recording|relay|dispatch)s?$")
_MARK_HEADS: Final = (
    "previous story", "slideshow", "pd:", "video:", "gallery", "interview with", "interview by", "report by",
    "article by", "commentary by", "editorial by", "passage ",
)  # fmt: skip
_PLAYLIST: Final = re.compile(
    r"(?:\d{1,2}:\d\d(?!\s*[apAP]\.?[mM]\b)|\+|\u25b6|\u25ba|>>+|\u2193|\u00bb)\s*(?=[\w'\"])"
)
_COUNTER: Final = re.compile(
    r"(?:image|photo|picture|slide|page)?\s*\d{1,4} (?:of|/) \d{1,4}"
    r"|[\d,.]+k?\s*(?:shares?|comments?|views?|likes?|tweets?|retweets?)"
    r"|(?:comments?|shares?|views?) ?[:(]? ?\d{1,6}\)?",
    re.IGNORECASE,
)
_BULLET: Final = re.compile(r"#{1,6}\s+(?=\S)|[\u00d7\u2022\u25cf\u25ba\u25b6\u25a0\u2605*+>\u00bb]+\s+(?=\S)")
_STEP: Final = re.compile(r"\s*[>|\u203a\u2192\u00bb]\s*|\s+/\s+")
_SENTENCE: Final = re.compile(r"[.!?]['\")\]]{0,2}\s+(?=[A-Z0-9\"'(\[\u00a9\-])")

type Span = tuple[int, int]


def is_clutter(line: str, cues: ClutterCues) -> bool:
    """Whether a whole line is something else than text of the article."""
    lowered = line.lower()
    if lowered.strip(" .:*-\u2013\u2014\u2022|>\u00bb\u00d7+[]()") in cues.whole or not any(c.isalnum() for c in line):
        return True
    words = lowered.count(" ") + 1
    if words > 40:
        return False
    return _starts_as_clutter(line, lowered, words, cues) or _looks_like_clutter(line, lowered, words)


def _starts_as_clutter(line: str, lowered: str, words: int, cues: ClutterCues) -> bool:
    bare = lowered.lstrip(" *-\u2022|>\u00bb\u00d7+[\u2193")
    if cues.starts("start", lowered) or cues.starts("start", bare) or _COPYRIGHT.match(line):
        return True
    return (words <= 8 and line[-1] not in ".?!" and cues.starts("short", bare)) or is_breadcrumb(lowered, cues)


def _looks_like_clutter(line: str, lowered: str, words: int) -> bool:
    if words <= 14 and line[-1] not in "?!" and (_BYLINE.fullmatch(line.rstrip(".")) or _is_bylined(line)):
        return True
    if _COUNTER.fullmatch(line) or (line[-1] not in ".?!" and words <= 20 and _PLAYLIST.match(line)):
        return True
    return _only_links(lowered) or _is_signature(line, words)


def _is_bylined(line: str) -> bool:
    if _BYLINE_DESK.match(line) and line[-1] != ".":
        return True
    tail = _BYLINE_TAIL.search(line)
    return tail is not None and all(word[:1].isupper() or len(word) < 4 for word in line[: tail.start()].split())


def _is_signature(line: str, words: int) -> bool:
    """Whether a line is a closing name such as "-- Jane Doe" or "(Agency)"."""
    if words > 6 or line[0] not in "-\u2013\u2014(":
        return False
    body = line.strip("-\u2013\u2014() .")
    return (
        bool(body)
        and line[-1] not in ".!?:"
        and all(w[:1].isupper() or w in {"of", "and", "the"} for w in body.split())
    )


def _only_links(lowered: str) -> bool:
    rest, found = _LINK.subn(" ", lowered)
    if found and rest.startswith(_CONTACT_HEADS) and rest.count(" ") < 25:
        return True
    rest, phones = _PHONE.subn(" ", rest)
    words = re.findall(r"[a-z]+", rest)
    return (
        found + phones > 0
        and len(words) <= 6
        and sum(word not in _LINK_WORDS for word in words) <= (2 if ":" in rest else 0)
    )


def is_breadcrumb(lowered: str, cues: ClutterCues) -> bool:
    """Whether the lower-cased line is a path of site sections: "News / Politics"."""
    if len(lowered) > 100 or lowered[-1] in ".?!":
        return False
    steps = [step for step in _STEP.split(lowered) if step]
    known = any(step in cues.navigation or step in cues.whole for step in steps)
    return len(steps) > 1 and known and all(step.count(" ") < 4 for step in steps)


def clutter_inside(text: str, cues: ClutterCues) -> list[Span]:
    """Spans inside a paragraph of the article that are none of its words: marks, links, notices, stamps."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow when lowered; positions must not
        lowered = text
    spans = (
        [match.span() for match in _MARK.finditer(text) if _is_mark(match[1].lower().strip(" ."), cues)]
        if "[" in text
        else []
    )
    spans += _list_signs(text)
    if "@" in text:
        spans += [match.span() for match in _TWEET_TAIL.finditer(text)]
    if "." in text and any(sign in lowered for sign in ("http", "www.", "@", ".com/", "t.co/", "bit.ly/")):
        spans += [match.span() for match in _LINK.finditer(text)]
    if "ed" in lowered or "ED" in text:
        spans += [match.span() for match in STAMP_INLINE.finditer(text)]
    for cue in cues.inline:
        if (at := lowered.find(cue)) >= 0:
            spans.append((at, at + len(cue)))
    spans += _notices(text, lowered, cues)
    return spans


def _list_signs(text: str) -> list[Span]:
    """Bullets and heading signs at the start, and the stars of emphasis."""
    bullet = _BULLET.match(text)
    spans = [bullet.span()] if bullet else []
    if "**" in text:
        spans += [match.span() for match in re.finditer(r"\*\*+", text)]
    return spans


def _is_mark(words: str, cues: ClutterCues) -> bool:
    if words in cues.marks or _MARK_TAIL.search(words):
        return True
    return cues.starts("start", words) or words.startswith(_MARK_HEADS)


def _notices(text: str, lowered: str, cues: ClutterCues) -> list[Span]:
    spans = [sentence_around(text, at) for cue in cues.contains if (at := lowered.find(cue)) >= 0]
    if "\u00a9" in text or "opyright" in text or "(c)" in lowered:
        spans += [
            (match.start(), len(text)) for match in _COPYRIGHT_TAIL.finditer(text) if len(text) - match.start() < 300
        ]
    return spans


def sentence_around(text: str, position: int) -> Span:
    """The span of the sentence that holds the position, told by its punctuation."""
    start = 0
    for match in _SENTENCE.finditer(text):
        if match.end() > position:
            return start, match.end()
        start = match.end()
    return start, len(text)
