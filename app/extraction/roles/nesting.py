"""Which triggers of a sentence tell the same event, and which only say what another one is about."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from app.domain.vocabulary import EventType, Stance
from app.extraction.frames import Trigger
from app.extraction.grammar.syntax import is_passive, kids

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_VERBAL: Final = frozenset({
    EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.REQUEST, EventType.ACCUSE,
    EventType.REJECT, EventType.THREATEN,
})  # fmt: skip
_FACTS: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.PROTEST})
_BREAKS: Final = frozenset({"relcl", "acl", "advcl", "conj", "appos", "parataxis", "dep", "csubj"})
_LATER: Final = frozenset({"after", "before", "since", "following", "despite", "like", "until", "amid", "because"})
_CONDITIONS: Final = frozenset({"until", "once", "lest"})
#: what is used: who plants the bomb is who kills with it
_WEAPONS: Final = frozenset({
    "bomb", "device", "mine", "grenade", "rocket", "missile", "shell", "explosive", "car", "truck", "van", "vest",
    "belt", "shot", "bullet", "mortar", "landmine", "dynamite", "charge",
})  # fmt: skip
_WHEN: Final = frozenset({"when", "as", "while"})
#: so many steps up the parse a related trigger is looked for
_FARTHEST: Final = 25
#: a noun below this weight needs more than its place beside another event to be one itself
_SURE: Final = 0.7


@dataclass(slots=True)
class Nesting:
    """Positions in the trigger list: what each is told with (the same event) or content of (no event of its own)."""

    told_with: dict[int, int] = field(default_factory=dict)
    content_of: dict[int, int] = field(default_factory=dict)

    def main(self, position: int) -> int:
        """The trigger that stands for the event."""
        for _ in range(_FARTHEST):
            if position not in self.told_with:
                break
            position = self.told_with[position]
        return position


def nest(doc: "Doc", triggers: list[Trigger], stances: Sequence[Stance]) -> Nesting:
    """Relations among the triggers, by their constructions and their places in the parse.

    Triggers of different ``stances`` never tell the same event ("attacked the town but failed to take it").
    """
    at = {trigger.token: position for position, trigger in enumerate(triggers)}
    nesting = Nesting()
    for position, trigger in enumerate(triggers):
        for index in trigger.consumed:
            other = at.get(index)
            if other is not None and other != position:
                _consume(nesting, triggers, position, other)
    for position, trigger in enumerate(triggers):
        if position not in nesting.told_with and position not in nesting.content_of:
            _place(nesting, triggers, doc[trigger.token], position, at)
    _part_by_stance(nesting, triggers, stances)
    _drop_inside_content(nesting, triggers, doc, at)
    return nesting


def _part_by_stance(nesting: Nesting, triggers: list[Trigger], stances: Sequence[Stance]) -> None:
    for inner, outer in list(nesting.told_with.items()):
        verbal = triggers[inner].is_noun or triggers[inner].type in _VERBAL
        if stances[inner] != stances[outer] and not verbal:
            del nesting.told_with[inner]


def _consume(nesting: Nesting, triggers: list[Trigger], outer: int, inner: int) -> None:
    """A word of a construction is no event beside it; with both of one type the verb stands for both."""
    if nesting.main(inner) == nesting.main(outer) or inner in nesting.content_of:
        return
    if triggers[outer].is_noun and not triggers[inner].is_noun:
        outer, inner = inner, outer
    if triggers[outer].type is triggers[inner].type:
        if inner not in nesting.told_with:
            nesting.told_with[inner] = outer
    elif outer not in nesting.content_of:
        nesting.content_of[inner] = outer


def _place(nesting: Nesting, triggers: list[Trigger], token: "Token", position: int, at: dict[int, int]) -> None:
    path: list[Token] = []
    current = token
    while current.head.i != current.i and len(path) < _FARTHEST:
        path.append(current)
        current = current.head
        outer = at.get(current.i)
        if outer is not None and not _is_one_already(nesting, triggers, position, outer):
            _relate(nesting, triggers, position, outer, path)
            return


def _is_one_already(nesting: Nesting, triggers: list[Trigger], position: int, outer: int) -> bool:
    """Whether the violence above is told with it ("the blast that damaged the bridge"), so that one has to stand."""
    return triggers[position].type is EventType.ASSAULT and nesting.main(outer) == position


def _relate(nesting: Nesting, triggers: list[Trigger], inner: int, outer: int, path: list["Token"]) -> None:
    if triggers[inner].type is triggers[outer].type:
        if _same(triggers[inner], triggers[outer], path):
            nesting.told_with[inner] = outer
        elif path[-1].i in triggers[outer].consumed and triggers[inner].type not in _FACTS:
            nesting.content_of[inner] = outer
    elif _describes(triggers[inner], triggers[outer], path) or _is_content(triggers[inner], triggers[outer], path):
        nesting.content_of[inner] = outer


def _describes(inner: Trigger, outer: Trigger, path: list["Token"]) -> bool:
    """Whether it only says what the outer construction's noun is: "lifted the curfew imposed in May"."""
    clause = len(path) > 1 and path[-2].dep_ in {"acl", "relcl"}
    return clause and path[-1].i in outer.consumed and inner.type is not EventType.ASSAULT


def _same(inner: Trigger, outer: Trigger, path: list["Token"]) -> bool:
    """Whether two triggers of one type tell one event."""
    breaks = [token for token in path if token.dep_ in _BREAKS]
    if not breaks:
        return not any(token.dep_ == "prep" and token.lower_ in _LATER for token in path)
    if all(_is_purpose(token) for token in breaks):
        return inner.type in _VERBAL or breaks[0].dep_ == "advcl"
    if len(breaks) > 1:
        return inner.type in _VERBAL
    clause = breaks[0]
    if clause.dep_ in {"acl", "relcl"}:
        used = clause.head.dep_ in {"nsubj", "pobj"} and clause.head.lemma_ in _WEAPONS
        return (outer.is_noun and len(path) == 1) or used
    if clause.dep_ == "advcl":
        return _same_circumstance(inner, outer, clause)
    return clause.dep_ == "conj" and _same_in_conjunction(inner, outer, clause)


def _same_circumstance(inner: Trigger, outer: Trigger, clause: "Token") -> bool:
    marks = {child.lower_ for child in clause.children if child.dep_ in {"mark", "advmod"}}
    if marks & _WHEN:
        return bool(outer.effect) or bool(inner.effect)
    own_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in clause.children)
    return clause.tag_ == "VBG" and not own_subject and not marks & _LATER


def _same_in_conjunction(inner: Trigger, outer: Trigger, clause: "Token") -> bool:
    own_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in clause.children)
    if own_subject:
        return bool(inner.effect and outer.effect) and is_passive(clause) and not kids(clause, "agent")
    if inner.type is not EventType.ASSAULT:
        return True
    if inner.is_noun and outer.is_noun:
        return not kids(clause, "prep")
    if inner.mode == "abduct" or outer.mode == "abduct":
        return inner.mode == outer.mode
    return bool(inner.effect or outer.effect) or inner.mode == outer.mode


def _is_content(inner: Trigger, outer: Trigger, path: list["Token"]) -> bool:
    """Whether the inner trigger only says what the outer event is about or for."""
    breaks = [token for token in path if token.dep_ in _BREAKS]
    purpose = all(_is_purpose(token) for token in breaks)
    if any(child.lower_ in _CONDITIONS for token in breaks for child in token.children if child.dep_ == "mark"):
        return True
    if outer.type in _VERBAL or outer.type is EventType.MOBILIZE:
        return _is_matter(inner, outer, path, purpose)
    if outer.type is EventType.PROTEST and (purpose or path[-1].dep_ in {"advcl", "prep", "acl"}):
        return inner.type in {EventType.REQUEST, EventType.ACCUSE, EventType.REJECT} or purpose
    if (breaks and purpose) or (outer.mode == "convict" and _is_bare(inner, path[0])):
        return True
    modest = inner.is_noun and inner.weight < _SURE and inner.type is not EventType.ASSAULT
    return modest and not breaks


def _is_matter(inner: Trigger, outer: Trigger, path: list["Token"], purpose: bool) -> bool:
    if path[-1].dep_ in {"nsubj", "nsubjpass"}:
        return False
    if not purpose:
        told = {EventType.ASSAULT, EventType.COERCE}
        return inner.type not in told and path[-1].dep_ not in {"conj", "advcl"}
    if _is_bare(inner, path[0]):
        return True
    if outer.type in {EventType.ACCUSE, EventType.SUPPORT} and inner.type in _FACTS:
        return not (inner.is_noun or path[0].tag_ in {"VBG", "VBD", "VBN"})
    marks_past = any(token.dep_ == "prep" and token.lower_ in _LATER for token in path)
    return not (marks_past and inner.type in _FACTS)


def _is_bare(inner: Trigger, token: "Token") -> bool:
    """A noun that only names a deed ("charged with murder"), without occasion or people."""
    return inner.is_noun and not any(child.dep_ in {"det", "prep", "poss", "nummod"} for child in token.children)


def _is_purpose(token: "Token") -> bool:
    """An infinitive that says what for: "opened fire to disperse", "a demand to release"."""
    return token.dep_ in {"acl", "advcl"} and token.tag_ == "VB" and any(c.tag_ == "TO" for c in token.children)


def _drop_inside_content(nesting: Nesting, triggers: list[Trigger], doc: "Doc", at: dict[int, int]) -> None:
    """What hangs on mere content is content too, unless it tells of violence that is a fact."""
    for position, trigger in enumerate(triggers):
        if position in nesting.told_with or position in nesting.content_of:
            continue
        above = islice(doc[trigger.token].ancestors, _FARTHEST)
        outer = next((at[a.i] for a in above if a.i in at), None)
        if outer is None or nesting.main(outer) not in nesting.content_of:
            continue
        if trigger.type is not EventType.ASSAULT or trigger.weight < _SURE:
            nesting.content_of[position] = nesting.content_of[nesting.main(outer)]
