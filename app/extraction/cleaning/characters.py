"""Characters of raw text made plain, with the way back: odd spaces, quotes, invisible characters, markup."""

import re
from array import array
from html import unescape
from itertools import pairwise

#: one character in, one character out; what maps to None is dropped
_SPACES = "\t\v\f\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u00b4`\x91\x92"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\x93\x94"
_LINE_ENDS = "\u2028\u2029\x1c\x1d\x1e"
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_SINGLE_QUOTES, "'"),
        **dict.fromkeys(_DOUBLE_QUOTES, '"'),
        **dict.fromkeys(_LINE_ENDS, "\n"),
        "\x85": "\u2026",
        "\x96": "\u2013",
        "\x97": "\u2014",
        "\u2010": "-",
        "\u2011": "-",
    }
)

#: emoji, which no sentence needs; soft hyphen, zero-width characters, bidirectional marks, byte order mark, controls
_INVISIBLE = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff]+[\ufe0f\u200d]* ?"
    "|[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufffc\x00-\x08\x0e-\x1b\x7f]+"
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,10}|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
#: UTF-8 punctuation that was once read as Windows-1252
_MOJIBAKE = re.compile("\u00e2\u20ac[\u2122\u02dc\u0153\u009d\u201c\u201d\u00a6]")
_MOJIBAKE_CHARACTERS = {"\u2122": "'", "\u02dc": "'", "\u0153": '"', "\u009d": '"', "\u201c": "-", "\u201d": "-"}
_TAG = re.compile(r"</?([a-z][a-z0-9]{0,15})(?:[\s/][^<>]{0,600})?>|<!(?:doctype|\[)[^<>]{0,300}>", re.IGNORECASE)
_BREAKING_TAGS = frozenset(
    "address article aside blockquote br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr iframe li main nav ol p pre section table tbody td th thead title tr ul".split()
)
#: a blank line, so that what a block tag parts is never joined again
_BREAK = "\n\n"
_HIDDEN = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))

type Piece = tuple[int, int, str | None]


class ReadableText:
    """Plain characters with the original position of each, and the spans that were markup."""

    def __init__(self, text: str, offsets: "array[int]", markup: list[tuple[int, int]]) -> None:
        self.text = text
        self.offsets = offsets
        self.markup = markup


def readable(text: str) -> ReadableText:
    """Plain text of ``text``: every character stands for one of the original, found by ``offsets``.

    Line ends become a line feed, odd spaces a space, curly quotes straight; invisible characters are left out; tags and
    what is inside scripts and comments is left out and reported as markup (block tags leave a blank line).
    """
    pieces = [(start, end, None) for start, end in _invisible_spans(text)]
    markup: list[tuple[int, int]] = []
    replaced = [*pieces, *_decoded(text)]
    if "<" in text:
        tags = _markup_pieces(text)
        markup = [(start, end) for start, end, _ in tags]
        replaced += tags
    if not replaced:
        return ReadableText(text.translate(_PLAIN), array("i", range(len(text))), markup)
    plain, offsets = _assemble(text, sorted(replaced, key=lambda piece: (piece[0], -piece[1])))
    return ReadableText(plain, offsets, markup)


def _invisible_spans(text: str) -> list[tuple[int, int]]:
    spans = (
        [match.span() for match in _INVISIBLE.finditer(text)] if not text.isascii() or _INVISIBLE.search(text) else []
    )
    if "\r" in text:
        spans += [match.span() for match in re.finditer(r"\r(?=\n)", text)]
    return spans


def _decoded(text: str) -> list[Piece]:
    pieces: list[Piece] = []
    if "&" in text:
        for match in _ENTITY.finditer(text):
            character = unescape(match[0])
            if len(character) == 1:
                pieces.append((*match.span(), character if character not in "\u00ad\u200b\u200e\u200f" else None))
    if "\u00e2\u20ac" in text:
        pieces += [(*match.span(), _MOJIBAKE_CHARACTERS.get(match[0][2], ".")) for match in _MOJIBAKE.finditer(text)]
    if "\r" in text:
        pieces += [(*match.span(), "\n") for match in re.finditer(r"\r(?!\n)", text)]
    return pieces


def _markup_pieces(text: str) -> list[Piece]:
    hidden = _hidden_spans(text)
    pieces: list[Piece] = [(start, end, _BREAK) for start, end in hidden]
    for match in _TAG.finditer(text):
        name = (match[1] or "").lower()
        pieces.append((*match.span(), _BREAK if name in _BREAKING_TAGS else None))
    return pieces


def _hidden_spans(text: str) -> list[tuple[int, int]]:
    lowered = text.lower() if len(text.lower()) == len(text) else text
    spans = []
    for opening, closing in _HIDDEN:
        start = lowered.find(opening)
        while start >= 0:
            end = lowered.find(closing, start)
            if end < 0:
                break
            spans.append((start, end + len(closing)))
            start = lowered.find(opening, end)
    return spans


def _assemble(text: str, pieces: list[Piece]) -> tuple[str, "array[int]"]:
    parts: list[str] = []
    offsets = array("i")
    at = 0
    for start, end, character in pieces:
        if start < at:  # inside a piece that is already out, e.g. a tag in a comment
            continue
        parts.append(text[at:start])
        offsets.extend(range(at, start))
        if character is not None:
            parts.append(character)
            offsets.extend([_stand_in(text, start, end)] * len(character))
        at = end
    parts.append(text[at:])
    offsets.extend(range(at, len(text)))
    plain = "".join(parts).translate(_PLAIN)
    return plain, offsets


def _stand_in(text: str, start: int, end: int) -> int:
    """The original position of a character written with several: the side that a name there needs."""
    ends_word = not text[end : end + 1].isalnum() and text[max(start - 1, 0) : start].isalnum()
    return end - 1 if ends_word else start


def original_spans(offsets: "array[int]", spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of the readable text as spans of the original."""
    return [(offsets[start], offsets[end - 1] + 1) for start, end in spans if end > start]


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans with those that overlap or touch made one."""
    if not spans:
        return []
    ordered = sorted(spans)
    result = [ordered[0]]
    for (_, _), (start, end) in pairwise(ordered):
        if start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
