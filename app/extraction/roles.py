"""From triggers to event frames: who does what to whom, with which stance."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.domain.vocabulary import EventType, Role
from app.extraction.announcements import announced_type
from app.extraction.brokers import find_brokers
from app.extraction.document import Document
from app.extraction.frames import Argument, Frame, Trigger
from app.extraction.lexicons.agents import AgentLexicon
from app.extraction.nesting import Nesting, nest
from app.extraction.phrases import PhraseReader
from app.extraction.setting import sets_the_scene
from app.extraction.slots import fill, sufferer
from app.extraction.stance import find_stance
from app.extraction.syntax import kids, prepositional

if TYPE_CHECKING:
    from spacy.tokens import Token

#: types whose targets may be things ("shelled the hospital", "seized the cargo")
_HITS_THINGS: Final = frozenset({EventType.ASSAULT, EventType.COERCE})
_PLACE_PREPOSITIONS: Final = ("in", "at", "near", "outside", "inside", "around", "across", "along", "on", "throughout")
_WEAK: Final = 0.55
_ASIDE: Final = frozenset(
    {"after", "amid", "amidst", "since", "despite", "following", "during", "before", "because", "of"}
)
_REFLEXIVE: Final = frozenset({"himself", "herself", "themselves", "itself", "myself", "ourselves"})


def find_roles(document: Document, triggers: Sequence[Trigger], agents: AgentLexicon) -> list[Frame]:
    """One frame per told event, in text order.

    Triggers that tell the same event in one sentence share a frame ("killed three in an attack"); those that only say
    what another event is about ("threatened to attack") have none.
    """
    return _RoleFinder(document, triggers, agents).find()


class _RoleFinder:
    def __init__(self, document: Document, triggers: Sequence[Trigger], agents: AgentLexicon) -> None:
        self._document = document
        self._triggers = list(triggers)
        self._phrases = PhraseReader(document, agents)

    def find(self) -> list[Frame]:
        nesting = nest(self._document.doc, self._triggers)
        frames = [self._frame(trigger) for trigger in self._triggers]
        apart = self._apart(frames, nesting)
        self._merge(frames, nesting, apart)
        self._fill_from_content(frames, nesting)
        dropped = nesting.content_of.keys() | (nesting.told_with.keys() - apart)
        kept = [p for p in range(len(frames)) if p not in dropped and self._is_event(frames[p], p, nesting)]
        place = {position: number for number, position in enumerate(kept)}
        for position in kept:
            main = nesting.main(position)
            frames[position].same_as = place.get(main) if main != position else None
        return [self._finished(frames[position]) for position in kept]

    def _frame(self, trigger: Trigger) -> Frame:
        token = self._document.doc[trigger.token]
        sentence = token.sent
        frame = Frame(trigger, (sentence.start, sentence.end))
        frame.merged = []
        for slot, role in trigger.pattern:
            for filler in fill(slot, token, trigger):
                self._assign(frame, role, slot, filler)
        struck = sufferer(token) if trigger.is_noun else None
        if struck is not None and not frame.targets:
            frame.targets = self._phrases.read(struck, things=True)
        self._add_things(frame, token)
        frame.places = self._places(token)
        return frame

    def _assign(self, frame: Frame, role: str, slot: str, filler: "Token") -> None:
        if filler.i in frame.trigger.consumed and role in {"thing", "target"} and not self._phrases.is_party(filler):
            return
        if role == "either":
            role = "actor" if frame.affected or frame.targets else "affected"
        if role in {"actor", "party", "mediator"}:
            self._add_actors(frame, role, slot, filler)
        elif role == "affected":
            if filler.lower_ in _REFLEXIVE:
                frame.affected = [replace(actor, role="target") for actor in frame.actors]
                return
            found = self._phrases.read(filler, things=True)
            frame.affected += found if not frame.affected else []
            self._add_targets(frame, [a for a in found if self._document.doc[a.token].pos_ != "NUM"])
        elif role == "target" and slot == "mod" and not self._phrases.is_party(filler):
            return
        elif role == "target":
            self._add_targets(frame, self._phrases.read(filler, things=frame.trigger.type in _HITS_THINGS))
        elif role == "source" and not frame.targets:
            self._add_targets(frame, self._phrases.read(filler))

    def _add_actors(self, frame: Frame, role: str, slot: str, filler: "Token") -> None:
        if slot == "mod":
            found = [self._phrases.argument(filler)] if self._phrases.is_party(filler) else []
        else:
            found = self._phrases.read(filler, authors=True)
        if role == "actor" and frame.actors:
            return
        if role == "party" and slot not in {"subj", "poss", "mod", "by"} and frame.trigger.type is EventType.CONSULT:
            frame.reciprocal = True
        kind: Role = "mediator" if role == "mediator" else "actor"
        for argument in found:
            argument.role = kind
            if all(argument.token != other.token for other in frame.actors):
                frame.actors.append(argument)
        frame.reciprocal = role == "party" and len(frame.actors) > 1

    def _add_targets(self, frame: Frame, found: list[Argument]) -> None:
        if frame.targets:
            return
        taken = {argument.token for argument in frame.actors}
        frame.targets = [argument for argument in found if argument.token not in taken]

    def _add_things(self, frame: Frame, token: "Token") -> None:
        """Where no target is named, the party behind the thing acted on ("pulled its troops out of Lebanon")."""
        if frame.targets or frame.affected or frame.reciprocal:
            return
        for slot, role in frame.trigger.pattern:
            if role in {"thing", "target"}:
                for filler in fill(slot, token, frame.trigger):
                    self._add_targets(frame, self._others(frame, self._phrases.owners(filler)))

    def _others(self, frame: Frame, found: list[Argument]) -> list[Argument]:
        """Arguments that are none of the actors' words."""
        return self._others_than(frame.actors, found)

    @staticmethod
    def _others_than(taken: list[Argument], found: list[Argument]) -> list[Argument]:
        return [a for a in found if not any(a.start < b.end and b.start < a.end for b in taken)]

    def _places(self, token: "Token") -> list[Argument]:
        found = []
        for preposition in _PLACE_PREPOSITIONS:
            for filler in prepositional(token, preposition):
                name = self._document.name_at.get(filler.i)
                if name is not None and self._document.names[name].kind == "place":
                    found.append(self._phrases.argument(filler))
        return sorted(found, key=lambda argument: abs(argument.token - token.i))

    def _apart(self, frames: list[Frame], nesting: Nesting) -> set[int]:
        """Told-with triggers that count other people than their main trigger ("killed 3 and wounded 5")."""
        found = set()
        for position in nesting.told_with:
            own, main = frames[position], frames[nesting.main(position)]
            effects = own.trigger.effect, main.trigger.effect
            same = {a.token for a in own.affected} & {a.token for a in main.affected}
            if all(effects) and own.affected and main.affected and not same and own is not main:
                found.add(position)
        return found

    def _merge(self, frames: list[Frame], nesting: Nesting, apart: set[int]) -> None:
        """Give main frames what the triggers told with them know, and those with an effect of their own the actors."""
        for position in nesting.told_with:
            main, other = frames[nesting.main(position)], frames[position]
            if main is other:
                continue
            main.reciprocal = main.reciprocal or (not main.actors and other.reciprocal)
            main.actors = main.actors or self._others_than(main.targets, other.actors)
            main.targets = main.targets or self._others(main, other.targets)
            main.places += [place for place in other.places if place not in main.places]
            if position not in apart:
                self._absorb(main, other)
        for position in apart:
            frames[position].actors = frames[position].actors or frames[nesting.main(position)].actors

    def _absorb(self, main: Frame, other: Frame) -> None:
        mine, theirs = main.trigger, other.trigger
        main.affected = main.affected or other.affected
        main.merged.append(theirs)
        main.trigger = Trigger(
            token=mine.token, start=mine.start, end=mine.end, lemma=mine.lemma, type=mine.type,
            mode=theirs.mode if mine.mode in {None, "explosives", "targeted"} and theirs.mode else mine.mode,
            contexts=tuple(dict.fromkeys(mine.contexts + theirs.contexts)), is_noun=mine.is_noun,
            effect="killed" if "killed" in {mine.effect, theirs.effect} else mine.effect or theirs.effect, 
            counts=mine.counts or theirs.counts, weight=max(mine.weight, theirs.weight), pattern=mine.pattern, consumed=mine.consumed,
        )  # fmt: skip

    def _fill_from_content(self, frames: list[Frame], nesting: Nesting) -> None:
        """A demand, promise or threat without target of its own is directed at whom its content concerns."""
        for position, outer in nesting.content_of.items():
            main, inner = frames[nesting.main(outer)], frames[position]
            if main.targets or main.reciprocal:
                continue
            main.targets = self._others(main, inner.targets) or self._others(main, inner.actors)
        for frame in frames:
            if not frame.targets and not frame.reciprocal and ("comp", "target") in frame.trigger.pattern:
                frame.targets = self._others(frame, self._complement_parties(self._document.doc[frame.trigger.token]))

    def _complement_parties(self, token: "Token") -> list[Argument]:
        """The first party named in the complement of a verb or adjective."""
        for child in kids(token, "xcomp", "ccomp", "dobj", "acl", "prep", "advcl"):
            if child.i < token.i:
                continue
            for word in child.subtree:
                named = word.i in self._document.name_at or word.pos_ == "NOUN"
                if named and word.dep_ != "compound" and self._phrases.is_party(word):
                    return [self._phrases.argument(word)]
        return []

    def _is_event(self, frame: Frame, position: int, nesting: Nesting) -> bool:
        """Whether a doubtful noun is an event here: somebody does it or it is told with something surer."""
        trigger = frame.trigger
        if not trigger.is_noun or trigger.weight >= 0.7 or frame.merged or position in nesting.told_with:
            return not self._is_mere_setting(frame)
        if trigger.weight < _WEAK:
            return bool(frame.actors) and bool(frame.targets or frame.reciprocal)
        return bool(frame.actors or frame.targets) or trigger.type is EventType.ASSAULT

    def _is_mere_setting(self, frame: Frame) -> bool:
        """A noun that names nobody and stands aside ("after five days of fighting")."""
        trigger = frame.trigger
        if not trigger.is_noun or frame.actors or frame.targets or trigger.mode or frame.merged:
            return False
        token = self._document.doc[trigger.token]
        while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
            token = token.head.head
        return token.dep_ == "pobj" and token.head.lower_ in _ASIDE

    def _finished(self, frame: Frame) -> Frame:
        token = self._document.doc[frame.trigger.token]
        find_brokers(self._document, frame, self._phrases)
        frame.stance, cue = find_stance(token)
        frame.stance_cue = (cue.idx, cue.idx + len(cue)) if cue is not None else None
        frame.background = sets_the_scene(token)
        return announced_type(frame, cue.lower_ if cue is not None else None)
