"""What is hit: places that are hit or taken tell where an event was, and are no party to it."""

from spacy.tokens import Token

from app.domain.vocabulary import EventType
from app.extraction.circumstances import is_spot
from app.extraction.document import Document
from app.extraction.frames import Argument, Frame
from app.extraction.speakers import entity_of

_TAKEN = (EventType.ASSAULT, EventType.COERCE)
_ACTING = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj"})
_GROUND = frozenset(
    "town village city area district suburb neighborhood neighbourhood hill hilltop province region governorate "
    "territory stronghold enclave position positions front frontline outskirts countryside hamlet township locality "
    "part ground capital island port valley mountain corridor".split()
)


def settle_targets(document: Document, frames: list[Frame]) -> None:
    """Turn hit places into the frame's first places, and take out words for a time that a parse made a party."""
    for frame in frames:
        frame.actors = [party for party in frame.actors if not _is_date(document, party)]
        frame.targets = [party for party in frame.targets if not _is_date(document, party)]
        if frame.trigger.type in _TAKEN:
            _settle(document, frame)
        _leave_out_towns(document, frame)


def _leave_out_towns(document: Document, frame: Frame) -> None:
    """A town that does not act is where something was ("the Geneva talks"), whatever the parse made of it."""
    for parties in (frame.actors, frame.targets):
        for party in [party for party in parties if is_spot(document, party.entity)]:
            if document.doc[party.token].dep_ not in _ACTING:
                parties.remove(party)
                frame.places.append(party)


def _settle(document: Document, frame: Frame) -> None:
    kept: list[Argument] = []
    places: list[Argument] = []
    for party in frame.targets:
        place = _place_hit(document, party)
        if place is None:
            kept.append(party)
        else:
            places += [place] if place.entity is not None else []
    frame.targets = kept
    frame.places[:0] = places


def _place_hit(document: Document, party: Argument) -> Argument | None:
    """The place that the party is: named, pointed back to, or inside it ("the town of X"); None for other targets."""
    token = document.doc[party.token]
    if is_spot(document, party.entity):
        return party
    if party.entity is not None or token.lemma_.lower() not in _GROUND:
        return None
    entity = entity_of(document, token)
    if entity is not None and is_spot(document, entity):
        return Argument(party.token, party.start, party.end, entity)
    return _named_inside(document, token) or Argument(party.token, party.start, party.end)


def _named_inside(document: Document, token: Token) -> Argument | None:
    for inner in token.subtree:
        index = document.name_at.get(inner.i)
        if index is not None and is_spot(document, document.names[index].entity):
            name = document.names[index]
            return Argument(inner.i, name.start, name.end, name.entity)
    return None


def _is_date(document: Document, party: Argument) -> bool:
    return any(date.start <= party.start and party.end <= date.end for date in document.dates)
