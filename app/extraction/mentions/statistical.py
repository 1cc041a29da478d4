"""Names the statistical model finds, with their boundaries mended."""

from typing import TYPE_CHECKING, Final

from app.domain.vocabulary import MentionKind
from app.extraction.mentions.knowledge import NameKnowledge
from app.extraction.mentions.spans import NameSpan
from app.extraction.mentions.titles import Titles, strip_from
from app.extraction.mentions.tokens import Tokens
from app.extraction.mentions.words import (
    BELIEFS,
    CALENDAR,
    DETERMINERS,
    FUNCTION_WORDS,
    GENERIC,
    INNER,
    NO_ENTITY_HEADS,
    PARTICLES,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KIND_OF_LABEL: Final[dict[str, MentionKind]] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "demonym",
}  # fmt: skip
_JUNK: Final = frozenset("\"“”‘'`’()[]{}<>,;:/|*•_–—-.!?#@&+=")
_BREAKS: Final = frozenset("()[]|/")
_PLACE_BREAKS: Final = _BREAKS | {"and", ","}
_HYPHENED: Final = frozenset("led backed held based born style era controlled run trained allied owned".split())
_POSSESSIVE: Final = frozenset({"'s", "'"})
_LONGEST: Final = 14


def model_spans(doc: "Doc", tokens: Tokens, titles: Titles, knowledge: NameKnowledge) -> list[NameSpan]:
    """The model's persons, organizations, places and nationalities, cut at line ends and trimmed to the name."""
    spans = []
    for entity in doc.ents:
        kind = _KIND_OF_LABEL.get(entity.label_)
        if kind is None:
            continue
        for start, end in _pieces(tokens, entity.start, entity.end, _PLACE_BREAKS if kind == "place" else _BREAKS):
            span = trim(tokens, NameSpan(start, end, kind, "model"), titles, knowledge)
            if span is not None:
                spans.append(span)
    return spans


def trim(tokens: Tokens, span: NameSpan, titles: Titles, knowledge: NameKnowledge) -> NameSpan | None:
    """Cut what is no part of the name off both ends; None where nothing of a name is left."""
    _trim_left(tokens, span)
    _trim_right(tokens, span)
    if span.kind in {"person", "organization"}:
        if span.start < span.end and titles.past(span.start) == span.end:
            return None
        strip_from(tokens, span, titles, knowledge)
        if span.kind == "organization":
            titles.strip_end(tokens, span)
        _trim_left(tokens, span)
    if span.start >= span.end or span.end - span.start > _LONGEST or not _is_name(tokens, span):
        return None
    return span


def _pieces(tokens: Tokens, start: int, end: int, breaks: frozenset[str]) -> list[tuple[int, int]]:
    """The parts of a span between line breaks and the words of ``breaks``."""
    pieces, begin = [], start
    for i in range(start, end):
        if tokens.text[i].isspace() or tokens.text[i] in breaks:
            pieces.append((begin, i))
            begin = i + 1
    return [(a, b) for a, b in (*pieces, (begin, end)) if a < b]


def _trim_left(tokens: Tokens, span: NameSpan) -> None:
    while span.start < span.end:
        word = tokens.lower[span.start]
        small = not tokens.capital[span.start] and not word[:1].isdigit() and word not in PARTICLES
        opener = word in FUNCTION_WORDS and tokens.initial[span.start] and not tokens.text[span.start].isupper()
        members = (
            tokens.initial[span.start]
            and tokens.tag[span.start] == "NNS"
            and "of" in tokens.lower[span.start + 1 : span.end]
        )
        if not (word in DETERMINERS or word in _JUNK or small or word in _POSSESSIVE or opener or members):
            break
        if word in DETERMINERS and tokens.text[span.start].isupper() and len(word) > 1 and word != "the":
            break
        span.start += 1


def _trim_right(tokens: Tokens, span: NameSpan) -> None:
    while span.end > span.start:
        word = tokens.lower[span.end - 1]
        small = word.isalpha() and not tokens.capital[span.end - 1]
        if small and span.kind == "person" and tokens.text[span.end - 2] == "-" and word not in _HYPHENED:
            break
        numbered = word.isdigit() and tokens.lower[span.end - 2] in NO_ENTITY_HEADS
        if not (word in _POSSESSIVE or word in _JUNK or small or numbered or (word == "resolution")):
            break
        span.end -= 1


def _is_name(tokens: Tokens, span: NameSpan) -> bool:
    words = [i for i in range(span.start, span.end) if tokens.capital[i] and tokens.text[i][0].isalpha()]
    if not words or (len(words) == 1 and tokens.initial[words[0]] and tokens.tag[words[0]] == "NNS"):
        return False
    own = [i for i in words if tokens.lower[i] not in GENERIC and tokens.lower[i] not in CALENDAR]
    believers = [i for i in own if tokens.lower[i] not in BELIEFS and tokens.lower[i] not in INNER]
    if span.kind in {"person", "demonym", "place"} and not believers:
        return span.kind == "place" and len(words) > 1
    return bool(believers) or (len(words) > 1 and span.kind == "organization")
