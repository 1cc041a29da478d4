"""One frame from one trigger: its pattern's slots read into actors, targets, affected and places."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from app.domain.vocabulary import EventType, Role
from app.extraction.document import Document
from app.extraction.frames import Argument, Frame, Trigger
from app.extraction.grammar.syntax import kids, prepositional
from app.extraction.roles.listing import companions, members
from app.extraction.roles.phrases import PhraseReader
from app.extraction.roles.slots import fill, sufferer, withstander

if TYPE_CHECKING:
    from spacy.tokens import Token

#: types whose targets may be things ("shelled the hospital", "seized the cargo")
_HITS_THINGS: Final = frozenset({EventType.ASSAULT, EventType.COERCE})
#: what several do, they do with one another
MUTUAL: Final = frozenset({EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE})
_PLACE_PREPOSITIONS: Final = ("in", "at", "near", "outside", "inside", "around", "across", "along", "on", "throughout")
#: prepositions whose phrases say when or why, not to whom
_CIRCUMSTANCES: Final = frozenset({
    "after", "before", "since", "during", "following", "according", "despite", "amid", "until", "by", "as", "because",
})  # fmt: skip
#: tokens of a complement in which its party is looked for
_REACH: Final = 60
#: who holds them is hit ("bombed rebel positions")
_HELD: Final = frozenset({"position", "line", "stronghold", "hideout", "trench"})
_REFLEXIVE: Final = frozenset({"himself", "herself", "themselves", "itself", "myself", "ourselves"})


class RoleReader:
    """Reads the frames of one document's triggers, each by itself."""

    def __init__(self, document: Document, phrases: PhraseReader) -> None:
        self._document = document
        self._phrases = phrases
        self._sentences = [(sentence.start, sentence.end) for sentence in document.doc.sents]
        self._starts = [start for start, _ in self._sentences]
        self._readers: dict[str, Callable[[Frame, str, Token], None]] = {
            "actor": self._read_actor,
            "party": self._read_party,
            "mediator": self._read_mediator,
            "affected": self._read_affected,
            "counted": self._read_counted,
            "target": self._read_target,
            "source": self._read_source,
            "either": self._read_either,
            "mover": self._read_mover,
        }

    def read(self, trigger: Trigger) -> Frame:
        """The frame of a trigger, before triggers of one event are put together."""
        token = self._document.doc[trigger.token]
        frame = Frame(trigger, self._sentences[bisect_right(self._starts, token.i) - 1])
        for slot, role in trigger.pattern:
            reader = self._readers.get(role)
            if reader is None:
                continue
            for filler in fill(slot, token, trigger):
                if not self._is_wording(frame, slot, role, filler):
                    reader(frame, slot, filler)
        struck = sufferer(token) if trigger.is_noun else None
        if struck is not None and not frame.targets:
            frame.targets = self._phrases.read(struck, things=True)
        if not trigger.is_noun and (defender := withstander(token)) is not None:
            frame.targets = [*self._phrases.read(defender), *frame.targets]
        self._add_owners_of_things(frame, token)
        frame.places = self._places(token)
        return frame

    def complement_parties(self, token: "Token") -> list[Argument]:
        """The first party named in the complement of a verb or adjective ("threatened to cut off gas to Ukraine")."""
        for child in kids(token, "xcomp", "ccomp", "dobj", "acl", "prep", "advcl"):
            if child.i < token.i or child.lower_ in _CIRCUMSTANCES or (child.dep_ == "advcl" and child.tag_ != "VB"):
                continue
            for word in islice(child.subtree, _REACH):
                named = word.i in self._document.name_at or word.pos_ == "NOUN"
                if named and word.dep_ != "compound" and self._phrases.is_party(word):
                    return [self._phrases.argument(word)]
        return []

    def _is_wording(self, frame: Frame, slot: str, role: str, filler: "Token") -> bool:
        """Whether a filler only belongs to the construction ("talks" of "walked out of talks")."""
        if filler.i not in frame.trigger.consumed:
            return False
        if role == "party" and slot == "obj":
            return filler.i not in self._document.name_at
        things = role == "target" and frame.trigger.type in _HITS_THINGS
        return role in {"party", "target"} and not things and not self._phrases.is_party(filler)

    def _read_actor(self, frame: Frame, slot: str, filler: "Token") -> None:
        if not frame.actors:
            self._add_actors(frame, self._authors(slot, filler), "actor")

    def _read_mediator(self, frame: Frame, slot: str, filler: "Token") -> None:
        self._add_actors(frame, self._authors(slot, filler), "mediator")

    def _read_party(self, frame: Frame, slot: str, filler: "Token") -> None:
        self._add_actors(frame, self._authors(slot, filler), "actor")
        frame.reciprocal = len(frame.actors) > 1

    def _authors(self, slot: str, filler: "Token") -> list[Argument]:
        if slot == "mod":
            named = filler.i in self._document.name_at or filler.pos_ in {"NOUN", "PROPN"}
            return [self._phrases.argument(filler)] if named and self._phrases.is_party(filler) else []
        found = self._phrases.read(filler, authors=True)
        meant = self._document.doc[found[0].token] if found and filler.lower_ == "they" else filler
        # "Hamas and Fatah said they …" means both
        return self._phrases.read(meant, authors=True) if meant.dep_ == "nsubj" and meant.i < filler.i else found

    def _add_actors(self, frame: Frame, found: list[Argument], role: Role) -> None:
        for argument in found:
            argument.role = role
            if all(argument.token != other.token for other in frame.actors):
                frame.actors.append(argument)

    def _read_affected(self, frame: Frame, _: str, filler: "Token") -> None:
        if filler.lower_ in _REFLEXIVE:
            frame.affected = [replace(actor, role="target") for actor in frame.actors]
            return
        found = self._phrases.read(filler, things=True)
        verb = self._document.doc[frame.trigger.token]
        found += [who for word in companions(verb) for who in self._phrases.read(word) if who not in found]
        frame.affected = frame.affected or found
        self._add_targets(frame, [a for a in found if self._document.doc[a.token].pos_ != "NUM"], filler)

    def _read_counted(self, frame: Frame, _: str, filler: "Token") -> None:
        """Who or what is counted without being a target ("recruited 3,000 fighters")."""
        frame.affected = frame.affected or self._phrases.read(filler, things=True)

    def _read_target(self, frame: Frame, slot: str, filler: "Token") -> None:
        if slot != "mod" or self._phrases.is_party(filler):
            things = frame.trigger.type in _HITS_THINGS
            holders = self._phrases.owners(filler, authors=True) if filler.lemma_ in _HELD else []
            found = holders or self._phrases.read(filler, things=things)
            self._add_targets(frame, found, filler if things else None)

    def _read_source(self, frame: Frame, _: str, filler: "Token") -> None:
        self._add_targets(frame, self._phrases.read(filler))

    def _read_either(self, frame: Frame, slot: str, filler: "Token") -> None:
        """The possessor of a killing: who does it where the victim is named too, else the victim."""
        if frame.affected or frame.targets:
            self._read_actor(frame, slot, filler)
        else:
            self._read_affected(frame, slot, filler)

    def _read_mover(self, frame: Frame, slot: str, filler: "Token") -> None:
        """Forces that are moved act themselves where nobody is said to move them ("police were deployed")."""
        if not frame.actors and self._phrases.is_party(filler):
            self._read_actor(frame, slot, filler)

    def _add_targets(self, frame: Frame, found: list[Argument], group: "Token | None" = None) -> None:
        """Make them targets, with the members that the words name of the ``group`` they are."""
        if frame.targets:
            return
        if group is not None:
            for member in members(self._document, group):
                found = [*found, *apart_from(found, self._phrases.read(member))]
        taken = {argument.token for argument in frame.actors}
        frame.targets = [self._as_target(argument) for argument in found if argument.token not in taken]

    def _as_target(self, argument: Argument) -> Argument:
        """The argument as one that suffers; of a nation those are civilians ("five Spaniards") until more is said."""
        name = self._document.name_at.get(argument.token)
        of_nation = name is not None and self._document.names[name].kind == "demonym"
        return replace(argument, role="target", sector=argument.sector or ("CVL" if of_nation else None))

    def _add_owners_of_things(self, frame: Frame, token: "Token") -> None:
        """Where no target is named, the party behind the thing acted on ("pulled its troops out of Lebanon")."""
        if frame.targets or frame.affected or frame.reciprocal:
            return
        if frame.trigger.type in MUTUAL and len(frame.actors) > 1:
            return
        for slot, role in frame.trigger.pattern:
            if role in {"thing", "target", "mover"}:
                for filler in fill(slot, token, frame.trigger):
                    self._add_targets(frame, apart_from(frame.actors, self._phrases.owners(filler)))

    def _places(self, token: "Token") -> list[Argument]:
        found = []
        for preposition in _PLACE_PREPOSITIONS:
            for filler in prepositional(token, preposition):
                name = self._document.name_at.get(filler.i)
                if name is not None and self._document.names[name].kind == "place":
                    found.append(self._phrases.argument(filler))
        return sorted(found, key=lambda argument: abs(argument.token - token.i))


def apart_from(taken: list[Argument], found: list[Argument]) -> list[Argument]:
    """The found arguments that share no words with those taken."""
    return [a for a in found if not any(a.start < b.end and b.start < a.end for b in taken)]
