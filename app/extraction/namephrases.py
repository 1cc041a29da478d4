"""Names of several words in capitals-only text: known ones, and those that their shape gives away."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from app.extraction.capitals import CapitalsText, CapitalsWord
from app.extraction.lexicons.folding import fold
from app.extraction.wordcase import WordCase

_SMALL: Final = frozenset(
    "of the and for in on to de del la las los y e do da dos das di al el bin ibn von van against".split()
)
_PARTICLES: Final = frozenset(
    "san santa santo saint el la las los de del villa puerto port fort fuerte rio mount mt lake ciudad".split()
)
_LOWER_PARTICLES: Final = frozenset("de del y e do da dos das di von van bin ibn".split())
_BEFORE_COUNTRY: Final = frozenset(
    "the of by against from in a and one two three four five six seven eight nine ten some former new senior other".split()
)
_OF_NAMES: Final = frozenset(
    "university republic bank gulf strait bay cape isle state kingdom emirate archdiocese diocese college port duchy "
    "principality battle treaty".split()
)
_DIRECTIONS: Final = frozenset(("north", "south", "east", "west"))
_PREFIXES: Final = frozenset("co anti pro non ex vice counter post pre self semi multi inter trans mid".split())
_PREFIXED: Final = frozenset("al el an as ash at".split())
#: words that stand before a name and are then written with a capital
_TITLES: Final = frozenset(
    "president vice prime minister deputy general colonel captain lieutenant major sergeant corporal brigadier marshal "
    "admiral commander senator representative congressman congresswoman governor mayor judge justice ambassador consul "
    "bishop archbishop cardinal monsignor father brother sister reverend pope king queen prince princess sheikh imam "
    "ayatollah doctor engineer professor attorney lawyer secretary undersecretary chairman director inspector chief "
    "mr mrs ms miss dr gen col capt lt maj sgt sen rep gov msgr fr prof private comandante don dona sir lord lady "
    "assistant first lady police officer premier chancellor deputy-minister president-elect".split()
)
#: of these, the ones that make a title only together with another title word
_WEAK_TITLES: Final = frozenset("vice prime deputy first police assistant chief private officer lady".split())
#: what an office is about, before the title word: "DEFENSE MINISTER LARIOS"
_OFFICE_FIELDS: Final = frozenset(
    "foreign defense defence interior justice finance economy labor labour health education information communications "
    "agriculture trade planning transport energy mining state security army navy police air force government public works "
    "national assembly former acting attorney prime vice deputy".split()
)
#: names of institutions made of common words; what modifies them further left is part of the name too
#: least score of a common noun that is a surname after a given name
_SURNAME_SCORE: Final = -0.2
_PAIRS: Final = frozenset(
    pair.strip()
    for pair in """
    national police, national guard, national assembly, national army, national front, national university,
    national palace, national congress, national party, national council, national stadium, national directorate,
    supreme court, supreme council, constitutional court, central bank, central committee, world bank, world court,
    armed forces, air force, treasury police, legislative assembly, legislative palace, constituent assembly,
    general assembly, foreign ministry, defense ministry, defence ministry, interior ministry, justice ministry,
    finance ministry, health ministry, information ministry, security council, united nations, united states,
    rights commission, democratic front, democratic party, popular front, popular party, popular army, popular movement,
    liberation army, liberation front, liberation movement, liberation organization, liberal party, communist party,
    socialist party, conservative party, workers party, republican party, labor party, labour party, revolutionary army,
    revolutionary party, revolutionary movement, revolutionary front, revolutionary council, republican guard,
    revolutionary guard, revolutionary guards, presidential guard, military academy, military school, civil guard,
    metropolitan police, white house, state department, foreign office, red cross, red crescent, electoral council,
    electoral tribunal, peace corps, middle east, west bank, persian gulf, central america, latin america, cold war
    """.split(",")
)
_MODIFIERS: Final = frozenset(
    "national central supreme federal popular people's peoples revolutionary democratic liberation legislative constituent "
    "foreign interior defense defence united armed international christian socialist communist liberal conservative "
    "workers patriotic nationalist republican military security human rights civil metropolitan general salvation unity "
    "first second third fourth fifth sixth seventh independent free infantry artillery cavalry airborne armored engineer".split()
)
_HEADS: Final = frozenset(
    "police guard guards court bank ministry assembly army armies front party movement union congress council committee "
    "commission federation confederation directorate organization association alliance coalition league institute academy "
    "university college school hospital church cathedral hotel palace battalion brigade division regiment corps base airport "
    "prison embassy consulate radio television network agency newspaper corporation province department municipality "
    "county district river lake sea ocean gulf bay valley island islands peninsula mountain mountains hills avenue street "
    "road highway bridge square plaza park stadium canal desert foundation center centre senate parliament junta tribunal "
    "convention accord accords treaty pact forces nations states crescent cross east america".split()
)
#: heads that join a name only ("ATLACATL BATTALION", "CAUCA RIVER"), never an adjective of a people ("SALVADORAN RADIO")
_ORDINARY_AFTER_DEMONYM: Final = frozenset(
    "police army embassy consulate radio television forces party newspaper agency hospital prison church department "
    "province bank movement ministry court river hills mountains airport congress parliament senate council front base "
    "school university guard guards border highway road hotel junta union commission committee district".split()
)
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th|d)")
_NUMBERED: Final = frozenset(
    "brigade division battalion regiment corps fleet army front district court detachment congress street avenue".split()
)

type Run = tuple[int, int]


class NamePhrases:
    """Known names of two words or more, in their case."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for name in names:
            words = name.replace("-", " ").split()
            keys = tuple(_key(word) for word in words)
            if len(words) > 1 and all(keys):
                self._by_first.setdefault(keys[0], []).append((keys, tuple(words)))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def apply(self, text: CapitalsText) -> None:
        """Give the words of known names the case they have there."""
        keys = [_key(word.bare) for word in text.words]
        at = 0
        while at < len(keys):
            found = next(
                (
                    entry
                    for entry in self._by_first.get(keys[at], ())
                    if tuple(keys[at : at + len(entry[0])]) == entry[0]
                ),
                None,
            )
            if found is None or not _unbroken(text, at, at + len(found[0])):
                at += 1
                continue
            for word, form in zip(text.words[at : at + len(found[0])], found[1], strict=True):
                _write(word, form)
            at += len(found[0])


def _key(word: str) -> str:
    return "".join(fold(word)) if word.lower() != "the" else "the"


def _write(word: CapitalsWord, form: str) -> None:
    if word.lowered == "the":
        return
    possessive = word.lowered[len(word.bare) :]
    plain = form.removesuffix("'s")
    cased = word.bare
    if plain.isupper() and len(plain) > 1:
        cased = word.bare.upper()
    elif plain[:1].isupper():
        cased = word.titled[: len(word.bare)]
    word.form, word.fixed, word.is_name = cased + possessive, True, plain[:1].isupper()


def _unbroken(text: CapitalsText, start: int, end: int) -> bool:
    return all(word.before.strip(" -") in {"", "."} for word in text.words[start + 1 : end])


def apply_name_phrases(text: CapitalsText, words: WordCase) -> None:
    """Find names by their shape: particles, titles before names, heads after them, defined acronyms."""
    _countries_and_directions(text, words)
    _particles(text)
    _hyphenated(text)
    _heads(text, words)
    _heads_of(text)
    _definitions(text, words)
    _titles(text, words)
    _surnames(text, words)
    _service(text)
    _months(text)


def _countries_and_directions(text: CapitalsText, words: WordCase) -> None:
    """ "THE US", "SOUTH FLORIDA"; a hyphenated prefix is no name ("CO-OPERATION")."""
    for index, (before, word) in enumerate(pairwise(text.words), start=1):
        if word.text == "US" and word.before == " " and not word.fixed and _is_country(text, index, words):
            word.form, word.is_name = word.text, True
        elif word.text == "US":
            continue
        elif (
            before.lowered in _DIRECTIONS and word.before == " " and word.is_name and not words.is_demonym(word.lowered)
        ):
            _capitalise(before)
        elif word.before == "-" and before.lowered in _PREFIXES:
            before.form, before.is_name = before.lowered, False


def _is_country(text: CapitalsText, index: int, words: WordCase) -> bool:
    """Whether "US" is no pronoun: "THE US", "BY US TROOPS", but "BY US."."""
    before = text.words[index - 1].lowered
    if before == "the":
        return True
    after = text.words[index + 1] if text.follow(index) == " " else None
    return before in _BEFORE_COUNTRY and after is not None and (after.is_name or words.is_noun(after.lowered))


def _particles(text: CapitalsText) -> None:
    for before, word in pairwise(text.words):
        if before.lowered in _PARTICLES and word.before == " " and not before.fixed:
            joins_name = before.lowered in _LOWER_PARTICLES or word.is_name
            if word.is_name and not before.is_name:
                before.form = before.lowered if before.lowered in _LOWER_PARTICLES else before.titled
                before.is_name = joins_name
    for first, particle, last in zip(text.words, text.words[1:], text.words[2:], strict=False):
        if particle.lowered in _LOWER_PARTICLES and first.is_name and particle.before == last.before == " ":
            particle.form = particle.lowered
            if not last.fixed and last.lowered not in _SMALL:
                last.form, last.is_name = last.titled, True


def _hyphenated(text: CapitalsText) -> None:
    for before, word in pairwise(text.words):
        if word.before != "-":
            continue
        if before.lowered in _PREFIXED and word.is_name and before.before[-1:] != "-":
            before.form = before.lowered
        elif before.lowered in _TITLES and word.lowered in {"elect", "general", "designate"}:
            word.form = word.lowered


def _heads(text: CapitalsText, words: WordCase) -> None:
    """ "ATLACATL BATTALION", "NATIONAL POLICE", "CENTRAL AMERICAN PARLIAMENT": the head and all before it that belongs to it."""
    for index, word in enumerate(text.words):
        if word.bare not in _HEADS or word.fixed or word.before != " ":
            continue
        start = index
        while start and text.words[start].before == " " and _joins_head(text.words[start - 1]):
            start -= 1
        if start == index or not _names_something(text.words[start:index], word, words):
            continue
        for part in text.words[start : index + 1]:
            _capitalise(part)


def _heads_of(text: CapitalsText) -> None:
    """ "UNIVERSITY OF CHILE", "MINISTRY OF DEFENSE"."""
    for head, of, word in zip(text.words, text.words[1:], text.words[2:], strict=False):
        if of.lowered != "of" or of.before != " " or word.before != " " or head.fixed:
            continue
        if head.lowered in _OF_NAMES and word.is_name and not word.form.islower():
            _capitalise(head)
        elif head.lowered in {"ministry", "minister", "department", "secretariat"} and word.lowered in _OFFICE_FIELDS:
            if head.lowered != "minister":
                _capitalise(head)
                _capitalise(word)


def _joins_head(word: CapitalsWord) -> bool:
    return word.bare == word.lowered and (
        word.is_name or word.lowered in _MODIFIERS or _ORDINAL.fullmatch(word.lowered) is not None
    )


def _names_something(before: list[CapitalsWord], head: CapitalsWord, words: WordCase) -> bool:
    """Whether the words before a head make it a name: a proper name that is no mere nationality, or a known pair."""
    if f"{before[-1].lowered} {head.bare}" in _PAIRS:
        return True
    if _ORDINAL.fullmatch(before[0].lowered):
        return head.bare in _NUMBERED
    proper = [word for word in before if word.is_name]
    if not proper:
        return False
    return head.bare not in _ORDINARY_AFTER_DEMONYM or not all(words.is_demonym(word.lowered) for word in proper)


def _capitalise(word: CapitalsWord) -> None:
    if not word.fixed and word.lowered not in _SMALL:
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
        elif text.words[at].lowered not in _SMALL:
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
        if any(word.lowered in _TITLES - _WEAK_TITLES for word in titles) and not words.is_demonym(name.lowered):
            for word in titles:
                _capitalise(word)


def _surnames(text: CapitalsText, words: WordCase) -> None:
    """A word that is a common noun too closes a person's name: "MANUEL PINTO,"."""
    for index, word in enumerate(text.words[1:], start=1):
        before = text.words[index - 1]
        if word.is_name or word.fixed or word.before != " " or not words.is_given_name(before.lowered):
            continue
        closes = text.follow(index)[:1] in {",", ".", ";", ")", "'"} or text.follow(index).startswith(" (")
        score = words.score(word.lowered)
        if closes and words.is_noun(word.lowered) and score is not None and score > _SURNAME_SCORE:
            word.form, word.is_name, word.learned = word.titled, True, True


def _service(text: CapitalsText) -> None:
    """The source in a dateline's brackets is a name: "BOGOTA, 3 APR 90 (INRAVISION TELEVISION) --"."""
    opened = text.text.find("(", 0, 80)
    closed = text.text.find(") --", opened) if opened >= 0 else -1
    if 0 <= closed - opened < 60:
        for word in text.words:
            if opened < word.start and word.end <= closed:
                _capitalise(word)


def _in_title(word: CapitalsWord, after_title: bool) -> bool:
    return word.lowered in _TITLES or (after_title and word.lowered in _OFFICE_FIELDS)


def _months(text: CapitalsText) -> None:
    """ "MAY" and "MARCH" are months beside a number or after a word of time."""
    for index, word in enumerate(text.words):
        if word.lowered not in {"may", "march"} or word.fixed:
            continue
        before = text.words[index - 1] if index else None
        after = text.words[index + 1] if index + 1 < len(text.words) else None
        beside_number = (before is not None and before.text[0].isdigit() and word.before == " ") or (
            after is not None and after.text[0].isdigit() and after.before == " "
        )
        in_time = before is not None and before.lowered in {
            "in",
            "last",
            "next",
            "since",
            "early",
            "late",
            "mid",
            "of",
            "until",
            "this",
        }
        word.form = word.titled if beside_number or (in_time and word.lowered == "may") else word.lowered
