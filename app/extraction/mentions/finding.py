"""Finding every name of a person, organization, place or nationality in an article."""

import re
from collections.abc import Set
from typing import Final

from app.extraction.document import Document, Name
from app.extraction.mentions.acronyms import find_definitions
from app.extraction.mentions.consistency import with_repeats, without_headline_words
from app.extraction.mentions.context import Context
from app.extraction.mentions.institutions import institution_spans
from app.extraction.mentions.kinds import decide_kinds
from app.extraction.mentions.knowledge import NameKnowledge
from app.extraction.mentions.known import known_spans
from app.extraction.mentions.loose import loose_spans
from app.extraction.mentions.merging import merge, with_institutions
from app.extraction.mentions.ships import ship_spans
from app.extraction.mentions.spans import NameSpan, disjoint, in_order
from app.extraction.mentions.statistical import model_spans
from app.extraction.mentions.titles import find_titles
from app.extraction.mentions.tokens import Tokens, read_tokens

_OTHER_LABELS: Final = frozenset({"EVENT", "LAW", "WORK_OF_ART", "LANGUAGE", "DATE"})
_HEADINGS: Final = frozenset({"headline", "heading"})
#: footnote marks and punctuation that the tokenizer leaves on a name
_TAIL: Final = re.compile(r"(?:[\s.,;:!?\"”’'\])–-]*\[\d*\]?|[\s,;:!?\"”’'\])–-]+)$")


def find_names(document: Document, knowledge: NameKnowledge) -> list[Name]:
    """All names of the article in order, without overlaps, each with its kind."""
    tokens = read_tokens(document.doc)
    titles = find_titles(tokens, knowledge)
    model = with_institutions(
        tokens, model_spans(document.doc, tokens, titles, knowledge), institution_spans(tokens, knowledge)
    )
    known = known_spans(tokens, knowledge, _labelled(document, {"DATE"}))
    spans = _with_defined(tokens, merge(known, model, tokens, titles, knowledge))
    spans = in_order([*spans, *loose_spans(tokens, titles, spans, _labelled(document, _OTHER_LABELS))])
    ships = disjoint(ship_spans(tokens))
    spans = in_order([*ships, *disjoint(spans, ships)])
    context = Context(tokens, titles)
    headings = [(block.start, block.end) for block in document.clean.blocks if block.kind in _HEADINGS]
    decided = without_headline_words(context, decide_kinds(context, spans, knowledge), knowledge, headings)
    names = [_name(document, tokens, span) for span in with_repeats(context, decided)]
    names = [name for name in names if not _is_agency(document, name, knowledge)]
    feasts = [(date.start, date.end) for date in document.dates if date.value.edtf is None]
    return [name for name in names if not any(start <= name.start < end for start, end in feasts)]


def _is_agency(document: Document, name: Name, knowledge: NameKnowledge) -> bool:
    """Whether an unknown word in the brackets of a dateline was taken for a place ("KABUL (Newswire) --")."""
    text = document.clean.text
    bracketed = text[max(name.start - 1, 0)] in "([" and text[name.end : name.end + 1] in {")", "]"}
    in_dateline = bracketed and name.start < document.clean.block_at(name.start).body_start
    return in_dateline and name.kind == "place" and not knowledge.place_weight(name.text)


def _labelled(document: Document, labels: Set[str]) -> set[int]:
    """Tokens of what the model gives one of the labels."""
    return {i for ent in document.doc.ents if ent.label_ in labels for i in range(ent.start, ent.end)}


def _with_defined(tokens: Tokens, spans: list[NameSpan]) -> list[NameSpan]:
    """Add the long forms and acronyms that the text defines."""
    at = {(span.start, span.end): span for span in spans}
    defined = []
    for definition in find_definitions(tokens):
        same = at.get(definition.long)
        kind = same.kind if same is not None and same.kind not in {None, "person"} else "organization"
        known = same.known if same is not None else None
        for start, end in (definition.long, definition.acronym):
            defined.append(NameSpan(start, end, kind, "pattern", known, 0.9))
    return in_order([*disjoint(defined), *disjoint(spans, defined)])


def _name(document: Document, tokens: Tokens, span: NameSpan) -> Name:
    start, end = tokens.char_span(span.start, span.end)
    words = document.clean.text[start:end]
    tail = _TAIL.search(words)
    if tail is not None and tail.start() > 0:
        words = words[: tail.start()]
    records = span.known.records if span.known else ()
    return Name(
        start,
        start + len(words),
        words,
        span.kind or "organization",
        round(span.confidence, 2),
        lexicon_id=records[0].id if len(records) == 1 else None,
    )
