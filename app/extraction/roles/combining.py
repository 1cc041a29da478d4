"""Frames of triggers that tell one event become one; what an event is about lends it its target."""

from dataclasses import replace
from typing import Final

from app.domain.vocabulary import EventType
from app.extraction.frames import Argument, Frame, Trigger
from app.extraction.roles.nesting import Nesting
from app.extraction.roles.role_reading import apart_from

#: modes that a more telling word beside the trigger replaces
_VAGUE_MODES: Final = frozenset({None, "explosives", "targeted"})
#: tell that people lived, which being shot or hit leaves open
_WOUNDING: Final = frozenset({"wound", "injure", "hurt", "maim"})


def counted_apart(frames: list[Frame], nesting: Nesting) -> set[int]:
    """Told-with triggers that count other people than their main trigger ("killed 3 and wounded 5")."""
    found = set()
    for position in nesting.told_with:
        own, main = frames[position], frames[nesting.main(position)]
        same = {a.token for a in own.affected} & {a.token for a in main.affected}
        effects = own.trigger.effect and main.trigger.effect
        others = own.affected or (_wounds(main.trigger) and own.trigger.effect == "killed")
        if effects and others and main.affected and not same and own is not main:
            found.add(position)
    return found


def _wounds(trigger: Trigger) -> bool:
    """Whether those it strikes were wounded and hence did not die ("injured", not "shot")."""
    return trigger.effect == "wounded" and trigger.lemma in _WOUNDING


def combine(frames: list[Frame], nesting: Nesting, apart: set[int]) -> None:
    """Give main frames what the triggers told with them know; those counted apart get the main one's actors."""
    for position in nesting.told_with:
        main, other = frames[nesting.main(position)], frames[position]
        if main is other:
            continue
        main.reciprocal = main.reciprocal or (not main.actors and other.reciprocal)
        main.actors = main.actors or apart_from(main.targets, other.actors)
        main.targets = _joint_targets(main, other)
        main.places += [place for place in other.places if place not in main.places]
        if position not in apart:
            main.affected = main.affected or other.affected
            main.merged.append(other.trigger)
            main.trigger = _joint(main.trigger, other.trigger)
    for position in apart:
        frames[position].actors = frames[position].actors or frames[nesting.main(position)].actors


def _joint_targets(main: Frame, other: Frame) -> list[Argument]:
    """Violence strikes the thing it hits and the people it kills there; where those stood is no further target."""
    joined = main.trigger.type is EventType.ASSAULT and (other.affected or not main.affected)
    if not main.targets or not joined:
        return main.targets or apart_from(main.actors, other.targets)
    return [*main.targets, *apart_from([*main.actors, *main.targets], other.targets)]


def _joint(main: Trigger, other: Trigger) -> Trigger:
    deadly = "killed" in {main.effect, other.effect}
    return replace(
        main,
        mode=other.mode if main.mode in _VAGUE_MODES and other.mode else main.mode,
        contexts=tuple(dict.fromkeys(main.contexts + other.contexts)),
        effect="killed" if deadly else main.effect or other.effect,
        counts=main.counts or other.counts,
        weight=max(main.weight, other.weight),
    )


def lend_targets(frames: list[Frame], nesting: Nesting) -> None:
    """A demand, promise or threat without target of its own is directed at whom its content concerns."""
    for position, outer in nesting.content_of.items():
        main, inner = frames[nesting.main(outer)], frames[position]
        if not main.targets and not main.reciprocal:
            main.targets = apart_from(main.actors, inner.targets) or apart_from(main.actors, inner.actors)
