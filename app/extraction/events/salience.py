"""Which event the article is about."""

from app.domain.vocabulary import EventType
from app.extraction.events.drafts import EventDraft
from app.extraction.events.findings import Findings
from app.extraction.events.particulars import is_said_to_happen, strikes_somebody_certain
from app.extraction.frames import Frame
from app.extraction.grammar.governing import is_attempt

_MATERIAL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.RETREAT})


def in_order_of_salience(drafts: list[EventDraft], found: Findings) -> list[EventDraft]:
    """The main event first: told early and often, with deaths, asserted and current."""
    happenings = [draft for draft in drafts if is_told(draft, found)]
    return sorted(happenings, key=lambda draft: (-_salience(draft, found), draft.frames[0]))


def is_told(draft: EventDraft, found: Findings) -> bool:
    """Whether violence is told as a happening and not in general ("the attacks go on").

    Two of actor, target, number, date and place are told, or a verb of the past with whom, when or where it struck, or
    the noun takes for granted that it befell somebody certain ("the killings of the two nurses"). What did not
    happen is told as soon as one of them is ("foiled an attack on the embassy"), for its stance makes it a certain one,
    and so is what was tried upon somebody.
    """
    if draft.type is not EventType.ASSAULT:
        return True
    frames = [found.frames[index] for index in draft.frames]
    told = [found.circumstances[index] for index in draft.frames]
    known = (
        any(frame.actors for frame in frames),
        any(frame.targets or frame.affected for frame in frames),
        any(figure.frame in draft.frames for figure in found.figures),
        any(one.date is not None for one in told),
        any(one.place is not None for one in told),
        any(frame.reciprocal for frame in frames),
    )
    occurred = any(
        _is_past(frame, found) and (one.place is not None or one.date is not None)
        for frame, one in zip(frames, told, strict=True)
    )
    tried = known[1] and any(is_attempt(found.document.doc[frame.trigger.token]) for frame in frames)
    return (
        occurred
        or sum(known) > (draft.stance == "asserted" and not tried)
        or any(_is_done_to_somebody(frame, found) or _is_taken_for_granted(frame, found) for frame in frames)
    )


def _is_taken_for_granted(frame: Frame, found: Findings) -> bool:
    """Whether a definite noun names what somebody suffered, as known to have happened."""
    token = found.document.doc[frame.trigger.token]
    definite = any(child.lower_ == "the" for child in token.children)
    return definite and frame.trigger.is_noun and strikes_somebody_certain(found, frame)


def _is_done_to_somebody(frame: Frame, found: Findings) -> bool:
    """Whether a verb of the past says what was done to whom ("peasants were murdered")."""
    return _is_past(frame, found) and bool(frame.targets or frame.affected)


def _is_past(frame: Frame, found: Findings) -> bool:
    """Whether a verb of the past tells it, or that its noun occurred."""
    token = found.document.doc[frame.trigger.token]
    return token.tag_ in {"VBD", "VBN"} or is_said_to_happen(token)


def _salience(draft: EventDraft, found: Findings) -> float:
    doc = found.document.doc
    first = min(found.frames[index].trigger.token for index in draft.frames)
    sentences = {found.frames[index].sentence for index in draft.frames}
    deadly = any(figure.what == "killed" and figure.low for figure in found.figures if figure.frame in draft.frames)
    score = 2.0 * (1 - first / max(len(doc), 1)) + 0.3 * min(len(sentences), 6)
    score += 0.8 * (draft.type is EventType.ASSAULT) + 0.3 * (draft.type in _MATERIAL) + 0.7 * deadly
    return score - 3.0 * draft.background - 1.5 * (draft.stance != "asserted")
