"""Which entities an article has mentioned so far, how long ago, and as what part of the sentence."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from app.extraction.document import Document, EntityDraft
from app.extraction.lexicons.folding import fold
from app.extraction.lexicons.people import PeopleLexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS: Final = frozenset({"dobj", "pobj", "dative"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
#: mentions to look back at most; sentences of hostile texts never end
_MOST: Final = 60
_FEMALE: Final = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "queen", "princess", "madame", "lady"})
_MALE: Final = frozenset({"mr", "mr.", "king", "prince", "sir", "sheikh", "lord"})


class _Mention(NamedTuple):
    """Where an entity is mentioned: token, number of the sentence, entity index, whether as a subject."""

    token: int
    sentence: int
    entity: int
    subject: bool


class Mentioned:
    """Mentions by name, and those added by ``note``, in text order."""

    def __init__(self, document: Document, people: PeopleLexicon) -> None:
        self._entities = document.entities
        self._mentions: list[_Mention] = []
        self._gender: dict[int, str] = {}
        for number, draft in enumerate(document.entities):
            gender = people.gender(fold(draft.name)[:1]) if draft.kind == "person" and " " in draft.name else None
            if gender is not None:
                self._gender[number] = gender
        sentence = -1
        for token in document.doc:
            if token.is_sent_start:
                sentence += 1
            index = document.name_at.get(token.i)
            if index is None or document.name_at.get(token.i + 1) == index:
                continue
            entity = document.names[index].entity
            if entity is not None:
                self._mentions.append(
                    _Mention(token.i, sentence, entity, _head_dependency(document, token, index) in _SUBJECTS)
                )
                self._note_title(document, index, entity)

    def note(self, entity: int, token: "Token", sentence: int) -> None:
        """Remember a pronoun or description as one more mention."""
        insort(self._mentions, _Mention(token.i, sentence, entity, token.dep_ in _SUBJECTS))

    def person(self, token: "Token", sentence: int, reach: int, gender: str) -> int | None:
        """The person a pronoun stands for, at most ``reach`` sentences after the last mention.

        That is the only person of its sentence, else the latest grammatical subject, else the only person there; of
        "Jones and his party" it is Jones. An object ("him") is sooner another than the subject.
        """
        near = [m for m in self._before(token.i, sentence - reach) if self._fits(m.entity, gender)]
        if not near or _owned_by_another(token):
            return None
        if token.dep_ in _OBJECTS:
            others = [m for m in near if m.sentence == sentence and not m.subject]
            near = others or near
        here = {m.entity for m in near if m.sentence == sentence}
        coordinated = near[0].token == token.i - 2 and token.nbor(-1).lower_ == "and"
        if coordinated or len(here) == 1:
            chosen: int | None = near[0].entity
        else:
            chosen = next((m.entity for m in near if m.subject), None)
        if chosen is None and len({m.entity for m in near}) == 1:
            chosen = near[0].entity
        if chosen is not None:
            self._gender.setdefault(chosen, gender)
        return chosen

    def latest(self, token: "Token", since: int, fits: Callable[[EntityDraft], bool]) -> int | None:
        """The entity that fits and was mentioned last before the token, in sentence ``since`` or later."""
        return next((m.entity for m in self._before(token.i, since) if fits(self._entities[m.entity])), None)

    def only(self, token: "Token", since: int, fits: Callable[[EntityDraft], bool]) -> int | None:
        """The one entity that fits among those mentioned before the token, in sentence ``since`` or later."""
        found = {m.entity for m in self._before(token.i, since) if fits(self._entities[m.entity])}
        return found.pop() if len(found) == 1 else None

    def _before(self, token: int, since: int) -> Iterator["_Mention"]:
        """Mentions before the token, the latest first, back to sentence ``since``."""
        position = bisect_left(self._mentions, token, key=lambda m: m.token)
        for mention in reversed(self._mentions[max(0, position - _MOST) : position]):
            if mention.sentence < since:
                break
            yield mention

    def _fits(self, entity: int, gender: str) -> bool:
        return self._entities[entity].kind == "person" and self._gender.get(entity, gender) == gender

    def _note_title(self, document: Document, index: int, entity: int) -> None:
        name = document.names[index]
        if name.kind == "person":
            before = document.clean.text[max(0, name.start - 12) : name.start].lower().split()
            if before and before[-1] in _FEMALE | _MALE:
                self._gender[entity] = "f" if before[-1] in _FEMALE else "m"


def _owned_by_another(token: "Token") -> bool:
    """Whether the possessor is a common noun right beside it: "a father and *his* son"."""
    if token.dep_ != "poss" or token.i < 2 or token.nbor(-1).lower_ != "and":
        return False
    return token.nbor(-2).pos_ == "NOUN"


def _head_dependency(document: Document, last: "Token", index: int) -> str:
    """Dependency of the name's head on the rest of the sentence."""
    token = last
    for _ in range(6):
        if document.name_at.get(token.head.i) != index or token.head.i == token.i:
            break
        token = token.head
    return str(token.dep_)
