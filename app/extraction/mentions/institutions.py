"""Names built on a head noun: "Ministry of Defence", "UK Government", "Gulf of Aden", "Kirkuk Province"."""

from typing import Final

from app.extraction.mentions.knowledge import NameKnowledge
from app.extraction.mentions.spans import NameSpan
from app.extraction.mentions.tokens import Tokens
from app.extraction.mentions.words import CALENDAR, DETERMINERS, NAME_TAGS, NO_ENTITY_HEADS, PARTICLES

_LONGEST: Final = 9
_LONGEST_ACRONYM: Final = 5
#: heads that take a name after "of" or "for"; others ("News of …") seldom do
_JOINERS: Final = frozenset({"of", "for"})
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
#: Arabic, Urdu and Persian words that begin a group's name: "Jaish al-Islam"
_GROUP_WORDS: Final = frozenset(
    "jaish jaysh jeish liwa liwaa jabhat jabha ansar kataib kataeb katibat harakat haraket hizb saraya faylaq failaq "
    "tanzim asaib jund jundallah jamaat jama'at jamaa lashkar tehrik harkat harkatul fajr ahrar suqour".split()
)
_BETWEEN: Final = frozenset({"of", "for", "and", "the", "&", "-"})


def institution_spans(tokens: Tokens, knowledge: NameKnowledge) -> list[NameSpan]:
    """Runs of capitals that end in a known head noun, or start with one and go on with "of" or "for"."""
    spans: list[NameSpan] = []
    position = 0
    while position < len(tokens):
        span = _at(tokens, position, knowledge)
        if span is not None:
            spans.append(span)
        position = max(position + 1, span.end if span else 0)
    return spans


def _at(tokens: Tokens, i: int, knowledge: NameKnowledge) -> NameSpan | None:
    if not tokens.capital[i] or not tokens.folded[i]:
        return None
    if tokens.lower[i] in _GROUP_WORDS:
        return _group(tokens, i)
    head = knowledge.heads.noun(tokens.folded[i])
    if head is None or (i + 1 < len(tokens) and _continues(tokens, i + 1)):
        return None
    start = _left(tokens, i)
    end = _right(tokens, i)
    if start == i and tokens.initial[i] and tokens.tag[i] not in NAME_TAGS:
        return None
    if end - start < 2 or end - start > _LONGEST or _shouting(tokens, start, end):
        return None
    if tokens.lower[end - 1] in NO_ENTITY_HEADS or tokens.lower[start] == "operation":
        return None
    return NameSpan(start, end, head.kind, "pattern", confidence=0.7)


def _group(tokens: Tokens, start: int) -> NameSpan | None:
    """A group's name from its first word on: capitals, hyphens and articles."""
    end = start + 1
    while end < len(tokens) and end - start < _LONGEST:
        part = tokens.lower[end] in PARTICLES or tokens.text[end] == "-"
        if not (part or (tokens.capital[end] and tokens.folded[end])):
            break
        end += 1
    while end > start + 1 and not tokens.capital[end - 1]:
        end -= 1
    return NameSpan(start, end, "organization", "pattern", confidence=0.7) if end - start > 1 else None


def _continues(tokens: Tokens, i: int) -> bool:
    """Whether the run of capitals goes on past the head ("Foreign Office | Minister")."""
    return tokens.capital[i] and tokens.lower[i] not in CALENDAR and tokens.text[i].isalpha()


def _left(tokens: Tokens, head: int) -> int:
    start = head
    while start > 0 and head - start < _LONGEST and _belongs(tokens, start - 1):
        start -= 1
    while start < head and (tokens.lower[start] in DETERMINERS or not tokens.capital[start]):
        start += 1
    if tokens.initial[start] and start < head and tokens.tag[start] not in {"NNP", "NNPS", "JJ"}:
        start += 1
    return start


def _belongs(tokens: Tokens, i: int) -> bool:
    word = tokens.lower[i]
    if word in DETERMINERS or word in CALENDAR:
        return False
    if (tokens.capital[i] and tokens.folded[i]) or (word[0].isdigit() and word[-2:] in _ORDINALS):
        return True
    inside = i > 0 and tokens.capital[i - 1]
    return inside and (word == "&" or word in PARTICLES)


def _right(tokens: Tokens, head: int) -> int:
    """Past "of …" or "for …" and the capitals that follow."""
    end = head + 1
    if end + 1 >= len(tokens) or tokens.lower[end] not in _JOINERS:
        return end
    position = end + 1
    while position < len(tokens) and position - head < _LONGEST:
        if tokens.capital[position] and tokens.folded[position] and tokens.lower[position] not in CALENDAR:
            end = position + 1
        elif not _between(tokens, position):
            break
        position += 1
    return end


def _between(tokens: Tokens, i: int) -> bool:
    """Small words inside such a name; "and the" starts another one."""
    word = tokens.lower[i]
    return (word in _BETWEEN and not (word == "the" and tokens.lower[i - 1] == "and")) or word in PARTICLES


def _shouting(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words are a heading in capitals, where every word looks like a name; two may be "UN COUNCIL"."""
    words = [word for word in tokens.text[start:end] if word.isalpha()]
    return all(word.isupper() for word in words) and (end - start > 2 or len("".join(words[:1])) > _LONGEST_ACRONYM)
