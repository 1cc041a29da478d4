"""Raw article text made readable for a language model, with exact offsets back to the original.

Three steps: characters (``characters``), lines to paragraphs (``layout``), and what is not the article left out
(``boilerplate``, ``captions``). Capitals-only text gets its case back where a ``CaseRestorer`` is given.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from app.extraction.cleaning.boilerplate import clutter_inside, is_clutter
from app.extraction.cleaning.captions import credits_in, is_caption
from app.extraction.cleaning.characters import merged, original_spans, readable
from app.extraction.cleaning.datelines import dateline_after_headline, find_dateline
from app.extraction.cleaning.layout import lay_out
from app.extraction.cleaning.stamps import inline_stamps, is_bare_date, is_stamp
from app.extraction.document import Block, BlockKind, CleanText, Dateline
from app.extraction.lexicons.cues import ClutterCues

#: between two blocks of the clean text; spaCy makes it a token of its own
BLOCK_BREAK: Final = "\n\n"
_MAX_LINKS_IN_LIST: Final = 12
_HEADING_WORDS: Final = 16
_EXTRA_SPACES: Final = re.compile(r"(?<= ) +")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")

type Span = tuple[int, int]


class RestoresCase(Protocol):
    """Gives capitals-only paragraphs their case back, character for character."""

    def restore(self, paragraphs: Sequence[str]) -> list[str]:
        """The paragraphs, those in capitals only with mixed case; lengths stay."""


@dataclass(slots=True)
class _Paragraph:
    """A paragraph of the laid-out text. ``drops`` are spans within it that are left out."""

    start: int
    text: str
    kind: BlockKind | None = "body"
    drops: list[Span] = field(default_factory=list)
    glued: list[Span] = field(default_factory=list)

    @property
    def looks_like_heading(self) -> bool:
        return (
            self.text[-1] not in ".?!\u2026:;\"'," and self.text.count(" ") < _HEADING_WORDS and ',"' not in self.text
        )


def clean(text: str, cues: ClutterCues, casing: RestoresCase | None = None) -> CleanText:
    """The article's own words, in blocks parted by blank lines, with the position of each character in ``text``.

    Left out, and reported as boilerplate: markup, navigation, share bars, bylines, credits, footers, lists of other
    articles, links, and the wire service's marks. Captions stay as blocks of that kind, without their credit.
    Text that is nothing but boilerplate gives an empty clean text.
    """
    plain = readable(text)
    layout = lay_out(plain.text)
    paragraphs = [_Paragraph(start, layout.text[start:end]) for start, end in layout.paragraphs]
    starts = [paragraph.start for paragraph in paragraphs]
    for start, end in layout.glued:
        holder = paragraphs[bisect_right(starts, start) - 1]
        holder.glued.append((start - holder.start, end - holder.start))
    stamps = _leave_out_clutter(paragraphs, cues)
    paragraphs = _split_before_dateline(paragraphs)
    for paragraph in paragraphs:
        if paragraph.kind is not None:
            stamps += inline_stamps(paragraph.text)
            _read_inside(paragraph, cues)
    _name_headings(paragraphs)
    dropped = [(p.start + start, p.start + end) for p in paragraphs for start, end in p.drops]
    dropped += [(p.start, p.start + len(p.text)) for p in paragraphs if p.kind is None]
    boilerplate = merged([*original_spans(plain.offsets, dropped), *plain.markup])
    kept = [paragraph for paragraph in paragraphs if paragraph.kind is not None]
    return _assemble(kept, plain.offsets, boilerplate, stamps, casing)


def _leave_out_clutter(paragraphs: list[_Paragraph], cues: ClutterCues) -> list[str]:
    """Mark whole paragraphs of clutter by taking their kind; the result is the publication stamps among them."""
    stamps = []
    for paragraph in paragraphs:
        if is_stamp(paragraph.text):
            stamps.append(paragraph.text)
            paragraph.kind = None
        elif is_clutter(paragraph.text, cues):
            paragraph.kind = None
        elif is_bare_date(paragraph.text):
            stamps.append(paragraph.text)
    _leave_out_link_lists(paragraphs, cues)
    _leave_out_tail(paragraphs)
    return stamps


def _leave_out_link_lists(paragraphs: list[_Paragraph], cues: ClutterCues) -> None:
    in_body, links = False, 0
    for paragraph in paragraphs:
        if paragraph.kind is None and cues.starts("list", paragraph.text.lower()) and paragraph.text.count(" ") < 8:
            links = _MAX_LINKS_IN_LIST if in_body else 0
        elif paragraph.kind is not None and paragraph.looks_like_heading:
            if links:
                paragraph.kind = None
                links -= 1
        elif paragraph.kind is not None:
            in_body, links = True, 0


def _leave_out_tail(paragraphs: list[_Paragraph]) -> None:
    """Short lines after the last clutter at the article's end belong to the page."""
    tail: list[_Paragraph] = []
    for paragraph in reversed(paragraphs):
        if paragraph.kind is None:
            for line in tail:
                line.kind = None
            tail = []
        elif paragraph.looks_like_heading and paragraph.text.count(" ") < 8:
            tail.append(paragraph)
        else:
            return


def _split_before_dateline(paragraphs: list[_Paragraph]) -> list[_Paragraph]:
    """Part a headline from the dateline that follows it in the first paragraph of the article."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind is None:
            continue
        at = 0 if paragraph.text.isupper() else dateline_after_headline(paragraph.text)
        if not at or any(start < at for start, _ in paragraph.glued):
            return paragraphs
        headline = _Paragraph(paragraph.start, paragraph.text[:at].rstrip(), "headline")
        glued = [(start - at, end - at) for start, end in paragraph.glued]
        rest = _Paragraph(paragraph.start + at, paragraph.text[at:], "body", [], glued)
        return [*paragraphs[:index], headline, rest, *paragraphs[index + 1 :]]
    return paragraphs


def _read_inside(paragraph: _Paragraph, cues: ClutterCues) -> None:
    credit_spans = credits_in(paragraph.text)
    paragraph.drops = merged([*clutter_inside(paragraph.text, cues), *credit_spans])
    if not paragraph.drops:
        if cues.starts("caption", paragraph.text.lower()) and len(paragraph.text) < 400:
            paragraph.kind = "caption"
        return
    left = _without(paragraph.text, paragraph.drops)
    if not _WORD.search(left):
        paragraph.kind, paragraph.drops = None, []
    elif is_caption(paragraph.text, credit_spans, cues):
        paragraph.kind = "caption"


def _without(text: str, drops: list[Span]) -> str:
    for start, end in reversed(drops):
        text = text[:start] + text[end:]
    return text


def _name_headings(paragraphs: list[_Paragraph]) -> None:
    body = [paragraph for paragraph in paragraphs if paragraph.kind == "body"]
    headings = [paragraph for paragraph in body if paragraph.looks_like_heading]
    if len(headings) == len(body):  # a lone sentence or notes without full stops: nothing else is the text
        return
    for paragraph in headings:
        paragraph.kind = "headline" if paragraph is body[0] else "heading"


def _assemble(
    kept: list[_Paragraph],
    offsets: "array[int]",
    boilerplate: list[Span],
    stamps: list[str],
    casing: RestoresCase | None,
) -> CleanText:
    texts, positions, kinds = [], [], []
    for paragraph in kept:
        words, places = _kept_characters(paragraph, offsets)
        if words:
            texts.append(words)
            positions.append(places)
            kinds.append(paragraph.kind or "body")
    capitals = [text.isupper() and len(_WORD.findall(text)) > 2 for text in texts]
    was_capitals = (
        sum(len(t) for t, upper in zip(texts, capitals, strict=True) if upper) * 10 > sum(map(len, texts)) * 7
    )
    raw = texts
    texts = casing.restore(raw) if casing is not None else raw
    blocks, dateline = _blocks(texts, raw, kinds)
    if dateline is not None and dateline.place is not None:
        texts = _plain_dateline(texts, blocks, dateline.place)
    return CleanText(
        text=BLOCK_BREAK.join(texts),
        offsets=_joined(positions),
        blocks=tuple(blocks),
        boilerplate=tuple(boilerplate),
        dateline=dateline,
        was_capitals=was_capitals,
        stamps=tuple(stamps),
    )


def _kept_characters(paragraph: _Paragraph, offsets: "array[int]") -> "tuple[str, array[int]]":
    text, start = paragraph.text, paragraph.start
    drops = [_with_spaces(text, span) for span in paragraph.drops] + paragraph.glued
    drops += [match.span() for match in _EXTRA_SPACES.finditer(text)]
    if not drops:
        return text, offsets[start : start + len(text)]
    parts, places, at = [], array("i"), 0
    for first, last in [*merged(drops), (len(text), len(text))]:
        parts.append(text[at:first])
        places.extend(offsets[start + at : start + first])
        at = last
    words = "".join(parts)
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return words[left:right], places[left:right]


def _with_spaces(text: str, span: Span) -> Span:
    """The span with the spaces after it, where a space or nothing stands before it."""
    start, end = span
    if start == 0 or text[start - 1] == " ":
        while end < len(text) and text[end] == " ":
            end += 1
    return start, end


def _joined(positions: "list[array[int]]") -> "array[int]":
    """Offsets of all blocks; the characters of a block break stand for the last character before it."""
    result = array("i")
    for index, places in enumerate(positions):
        if index:
            result.extend([result[-1]] * len(BLOCK_BREAK))
        result.extend(places)
    return result


def _blocks(texts: list[str], raw: list[str], kinds: list[BlockKind]) -> tuple[list[Block], Dateline | None]:
    blocks: list[Block] = []
    dateline: Dateline | None = None
    at = 0
    for text, original, kind in zip(texts, raw, kinds, strict=True):
        end = at + len(text)
        found = None if kind == "caption" else find_dateline(original, original.isupper())
        body_start = at
        if found is not None:
            body_start = at + found.body_start
            dateline = dateline or Dateline(_shifted(found.place, at), _shifted(found.date, at))
        blocks.append(Block(at, end, kind, body_start))
        at = end + len(BLOCK_BREAK)
    return blocks, dateline


def _shifted(span: Span | None, by: int) -> Span | None:
    return (span[0] + by, span[1] + by) if span is not None else None


def _plain_dateline(texts: list[str], blocks: list[Block], place: Span) -> list[str]:
    """The dateline's capitals made a name as in running text: "ALEPPO, Syria" reads "Aleppo, Syria"."""
    result = list(texts)
    for index, block in enumerate(blocks):
        if block.start <= place[0] < block.end:
            start, end = place[0] - block.start, place[1] - block.start
            words = texts[index][start:end]
            titled = words.title() if words.isupper() and len(words) > 3 else words
            if len(titled) == len(words):
                result[index] = texts[index][:start] + titled + texts[index][end:]
    return result
