"""Casualty figures: numbers of people killed, wounded, captured, missing or displaced, each tied to an event frame."""

from collections.abc import Iterator

from spacy.tokens import Token

from app.domain.vocabulary import FIGURE_KINDS, EventType, FigureKind
from app.extraction.casualties.conditions import DEAD, Condition, bearer, find_conditions, is_own_deed, listed_beside
from app.extraction.casualties.figure import FoundFigure
from app.extraction.casualties.individuals import describe
from app.extraction.casualties.multiples import counted_by_multiple
from app.extraction.casualties.relations import (
    TOLD_APART,
    is_included,
    join_lists,
    mark_attackers,
    mark_included,
    mark_others,
    mark_vague,
)
from app.extraction.casualties.titles import death_in_title
from app.extraction.casualties.tolls import is_outdated, is_revision
from app.extraction.casualties.words_for_people import PRONOUNS, People, people_meant, told_by_ordinal
from app.extraction.claims.speakers import entity_of, phrase_span
from app.extraction.document import Document, Quantity
from app.extraction.frames import Argument, Frame
from app.extraction.grammar.governing import is_attempt
from app.extraction.grammar.syntax import kids
from app.extraction.roles.backdrop import since_an_age

_DEAD = "dead"
_DEADLY = frozenset({"fatal", "deadly", "fatally", "lethal", _DEAD})
#: Leave open whether those hit are dead or wounded.
_HIT = frozenset({"shoot", "shooting", "stab", "stabbing", "hit", "strike", "gun", "find", "suffer", "sustain"})
_FINDING = frozenset({"find", "discover", "locate"})
_REFLEXIVES = frozenset({"himself", "herself", "themselves"})
#: What is fired or hit besides people.
_THINGS = frozenset(
    "round shot bullet casing shell rocket missile vehicle car truck bus tank plane aircraft helicopter boat ship "
    "house home building window door store shop dog animal position target time".split()
)
#: A death told so many words away from the last violence belongs to another story.
_REACH = 250


def find_figures(document: Document, frames: list[Frame], people: People) -> list[FoundFigure]:
    """Every casualty figure of the article in text order, each number once per kind."""
    figures: dict[tuple[str, int], FoundFigure] = {}
    for index in range(len(frames)):
        for figure in _of_frame(document, frames, index, people):
            figures.setdefault((figure.what, figure.start), figure)
    for figure in _stated(document, frames, people):
        figures.setdefault((figure.what, figure.start), figure)
    found = sorted(_once(figures), key=lambda figure: figure.start)
    if (death := death_in_title(document.title, found)) is not None:
        found.insert(0, death)
    join_lists(document, found)
    mark_others(document, found)
    mark_vague(document, found)
    mark_included(document, found)
    mark_attackers(found, frames)
    _mark_revisions(document, found)
    return found


def _of_frame(document: Document, frames: list[Frame], index: int, people: People) -> Iterator[FoundFigure]:
    """Figures in the words of a frame's own parties, and by a noun that multiplies."""
    frame = frames[index]
    effect = _effect(document, frame)
    for argument in _struck(document, frame):
        figure = _figure(document, argument, effect, index, people) if effect is not None else None
        if figure is None or (frame.trigger.is_noun and "attackers" in figure.of_whom):
            continue
        figure.group = index
        figure.hit = effect == "wounded" and frame.trigger.lemma in _HIT
        _describe(document, figure, document.doc[figure.token], document.doc[frame.trigger.token])
        if _is_own_death(document, frame, argument):
            figure.by_own_hand = True
            figure.frame = _own_deed(frames, index)
        yield figure
    multiple = counted_by_multiple(document, frame, index)
    if multiple is not None:
        yield multiple


def _mark_revisions(document: Document, figures: list[FoundFigure]) -> None:
    """Note which figures replace what the article said before, and which are given up."""
    for figure in figures:
        span = document.doc.char_span(figure.start, figure.end, alignment_mode="expand")
        if span is not None:
            figure.later, figure.outdated = is_revision(span.root), is_outdated(span.root)


def _is_own_death(document: Document, frame: Frame, argument: Argument) -> bool:
    """Whether the trigger tells what those affected did to themselves ("killed himself and 12 others": himself)."""
    if document.doc[argument.token].lower_ in _REFLEXIVES:
        return True
    trigger = document.doc[frame.trigger.token]
    beside = tuple(trigger.children)
    beside += tuple(document.doc[token] for token in frame.trigger.consumed)
    reflexive = any(word.lower_ in _REFLEXIVES for word in beside)
    return reflexive and (not frame.actors or argument.token in {actor.token for actor in frame.actors})


def _own_deed(frames: list[Frame], index: int) -> int:
    """The violence told before in the sentence of those who then turn on themselves; else that frame itself."""
    sentence = frames[index].sentence
    earlier = [i for i in range(index) if frames[i].sentence == sentence and frames[i].stance == "asserted"]
    return next((i for i in earlier if frames[i].trigger.type is EventType.ASSAULT), index)


def _once(figures: dict[tuple[str, int], FoundFigure]) -> list[FoundFigure]:
    """The figures without those that tell a dead person among the wounded, or of one person by the same word again."""
    kept: dict[tuple[str, bool, int, int], FoundFigure] = {}
    for (what, start), figure in figures.items():
        if what == "wounded" and figure.low == 1 and not figure.hit and ("killed", start) in figures:
            continue
        person = figure.one.token if figure.one is not None else -1 - start
        if not any(_is_same_words(figure, other) for other in kept.values()):
            kept.setdefault((what, figure.hit, figure.low, person), figure)
    return list(kept.values())


def _is_same_words(figure: FoundFigure, other: FoundFigure) -> bool:
    """Whether one number is read twice, with and without its article ("a third victim", "third victim")."""
    overlap = figure.start < other.end and other.start < figure.end
    return overlap and (figure.what, figure.low, figure.high) == (other.what, other.low, other.high)


def _struck(document: Document, frame: Frame) -> Iterator[Argument]:
    """Whom the trigger counts: those affected, else its targets ("the fatal shooting of"), else those "found shot".

    An attempt upon people harms nobody, and what did not happen only as many as the words say.
    """
    if is_attempt(document.doc[frame.trigger.token]):
        return
    by_target = frame.trigger.counts in FIGURE_KINDS or frame.trigger.is_noun
    for word in kids(document.doc[frame.trigger.token], "conj"):
        if word.lower_ in _REFLEXIVES:  # "shot his wife and then himself"
            yield Argument(word.i, word.idx, word.idx + len(word), entity_of(document, word))
    for argument in frame.affected or (frame.targets if by_target else _found_so(document, frame)):
        if frame.stance != "asserted" and not _is_numbered(document, argument):
            continue
        yield argument
        for token in listed_beside(document, document.doc[argument.token]):
            start, end = phrase_span(token)
            yield Argument(token.i, start, end, entity_of(document, token))


def _found_so(document: Document, frame: Frame) -> Iterator[Argument]:
    """Those "found shot to death", whom the verb of finding holds, and whom a pronoun without a name stands for."""
    trigger = document.doc[frame.trigger.token]
    found = trigger.dep_ == "advcl" and trigger.head.lemma_ in _FINDING and not kids(trigger, "nsubj", "dobj", "mark")
    pronoun = next((child for child in kids(trigger, "nsubjpass", "dobj") if child.lower_ in PRONOUNS), None)
    found = found or trigger.dep_ in {"oprd", "acomp", "xcomp", "ccomp"}
    person = pronoun if pronoun is not None or not found else bearer(trigger)
    if person is not None:
        start, end = phrase_span(person)
        yield Argument(person.i, start, end, entity_of(document, person))


def _effect(document: Document, frame: Frame) -> FigureKind | None:
    """What the trigger does to those affected; "fatal" and "dead" beside it decide."""
    trigger = document.doc[frame.trigger.token]
    beside = [child for child in trigger.children if child.lower_ != _DEAD or child.i > trigger.i]
    beside += (word for thing in kids(trigger, "dobj") for word in thing.children)
    if frame.trigger.effect != "killed" and any(word.lower_ in _DEADLY and not kids(word, "nsubj") for word in beside):
        return "killed"
    counted = next((kind for kind in FIGURE_KINDS if kind == frame.trigger.counts), None)
    return frame.trigger.effect or counted


def _figure(document: Document, argument: Argument, what: FigureKind, frame: int, people: People) -> FoundFigure | None:
    """The figure in the words of an argument; None where they give no number."""
    head = document.doc[argument.token]
    quantity = _quantity_in(document, argument)
    if quantity is not None:
        if quantity.counts_people is False and head.lemma_.lower() in _THINGS:
            return None
        figure = FoundFigure(
            what, quantity.low, quantity.high, quantity.start, quantity.end, argument.token, frame, frame
        )
        figure.partial, figure.more = quantity.whole is not None, quantity.more
    elif (number := people_meant(document, head, people)) is not None:
        figure = FoundFigure(what, number, number, argument.start, argument.end, argument.token, frame, frame)
    else:
        return None
    figure.partial = figure.partial or is_included(head)
    _tell_apart(figure, head, quantity, people)
    return figure


def _describe(document: Document, figure: FoundFigure, head: Token, verb: Token) -> None:
    """Note who the figure is, where it is one person, or how many there are by now ("a third victim")."""
    if figure.low == figure.high == 1 and (figure.hit or figure.what == "killed"):
        figure.low = figure.high = told_by_ordinal(head, hit=figure.hit)
    if figure.low == figure.high == 1:
        figure.one = describe(document, head, verb)


def _bearing(document: Document, condition: Condition) -> Token:
    """The word for those in the condition."""
    if condition.who is not None:
        return document.doc[condition.who.token]
    quantity = condition.quantity
    return document.doc[quantity.noun if quantity is not None and quantity.noun is not None else condition.token]


def _quantity_in(document: Document, argument: Argument) -> Quantity | None:
    """The number of an argument: the one that counts its head, else one at its start or of a noun above its head."""
    inside = None
    counting = [quantity for quantity in document.quantities if quantity.noun == argument.token]
    if counting:
        return min(counting, key=lambda quantity: quantity.whole is not None)  # "one of five people shot": five
    for quantity in document.quantities:
        if quantity.start <= document.doc[argument.token].idx < quantity.end:
            return quantity
        if inside is None and argument.start <= quantity.start and quantity.end <= argument.end:
            inside = quantity
    if inside is None or inside.start == argument.start or inside.noun is None:
        return inside
    return inside if document.doc[inside.noun].is_ancestor(document.doc[argument.token]) else None


def _is_numbered(document: Document, argument: Argument) -> bool:
    """Whether the words give a number, and not only mean one person ("a bishop")."""
    quantity = _quantity_in(document, argument)
    return quantity is not None and not (quantity.low == 1 and quantity.text.lower().startswith(("a ", "an ")))


def _tell_apart(figure: FoundFigure, head: Token, quantity: Quantity | None, people: People) -> None:
    group = quantity.group if quantity is not None else None
    group = group or people.get(head.lemma_.lower())
    if group in TOLD_APART:
        figure.of_whom[group] = figure.low


def _stated(document: Document, frames: list[Frame], people: People) -> Iterator[FoundFigure]:
    """Figures that name the condition themselves: "12 dead", "three injuries", "he died", "the toll rose to 17"."""
    violent = [(i, frame) for i, frame in enumerate(frames) if frame.trigger.type is EventType.ASSAULT]
    own = {trigger.token: i for i, frame in violent for trigger in (*frame.merged, frame.trigger)}
    for condition in find_conditions(document):
        if since_an_age(document.doc[condition.token]):
            continue
        nobody = condition.quantity is not None and condition.quantity.high == 0
        frame = own.get(condition.token, _frame_for(frames, condition.token, harmless=nobody))
        if frame is None:
            continue
        only_thought_of = condition.token in own and frames[frame].stance != "asserted"
        if condition.who is not None and (only_thought_of or is_attempt(document.doc[condition.token])):
            continue
        figure = _of_condition(document, condition, frame, people)
        if figure is not None:
            figure.group = frame if frames[frame].trigger.token == condition.token else -1 - condition.token
            who, verb = _bearing(document, condition), document.doc[condition.token]
            figure.hit = condition.hit
            _describe(document, figure, who, verb)
            if is_own_deed(verb, who):
                figure.by_own_hand, figure.frame = True, _own_deed(frames, frame)
            yield figure


def _of_condition(document: Document, condition: Condition, frame: int, people: People) -> FoundFigure | None:
    if condition.quantity is not None:
        number = condition.quantity
        figure = FoundFigure(
            condition.what, number.low, number.high, number.start, number.end, condition.token, frame, frame
        )
        some_died = condition.what == "killed" and not _is_of_dead(document, number)
        figure.partial = (number.whole is not None and not some_died) or is_included(document.doc[condition.token])
        figure.more = number.more
        if number.group in TOLD_APART:
            figure.of_whom[number.group] = number.low
        return figure
    return None if condition.who is None else _figure(document, condition.who, condition.what, frame, people)


def _is_of_dead(document: Document, number: Quantity) -> bool:
    """Whether the number is some of those already counted as dead ("three of the dead"), not of those hit."""
    noun = document.doc[number.noun] if number.noun is not None else None
    return noun is not None and any(word.lower_ in DEAD or word.lemma_ in DEAD for word in (noun, *noun.children))


def _frame_for(frames: list[Frame], token: int, *, harmless: bool) -> int | None:
    """The violent frame of the same sentence, else the last that happened or did no harm, else the first after it."""
    violent = [i for i, frame in enumerate(frames) if frame.trigger.type is EventType.ASSAULT]
    same = [i for i in violent if frames[i].sentence[0] <= token < frames[i].sentence[1]]
    if same:
        return min(same, key=lambda i: abs(frames[i].trigger.token - token))
    in_reach = [i for i in violent if abs(frames[i].trigger.token - token) <= _REACH]
    near = [i for i in in_reach if frames[i].stance == "asserted"]
    near = near or [i for i in in_reach if harmless and frames[i].stance == "denied"]
    before = [i for i in near if frames[i].trigger.token < token]
    return before[-1] if before else next(iter(near), None)
