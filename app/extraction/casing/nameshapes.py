"""Names of several words that their shape gives away in capitals-only text: particles, titles, heads, acronyms."""

import re
from itertools import pairwise
from typing import Final

from app.extraction.casing.capitals import CapitalsText, CapitalsWord
from app.extraction.casing.casewords import (
    ARTICLE_PREFIXES,
    BEFORE_COUNTRY,
    DIRECTIONS,
    HEADS,
    HEADS_WITH_OF,
    INSTITUTIONS,
    LOWER_PARTICLES,
    MODIFIERS,
    NUMBERED_HEADS,
    OFFICE_FIELDS,
    ORDINARY_AFTER_DEMONYM,
    PARTICLES,
    PREFIXES,
    SMALL_WORDS,
    TIME_WORDS,
    TITLES,
    WEAK_TITLES,
)
from app.extraction.casing.wordcase import WordCase

_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th|d)")

type Run = tuple[int, int]


def find_names_by_shape(text: CapitalsText, words: WordCase) -> None:
    """Find names by their shape: particles, titles before names, heads after them, defined acronyms."""
    _countries_and_directions(text, words)
    _particles(text)
    _inner_particles(text)
    _hyphenated(text)
    _heads(text, words)
    _heads_of(text)
    _definitions(text, words)
    _titles(text, words)
    _surnames(text, words)
    _service(text)
    _months(text)


def _countries_and_directions(text: CapitalsText, words: WordCase) -> None:
    """Give names to "THE US" and "SOUTH FLORIDA", and none to a hyphenated prefix ("CO-OPERATION")."""
    for index, (before, word) in enumerate(pairwise(text.words), start=1):
        if word.text == "US" and word.before == " " and not word.fixed and _is_country(text, index, words):
            word.form, word.is_name = word.text, True
        elif word.text == "US":
            continue
        elif (
            before.lowered in DIRECTIONS and word.before == " " and word.is_name and not words.is_demonym(word.lowered)
        ):
            _capitalise(before)
        elif word.before == "-" and before.lowered in PREFIXES and not before.fixed:
            before.form, before.is_name = before.lowered, False


def _is_country(text: CapitalsText, index: int, words: WordCase) -> bool:
    """Whether "US" is no pronoun: "THE US", "BY US TROOPS", but "BY US."."""
    before = text.words[index - 1].lowered
    if before == "the":
        return True
    after = text.words[index + 1] if text.follow(index) == " " else None
    return before in BEFORE_COUNTRY and after is not None and (after.is_name or words.is_noun(after.lowered))


def _particles(text: CapitalsText) -> None:
    for before, word in pairwise(text.words):
        if before.lowered in PARTICLES and word.before == " " and not before.fixed:
            joins_name = before.lowered in LOWER_PARTICLES or word.is_name
            if word.is_name and not before.is_name:
                before.form = before.lowered if before.lowered in LOWER_PARTICLES else before.titled
                before.is_name = joins_name


def _inner_particles(text: CapitalsText) -> None:
    """Particles inside a person's name: "JORGE DE LA PAZ"."""
    for first, particle, last in zip(text.words, text.words[1:], text.words[2:], strict=False):
        if particle.before != " " or last.before != " ":
            continue
        if first.lowered == "de" and particle.lowered in {"la", "las", "los"}:
            particle.form = particle.lowered
        elif particle.lowered in LOWER_PARTICLES and first.is_name:
            particle.form = particle.lowered
            if not last.fixed and last.lowered not in SMALL_WORDS:
                last.form, last.is_name = last.titled, True


def _hyphenated(text: CapitalsText) -> None:
    for before, word in pairwise(text.words):
        if word.before != "-":
            continue
        if before.lowered in ARTICLE_PREFIXES and word.is_name and before.before[-1:] != "-":
            before.form = before.lowered
        elif before.lowered in TITLES and word.lowered in {"elect", "general", "designate"}:
            word.form = word.lowered


def _heads(text: CapitalsText, words: WordCase) -> None:
    """The head of a name and all before it that belongs to it: "LIONS BATTALION", "NATIONAL POLICE"."""
    for index, word in enumerate(text.words):
        if word.bare not in HEADS or word.fixed or word.before != " ":
            continue
        start = index
        while start and text.words[start].before == " " and _joins_head(text.words[start - 1]):
            start -= 1
        if start == index or not _names_something(text.words[start:index], word, words):
            continue
        for part in text.words[start : index + 1]:
            _capitalise(part)


def _heads_of(text: CapitalsText) -> None:
    """Heads before "of": "UNIVERSITY OF CHILE", "MINISTRY OF DEFENSE"."""
    for head, of, word in zip(text.words, text.words[1:], text.words[2:], strict=False):
        if of.lowered != "of" or of.before != " " or word.before != " " or head.fixed:
            continue
        if head.lowered in HEADS_WITH_OF and word.is_name and not word.form.islower():
            _capitalise(head)
        elif head.lowered in {"ministry", "department", "secretariat"} and word.lowered in OFFICE_FIELDS:
            _capitalise(head)
            _capitalise(word)


def _joins_head(word: CapitalsWord) -> bool:
    return word.bare == word.lowered and (
        word.is_name or word.lowered in MODIFIERS or _ORDINAL.fullmatch(word.lowered) is not None
    )


def _names_something(before: list[CapitalsWord], head: CapitalsWord, words: WordCase) -> bool:
    """Whether the words before a head make it a name: a proper name that is no mere nationality, or a known pair."""
    if f"{before[-1].lowered} {head.bare}" in INSTITUTIONS:
        return True
    if _ORDINAL.fullmatch(before[0].lowered):
        return head.bare in NUMBERED_HEADS
    proper = [word for word in before if word.is_name]
    if not proper:
        return False
    return head.bare not in ORDINARY_AFTER_DEMONYM or not all(words.is_demonym(word.lowered) for word in proper)


def _capitalise(word: CapitalsWord) -> None:
    if not word.fixed and word.lowered not in SMALL_WORDS:
        if word.form != word.text:
            word.form = word.titled
        word.is_name = True


def _definitions(text: CapitalsText, words: WordCase) -> None:
    """An acronym in brackets beside the name it stands for, on either side."""
    for index, word in enumerate(text.words):
        opened = word.before[-1:] in {"(", "["} and text.follow(index)[:1] in {")", "]"}
        if opened and 2 <= len(word.text) <= 8 and word.text.isalpha() and index:
            run = _initials_run(text, index, word.lowered)
            if run is not None or (not word.is_name and word.form != word.lowered) or _is_name_before(text, index):
                word.form, word.is_name, word.fixed, word.learned = word.text, True, True, True
            if run is not None:
                for part in text.words[run[0] : run[1]]:
                    _capitalise(part)
        elif word.before == " [" and index and _is_acronym(text.words[index - 1], words):
            text.words[index - 1].form, text.words[index - 1].learned = text.words[index - 1].text, True
            _capitalise_bracket(text, index)


def _is_acronym(word: CapitalsWord, words: WordCase) -> bool:
    return len(word.text) > 1 and (word.form.isupper() or words.is_known_acronym(word.text))


def _is_name_before(text: CapitalsText, index: int) -> bool:
    previous = text.words[index - 1]
    return previous.is_name and not text.words[index].is_name and len(text.words[index].text) < 6


def _initials_run(text: CapitalsText, index: int, acronym: str) -> Run | None:
    """The words right before the bracket whose initials are the acronym's letters, in any order, small words left out.

    The order is free because acronyms stay while names are translated: "Criminal Investigations Directorate (DIC)".
    """
    wanted = list(acronym)
    at = index
    while at and wanted and (at == index or text.words[at].before.strip(" -\"'") == ""):
        at -= 1
        initial = text.words[at].lowered[0]
        if initial in wanted:
            wanted.remove(initial)
        elif text.words[at].lowered not in SMALL_WORDS:
            return None
    return (at, index) if not wanted else None


def _capitalise_bracket(text: CapitalsText, start: int) -> None:
    end = start + 1
    while end < len(text.words) and end - start < 12 and "]" not in text.words[end].before:
        end += 1
    if end - start > 1 and not any(word.starts_sentence for word in text.words[start + 1 : end]):
        for word in text.words[start:end]:
            _capitalise(word)


def _titles(text: CapitalsText, words: WordCase) -> None:
    for index in range(len(text.words) - 1, 0, -1):
        name = text.words[index]
        if not name.is_name or name.before not in {" ", ". ", " ["} or name.form.islower():
            continue
        start = index
        while (
            start
            and text.words[start].before in {" ", ". ", " [", "-", "] "}
            and _in_title(text.words[start - 1], start < index)
        ):
            start -= 1
        titles = text.words[start:index]
        if any(word.lowered in TITLES - WEAK_TITLES for word in titles) and not words.is_demonym(name.lowered):
            for word in titles:
                _capitalise(word)


def _surnames(text: CapitalsText, words: WordCase) -> None:
    """A word that is a common noun too closes a person's name: "MANUEL PINTO,", "MANUEL RUIZ PINTO SAID"."""
    for index, word in enumerate(text.words[1:], start=1):
        if word.is_name or word.fixed or word.before != " " or not words.may_be_surname(word.bare):
            continue
        first, second = text.words[index - 1], text.words[index - 2] if index > 1 else None
        given = words.is_given_name(first.lowered) or (
            second is not None
            and first.before == " "
            and first.is_name
            and words.is_given_name(second.lowered)
            and not words.is_demonym(first.lowered)
        )
        if given and _closes_name(text, index, words):
            word.form, word.is_name, word.learned = word.titled, True, True


def _closes_name(text: CapitalsText, index: int, words: WordCase) -> bool:
    if text.follow(index)[:1] in {",", ".", ";", ")", "]"} or text.words[index].bare != text.words[index].lowered:
        return True
    after = text.words[index + 1] if index + 1 < len(text.words) else None
    return after is not None and (words.is_stop_word(after.lowered) or after.lowered in {"said", "told", "stated"})


def _service(text: CapitalsText) -> None:
    """The source in a dateline's brackets is a name: "ADEN, 3 APR 90 (RADIO NORTE) --"."""
    opened = text.text.find("(", 0, 80)
    closed = text.text.find(") --", opened) if opened >= 0 else -1
    if 0 <= closed - opened < 60:
        for word in text.words:
            if opened < word.start and word.end <= closed:
                _capitalise(word)


def _in_title(word: CapitalsWord, after_title: bool) -> bool:
    return word.lowered in TITLES or (after_title and word.lowered in OFFICE_FIELDS)


def _months(text: CapitalsText) -> None:
    """Take "MAY" and "MARCH" for months beside a number or after a word of time."""
    for index, word in enumerate(text.words):
        if word.lowered not in {"may", "march"} or word.fixed:
            continue
        before = text.words[index - 1] if index else None
        after = text.words[index + 1] if index + 1 < len(text.words) else None
        beside_number = (before is not None and before.text[0].isdigit() and word.before == " ") or (
            after is not None and after.text[0].isdigit() and after.before == " "
        )
        in_time = before is not None and before.lowered in TIME_WORDS and word.before == " "
        word.form = word.titled if beside_number or in_time else word.lowered
