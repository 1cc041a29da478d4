"""Event frames: a trigger word with the words that fill its roles, before frames become events."""

from dataclasses import dataclass, field

from app.domain.vocabulary import EventType, FigureKind, Role, Stance


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word (or words) that names an event. ``token`` is its syntactic head; offsets are clean-text characters."""

    token: int
    start: int
    end: int
    lemma: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    is_noun: bool = False
    #: what happens to the people in the affected slot ("kill" -> killed); None where nobody is counted
    effect: FigureKind | None = None
    #: for other counted objects ("recruit 3,000" -> recruited); None where no count is meant
    counts: str | None = None
    #: how sure the lexicon is that the words mean an event of this type, 0 to 1
    weight: float = 0.8
    #: (syntactic slot, role) pairs: which words around the trigger fill which role
    pattern: tuple[tuple[str, str], ...] = ()
    #: token indices of the words that belong to the construction ("talks" of "walked out of talks")
    consumed: tuple[int, ...] = ()


@dataclass(slots=True)
class Argument:
    """Words that fill a role. ``token`` is the head; ``entity`` indexes ``Document.entities`` where they name one."""

    token: int
    start: int
    end: int
    entity: int | None = None
    role: Role = "actor"
    sector: str | None = None
    country_code: str | None = None


@dataclass(slots=True)
class Frame:
    """One telling of an event in one sentence.

    ``affected`` are the heads of those killed, wounded … where the trigger counts them.
    """

    trigger: Trigger
    #: token indexes, half-open
    sentence: tuple[int, int]
    actors: list[Argument] = field(default_factory=list)
    targets: list[Argument] = field(default_factory=list)
    affected: list[Argument] = field(default_factory=list)
    #: locative phrases that depend on the trigger, nearest first
    places: list[Argument] = field(default_factory=list)
    reciprocal: bool = False
    stance: Stance = "asserted"
    #: clean-text span of "denied", "would", "not" …
    stance_cue: tuple[int, int] | None = None
    background: bool = False
    #: further triggers of the same telling ("killed" with "attack"), and the place in the frame list of the frame that
    #: tells the same event with another effect ("killed 3 and wounded 5")
    merged: list[Trigger] = field(default_factory=list)
    same_as: int | None = None
