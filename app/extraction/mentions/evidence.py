"""Evidence for what a name names, and what the form itself contributes to it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from app.domain.vocabulary import MentionKind
from app.extraction.mentions.context import Context, Form
from app.extraction.mentions.knowledge import NameKnowledge
from app.extraction.mentions.spans import NameSpan
from app.extraction.mentions.words import PLACE_PREFIXES, SURNAME_HEADS

#: of equally likely kinds the first is taken: to take a name for a person's is the worst error
_KINDS: Final[tuple[MentionKind, ...]] = ("organization", "place", "person", "demonym", "vehicle")
_HEAD_WEIGHT: Final = 3.0
_WEAK_HEAD_WEIGHT: Final = 1.0
_DIVISION_WEIGHT: Final = 4.0
_PREFIX_WEIGHT: Final = 2.0
_FIGURE_WEIGHT: Final = 2.5
_GIVEN_WEIGHT: Final = 1.2
#: "Abu Haidar", "Umm Kulthum": a name by one's child
_KUNYA: Final = frozenset({"abu", "umm", "abou"})
_KUNYA_WEIGHT: Final = 2.0
_ACRONYM_WEIGHT: Final = 1.5
#: what is left of the gazetteer's weight where the only word is a common given name or surname
_LIKE_A_PERSON: Final = 0.4
_LONGEST_ACRONYM: Final = 5


@dataclass(slots=True)
class Evidence:
    """What speaks for each kind of one form: summed over occurrences, and once for the form.

    ``marked``: the model or a lexicon took it for a name somewhere; ``personal``: something beside it says person.
    """

    occurrences: int = 0
    here: dict[MentionKind, float] = field(default_factory=lambda: defaultdict(float))
    once: dict[MentionKind, float] = field(default_factory=lambda: defaultdict(float))
    marked: bool = False
    personal: bool = False

    def best(self) -> tuple[MentionKind, float]:
        """The kind with the most evidence, and how much."""
        return max(((kind, self.of(kind)) for kind in _KINDS), key=lambda item: item[1])

    def of(self, kind: MentionKind) -> float:
        """How much speaks for the kind."""
        return self.here[kind] / max(1, self.occurrences) + self.once[kind]


def of_form(context: Context, span: NameSpan, knowledge: NameKnowledge) -> Iterator[tuple[MentionKind, float]]:
    """What the form alone says: its head noun, the gazetteer, names of people, capitals."""
    form = context.form(span)
    place_weight = knowledge.place_weight(context.surface(span))
    if len(form) > 1:
        yield from _of_parts(form, place_weight, knowledge)
    if knowledge.people.figure(form):
        yield "person", _FIGURE_WEIGHT
    given = knowledge.people.is_given(form[:1])
    if given:
        yield "person", _GIVEN_WEIGHT
    if _is_acronym(context, span):
        yield "organization", _ACRONYM_WEIGHT
        return
    like_a_person = len(form) == 1 and (given or knowledge.people.is_surname(form))
    yield "place", place_weight * (_LIKE_A_PERSON if like_a_person else 1.0)


def _of_parts(form: Form, place_weight: float, knowledge: NameKnowledge) -> Iterator[tuple[MentionKind, float]]:
    """What the first and the last words of a longer name say."""
    head = knowledge.heads.of(form)
    if head is not None:
        weak = form[-1] in SURNAME_HEADS or (place_weight > 0 and head.kind == "organization")
        yield head.kind, _WEAK_HEAD_WEIGHT if weak else _HEAD_WEIGHT
    if form[-1] == "department" and knowledge.place_weight(" ".join(form[:-1])):
        yield "place", _DIVISION_WEIGHT
    if form[0] in _KUNYA and not place_weight:
        yield "person", _KUNYA_WEIGHT
    if form[0] in PLACE_PREFIXES:
        yield "place", _PREFIX_WEIGHT


def _is_acronym(context: Context, span: NameSpan) -> bool:
    word = context.tokens.text[span.start]
    return span.end - span.start == 1 and word.isupper() and word.isalpha() and len(word) <= _LONGEST_ACRONYM
