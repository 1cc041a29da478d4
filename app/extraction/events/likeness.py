"""How much two tellings speak for one happening, or against it."""

from collections.abc import Iterable
from datetime import date

from spacy.tokens import Token

from app.domain.gazetteer import Gazetteer
from app.domain.vocabulary import EventType
from app.extraction.casualties.figure import killed_by_frame
from app.extraction.document import Document
from app.extraction.events.circumstances import Circumstances, is_only_near, is_site
from app.extraction.events.drafts import EventDraft
from app.extraction.events.findings import Findings
from app.extraction.events.sums import is_cost_of_conflict
from app.extraction.frames import Argument, Frame, Trigger
from app.extraction.grammar.governing import is_attempt
from app.extraction.grammar.syntax import kids
from app.extraction.lexicons.head_nouns import HeadNouns
from app.extraction.roles.backdrop import interval_of

#: Modes that different sentences about one event use side by side.
_ALIKE_MODES: tuple[frozenset[str], ...] = (
    frozenset({"explosives", "suicide-attack", "destroy"}),
    frozenset({"firearms", "targeted", "abduct"}),
    frozenset({"aerial", "drone", "explosives", "destroy"}),
    frozenset({"heavy-weapons", "explosives", "destroy"}),
    frozenset({"beat", "torture", "primitive"}),
)
#: Modes that strike from afar, so that nobody enters or holds ground by them.
_FROM_AFAR = frozenset({"aerial", "drone", "heavy-weapons"})
_CLASHES = frozenset({"battle", "clash", "fight", "fighting", "skirmish", "firefight", "storm", "infiltrate"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NEW = frozenset({"another", "second", "third", "separate", "separately", "other", "different", "previous", "similar"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "other", "another", "former", "latter", "last"})
#: Killed people up to so many may be part of any larger toll.
_SMALL = 4


class Likeness:
    """Scores a frame against a draft: 0 where they exclude each other."""

    def __init__(self, found: Findings, gazetteer: Gazetteer, heads: HeadNouns) -> None:
        self._found = found
        self._document = found.document
        self._gazetteer = gazetteer
        self._heads = heads
        self._killed = killed_by_frame(found.figures)
        triggers = [found.document.doc[frame.trigger.token] for frame in found.frames]
        self._parted = [interval_of(trigger) is not None for trigger in triggers]
        self._fights_for_ground = [
            is_attempt(trigger) or any(map(_is_of_ground, (frame.trigger, *frame.merged)))
            for frame, trigger in zip(found.frames, triggers, strict=True)
        ]
        self._which = [_which_of_several(trigger) for trigger in triggers]

    def of(self, draft: EventDraft, index: int) -> float:
        """Likeness of the frame at ``index`` and the draft, about 0 to 1.4."""
        frame, circumstances = self._found.frames[index], self._found.circumstances[index]
        if (draft.type, draft.stance) != (frame.trigger.type, frame.stance):
            return 0.0
        if (
            self._says_new(frame)
            or self._sums_up(frame)
            or any(self._sums_up(self._found.frames[i]) for i in draft.frames)
        ):
            return 0.0
        if self._kills_again(draft, frame):
            return 1.0
        if self._tells_another(draft, index):
            return 0.0
        place = place_entity(self._document, circumstances)
        listed = index - 1 in draft.frames and self._is_named_in(self._found.frames[index - 1], place)
        near = is_only_near(self._document, circumstances.place)
        places = 0.1 if listed else self._place_likeness(draft, place, near=near)
        if places is None:
            return 0.0
        days = event_days(self._document, circumstances)
        if days and draft.days and (days[0] > draft.days[1] or days[1] < draft.days[0]):
            return 0.0
        same_time = bool(days and draft.days)
        tolls = 0.0 if self._tolls_agree(draft, index) else -0.4
        old = draft.background != frame.background and (frame.background or not self._refers_back(frame))
        ages = -0.3 if old else 0.0
        lead = 0.15 if index and draft.frames[0] == 0 else 0.0
        toll = 0.3 if self._counts_what_was_just_told(draft, index) else 0.0
        return lead + toll + self._shared(draft, frame) + places + tolls + ages + 0.15 * same_time

    def _tells_another(self, draft: EventDraft, index: int) -> bool:
        """Whether mode, sides, time or order among several say that this is another event."""
        frame = self._found.frames[index]
        return (
            not _modes_agree(draft.modes, frame.trigger.mode)
            or self._strikes_apart(draft, index)
            or self._sides_change(draft, frame)
            or self._sides_swap(draft, frame)
            or self._is_other_time(draft, index)
            or self._is_other_of_several(draft, index)
        )

    def _counts_what_was_just_told(self, draft: EventDraft, index: int) -> bool:
        """Whether a bare toll follows on the draft's last telling ("Jets struck the town. Twelve were killed.").

        Where the article opens with its toll, single victims are those of that toll, described one by one.
        """
        frame = self._found.frames[index]
        if frame.trigger.effect is None or frame.actors or index - 1 not in draft.frames:
            return False
        struck = [self._document.doc[party.token] for party in (*frame.affected, *frame.targets)]
        many = any(token.tag_ in {"NNS", "NNPS", "CD"} for token in struck)
        return many or self._found.frames[0].trigger.effect is None

    def _says_new(self, frame: Frame) -> bool:
        token = self._document.doc[frame.trigger.token]
        return frame.trigger.is_noun and any(child.lower_ in _NEW for child in token.children)

    def _is_other_time(self, draft: EventDraft, index: int) -> bool:
        """Whether one is told to lie so and so long before or after the other ("a month after they kidnapped")."""
        return self._parted[index] != any(self._parted[told] for told in draft.frames)

    def _is_other_of_several(self, draft: EventDraft, index: int) -> bool:
        """Whether the words tell another of several ("the first killed four", "the second killed seven")."""
        told = {self._which[other] for other in draft.frames} - {None}
        return self._which[index] is not None and bool(told) and self._which[index] not in told

    def _kills_again(self, draft: EventDraft, frame: Frame) -> bool:
        """Whether both kill the same person, which happens once, whatever day or place a sentence names beside it."""
        victims = self._persons_killed(frame)
        return any(not victims.isdisjoint(self._persons_killed(self._found.frames[index])) for index in draft.frames)

    def _persons_killed(self, frame: Frame) -> set[int]:
        if frame.trigger.effect != "killed":
            return set()
        entities = self._document.entities
        struck = (*frame.targets, *frame.affected)
        return {p.entity for p in struck if p.entity is not None and entities[p.entity].kind == "person"}

    def _sums_up(self, frame: Frame) -> bool:
        """Whether the frame counts a whole period ("250,000 people have been killed since March 2011")."""
        if frame.background and is_cost_of_conflict(self._document, frame):
            return True
        token = self._document.doc[frame.trigger.token]
        return frame.trigger.effect is not None and any(inner.lower_ == "since" for inner in token.subtree)

    def _sides_change(self, draft: EventDraft, frame: Frame) -> bool:
        """Whether the same words do it in one telling and suffer it in the other ("killed a man who had shot two")."""
        told = [self._found.frames[index] for index in draft.frames]
        return any(
            {party.token for party in left.actors} & {party.token for party in (*right.targets, *right.affected)}
            for other in told
            for left, right in ((other, frame), (frame, other))
        )

    def _is_named_in(self, frame: Frame, place: int | None) -> bool:
        """Whether the sentence names the place, as one of several that were hit ("the villages of X and Y")."""
        first, last = frame.sentence
        named = (self._document.name_at.get(token) for token in range(first, last))
        return place is not None and any(n is not None and self._document.names[n].entity == place for n in named)

    def _strikes_apart(self, draft: EventDraft, index: int) -> bool:
        """Whether one tells a strike from afar and the other how ground was fought for."""
        struck = not _FROM_AFAR.isdisjoint(draft.modes)
        fought = any(self._fights_for_ground[told] for told in draft.frames)
        if self._found.frames[index].trigger.mode in _FROM_AFAR:
            return fought and not struck
        return self._fights_for_ground[index] and struck and not fought

    def _sides_swap(self, draft: EventDraft, frame: Frame) -> bool:
        """Whether those who do it in one telling suffer it in the other and those who suffer it do it."""
        told = [self._found.frames[index] for index in draft.frames]
        actors, targets = _named(p for f in told for p in f.actors), _named(p for f in told for p in f.targets)
        doing, suffering = _named(frame.actors), _named(frame.targets)
        return not (actors & doing or targets & suffering) and bool(actors & suffering and targets & doing)

    def _tolls_agree(self, draft: EventDraft, index: int) -> bool:
        """Whether the killed of the frame can be those of the draft: less than twice or more than half as many."""
        mine = self._killed.get(index, 0)
        told = [self._killed[i] for i in draft.frames if self._killed.get(i)]
        return mine < _SMALL or not told or any(min(mine, other) * 2 > max(mine, other) for other in told)

    def _place_likeness(self, draft: EventDraft, place: int | None, *, near: bool) -> float | None:
        """None where the places exclude each other; else what they speak for or against one event."""
        if place is None or not draft.places:
            return 0.0
        if place in draft.places:
            return 0.1
        mine = (place, self._chain(place, near=near))
        theirs = ((other, self._chain(other, near=other in draft.beside)) for other in draft.places)
        likenesses = [self._beside(mine, other) for other in theirs]
        return None if None in likenesses else min(likeness for likeness in likenesses if likeness is not None)

    def _beside(self, left: tuple[int, list[int]], right: tuple[int, list[int]]) -> float | None:
        chain_left, chain_right = left[1], right[1]
        if chain_left[0] in chain_right or chain_right[0] in chain_left:
            return 0.0
        unknown = [place for place, chain in (left, right) if chain[0] < 0]
        apart = set(chain_left[1:]).isdisjoint(chain_right)
        if not unknown or (apart and chain_left[1:] and chain_right[1:]):
            return None
        return 0.0 if all(is_site(self._document, place, self._heads) for place in unknown) else -0.3

    def _chain(self, place: int, *, near: bool) -> list[int]:
        """GeoNames ids of the place and what contains it; a place no gazetteer knows has a number of its own.

        What was only near the place was somewhere in what contains it.
        """
        location = self._document.entities[place].location
        known = (location.entry or location.container) if location else None
        if location is None or known is None:
            return [-place - 1_000_000]
        ids = [known.geonames_id, *(entry.geonames_id for entry in self._gazetteer.containers(known))]
        if location.entry is None:
            return [-place - 1_000_000, *ids]
        return ids[1:] or ids if near else ids

    def _shared(self, draft: EventDraft, frame: Frame) -> float:
        """Evidence that frames without contradiction are one event: words, parties, nearness."""
        told = [self._found.frames[index] for index in draft.frames]
        actors = _parties_agree(self._document, [p for f in told for p in f.actors], frame.actors)
        targets = _parties_agree(self._document, [p for f in told for p in f.targets], frame.targets)
        word = any(other.trigger.lemma == frame.trigger.lemma for other in told)
        near = min(abs(frame.trigger.token - other.trigger.token) for other in told)
        if draft.type is EventType.ASSAULT:
            score = 0.5 + 0.2 * word + 0.2 * (near < 80) - 0.2 * (near > 400)
        else:
            same_mode = frame.trigger.mode is not None and frame.trigger.mode in draft.modes
            score = 0.1 + 0.3 * word + 0.2 * (near < 80) + 0.15 * same_mode
        return score + actors + targets + 0.3 * self._refers_back(frame)

    def _refers_back(self, frame: Frame) -> bool:
        """Whether the telling names the event by a definite noun ("the air strike")."""
        nouns = [trigger.token for trigger in (frame.trigger, *frame.merged) if trigger.is_noun]
        return any(child.lower_ in _DEFINITE for token in nouns for child in self._document.doc[token].children)


def _is_of_ground(trigger: Trigger) -> bool:
    return "territory" in trigger.contexts or trigger.lemma in _CLASHES


def _named(parties: Iterable[Argument]) -> set[int]:
    return {party.entity for party in parties if party.entity is not None}


def _which_of_several(trigger: Token) -> str | None:
    subjects = kids(trigger, "nsubj")
    return next((subject.lower_ for subject in subjects if subject.lower_ in _ORDINALS), None)


def event_days(document: Document, circumstances: Circumstances) -> tuple[date, date] | None:
    """First and last day of the frame's date; None where it is open or not told."""
    if circumstances.date is None:
        return None
    value = document.dates[circumstances.date].value
    return (value.earliest, value.latest) if value.earliest and value.latest else None


def place_entity(document: Document, circumstances: Circumstances) -> int | None:
    """Entity index of the frame's place."""
    return None if circumstances.place is None else document.names[circumstances.place].entity


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
