"""One entry per happening: frames of one article that tell the same event are put together."""

from collections import defaultdict

from app.domain.gazetteer import Gazetteer
from app.domain.vocabulary import EventType
from app.extraction.events.circumstances import is_only_near
from app.extraction.events.drafts import EventDraft
from app.extraction.events.findings import Findings
from app.extraction.events.likeness import Likeness, event_days, place_entity
from app.extraction.events.particulars import is_talk
from app.extraction.events.sums import largest_counts
from app.extraction.frames import Frame
from app.extraction.lexicons.head_nouns import HeadNouns

_SAME_AT = 0.5
#: A frame is held against so many of the latest drafts only: time stays linear on the longest texts.
_OPEN_DRAFTS = 80


class Merger:
    """Puts frames in text order to the draft each belongs to."""

    def __init__(self, found: Findings, gazetteer: Gazetteer, heads: HeadNouns) -> None:
        self._found = found
        self._document = found.document
        self._counts = largest_counts(found.figures)
        self._likeness = Likeness(found, gazetteer, heads)
        self._by_sentence: dict[tuple[int, int], list[Frame]] = defaultdict(list)
        for frame in found.frames:
            self._by_sentence[frame.sentence].append(frame)
        self.drafts: list[EventDraft] = []

    def merge(self) -> list[EventDraft]:
        """All drafts in order of their first frame."""
        for index in range(len(self._found.frames)):
            if is_talk(self._found, index, self._counts) or self._serves_assault(index):
                continue
            if (told := self._told_with(index)) is not None:
                self._add(told, index)
                continue
            recent = list(enumerate(self.drafts))[-_OPEN_DRAFTS:]
            scored = [(self._likeness.of(draft, index), position) for position, draft in recent]
            likeness, position = max(scored, default=(0.0, -1))
            if likeness >= _SAME_AT:
                self._add(self.drafts[position], index)
            else:
                frame = self._found.frames[index]
                draft = EventDraft(frame.trigger.type, frame.stance, frame.background)
                self.drafts.append(draft)
                self._add(draft, index)
        return self.drafts

    def _told_with(self, index: int) -> EventDraft | None:
        """The draft of the frame that tells the same event with another effect ("killed 3 and wounded 5")."""
        same = self._found.frames[index].same_as
        return next((draft for draft in self.drafts if same in draft.frames), None) if same is not None else None

    def _serves_assault(self, index: int) -> bool:
        """Whether a mobilization only serves the assault its own sentence reports ("deployed troops to attack")."""
        frame = self._found.frames[index]
        if frame.trigger.type is not EventType.MOBILIZE:
            return False
        token = self._document.doc[frame.trigger.token]
        return any(
            other.trigger.type is EventType.ASSAULT and token.is_ancestor(self._document.doc[other.trigger.token])
            for other in self._by_sentence[frame.sentence]
        )

    def _add(self, draft: EventDraft, index: int) -> None:
        frame, circumstances = self._found.frames[index], self._found.circumstances[index]
        draft.frames.append(index)
        draft.background = draft.background and frame.background
        draft.is_territorial = draft.is_territorial or "territory" in frame.trigger.contexts
        if frame.trigger.mode and frame.trigger.mode not in draft.modes:
            draft.modes.append(frame.trigger.mode)
        days = event_days(self._document, circumstances)
        if days and (draft.days is None or days[1] - days[0] < draft.days[1] - draft.days[0]):
            draft.days = days
        if (place := place_entity(self._document, circumstances)) is not None and place not in draft.places:
            draft.places.append(place)
            if is_only_near(self._document, circumstances.place):
                draft.beside.add(place)
