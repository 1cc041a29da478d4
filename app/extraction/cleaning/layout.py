"""Lines of an article put together to paragraphs."""

import re
from itertools import pairwise

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.?!:;\u2026][\"')\]]*$")
_LIST_ITEM = re.compile(r"(?:[-*\u2022\u25cf\u2013+>]\s|\d{1,2}[.)]\s)")

#: Words that no paragraph ends with.
_HANGING = re.compile(
    r"(?:^|[\s(])(?:a|an|the|of|for|to|in|on|at|by|with|from|and|or|but|that|as|its|his|her|their|was|were|had|has|have)$"
    r"|,$"
)

type Span = tuple[int, int]


class Layout:
    """``text`` with the line ends inside paragraphs made spaces (same length), and the ``paragraphs`` as spans of it.

    ``glued`` are spans to leave out: the line end after a hyphen that splits a word.
    """

    def __init__(self, text: str, paragraphs: list[Span], glued: list[Span]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.glued = glued


def lay_out(text: str) -> Layout:
    """Paragraphs of plain text whose line ends are line feeds.

    In text wrapped at a column, as wire copy is, a line end is a space; elsewhere it ends the paragraph, unless the
    sentence plainly goes on in the next line. A blank line always ends it.
    """
    lines = [span for span in (_stripped(text, *match.span()) for match in _LINE.finditer(text)) if span]
    if len(lines) < 2:
        return Layout(text, lines, [])
    pairs = [(first, second) for first, second in pairwise(lines) if text.count("\n", first[1], second[0]) == 1]
    width = _wrap_width(text, pairs)
    indented = _indentation_tells(text, pairs)
    paragraphs = [lines[0]]
    joints: list[Span] = []
    for first, second in pairwise(lines):
        if _goes_on(text, first, second, width, indented):
            joints.append((first[1], second[0]))
            paragraphs[-1] = (paragraphs[-1][0], second[1])
        else:
            paragraphs.append(second)
    return _joined(text, paragraphs, joints)


def _stripped(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    left = start + len(line) - len(line.lstrip())
    right = start + len(line.rstrip())
    return (left, right) if left < right else None


def _wrap_width(text: str, pairs: list[tuple[Span, Span]]) -> int:
    """The column at which the text is wrapped; 0 where it is not."""
    if len(pairs) < 2:
        return 0
    broken = [first for first, second in pairs if _breaks_sentence(text, first, second)]
    lengths = sorted(end - start for start, end in broken)
    if len(broken) < 2 or len(broken) * 5 < len(pairs) * 2:
        return 0
    typical = lengths[len(lengths) // 2]
    return lengths[-1] if 35 <= typical <= 140 else 0


def _breaks_sentence(text: str, first: Span, second: Span) -> bool:
    if first[1] - first[0] < 30 or _SENTENCE_END.search(text, max(first[0], first[1] - 4), first[1]):
        return False
    head = text[second[0] : second[1]]
    goes_on = head[0].islower() or head[0].isdigit() or head[0] in "('\""
    return goes_on or _hangs(text, first) or text[first[0] : first[1]].isupper()


def _hangs(text: str, line: Span) -> bool:
    return _HANGING.search(text, max(line[0], line[1] - 8), line[1]) is not None


def _indentation_tells(text: str, pairs: list[tuple[Span, Span]]) -> bool:
    """Whether indentation marks the first line of a paragraph (it does not where most lines are indented)."""
    indented = sum(_indent(text, second[0]) >= 2 for _, second in pairs)
    return 0 < indented * 2 < len(pairs)


def _indent(text: str, start: int) -> int:
    return start - (text.rfind("\n", 0, start) + 1)


def _goes_on(text: str, first: Span, second: Span, width: int, indented: bool) -> bool:
    if text.count("\n", first[1], second[0]) > 1 or _LIST_ITEM.match(text, second[0]):
        return False
    length = first[1] - first[0]
    ended = _SENTENCE_END.search(text, max(first[0], first[1] - 4), first[1]) is not None
    if not width:
        goes_on = length > 30 and (text[second[0]].islower() or _hangs(text, first))
        return not ended and text[first[1] - 1] not in "|)" and (goes_on or _sentence_runs_on(text, first, second))
    if indented and ended and _indent(text, second[0]) >= 2:
        return False
    return length > width // 2 or (length > 30 and not ended) if ended or length > 30 else text[second[0]].islower()


def _sentence_runs_on(text: str, first: Span, second: Span) -> bool:
    """Whether a short line of several words is followed by one in lower case, as in narrow columns."""
    words = " " in text[first[0] : first[1]]
    return words and text[second[0] : second[0] + 2].islower() and not text[first[0] : first[1]].isupper()


def _joined(text: str, paragraphs: list[Span], joints: list[Span]) -> Layout:
    if not joints:
        return Layout(text, paragraphs, [])
    parts, glued, at = [], [], 0
    for start, end in joints:
        parts.append(text[at:start])
        parts.append(" " * (end - start))
        at = end
        if text[start - 1] == "-" and text[start - 2 : start - 1].isalpha() and text[end : end + 1].isalpha():
            glued.append((start, end))
    parts.append(text[at:])
    return Layout("".join(parts), paragraphs, glued)
