"""Which mentions name the same person: full names first, then surnames and given names that follow them."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from typing import Final

from app.extraction.coreference.groups import add_entity, fullest
from app.extraction.coreference.spellings import sound, sounds_same
from app.extraction.document import Document, EntityDraft
from app.extraction.lexicons.folding import fold

_PARTICLES: Final = frozenset(
    "al el ul ad as ar an ash at az abu bin ibn ben bint van von de der den da dos du la le di del".split()
)
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})

Words = tuple[str, ...]


@dataclass(slots=True)
class _Person:
    """A person by full name: the words without particles, and the mentions so far (indexes of names)."""

    words: Words
    members: list[int] = field(default_factory=list)


def link_people(document: Document) -> None:
    """Make one entity of every person, and link every mention of kind person.

    A single name belongs to the one person whose last (else first) name it is; where several share it, to the one
    mentioned last before it. People with different full names are never joined; spellings of one name are.
    """
    mentions = [(i, name_words(name.text)) for i, name in enumerate(document.names) if name.kind == "person"]
    people = _People()
    for i, words in mentions:
        if len(words) > 1:
            people.full(words).members.append(i)
    for i, words in mentions:
        if len(words) == 1:
            insort(people.single(words[0], i).members, i)
    for person in people.all:
        names = [document.names[i] for i in person.members]
        add_entity(document, person.members, EntityDraft("person", " ".join(fullest(names).split())))


def name_words(text: str) -> Words:
    """Folded words of a person's name, hyphened ones as one, without particles and generation suffixes."""
    words = []
    for word in text.split():
        parts = [part for part in fold(word) if part not in _PARTICLES and part not in _SUFFIXES]
        if parts:
            words.append("-".join(parts))
    return tuple(words) or fold(text)


class _People:
    """The people found so far, by last and by first name."""

    def __init__(self) -> None:
        self.all: list[_Person] = []
        self._by_last: dict[str, list[_Person]] = {}
        self._by_first: dict[str, list[_Person]] = {}
        self._by_sound: dict[str, list[_Person]] = {}

    def full(self, words: Words) -> _Person:
        """The person of that full name; a new one where nobody found so far can be meant."""
        same = (*self._by_sound.get(sound(words[-1]), ()), *self._by_first.get(words[0], ()))
        person = next((person for person in same if _compatible(person.words, words)), None)
        return person or self._add(words)

    def single(self, word: str, mention: int) -> _Person:
        """The person whom that single name means at that mention."""
        fitting = self._by_last.get(word) or self._by_first.get(word) or self._by_sound.get(sound(word))
        if fitting:
            return min(fitting, key=lambda person: _distance(person, mention))
        return self._add((word,))

    def _add(self, words: Words) -> _Person:
        person = _Person(words)
        self.all.append(person)
        self._by_last.setdefault(words[-1], []).append(person)
        self._by_sound.setdefault(sound(words[-1]), []).append(person)
        self._by_first.setdefault(words[0], []).append(person)
        return person


def _compatible(one: Words, other: Words) -> bool:
    """Same last name and same first name or its initial (words between may be missing), or both surnames alone.

    Spellings of one name are the same.
    """
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > 1 and longer[-len(shorter) :] == shorter:
        return True
    if len(one) < 2 or len(other) < 2 or sound(one[-1]) != sound(other[-1]):
        return one[:2] == other[:2] and min(len(one), len(other)) >= 2 and len(one) != len(other)
    first, second = sorted((one[0], other[0]), key=len)
    return sounds_same(first, second) or (len(first) == 1 and second.startswith(first))


def _distance(person: _Person, mention: int) -> tuple[bool, int]:
    """People mentioned before come first, the latest of them first; then those mentioned after, the earliest first."""
    position = bisect_left(person.members, mention)
    if position:
        return False, mention - person.members[position - 1]
    return True, person.members[0] - mention if person.members else 0
