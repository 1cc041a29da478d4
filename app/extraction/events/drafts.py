"""An event while it is being put together from the frames that tell it."""

from dataclasses import dataclass, field
from datetime import date

from app.domain.vocabulary import EventType, Stance

_TELLING_MODES = ("suicide-attack", "abduct", "unconventional", "drone", "aerial")


@dataclass(slots=True)
class EventDraft:
    """Frames (by index) that tell one happening, and what they say together."""

    type: EventType
    stance: Stance
    background: bool
    frames: list[int] = field(default_factory=list)
    modes: list[str] = field(default_factory=list)
    days: tuple[date, date] | None = None
    #: entity indexes; ``beside`` are those of them that the event was only near
    places: list[int] = field(default_factory=list)
    beside: set[int] = field(default_factory=set)
    #: what the event is set in: indexes of its date, its place entity, and the name that says the place
    date: int | None = None
    place: int | None = None
    place_name: int | None = None

    #: a place changed hands, which captured fighters do not make an abduction
    is_territorial: bool = False

    @property
    def mode(self) -> str | None:
        """The mode the article gives: the most telling of those used, else the first."""
        modes = [mode for mode in self.modes if mode != "abduct" or not self.is_territorial]
        return next((mode for mode in _TELLING_MODES if mode in modes), next(iter(modes), None))
