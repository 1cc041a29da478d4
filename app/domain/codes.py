"""Derived codes: a PLOVER event in the words of CAMEO, ACLED and UCDP.

Mapping version 1. A code that would lose or guess meaning is None. Sources: CAMEO 1.1b3, the public code books of
ACLED (event and sub-event types) and of UCDP GED (type of violence).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.annotations import Codes
from app.domain.vocabulary import NONSTATE_ARMED, STATE_ARMED, EventType

MAPPING_VERSION: Final = "1"

ARMED: Final = STATE_ARMED | NONSTATE_ARMED
CIVILIAN: Final = frozenset({"CVL", "JRN", "MED", "REF", "EDU", "REL", "LAB", "AGR", "BUS", "OPP", "SOC", "ELI", "NGO"})

_CLASH: Final = "Battles/Armed clash"
_STATE_GAINS: Final = "Battles/Government regains territory"
_NONSTATE_GAINS: Final = "Battles/Non-state actor overtakes territory"
_ATTACK: Final = "Violence against civilians/Attack"
_DESTRUCTION: Final = "Strategic developments/Looting/property destruction"
_TRANSFER: Final = "Strategic developments/Non-violent transfer of territory"
_INTERVENTION: Final = "Protests/Protest with intervention"
_DEADLY_INTERVENTION: Final = "Protests/Excessive force against protesters"
_AGREEMENT: Final = "Strategic developments/Agreement"

#: ASSAULT modes whose code does not depend on who is hit.
_REMOTE: Final[dict[str, tuple[str, str]]] = {
    "aerial": ("Explosions/Remote violence/Air/drone strike", "195"),
    "drone": ("Explosions/Remote violence/Air/drone strike", "195"),
    "heavy-weapons": ("Explosions/Remote violence/Shelling/artillery/missile attack", "194"),
    "explosives": ("Explosions/Remote violence/Remote explosive/landmine/IED", "183"),
    "suicide-attack": ("Explosions/Remote violence/Suicide bomb", "1831"),
    "unconventional": ("Explosions/Remote violence/Chemical weapon", "2041"),
    "sexual": ("Violence against civilians/Sexual violence", "1821"),
    "destroy": (_DESTRUCTION, "171"),
}

_ON_CIVILIANS: Final[dict[str, str]] = {"beat": "182", "torture": "182", "primitive": "182", "firearms": "182"}

_PROTEST: Final[dict[str | None, tuple[str | None, str]]] = {
    None: (None, "14"),
    "demo": ("Protests/Peaceful protest", "141"),
    "hunger": ("Protests/Peaceful protest", "142"),
    "strike": ("Protests/Peaceful protest", "143"),
    "boycott": ("Protests/Peaceful protest", "143"),
    "obstruct": ("Protests/Peaceful protest", "144"),
    "riot": ("Riots/Violent demonstration", "145"),
    "vandalize": ("Riots/Violent demonstration", "145"),
}

_REST: Final[dict[EventType, str]] = {
    EventType.AGREE: "03",
    EventType.CONSULT: "04",
    EventType.SUPPORT: "05",
    EventType.COOPERATE: "06",
    EventType.AID: "07",
    EventType.CONCEDE: "08",
    EventType.RETREAT: "08",
    EventType.REQUEST: "10",
    EventType.ACCUSE: "11",
    EventType.REJECT: "12",
    EventType.THREATEN: "13",
    EventType.SANCTION: "16",
    EventType.COERCE: "17",
    EventType.MOBILIZE: "15",
}


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """What the code books ask of an event. Sectors are PLOVER's, one per known party; ``killed`` is the low figure."""

    type: EventType
    mode: str | None
    contexts: Collection[str]
    actor_sectors: Sequence[str]
    target_sectors: Sequence[str]
    killed: int

    def between_armed(self) -> bool:
        """Whether two or more sides are known and all of them are armed."""
        sides = [*self.actor_sectors, *self.target_sectors]
        return len(sides) > 1 and all(sector in ARMED for sector in sides)

    def on_civilians(self) -> bool:
        """Whether the targets are known and all of them are civilians."""
        return bool(self.target_sectors) and all(sector in CIVILIAN for sector in self.target_sectors)


def derive_codes(event: CodedEvent) -> Codes:
    """Translate one event into the other code books."""
    if event.type is EventType.ASSAULT:
        acled, cameo = _assault(event)
    elif event.type is EventType.PROTEST:
        acled, cameo = _PROTEST.get(event.mode, (None, "14"))
    else:
        acled, cameo = _other(event)
    return Codes(cameo=cameo, acled_like=acled, ucdp_like=_ucdp(event), mapping_version=MAPPING_VERSION)


def _assault(event: CodedEvent) -> tuple[str | None, str | None]:
    mode = event.mode
    if "territory" in event.contexts and mode in (None, "firearms"):
        return _territory(event), "19"
    if mode in _REMOTE:
        return _REMOTE[mode]
    if mode == "crowd-control":
        return _DEADLY_INTERVENTION if event.killed else _INTERVENTION, "175"
    if event.on_civilians():
        return _on_civilians(event)
    if mode in (None, "firearms") and event.between_armed():
        return _CLASH, "193" if mode else "190"
    return None, None


def _on_civilians(event: CodedEvent) -> tuple[str | None, str | None]:
    if event.mode == "abduct":
        return "Violence against civilians/Abduction/forced disappearance", "181"
    if event.mode == "targeted":
        return _ATTACK, "186" if event.killed else "185"
    if event.mode in _ON_CIVILIANS:
        return _ATTACK, _ON_CIVILIANS[event.mode]
    return None, None


def _territory(event: CodedEvent) -> str | None:
    """Who gains: told only where all actors stand on one side."""
    if event.actor_sectors and all(sector in STATE_ARMED for sector in event.actor_sectors):
        return _STATE_GAINS
    if event.actor_sectors and all(sector in NONSTATE_ARMED for sector in event.actor_sectors):
        return _NONSTATE_GAINS
    return None


def _other(event: CodedEvent) -> tuple[str | None, str | None]:
    match event.type, event.mode:
        case EventType.RETREAT, "ceasefire":
            return _AGREEMENT, "0871"
        case EventType.RETREAT, "withdraw":
            return _TRANSFER, "087"
        case EventType.COERCE, "seize":
            return (_TRANSFER, "192") if "territory" in event.contexts else (_DESTRUCTION, "171")
        case EventType.COERCE, "arrest":
            return "Strategic developments/Arrests", "173"
        case EventType.MOBILIZE, _:
            return "Strategic developments/Change to group/activity", "15"
        case ((EventType.AGREE | EventType.CONCEDE), _):
            armed = "military" in event.contexts and event.between_armed()
            return (_AGREEMENT if armed else None), _REST[event.type]
        case _:
            return None, _REST[event.type]


def _ucdp(event: CodedEvent) -> int | None:
    """UCDP type of violence: 1 state-based, 2 non-state, 3 one-sided; only with at least one death."""
    if event.type is not EventType.ASSAULT or event.killed < 1:
        return None
    actors = {_side(sector) for sector in event.actor_sectors}
    targets = {_side(sector) for sector in event.target_sectors}
    sides = actors | targets
    if None in sides or not sides:
        return None
    if targets == {"civilian"} and actors in ({"state"}, {"group"}):
        return 3
    if "civilian" in sides or len(event.actor_sectors) + len(event.target_sectors) < 2:
        return None
    return 1 if "state" in sides else 2


def _side(sector: str) -> str | None:
    if sector in STATE_ARMED:
        return "state"
    if sector in {"REB", "IMG"}:
        return "group"
    return "civilian" if sector in CIVILIAN else None
