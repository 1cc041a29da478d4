"""Wording of an office: nationality and possessor become the person's country, brackets and "so-called" go."""

from dataclasses import dataclass
from typing import Final

from app.extraction.document import Document
from app.extraction.mentions.knowledge import NameKnowledge

_LEADING: Final = frozenset({"the", "a", "an", "his", "her", "their", "its", "one", "another"})
_POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
_DANGLING: Final = frozenset(
    {"of", "for", "to", "in", "at", "with", "and", "the", "from", "on", "by", ",", "mr", "mrs", "ms", "sir", "dr"}
)
_LONGEST: Final = 22


@dataclass(frozen=True, slots=True)
class RoleWords:
    """A role as an entity carries it, the characters it was read from, and the country it tells."""

    text: str
    start: int
    end: int
    country_code: str | None


def compose(document: Document, knowledge: NameKnowledge, start: int, end: int) -> RoleWords:
    """Word the role of tokens ``start`` to ``end``: "Secretary of Iran's Council (SC)" loses "Iran's" and "(SC)"."""
    doc = document.doc
    while start < end - 1 and (doc[start].lower_ in _LEADING or doc[start].is_punct):
        start += 1
    words: list[str] = []
    country: str | None = None
    position = start
    while position < end and len(words) < _LONGEST:
        skip, code, replacement = _skipped(document, knowledge, position, end, first=not words)
        country = country or code
        if skip:
            words += replacement
            position += skip
            continue
        token = doc[position]
        if token.text == "HE":  # His Excellency
            position += 1
            continue
        words.append(token.text + ("" if token.whitespace_ == "" and position + 1 < end else " "))
        position += 1
    while words and words[-1].strip().lower().rstrip(".") in _DANGLING:
        words.pop()
    text = " ".join("".join(words).split()).strip(" ,-")
    last = doc[end - 1]
    return RoleWords(text[:1].upper() + text[1:], doc[start].idx, last.idx + len(last.text), country)


def _skipped(
    document: Document, knowledge: NameKnowledge, position: int, end: int, *, first: bool
) -> tuple[int, str | None, list[str]]:
    """How many tokens to leave out here, the country they tell, and what stands instead."""
    doc = document.doc
    if doc[position].text == "(":
        close = next((i for i in range(position, end) if doc[i].text == ")"), end - 1)
        return close + 1 - position, None, []
    if doc[position].lower_ == "so" and position + 2 < end and doc[position + 2].lower_ == "called":
        return 3, None, []
    code, length = _country(document, knowledge, position)
    if code is None:
        return 0, None, []
    after = position + length
    if after < end and doc[after].text == "-":
        return 0, code, []
    if after < end and doc[after].text in _POSSESSIVE:
        return length + 1, code, [] if first else ["the "]
    if first:
        return length, code, []
    return 0, code if doc[position - 1].lower_ in {"of", "the"} else None, []


def _country(document: Document, knowledge: NameKnowledge, position: int) -> tuple[str | None, int]:
    """Code and length in tokens of the country or nationality that starts here."""
    index = document.name_at.get(position)
    if index is None or document.name_at.get(position - 1) == index:
        return None, 0
    name = document.names[index]
    if name.kind not in {"place", "demonym"}:
        return None, 0
    code = knowledge.countries.code_of_name(name.text) or knowledge.countries.code_of_demonym(name.text)
    length = 1
    while document.name_at.get(position + length) == index:
        length += 1
    return code, length
