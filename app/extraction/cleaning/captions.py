"""Credits of pictures, and by them the captions."""

import re
from typing import Final

from app.extraction.lexicons.cues import ClutterCues

_NAME: Final = r"(?!(?:The|A|An|In|On|At|After|As|For|More|Police)\b)[A-Z][\w'.\-]*"
_NAMES: Final = rf"{_NAME}(?: (?:de |da |van |von |al-|el-|bin )?{_NAME}){{0,4}}"
_OUTLET: Final = r"(?:/ ?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})"
_MEDIUM: Final = r"(?:photo(?:graph)?s?|image|picture|video|source|credit|courtesy|provided|screen ?grab|handout|file)"
_AGENCIES: Final = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|Getty|GETTY|Xinhua|Anadolu|SANA|Tasnim|IRNA|TASS|Associated Press|Shutterstock)"
)
_PATTERNS: Final = (
    re.compile(rf"\s*[(\[](?=[A-Z])(?i:{_MEDIUM})\b[^()\[\]\n]{{0,140}}[)\]]"),
    re.compile(rf"\s*[(\[](?i:{_MEDIUM})s? ?(?::|by|/|courtesy)[^()\[\]\n]{{0,140}}[)\]]"),
    re.compile(rf"\s*[(\[]{_AGENCIES}\b[^()\[\]\n]{{0,80}}[)\]](?=\s*$)"),
    re.compile(r"\s*[(\[](?:[A-Z][\w.'\-]*[ /]){0,5}(?:Photo|PHOTO|Archives?|Images)(?:/[^()\[\]\n]{0,60})?[)\]]"),
    re.compile(rf"\s*[(\[]{_NAMES}{_OUTLET}[)\]](?=\s*$)"),
    re.compile(r"\s*\((?:[KW][A-Z]{3}|[A-Z]{3,5}[- ]TV)(?: [\w ]{0,20})?\)(?=\s*$)"),
    re.compile(r"\s*\((?:Published|Updated) [^()\n]{4,40}\d{4}\)"),
    re.compile(r"\s*(?:\u00a9|\([cC]\))\s?[^.!?\n]{2,80}$"),
    re.compile(
        r"(?:^|\s+)(?:(?:File|FILE|Handout) )?(?:P(?:hoto(?:graph)?|HOTO|icture)|Image|Credit)s?(?: credit)?"
        rf"(?: ?:| by| courtesy(?: of)?)\s*(?:{_AGENCIES}|{_NAMES}){_OUTLET}?\.?(?=\s|$)"
    ),
    re.compile(rf"\s+\| (?i:photo by )?{_NAMES}{_OUTLET}?$"),
    re.compile(rf"(?<=[.!?\"'])\s+(?:{_NAMES}/ ?)?{_AGENCIES}(?: (?:Photo|Images|File))?(?:/{_NAMES})?\.?$"),
)  # fmt: skip
_LABEL: Final = re.compile(r"(?:Photo|Image|Video)\s+(?=[A-Z]{3})")
_HINTS: Final = re.compile(r"[(\[|\u00a9/]|(?i:photo|image|picture|video)|(?:AP|AFP|EPA|Reuters|REUTERS|Getty)")

type Span = tuple[int, int]


def credits_in(paragraph: str) -> list[Span]:
    """Spans of the picture credits in a paragraph."""
    if not _HINTS.search(paragraph):
        return []
    label = [match.span()] if (match := _LABEL.match(paragraph)) else []
    return label + [match.span() for pattern in _PATTERNS for match in pattern.finditer(paragraph) if match[0].strip()]


def is_caption(paragraph: str, credit_spans: list[Span], cues: ClutterCues) -> bool:
    """Whether the paragraph describes a picture: it closes with a credit, or opens as captions do.

    A long paragraph with a credit at its end is the article's own text with the credit run on.
    """
    if len(paragraph) > 400:
        return False
    closes = any(end >= len(paragraph.rstrip(" .")) for _, end in credit_spans)
    return closes or cues.starts("caption", paragraph.lower())
