"""What somebody says he will do is a promise or a threat: PLOVER's AGREE, THREATEN and REJECT."""

from dataclasses import replace
from typing import Final

from app.domain.vocabulary import EventType
from app.extraction.frames import Frame

_PROMISED: Final = frozenset({
    EventType.AID, EventType.COOPERATE, EventType.CONCEDE, EventType.SUPPORT, EventType.RETREAT, EventType.CONSULT,
})  # fmt: skip
_THREATENED: Final = frozenset({EventType.SANCTION, EventType.COERCE})
#: not announced by the one who does it, or said of oneself without another party
_OWN_AFFAIR: Final = frozenset({"resign", "visit"})
_ANNOUNCING: Final = frozenset(
    {
        "will",
        "would",
        "shall",
        "'ll",
        "ready",
        "willing",
        "prepared",
        "plan",
        "intend",
        "plans",
        "intends",
        "is",
        "are",
        "to",
    }
)
_THREAT_MODES: Final = {"arrest": "arrest", "expel": "expel", "withdraw": "relations", "deport": "expel"}


def announced_type(frame: Frame, cue: str | None) -> Frame:
    """The frame with the type of the announcement, where an actor says what he will or will not do."""
    trigger = frame.trigger
    if trigger.is_noun or not frame.actors or cue is None or trigger.mode in _OWN_AFFAIR:
        return frame
    if frame.stance == "planned" and cue in _ANNOUNCING:
        if trigger.type in _PROMISED:
            frame.trigger = replace(trigger, type=EventType.AGREE, mode=None)
        elif trigger.type in _THREATENED:
            mode = _THREAT_MODES.get(trigger.mode or "", "restrict")
            frame.trigger = replace(trigger, type=EventType.THREATEN, mode=mode)
    return frame
