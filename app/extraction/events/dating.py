"""The day of the article's main event, where several dates of the article may tell it."""

import re
from collections import Counter
from datetime import timedelta
from typing import Final

from spacy.tokens import Token

from app.domain.annotations import DateInterval
from app.domain.vocabulary import EventType
from app.extraction.dates.joining import is_heading
from app.extraction.document import Document, FoundDate
from app.extraction.events.circumstances import Sightings, is_day_of_saying
from app.extraction.events.drafts import EventDraft
from app.extraction.events.findings import Findings
from app.extraction.frames import Frame

#: Verbs of happening ("it happened on Saturday"), of going to what has happened or hearing of it ("officers were
#: called at 9 p.m. on Friday"), and of what comes after it, whose day is another ("was arraigned on Monday").
_HAPPENING: Final = frozenset("happen occur unfold transpire erupt begin start break".split())
_HEARING: Final = frozenset(
    "find discover hear call dispatch respond alert notify send report receive arrive rush wake investigate search "
    "fire".split()
)
_AFTERWARDS: Final = frozenset(
    "arrest charge identify release appear arraign book indict sentence plead face schedule hold mourn gather bury "
    "remember plan expect meet hope vow remain surrender detain announce confirm die pass file issue set learn "
    "perform lose continue resume speak tell post update publish".split()
)
_DEEDS: Final = frozenset(
    "shooting attack incident murder killing shootout bombing blast explosion raid strike".split()
)
_OCCASIONS: Final = frozenset(
    "conference appearance statement hearing photo meeting court custody vigil funeral service memorial trial "
    "arraignment arrest interview".split()
)
_CLOCK: Final = r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?|hours\b|o'clock)|\d{4} hours|noon|midnight|dawn|dusk)"
_CLOCK_BEFORE: Final = re.compile(
    rf"\b{_CLOCK},?(?: (?:local time|[A-Z]{{2,4}}|\([^()]*\)))?,? ?(?:(?:on|early|late) )*$", re.IGNORECASE
)
_CLOCK_AFTER: Final = re.compile(
    rf",? ?(?:(?:at|around|about|just|shortly|before|after|approximately|near|by) )*{_CLOCK}", re.IGNORECASE
)
_REACH: Final = 40
#: Times of day by which news without any date speaks of the day it is published on.
_TIME_OF_DAY: Final = re.compile(
    rf"\b(?:{_CLOCK}|overnight|(?:early|late|mid)[ -](?:morning|afternoon|evening|night))", re.IGNORECASE
)

_OWN, _OWN_SENTENCE, _TIMED = 2.2, 0.3, 1.3
_HAPPENED, _HEARD, _FOLLOWED = 1.6, 1.3, -2.0
_OF_DEED, _OF_OCCASION, _SAID = 1.5, -1.5, -1.2
_OF_OTHER_KIND = -1.1
_LATER, _MOST_LATER = -0.25, 4
_AGAIN, _MOST_AGAIN = 0.1, 3
_OLD, _LONG_AGO = -2.0, 30
#: Own words of so few days are more certain than any day told elsewhere.
_SHORT = timedelta(days=3)
#: What a day must score at least, and where the event's own sentences give a wider date ("early May").
_LEAST, _LEAST_WITHIN = -1.0, 0.0


def day_of(found: Findings, seen: Sightings, draft: EventDraft) -> int | None:
    """Index of the date that most likely is the event's day; None where the article's days speak of other things."""
    weigher = _Weigher(found, draft)
    own = found.document.dates[draft.date].value if draft.date is not None else None
    days = [
        (token, index)
        for token, index in seen.dates
        if weigher.may_be(token, index) and not _is_outside(found.document.dates[index].value, own)
    ]
    told = Counter(found.document.dates[index].value.earliest for _, index in days)
    order = list(told)
    wide = own is not None and own.precision != "day"
    least = _LEAST_WITHIN if wide else _LEAST
    best: tuple[float, int] | None = None
    for token, index in days:
        day = found.document.dates[index].value.earliest
        score = weigher.weigh(token, index)
        score += _LATER * min(order.index(day), _MOST_LATER) + _AGAIN * min(told[day] - 1, _MOST_AGAIN)
        if score >= least and (best is None or score > best[0]):
            best = score, index
    return best[1] if best else None


def day_by_time(document: Document) -> FoundDate | None:
    """The day of publication, where an article tells the time of day ("at about 2 a.m.") and no day at all."""
    published = document.published
    if published.precision != "day" or any(found.value.precision == "day" for found in document.dates):
        return None
    told = _TIME_OF_DAY.search(document.clean.text)
    if told is None:
        return None
    value = published.model_copy(update={"basis": "publication"})
    return FoundDate(told.start(), told.end(), told[0], value, published.edtf)


class _Weigher:
    """What the words beside a date say for its being the event's day."""

    def __init__(self, found: Findings, draft: EventDraft) -> None:
        self._document: Document = found.document
        self._own = {found.circumstances[index].date for index in draft.frames}
        self._sentences = {found.frames[index].sentence for index in draft.frames}
        self._speaking = {claim.verb_token for claim in found.claims}
        self._of_others = {
            told.date
            for frame, told in zip(found.frames, found.circumstances, strict=True)
            if told.date is not None and _is_of_other_kind(frame)
        } - self._own

    def may_be(self, token: int, index: int) -> bool:
        """Whether the date is one day, not after publication, and not that of a picture or of somebody's words."""
        value, published = self._document.dates[index].value, self._document.published.latest
        if value.precision != "day" or value.earliest is None:
            return False
        block = self._document.clean.block_at(self._document.dates[index].start)
        if block.kind == "caption" or is_day_of_saying(self._document.doc[token], self._speaking):
            return False
        found = self._document.dates[index]
        if value.earliest == published and is_heading(self._document.clean.text, found.start, found.end):
            return False  # the day of the report, on a line of its own
        return published is None or value.earliest <= published

    def weigh(self, token: int, index: int) -> float:
        """The evidence of one mention; above zero speaks for it."""
        word = self._document.doc[token]
        score = _OF_OTHER_KIND * (index in self._of_others) + _TIMED * self._is_timed(index) + self._governed(word)
        if index in self._own:
            score += _OWN
        elif any(first <= token < last for first, last in self._sentences):
            score += _OWN_SENTENCE
        return score + _OLD * self._is_long_ago(index)

    def _governed(self, word: Token) -> float:
        """What the verb and the noun say that the date belongs to."""
        noun = word.head.head if word.head.dep_ == "prep" else word.head
        score = _OF_DEED * (noun.lemma_ in _DEEDS) + _OF_OCCASION * (noun.lemma_ in _OCCASIONS)
        verb = next((ancestor for ancestor in word.ancestors if ancestor.pos_ == "VERB"), None)
        if verb is None:
            return score
        if verb.i in self._speaking or verb.lemma_ == "say":
            return score + _SAID
        return (
            score
            + _HAPPENED * (verb.lemma_ in _HAPPENING)
            + _HEARD * (verb.lemma_ in _HEARING)
            + _FOLLOWED * (verb.lemma_ in _AFTERWARDS)
        )

    def _is_timed(self, index: int) -> bool:
        """Whether a time of day stands beside the date ("at about 9:40 p.m. Friday")."""
        text, found = self._document.clean.text, self._document.dates[index]
        before = _CLOCK_BEFORE.search(text[max(0, found.start - _REACH) : found.start])
        return bool(before or _CLOCK_AFTER.match(text[found.end : found.end + _REACH]))

    def _is_long_ago(self, index: int) -> bool:
        day, published = self._document.dates[index].value.earliest, self._document.published.latest
        return bool(day and published and (published - day).days > _LONG_AGO)


def _is_outside(day: DateInterval, own: DateInterval | None) -> bool:
    """Whether the event's own words give a few days ("over the weekend"), and this is none of them."""
    if own is None or day.earliest is None or own.earliest is None or own.latest is None:
        return False
    is_short = own.precision != "day" and own.latest - own.earliest <= _SHORT
    return is_short and not own.earliest <= day.earliest <= own.latest


def _is_of_other_kind(frame: Frame) -> bool:
    return frame.trigger.type is not EventType.ASSAULT and frame.trigger.lemma not in _HEARING
