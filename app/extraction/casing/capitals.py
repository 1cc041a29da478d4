"""Text written in capitals only, as words whose case can be decided one by one."""

import re
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:'[^\W\d_]+)?")
_SENTENCE_END: Final = re.compile(
    r"[.!?\u2026][\"')\]]{0,3}\s+[\"'(\[]{0,2}$|:\s+\"$|\)\s*(?:--+|[:\u2013\u2014-])\s*$"
)
_QUOTE_START: Final = re.compile(r",\s+\"$")
_SAYING: Final = frozenset(
    "said says added stated noted declared asked explained warned told reported replied asserted".split()
)
_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr gen col lt capt maj sgt cpl adm cmdr brig sen rep gov st jr sr fr msgr prof hon no vs jan feb mar "
    "apr jun jul aug sep sept oct nov dec".split()
)
_ROMAN: Final = re.compile(r"(?:x{1,3}|x{0,2}(?:i{2,3}|iv|vi{1,3}|ix))", re.IGNORECASE)
_PRONOUNS: Final = frozenset("it he she that there what who here where how let".split())
_CONTRACTED: Final = frozenset(("s", "t", "re", "ve", "ll", "d", "m"))


@dataclass(slots=True)
class CapitalsWord:
    """A word with its ``form``, the case decided for it: ``fixed`` where it is certain, ``learned`` from context."""

    start: int
    end: int
    text: str
    lowered: str
    form: str
    before: str
    is_name: bool = False
    fixed: bool = False
    learned: bool = False
    starts_sentence: bool = False

    @property
    def titled(self) -> str:
        """First letter in capitals; in names such as "O'HIGGINS" the one after the apostrophe too."""
        head, mark, tail = self.lowered.partition("'")
        if not mark:
            return head[:1].upper() + head[1:]
        if tail in _CONTRACTED:
            return head[:1].upper() + head[1:] + mark + tail
        return head[:1].upper() + head[1:] + mark + tail[:1].upper() + tail[1:]

    @property
    def shouted(self) -> str:
        """Capitals, but for a possessive s."""
        return self.bare.upper() + self.lowered[len(self.bare) :]

    @property
    def is_contraction(self) -> bool:
        """Whether it is a word such as "didn't" or "we're"."""
        tail = self.lowered.rpartition("'")
        return tail[1] == "'" and (tail[2] in _CONTRACTED - {"s"} or tail[0] in _PRONOUNS)

    @property
    def bare(self) -> str:
        """Lower case without a possessive s."""
        return self.lowered.removesuffix("'s")


def is_capitals(text: str) -> bool:
    """Whether a paragraph is written in capitals only: three words at least, and nearly no lower-case letter."""
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    if lower * 12 > upper or upper < 8:
        return False
    return sum(len(match[0]) > 1 and match[0].isupper() for match in _WORD.finditer(text)) >= 3


class CapitalsText:
    """The words of a capitals-only paragraph, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[CapitalsWord] = []
        at = 0
        for match in _WORD.finditer(text):
            self.words.append(_word(match, text[at : match.start()], self.words[-1] if self.words else None))
            at = match.end()
        _after_speaker(text, self.words)

    def mixed_case(self) -> str:
        """The paragraph with every word in its form, sentences starting with a capital."""
        parts, at = [], 0
        for word in self.words:
            parts.append(self.text[at : word.start])
            form = word.form
            parts.append(form[:1].upper() + form[1:] if word.starts_sentence else form)
            at = word.end
        parts.append(self.text[at:])
        mixed = "".join(parts)
        return mixed if len(mixed) == len(self.text) else self.text

    def follow(self, index: int) -> str:
        """What stands between the word of that index and the next."""
        return self.words[index + 1].before if index + 1 < len(self.words) else self.text[self.words[index].end :]


def _after_speaker(text: str, words: list[CapitalsWord]) -> None:
    """The words after a speaker's name in brackets start a sentence: "[LOPEZ] WE ARE READY"."""
    if not text.startswith("["):
        return
    for word in words[1:6]:
        if word.before == "] ":
            word.starts_sentence = True
            return


def _word(match: "re.Match[str]", before: str, previous: CapitalsWord | None) -> CapitalsWord:
    text = match[0]
    word = CapitalsWord(*match.span(), text, text.lower(), text.lower(), before)
    word.starts_sentence = previous is None or (
        _SENTENCE_END.search(before) is not None and not (before.startswith(". ") and _is_abbreviation(previous))
    )
    if previous is not None and previous.lowered in _SAYING and _QUOTE_START.search(before):
        word.starts_sentence = True
    if text in {"A.M.", "P.M.", "A.M", "P.M"}:
        word.fixed = True
    elif "." in text or text in {"I", "I'M", "I'VE", "I'LL", "I'D"} or _is_initial(match, text):
        word.form = text[0] + text[1:].lower() if text.startswith("I'") else text
        word.fixed, word.is_name = True, "." in text
    elif text[0].isdigit() or any(character.isdigit() for character in text):
        word.form, word.fixed = (text.lower() if text[0].isdigit() else text), True
    elif _ROMAN.fullmatch(text) and len(text) > 1:
        word.form, word.fixed = text, True
    return word


def _is_abbreviation(word: CapitalsWord) -> bool:
    return word.lowered in _ABBREVIATIONS or len(word.text) == 1 or "." in word.text


def _is_initial(match: "re.Match[str]", text: str) -> bool:
    after = match.string[match.end() : match.end() + 2]
    before = match.string[max(match.start() - 1, 0) : match.start()]
    if len(text) <= 3 and after[:1] == "-" and after[1:].isdigit():  # "M-16", "AK-47"
        return True
    return len(text) == 1 and text.isalpha() and (after[:1] == "." or before == "-")
