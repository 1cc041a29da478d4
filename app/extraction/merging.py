"""One entry per happening: frames of one article that tell the same event are put together."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from app.domain.gazetteer import Gazetteer
from app.domain.vocabulary import EventType, Stance
from app.extraction.circumstances import Circumstances
from app.extraction.document import Document
from app.extraction.frames import Argument, Frame
from app.extraction.lexicons.folding import fold
from app.extraction.lexicons.head_nouns import HeadNouns

#: Modes that different sentences about one event use side by side.
_ALIKE_MODES: tuple[frozenset[str], ...] = (
    frozenset({"explosives", "suicide-attack", "destroy"}),
    frozenset({"firearms", "targeted", "abduct"}),
    frozenset({"aerial", "drone", "heavy-weapons", "explosives"}),
    frozenset({"aerial", "destroy"}),
    frozenset({"beat", "torture", "primitive"}),
)
_TELLING_MODES = ("suicide-attack", "abduct", "unconventional", "drone", "aerial")
_NEW = frozenset({"another", "second", "third", "separate", "separately", "other", "different", "previous", "similar"})
_SAME_AT = 0.5
#: A frame is held against so many of the latest drafts only: time stays linear on the longest texts.
_OPEN_DRAFTS = 80


@dataclass(slots=True)
class EventDraft:
    """Frames (by index) that tell one happening, and what they say together."""

    type: EventType
    stance: Stance
    background: bool
    frames: list[int] = field(default_factory=list)
    modes: list[str] = field(default_factory=list)
    days: tuple[date, date] | None = None
    #: entity indexes
    places: list[int] = field(default_factory=list)
    #: what the event is set in: indexes of its date, its place entity, and the name that says the place
    date: int | None = None
    place: int | None = None
    place_name: int | None = None

    @property
    def mode(self) -> str | None:
        """The mode the article gives: the most telling of those used, else the first."""
        return next((mode for mode in _TELLING_MODES if mode in self.modes), next(iter(self.modes), None))


class Merger:
    """Puts frames in text order to the draft each belongs to."""

    def __init__(
        self,
        document: Document,
        frames: list[Frame],
        circumstances: list[Circumstances],
        gazetteer: Gazetteer,
        heads: HeadNouns,
    ) -> None:
        self._document = document
        self._frames = frames
        self._circumstances = circumstances
        self._gazetteer = gazetteer
        self._heads = heads
        self._by_sentence: dict[tuple[int, int], list[Frame]] = defaultdict(list)
        for frame in frames:
            self._by_sentence[frame.sentence].append(frame)
        self.drafts: list[EventDraft] = []

    def merge(self) -> list[EventDraft]:
        """All drafts in order of their first frame."""
        for index in range(len(self._frames)):
            if self._serves_assault(index):
                continue
            recent = list(enumerate(self.drafts))[-_OPEN_DRAFTS:]
            scored = [(self._likeness(draft, index), position) for position, draft in recent]
            likeness, position = max(scored, default=(0.0, -1))
            if likeness >= _SAME_AT:
                self._add(self.drafts[position], index)
            else:
                frame = self._frames[index]
                draft = EventDraft(frame.trigger.type, frame.stance, frame.background)
                self.drafts.append(draft)
                self._add(draft, index)
        return self.drafts

    def _serves_assault(self, index: int) -> bool:
        """Whether a mobilization only serves the assault its own sentence reports ("deployed troops to attack")."""
        frame = self._frames[index]
        if frame.trigger.type is not EventType.MOBILIZE:
            return False
        token = self._document.doc[frame.trigger.token]
        return any(
            other.trigger.type is EventType.ASSAULT and token.is_ancestor(self._document.doc[other.trigger.token])
            for other in self._by_sentence[frame.sentence]
        )

    def _add(self, draft: EventDraft, index: int) -> None:
        frame, circumstances = self._frames[index], self._circumstances[index]
        draft.frames.append(index)
        draft.background = draft.background and frame.background
        if frame.trigger.mode and frame.trigger.mode not in draft.modes:
            draft.modes.append(frame.trigger.mode)
        days = self._days(circumstances)
        if days and (draft.days is None or days[1] - days[0] < draft.days[1] - draft.days[0]):
            draft.days = days
        if (place := self._place(circumstances)) is not None and place not in draft.places:
            draft.places.append(place)

    def _days(self, circumstances: Circumstances) -> tuple[date, date] | None:
        if circumstances.date is None:
            return None
        value = self._document.dates[circumstances.date].value
        return (value.earliest, value.latest) if value.earliest and value.latest else None

    def _place(self, circumstances: Circumstances) -> int | None:
        return None if circumstances.place is None else self._document.names[circumstances.place].entity

    def _likeness(self, draft: EventDraft, index: int) -> float:
        frame, circumstances = self._frames[index], self._circumstances[index]
        if (draft.type, draft.stance) != (frame.trigger.type, frame.stance):
            return 0.0
        if self._says_new(frame) or not _modes_agree(draft.modes, frame.trigger.mode):
            return 0.0
        places = self._place_likeness(draft, self._place(circumstances))
        if places is None:
            return 0.0
        days = self._days(circumstances)
        if days and draft.days and (days[0] > draft.days[1] or days[1] < draft.days[0]):
            return 0.0
        same_time = bool(days and draft.days)
        return self._shared(draft, frame) + places + 0.15 * same_time

    def _says_new(self, frame: Frame) -> bool:
        token = self._document.doc[frame.trigger.token]
        return frame.trigger.is_noun and any(child.lower_ in _NEW for child in token.children)

    def _place_likeness(self, draft: EventDraft, place: int | None) -> float | None:
        """None where the places exclude each other; else what they speak for or against one event."""
        if place is None or not draft.places:
            return 0.0
        if place in draft.places:
            return 0.1
        likenesses = [self._beside(place, other) for other in draft.places]
        return None if None in likenesses else min(likeness for likeness in likenesses if likeness is not None)

    def _beside(self, left: int, right: int) -> float | None:
        chain_left, chain_right = self._chain(left), self._chain(right)
        if chain_left[0] in chain_right or chain_right[0] in chain_left:
            return 0.0
        unknown = [place for place in (left, right) if self._chain(place)[0] < 0]
        apart = set(chain_left[1:]).isdisjoint(chain_right)
        if not unknown or (apart and chain_left[1:] and chain_right[1:]):
            return None
        return 0.0 if all(self._is_street(place) for place in unknown) else -0.3

    def _is_street(self, place: int) -> bool:
        """Whether an unknown place is a street, building or other spot that may lie in any town of the article."""
        noun = self._heads.of(fold(self._document.entities[place].name))
        return noun is not None and noun.kind == "place"

    def _chain(self, place: int) -> list[int]:
        """GeoNames ids of the place and what contains it; a place no gazetteer knows has a number of its own."""
        location = self._document.entities[place].location
        known = (location.entry or location.container) if location else None
        if location is None or known is None:
            return [-place - 1_000_000]
        ids = [known.geonames_id, *(entry.geonames_id for entry in self._gazetteer.containers(known))]
        return ids if location.entry is not None else [-place - 1_000_000, *ids]

    def _shared(self, draft: EventDraft, frame: Frame) -> float:
        """Evidence that frames without contradiction are one event: words, parties, nearness."""
        told = [self._frames[index] for index in draft.frames]
        actors = _parties_agree(self._document, [p for f in told for p in f.actors], frame.actors)
        targets = _parties_agree(self._document, [p for f in told for p in f.targets], frame.targets)
        word = any(other.trigger.lemma == frame.trigger.lemma for other in told)
        near = min(abs(frame.trigger.token - other.trigger.token) for other in told)
        if draft.type is EventType.ASSAULT:
            score = 0.6 + 0.2 * word + 0.2 * (near < 80) - 0.2 * (near > 400)
        else:
            same_mode = frame.trigger.mode is not None and frame.trigger.mode in draft.modes
            score = 0.1 + 0.3 * word + 0.2 * (near < 80) + 0.15 * same_mode
        return score + actors + targets


def _modes_agree(modes: list[str], mode: str | None) -> bool:
    if mode is None or not modes or mode in modes:
        return True
    return any(mode in alike and any(other in alike for other in modes) for alike in _ALIKE_MODES)


def _parties_agree(document: Document, known: list[Argument], new: list[Argument]) -> float:
    """+0.3 where a party is shared, −0.3 where both sides name entities and none is shared, 0 where one is silent."""
    if not known or not new:
        return 0.0
    if {party.entity for party in known} & {party.entity for party in new if party.entity is not None}:
        return 0.3
    heads = {document.doc[party.token].lemma_.lower() for party in known}
    if heads & {document.doc[party.token].lemma_.lower() for party in new}:
        return 0.2
    both_named = any(p.entity is not None for p in known) and any(p.entity is not None for p in new)
    return -0.3 if both_named else -0.1
