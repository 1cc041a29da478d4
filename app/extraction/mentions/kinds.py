"""Deciding what a name names, from everything the article shows of it: one form, one kind.

Each occurrence gives evidence (the model's label, the words around); the form gives evidence once (lexicons, gazetteer,
head noun, a person's full name elsewhere). The mean of the former and the latter are added; the highest sum wins.
"""

from dataclasses import replace
from typing import Final

from app.domain.vocabulary import MentionKind
from app.extraction.mentions.context import Context, Form
from app.extraction.mentions.evidence import Evidence, of_form
from app.extraction.mentions.knowledge import NameKnowledge
from app.extraction.mentions.spans import NameSpan
from app.extraction.mentions.words import BELIEFS, COMPASS, GENERIC, INNER, NO_ENTITY_HEADS, ORDINALS, PARTICLES

#: evidence below which a run of capitals that the model did not mark is no name
LOOSE_LEVEL: Final = 2.0
#: evidence below which a place that the model marked is none
_PLACE_LEVEL: Final = 0.8
_MODEL_WEIGHT: Final = 1.0
_PATTERN_WEIGHT: Final = 1.5
_KNOWN_WEIGHT: Final = 4.0
_SURNAME_WEIGHT: Final = 3.2
#: an office beside a name of several words, anywhere in the article
_OFFICE_WEIGHT: Final = 2.0
#: share of lexicon names that are right where nothing else speaks for them
_KNOWN_CONFIDENCE: Final = 0.85
#: gazetteer weight of countries, regions and large cities
_WIDE_PLACE: Final = 2.0
_NUMBERED: Final = frozenset({"force", "radio", "channel", "battalion", "brigade", "division", "squadron", "unit"})
_SURE_PLACE: Final = 3.0
_LIST_WEIGHT: Final = 0.8
_LOOSE_LIST_WEIGHT: Final = 1.1


def decide_kinds(context: Context, spans: list[NameSpan], knowledge: NameKnowledge) -> list[NameSpan]:
    """Give every span the kind of its form; drop those that too little speaks for."""
    for span in spans:
        _cut_compass(context, span, knowledge)
    evidence = _priors(context, spans, knowledge)
    for span in spans:
        held = evidence[context.form(span)]
        held.occurrences += 1
        held.marked = held.marked or span.source != "loose"
        if span.kind is not None:
            held.here[span.kind] += {"model": _MODEL_WEIGHT, "pattern": _PATTERN_WEIGHT}.get(span.source, _KNOWN_WEIGHT)
        for kind, weight in context.around(span):
            held.here[kind] += weight
            held.personal = held.personal or (kind == "person" and weight > 0)
    for span, neighbour in context.listed(spans):
        kind, score = evidence[context.form(neighbour)].best()
        if kind == "place" and (score >= _SURE_PLACE or _is_known_place(context, neighbour, knowledge)):
            evidence[context.form(span)].here["place"] += _LOOSE_LIST_WEIGHT if span.kind is None else _LIST_WEIGHT
    settled = [span for span in spans if _settle(context, span, evidence[context.form(span)], knowledge)]
    kept = [part for span in settled for part in _coordinated(context, span)]
    for span in kept:
        _take_number(context, span)
    return kept


def _coordinated(context: Context, span: NameSpan) -> list[NameSpan]:
    """The two places of "Homs and Hama"; a place the lexicon knows by such a name stays one."""
    words = context.tokens.lower[span.start : span.end]
    if span.kind != "place" or span.known is not None or "and" not in words[1:-1]:
        return [span]
    cut = span.start + words.index("and", 1)
    return [replace(span, end=cut), replace(span, start=cut + 1)]


def _take_number(context: Context, span: NameSpan) -> None:
    """Take the number of a unit or station into its name: "Task Force 50", "Radio 4"."""
    tokens, end = context.tokens, span.end
    if span.kind != "organization" or end + 1 >= len(tokens) or not tokens.text[end].isdigit():
        return
    unit = tokens.lower[end - 1] in _NUMBERED or (span.known is None and tokens.text[end - 1].isupper())
    if unit and len(tokens.text[end]) < 4 and not tokens.tag[end + 1].startswith("NN"):
        span.end += 1


def _cut_compass(context: Context, span: NameSpan, knowledge: NameKnowledge) -> None:
    """Take "Western" off "Western Mosul", as far as the gazetteer knows the rest and not the whole."""
    rest = NameSpan(span.start + 1, span.end, span.kind, span.source)
    compass = span.kind in {"place", None} and context.tokens.lower[span.start] in COMPASS
    if compass and rest.end > rest.start and not knowledge.place_weight(context.surface(span)):
        span.start += knowledge.place_weight(context.surface(rest)) > 0


def _priors(context: Context, spans: list[NameSpan], knowledge: NameKnowledge) -> dict[Form, Evidence]:
    """What the forms themselves say, and the full names and ships they are short for."""
    surnames = _surnames(context, spans)
    ships = {context.form(span)[1:] for span in spans if span.kind == "vehicle"}
    evidence: dict[Form, Evidence] = {}
    for span in spans:
        form = context.form(span)
        if form not in evidence:
            held = evidence[form] = Evidence()
            for kind, weight in of_form(context, span, knowledge):
                held.once[kind] += weight
            held.once["person"] += _SURNAME_WEIGHT * (form in surnames)
            held.once["vehicle"] += _KNOWN_WEIGHT * (form in ships)
        if len(form) > 1 and context.holds_office(span):
            evidence[form].once["person"] = max(evidence[form].once["person"], _OFFICE_WEIGHT)
    return evidence


def _is_known_place(context: Context, span: NameSpan, knowledge: NameKnowledge) -> bool:
    return span.known is not None or knowledge.place_weight(context.surface(span)) > 0


def _settle(context: Context, span: NameSpan, evidence: Evidence, knowledge: NameKnowledge) -> bool:
    """Set the span's kind; whether it is kept."""
    kind, score = _best_kind(context, span, evidence)
    if score <= 0 or (not evidence.marked and (score < LOOSE_LEVEL or _all_common(context, span, knowledge))):
        return False
    if span.known is not None and span.known.kind != kind:
        span.known = None
    span.kind = kind
    span.confidence = min(0.98, max(_KNOWN_CONFIDENCE if span.known else 0.0, 0.3 + 0.2 * score))
    if kind == "demonym":
        return span.known is not None and span.known.country_code is not None
    return span.known is not None or _is_name(context, span, knowledge)


def _best_kind(context: Context, span: NameSpan, evidence: Evidence) -> tuple[MentionKind, float]:
    """The likeliest kind and its score, 0 where it is none; a lone word is a person's only if something says so."""
    if span.known is not None and span.known.kind == "demonym":
        return "demonym", evidence.of("demonym")
    kind, score = evidence.best()
    if kind != "person":
        return kind, score if kind != "place" or score >= _PLACE_LEVEL else 0.0
    if context.titles.past(span.start) >= span.end or any(c.isdigit() for c in context.surface(span)):
        return kind, 0.0
    if len(_own_words(context.form(span))) > 1 or evidence.personal or evidence.once["person"]:
        return kind, score
    score = evidence.of("place")
    return "place", score if score >= LOOSE_LEVEL else 0.0


def _own_words(form: Form) -> Form:
    """The words without small ones in front: "al-Sulaymaniyah" is a single name."""
    return tuple(word for word in form if word not in PARTICLES)


def _is_name(context: Context, span: NameSpan, knowledge: NameKnowledge) -> bool:
    """Whether words that no lexicon knows name something: not "Foreign Ministers", "Marshall Plan", "Highway"."""
    if span.kind != "person" and context.tokens.lower[span.end - 1] in NO_ENTITY_HEADS:
        return False
    if span.kind == "organization" and _opens_sentence_as_plural(context, span):
        return False
    if span.end - span.start > 1 or not _all_common(context, span, knowledge):
        return True
    return span.kind == "place" and knowledge.place_weight(context.surface(span)) >= _WIDE_PLACE


def _opens_sentence_as_plural(context: Context, span: NameSpan) -> bool:
    """Whether the name is a lone word at the start of a sentence that reads like a plural: "Warplanes bombed"."""
    if span.end - span.start != 1 or not context.tokens.initial[span.start]:
        return False
    word = context.tokens.text[span.start]
    return word.endswith("s") and not word.isupper() and context.tokens.tag[span.end : span.end + 1] != ["POS"]


def _all_common(context: Context, span: NameSpan, knowledge: NameKnowledge) -> bool:
    """Whether every word is a common one ("Foreign Minister", "Highway")."""
    tokens = context.tokens
    return all(
        not tokens.folded[i]
        or tokens.lower[i] in INNER
        or tokens.lower[i].rstrip(".") in GENERIC
        or tokens.lower[i] in ORDINALS
        or tokens.lower[i] in BELIEFS
        or knowledge.heads.noun(tokens.folded[i]) is not None
        for i in range(span.start, span.end)
    )


def _surnames(context: Context, spans: list[NameSpan]) -> set[Form]:
    """Last names of the people named in full, each as the form it has alone."""
    found: set[Form] = set()
    for span in spans:
        if span.kind == "person" and span.end - span.start > 1:
            form = context.form(span)
            found.add(form[-1:])
            if len(form) > 2:
                found.add(form[-2:])
    return found
