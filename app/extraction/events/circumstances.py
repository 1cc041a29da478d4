"""When and where: the date and the place that belong to an event frame."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import timedelta

from spacy.tokens import Doc, Token

from app.extraction.claims.finding import FoundClaim
from app.extraction.document import Document, FoundDate, Name
from app.extraction.events.clauses import tells_of_another
from app.extraction.events.scenes import PERFORMATIVE, is_measured_from, is_of_people, seats, venues
from app.extraction.events.ways import is_elsewhere
from app.extraction.frames import Argument, Frame
from app.extraction.lexicons.folding import fold
from app.extraction.lexicons.head_nouns import HeadNouns
from app.extraction.roles.backdrop import interval_of

_PERFORMATIVE_MODES = frozenset({"resign"})
_LOCATIVE = frozenset(
    "in at near on around outside inside across throughout within into from over along toward towards off through "
    "between of for to south north east west against".split()
)
#: The only words after which a country tells where, rather than who.
_INSIDE = frozenset({"in", "inside", "across", "throughout", "within", "into", "over"})
#: Words between a verb of saying and the day of saying it ("said late on Monday").
_BESIDE = 4
#: Verbs of saying whose day is that of the words even where the sentence hides who speaks.
_SAYING = frozenset({"say", "tell", "announce", "report", "add", "confirm"})
_FAR = 99
#: An article may bear the date of a place where it is still the day before.
_TIME_ZONES = timedelta(days=1)
#: Words before a place that an event was beside, and how many characters hold them.
_LOOK_BACK = 12
_NEAR_BY = (" near", " outside", " Near", " Outside")
_BREADTH = {"other": 0, "settlement": 0, "admin2": 1, "admin1": 2, "region": 4, "country": 5}


@dataclass(slots=True)
class Circumstances:
    """Index of the date in ``Document.dates`` and of the place in ``Document.names``; None where no words say it."""

    date: int | None = None
    place: int | None = None
    #: syntactic distance of the place's words from the trigger; the smaller, the surer
    place_distance: int = _FAR


@dataclass(frozen=True, slots=True)
class Sightings:
    """Where dates and place names stand, by the token they begin at, so that a sentence finds its own."""

    dates: tuple[tuple[int, int], ...]
    places: tuple[tuple[int, int], ...]
    #: names of those places that only tell where somebody spoke or sits, and those of them that are news from abroad
    venues: frozenset[int] = frozenset()
    abroad: frozenset[int] = frozenset()


def sightings(document: Document, frames: list[Frame], claims: list[FoundClaim]) -> Sightings:
    """Head token and index of every date and of every name that is used as a place."""
    dates = [
        (head.i, index)
        for index, found in enumerate(document.dates)
        if _has_bounds(found) and not _in_dateline(document, found.start) and (head := _head(document.doc, found))
    ]
    places = []
    for index, name in enumerate(document.names):
        if name.kind == "place" and name.entity is not None and not _in_dateline(document, name.start):
            span = document.doc.char_span(name.start, name.end, alignment_mode="expand")
            if span is not None:
                places.append((span.root.i, index))
    spoken, seated = venues(document, places, frames, claims), seats(document, places, claims)
    abroad = spoken | {name for name, is_official in seated.items() if not is_official}
    return Sightings(tuple(dates), tuple(places), abroad | seated.keys(), abroad)


def _in_dateline(document: Document, position: int) -> bool:
    """Whether the words stand before the news begins, where they tell of the report and not of the event."""
    return position < document.clean.block_at(position).body_start


def _has_bounds(found: FoundDate) -> bool:
    """Whether the date is on the calendar, and not only named ("during Ramadan")."""
    return found.value.earliest is not None or found.value.latest is not None


def _head(doc: Doc, found: FoundDate) -> Token | None:
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    return span.root if span is not None else None


def circumstances(
    document: Document, frame: Frame, seen: Sightings, claims: list[FoundClaim], told: Set[int]
) -> Circumstances:
    """Date and place that the frame's own sentence gives. ``told`` are the tokens of all events' triggers."""
    place, distance = _place(document, frame, seen, claims)
    return Circumstances(_date(document, frame, seen, claims, told), place, distance)


def _date(document: Document, frame: Frame, seen: Sightings, claims: list[FoundClaim], told: Set[int]) -> int | None:
    first, last = frame.sentence
    trigger = document.doc[frame.trigger.token]
    by_somebody = (claim.verb_token for claim in claims if claim.claimant.token != claim.verb_token)
    speaking = {verb for verb in by_somebody if first <= verb < last}
    spoken = frame.trigger.type in PERFORMATIVE or frame.trigger.mode in _PERFORMATIVE_MODES
    interval = interval_of(trigger)
    done = frame.stance == "asserted" and not spoken
    best: tuple[int, int, int] | None = None
    for head, index in seen.dates:
        if not first <= head < last or (interval is not None and not interval.head.is_ancestor(document.doc[head])):
            continue
        said_then = is_day_of_saying(document.doc[head], speaking)
        if said_then and not spoken and frame.trigger.token not in speaking:
            continue
        if tells_of_another(document.doc[head], trigger, told) or (done and lies_ahead(document, index)):
            continue
        rank = (_distance(document.doc[head], trigger), abs(head - trigger.i), index)
        best = min(best, rank) if best else rank
    return best[2] if best else None


def lies_ahead(document: Document, date: int) -> bool:
    """Whether the date lies after publication, so that it is none of what the article tells as done."""
    earliest, published = document.dates[date].value.earliest, document.published.latest
    return earliest is not None and published is not None and earliest > published + _TIME_ZONES


def is_day_of_saying(token: Token, speaking: set[int]) -> bool:
    """Whether the date stands beside the verb of saying that governs it, and so dates the words."""
    verb = next((ancestor for ancestor in token.ancestors if ancestor.pos_ in {"VERB", "AUX"}), None)
    says = verb is not None and (verb.i in speaking or (verb.lemma_ in _SAYING and verb.tag_ == "VBD"))
    return verb is not None and says and -2 <= token.i - verb.i <= _BESIDE


def _place(document: Document, frame: Frame, seen: Sightings, claims: list[FoundClaim]) -> tuple[int | None, int]:
    for argument in frame.places:
        name = _name_of(document, argument)
        if name is not None and document.names[name].kind == "place" and document.names[name].entity is not None:
            return name, 1
    first, last = frame.sentence
    trigger = document.doc[frame.trigger.token]
    speaking = [claim for claim in claims if first <= claim.claimant.token < last]
    taken = [(party.start, party.end) for party in (*frame.actors, *frame.targets) if party.role != "mediator"]
    best: tuple[bool, int, int, int] | None = None
    for head, index in seen.places:
        token = document.doc[head]
        if not first <= head < last or _inside(document, index, taken) or _tells_of(token, speaking):
            continue
        if frame.trigger.type not in PERFORMATIVE and (index in seen.venues or is_elsewhere(document, index)):
            continue
        if not _is_locative(token, wide=not is_spot(document, document.names[index].entity)):
            continue
        aside = is_measured_from(document, index) or is_of_people(token)
        rank = (aside, _distance(token, trigger), abs(head - trigger.i), index)
        best = min(best, rank) if best else rank
    return (best[3], best[1]) if best else (None, _FAR)


def _name_of(document: Document, argument: Argument) -> int | None:
    """The name in the words, or the last one before them that "the village" points back to."""
    index = document.name_at.get(argument.token)
    if index is not None or argument.entity is None:
        return index
    named = [i for i, name in enumerate(document.names) if name.entity == argument.entity]
    before = [i for i in named if document.names[i].start <= argument.start]
    return before[-1] if before else next(iter(named), None)


def is_spot(document: Document, entity: int | None) -> bool:
    """Whether the entity is a place that is no country."""
    if entity is None or document.entities[entity].kind != "place":
        return False
    location = document.entities[entity].location
    return location is None or location.entry is None or location.entry.feature != "country"


def is_site(document: Document, place: int, heads: HeadNouns) -> bool:
    """Whether an unknown place is a street, building or other spot that may lie in any town of the article."""
    noun = heads.of(fold(document.entities[place].name))
    return noun is not None and noun.kind == "place"


def _is_locative(token: Token, *, wide: bool) -> bool:
    """Whether the name stands in a phrase that can tell where ("in X", "the X suburb of Y"), not as one who acts.

    A country (``wide``) acts more often than it is a place, and counts only after "in" and its like.
    """
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ in {"nsubj", "nsubjpass", "agent"} or is_prefix(token):
        return False
    if token.dep_ == "pobj":
        return token.head.lower_ in (_INSIDE if wide else _LOCATIVE)
    if token.dep_ in {"compound", "poss", "nmod", "appos", "npadvmod"}:
        return not wide and (token.head.dep_ not in {"nsubj", "nsubjpass"} or token.dep_ == "appos")
    return not wide


def _tells_of(token: Token, claims: list[FoundClaim]) -> bool:
    """Whether the name only tells where a speaker sits ("state media in Syria", "which is based in Britain")."""
    above = {ancestor.i for ancestor in token.ancestors}
    return any(claim.claimant.token in above and not claim.covers(token.i) for claim in claims)


def _inside(document: Document, name: int, taken: list[tuple[int, int]]) -> bool:
    start, end = document.names[name].start, document.names[name].end
    return any(first == start and end == last for first, last in taken)


def _distance(token: Token, trigger: Token) -> int:
    """Steps over the dependency tree between two words of one sentence."""
    steps = {trigger.i: 0}
    for count, ancestor in enumerate(trigger.ancestors, start=1):
        steps[ancestor.i] = count
    if token.i in steps:
        return steps[token.i]
    for count, ancestor in enumerate(token.ancestors, start=1):
        if ancestor.i in steps:
            return count + 2 * steps[ancestor.i]
    return _FAR


def narrowest_date(document: Document, indexes: list[int | None]) -> int | None:
    """The most precise of the dates; the first of equals."""
    found = [index for index in indexes if index is not None]
    return min(found, key=lambda index: _days(document.dates[index]), default=None)


def _days(found: FoundDate) -> int:
    value = found.value
    return (value.latest - value.earliest).days if value.earliest and value.latest else 1_000_000


def narrowest_place(document: Document, indexes: list[int | None]) -> int | None:
    """The most narrow of the places: a spot or settlement before a division, a division before a country.

    Of two that are equally narrow, one that the event was only near stands back.
    """
    found = [index for index in indexes if index is not None]
    return min(
        found,
        key=lambda index: (_breadth(document, document.names[index]), is_only_near(document, index)),
        default=None,
    )


def is_only_near(document: Document, name: int | None) -> bool:
    """Whether the event was not in the place but beside it ("a village near Aleppo")."""
    if name is None:
        return False
    start = document.names[name].start
    before = document.clean.text[max(0, start - _LOOK_BACK) : start].rstrip()
    return before.endswith(_NEAR_BY)


def _breadth(document: Document, name: Name) -> int:
    location = document.entities[name.entity].location if name.entity is not None else None
    if location is None:
        return 3
    return 0 if location.entry is None else _BREADTH[location.entry.feature]


def is_prefix(token: Token) -> bool:
    """Whether the name is the first half of a compound such as "Saudi-backed"."""
    return token.i + 1 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_
