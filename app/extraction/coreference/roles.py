"""The offices that an article gives to its people: before the name, in apposition to it, or by "is"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.extraction.coreference.role_words import RoleWords, compose
from app.extraction.document import Document, EntityDraft, Name
from app.extraction.lexicons.folding import fold
from app.extraction.lexicons.offices import OfficeRecord
from app.extraction.mentions.knowledge import NameKnowledge

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE: Final = 16
_AFTER: Final = 22
_ROLE_KINDS: Final = frozenset({"office", "function", "rank", "religious", "noble"})
_TITLED: Final = frozenset({"rank", "religious", "noble"})
_INTO_BODY: Final = frozenset({"of", "for", "to", "at", "in", "with", "("})
_BODY_WORDS: Final = frozenset(
    {"the", "and", "of", "for", "to", "in", "(", ")", "'s", "’s", "'", "&", "-", "so", "called"}
)
_MODIFIERS: Final = frozenset({"JJ", "NN", "NNP", "NNPS", "POS", "HYPH"})
_STOPS: Final = frozenset({",", ".", ";", ":", "who", "whose", "which", "–", "—", "--", '"', "”", "“"})
_KIN: Final = frozenset(
    "brother sister father mother son daughter wife husband widow uncle cousin nephew relative".split()
)
_PERSON_NOUNS: Final = frozenset({"figure", "member", "head", "chief", "leader", "official", "fighter", "commander"})


@dataclass(frozen=True, slots=True)
class _Match:
    """An office in the text: token span and record."""

    start: int
    end: int
    record: OfficeRecord


def add_roles(document: Document, knowledge: NameKnowledge) -> None:
    """Set ``role`` and ``role_span`` of names with an office beside them; add roles and country to the people."""
    finder = _RoleFinder(document, knowledge)
    tokens_of: dict[int, list[int]] = {}
    for token, index in document.name_at.items():
        tokens_of.setdefault(index, []).append(token)
    for index, name in enumerate(document.names):
        held = tokens_of.get(index)
        if name.kind == "person" and name.entity is not None and held:
            for words in (finder.before(held[0], held[-1]), finder.after(held[-1])):
                if words is not None:
                    _record(document, document.entities[name.entity], name, words)
                    _class_by_role(document, document.entities[name.entity], words, knowledge)


def _class_by_role(document: Document, person: EntityDraft, words: RoleWords, knowledge: NameKnowledge) -> None:
    """Give the person the sector and country of the body that the role names, else the sector of the office."""
    position = bisect_left(document.names, words.start, key=lambda name: name.start)
    while position < len(document.names) and document.names[position].end <= words.end:
        name = document.names[position]
        if name.kind == "organization" and name.entity is not None:
            body = document.entities[name.entity]
            person.sector = person.sector or body.sector
            person.country_code = person.country_code or body.country_code
        position += 1
    if "government" in words.text.lower():
        person.sector = person.sector or "GOV"
    office = knowledge.offices.office_in(words.text)
    if person.sector is None and office is not None:
        person.sector = office.sector


def _record(document: Document, person: EntityDraft, name: Name, words: RoleWords) -> None:
    if words.text and words.text not in person.roles:
        person.roles.append(words.text)
    person.country_code = person.country_code or words.country_code
    if words.end <= name.start:
        name.role, name.role_span = document.clean.text[words.start : words.end], (words.start, words.end)


class _RoleFinder:
    """Looks for office words around the names of one article."""

    def __init__(self, document: Document, knowledge: NameKnowledge) -> None:
        self._document = document
        self._doc = document.doc
        self._knowledge = knowledge

    def before(self, first: int, last: int) -> RoleWords | None:
        """The office that ends right before the name at tokens ``first`` to ``last``, with its body and modifiers."""
        stop = first
        while True:
            low = self._low(stop)
            match = self._last_match(low, stop)
            if match is None or not self._reaches(match, stop, last):
                return None
            if match.record.kind in _ROLE_KINDS and self._doc[match.end - 1].text not in _KIN:
                return self._words(match, self._extended(match.start, low), first)
            stop = match.start

    def after(self, last: int) -> RoleWords | None:
        """The office in apposition: "…, a senior figure with …,"."""
        doc = self._doc
        if last + 2 >= len(doc) or doc[last + 1].text != ",":
            return None
        start = last + 2
        end = self._chunk_end(start)
        zone_end = next((i for i in range(start, end) if doc[i].lower_ in _INTO_BODY), end)
        match = self._last_match(start, zone_end)
        plain = doc[zone_end - 1].lower_ in _PERSON_NOUNS and zone_end > start
        whole = match is not None and match.end == zone_end and match.record.kind in _ROLE_KINDS
        kin = zone_end > start and doc[zone_end - 1].text in _KIN
        if not (whole or plain) or kin or not self._noun_phrase(start, zone_end):
            return None
        return compose(self._document, self._knowledge, start, end)

    def _low(self, stop: int) -> int:
        low = stop
        while low > 0 and stop - low < _BEFORE and not self._doc[low - 1].is_space:
            if self._doc[low].is_sent_start and low < stop:
                break
            low -= 1
        return low

    def _last_match(self, low: int, high: int) -> _Match | None:
        folded: Sequence[tuple[str, ...]] = [fold(token.text) for token in self._doc[low:high]]
        best: _Match | None = None
        for start, end, record in self._knowledge.titles.matches(folded):
            if best is None or low + end > best.end:
                best = _Match(low + start, low + end, record)
        return best

    def _reaches(self, match: _Match, stop: int, last: int) -> bool:
        """Whether nothing but the office's body stands between it and the name."""
        between = self._doc[match.end : stop]
        if not len(between):
            return match.record.before_name or match.record.kind != "courtesy"
        if between[-1].text == "," and not self._apposed(match, stop, last):
            return False
        words = [token for token in between if token.text != ","]
        if words and (words[0].lower_ not in _INTO_BODY or words[-1].lower_ in _INTO_BODY or words[-1].lower_ == "the"):
            return False
        return all(
            token.i in self._document.name_at or token.lower_ in _BODY_WORDS or token.text[0].isupper()
            for token in words
        )

    def _apposed(self, match: _Match, first: int, last: int) -> bool:
        """Whether the parser takes the name for an apposition to the office."""
        head = next((t for t in self._doc[first : last + 1] if not first <= t.head.i <= last), None)
        return head is not None and head.dep_ == "appos" and match.start <= head.head.i < match.end

    def _extended(self, start: int, low: int) -> int:
        """Take in the modifiers before the office: "Iranian", "former", "Pentagon"."""
        while start > low and self._modifies(self._doc[start - 1]):
            start -= 1
        return start

    def _modifies(self, token: "Token") -> bool:
        index = self._document.name_at.get(token.i)
        if index is not None:
            return self._document.names[index].kind != "person"
        return token.tag_ in _MODIFIERS and not token.is_space and token.text not in {'"', "“", "”"}

    def _words(self, match: _Match, start: int, first: int) -> RoleWords:
        end = first - 1 if self._doc[first - 1].text == "," else first
        words = compose(self._document, self._knowledge, start, end)
        if match.record.kind in _TITLED and match.start == start:
            return RoleWords(match.record.name, words.start, words.end, words.country_code)
        return words

    def _chunk_end(self, start: int) -> int:
        end = start
        while end < len(self._doc) and end - start < _AFTER:
            token = self._doc[end]
            if token.text in _STOPS or token.is_space or token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
                break
            end += 1
        return self._past_name(end)

    def _past_name(self, end: int) -> int:
        """The end, moved past a name that it would cut in two."""
        at = self._document.name_at
        while end < len(self._doc) and at.get(end) is not None and at.get(end) == at.get(end - 1):
            end += 1
        return end

    def _noun_phrase(self, start: int, end: int) -> bool:
        return all(
            self._doc[i].tag_ in _MODIFIERS
            or self._doc[i].tag_ in {"DT", "CD", "PRP$", "NNS", "RB"}
            or i in self._document.name_at
            for i in range(start, end)
        )
