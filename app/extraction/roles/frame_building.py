"""From triggers to event frames: who does what to whom, with which stance."""

from collections.abc import Sequence
from typing import Final

from app.domain.vocabulary import EventType
from app.extraction.document import Document
from app.extraction.frames import Frame, Trigger
from app.extraction.grammar.governing import StanceFinding
from app.extraction.grammar.stance import find_stance, is_lacking, is_refused
from app.extraction.lexicons.agents import AgentLexicon
from app.extraction.roles.announcements import announced_type
from app.extraction.roles.authorship import name_doers
from app.extraction.roles.backdrop import sets_the_scene
from app.extraction.roles.brokers import find_brokers
from app.extraction.roles.combining import combine, counted_apart, lend_targets
from app.extraction.roles.nesting import Nesting, nest
from app.extraction.roles.phrases import PhraseReader
from app.extraction.roles.role_reading import MUTUAL, RoleReader, apart_from

#: noun triggers below this weight must name both sides, those below the second one side
_WEAK: Final = 0.55
_DOUBTFUL: Final = 0.7
#: what somebody certain bears who is found with it
_BORNE: Final = frozenset({"wound"})
#: dependents that make a plural noun mean certain occasions
_SPECIFYING: Final = frozenset({"det", "nummod", "poss", "npadvmod", "acl", "relcl"})
#: types that say something to somebody
_SPOKEN: Final = frozenset({
    EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT,
    EventType.THREATEN, EventType.COOPERATE, EventType.AID,
})  # fmt: skip
#: "X said Y must …" demands something of Y only where Y is a party
_MUST: Final = (("subj", "actor"), ("comp.subj", "target"))
_ASIDE: Final = frozenset({"after", "amid", "amidst", "since", "despite", "following", "during", "before", "of"})


def find_roles(document: Document, triggers: Sequence[Trigger], agents: AgentLexicon) -> list[Frame]:
    """One frame per told event, in text order.

    Triggers that tell the same event in one sentence share a frame ("killed three in an attack"); those that only say
    what another event is about ("threatened to attack") have none. Where one event counts people in two ways ("killed 3
    and wounded 5") there is a frame for each, the later one with ``same_as``.
    """
    return _RoleFinder(document, list(triggers), agents).find()


class _RoleFinder:
    def __init__(self, document: Document, triggers: list[Trigger], agents: AgentLexicon) -> None:
        self._document = document
        self._triggers = triggers
        self._phrases = PhraseReader(document, agents, frozenset(trigger.token for trigger in triggers))
        self._reader = RoleReader(document, self._phrases)

    def find(self) -> list[Frame]:
        doc = self._document.doc
        stances = [find_stance(doc[trigger.token]) for trigger in self._triggers]
        nesting = nest(doc, self._triggers, [stance for stance, _ in stances])
        frames = [self._reader.read(trigger) for trigger in self._triggers]
        apart = counted_apart(frames, nesting)
        combine(frames, nesting, apart)
        lend_targets(frames, nesting)
        for frame in frames:
            self._add_complement_targets(frame)
        name_doers(doc, frames, self._phrases)
        lacking = {position for position, stance in enumerate(stances) if is_lacking(stance)}
        dropped = lacking | nesting.content_of.keys() | (nesting.told_with.keys() - apart)
        kept = [p for p in range(len(frames)) if p not in dropped and self._is_event(frames[p], p, nesting)]
        number = {position: place for place, position in enumerate(kept)}
        for position in kept:
            main = nesting.main(position)
            frames[position].same_as = number.get(main) if main != position else None
        return [self._finished(frames[position], stances[position]) for position in kept]

    def _add_complement_targets(self, frame: Frame) -> None:
        if frame.trigger.type in MUTUAL and len(frame.actors) > 1:
            frame.reciprocal = not frame.targets
        if not frame.targets and not frame.reciprocal and ("comp", "target") in frame.trigger.pattern:
            found = self._reader.complement_parties(self._document.doc[frame.trigger.token])
            frame.targets = apart_from(frame.actors, found)

    def _is_event(self, frame: Frame, position: int, nesting: Nesting) -> bool:
        """Whether a doubtful noun is an event here: somebody does it or it is told with something surer."""
        trigger = frame.trigger
        if frame.merged or position in nesting.told_with:
            return True
        if not trigger.is_noun:
            return self._is_verbal_event(frame)
        if self._is_general(frame):
            return False
        if trigger.weight >= _DOUBTFUL:
            return not self._is_mere_setting(frame)
        if trigger.weight < _WEAK:
            return bool(frame.actors) and bool(frame.targets or frame.reciprocal)
        return bool(frame.actors or frame.targets) or trigger.type is EventType.ASSAULT

    def _is_verbal_event(self, frame: Frame) -> bool:
        """Whether a verb that may mean much ("back", "want", "offer") has the parties of an event."""
        trigger = frame.trigger
        if trigger.weight < _WEAK and not frame.actors:
            return False
        if trigger.type not in _SPOKEN:
            return True
        if trigger.pattern == _MUST:
            return bool(frame.actors and frame.targets)
        other = bool(frame.targets or frame.affected or frame.reciprocal or trigger.consumed)
        if trigger.weight < _DOUBTFUL:
            return bool(frame.actors) and other
        return bool(frame.actors) or other

    def _is_general(self, frame: Frame) -> bool:
        """A bare plural that tells of no occasion ("denounced executions and torture")."""
        token = self._document.doc[frame.trigger.token]
        if token.tag_ != "NNS" or frame.places or token.dep_ in {"nsubj", "nsubjpass", "ROOT"}:
            return False
        if frame.actors or any(party.token in self._document.name_at for party in frame.targets):
            return False
        return token.lemma_ not in _BORNE and not any(child.dep_ in _SPECIFYING for child in token.children)

    def _is_mere_setting(self, frame: Frame) -> bool:
        """A noun that names nobody and stands aside ("after five days of fighting")."""
        trigger = frame.trigger
        if frame.actors or frame.targets or trigger.mode:
            return False
        token = self._document.doc[trigger.token]
        while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
            token = token.head.head
        return token.dep_ == "pobj" and token.head.lower_ in _ASIDE

    def _finished(self, frame: Frame, found: StanceFinding) -> Frame:
        find_brokers(self._document, frame, self._phrases)
        frame.stance, cue = found
        if frame.trigger.type is EventType.REJECT and is_refused(self._document.doc[frame.trigger.token]):
            frame.stance, cue = "asserted", None
        frame.stance_cue = (cue.idx, cue.idx + len(cue)) if cue is not None else None
        tokens = (trigger.token for trigger in (frame.trigger, *frame.merged))
        frame.background = any(sets_the_scene(self._document.doc[index]) for index in tokens)
        return announced_type(frame, cue.lower_ if cue is not None else None)
