"""Places that a sentence names although nothing happened there: where it was told, measured from, whose town it is."""

import re
from collections.abc import Iterable
from typing import Final

from spacy.tokens import Token

from app.domain.vocabulary import EventType
from app.extraction.claims.finding import FoundClaim
from app.extraction.document import Document
from app.extraction.frames import Frame

#: Done by saying so: the day and the place of the words are those of the event.
PERFORMATIVE = frozenset(
    {EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT}
    | {EventType.THREATEN, EventType.CONSULT}
)
#: Words that carry news from where they are spoken.
_SPEECH = frozenset(
    {"speech", "address", "sermon", "interview", "conference", "briefing", "broadcast", "speak", "telephone", "phone"}
)
_AUDIENCE = frozenset({"reporter", "journalist"})
_TELLING = frozenset({"say", "tell", "speak", "brief", "inform"})
#: The seat of a government is no scene only because somebody there speaks, unless he is one who saw it.
_WITNESSES = frozenset(
    "police policeman resident witness eyewitness mayor governor doctor medic hospital neighbor neighbour villager "
    "firefighter survivor shopkeeper rescuer paramedic".split()
)
#: … and there speak for the country.
_OFFICIALS = frozenset(
    "official authority government ministry minister army military spokesman spokeswoman spokesperson command".split()
)
#: People who are named by their town wherever they are.
_TOWNSPEOPLE = frozenset({"mayor", "governor", "resident", "bishop", "archbishop", "native", "inhabitant", "citizen"})
#: Words before a place that only measure from it where another lies ("44 km north of").
_MEASURED: Final = re.compile(
    r"\b(?:km|kms|kilomet(?:er|re)s?|miles?)\b(?: (?:to the )?[\w-]+){0,2} (?:from|of) (?:(?:the|central|downtown) )?"
    r"(?:(?:capital|city|town),? (?:of )?)?$",
    re.IGNORECASE,
)
_MEASURED_REACH = 70


def venues(
    document: Document, places: Iterable[tuple[int, int]], frames: list[Frame], claims: list[FoundClaim]
) -> frozenset[int]:
    """Names (by index) of places that only tell where somebody spoke. ``places`` are (token, name) pairs."""
    done = {frame.trigger.token for frame in frames if frame.trigger.type not in PERFORMATIVE}
    verbs = {claim.verb_token for claim in claims}
    return frozenset(name for head, name in places if _is_venue(document.doc[head], done, verbs))


def seats(document: Document, places: Iterable[tuple[int, int]], claims: list[FoundClaim]) -> dict[int, bool]:
    """Names (by index) of capitals that only tell where a speaker sits, and whether he speaks for their country."""
    speakers = {claim.claimant.token for claim in claims}
    found = {}
    for head, name in places:
        speaker = next((word.lemma_.lower() for word in document.doc[head].ancestors if word.i in speakers), None)
        if speaker is not None and speaker not in _WITNESSES and _is_capital(document, name):
            found[name] = speaker in _OFFICIALS
    return found


def is_measured_from(document: Document, name: int) -> bool:
    """Whether the place only tells how far off another lies ("the town of X, 44 km from Y")."""
    start = document.names[name].start
    before = " ".join(document.clean.text[max(0, start - _MEASURED_REACH) : start].split())
    return _MEASURED.search(f"{before} ") is not None


def is_of_people(token: Token) -> bool:
    """Whether the place only tells whose mayor, bishop or resident somebody is."""
    if token.dep_ == "pobj" and token.head.lower_ in {"of", "from"}:
        return token.head.head.lemma_.lower() in _TOWNSPEOPLE
    return token.dep_ in {"compound", "nmod", "poss"} and token.head.lemma_.lower() in _TOWNSPEOPLE


def _is_venue(token: Token, done: set[int], verbs: set[int]) -> bool:
    """Whether the words lead from the place to a speech, and to no deed on the way up."""
    if token.dep_ != "pobj" or any(word.i in done for word in token.ancestors):
        return False
    return any(_is_speech(word) for word in token.ancestors) or _is_beside_saying(token.head, verbs)


def _is_speech(word: Token) -> bool:
    lemma = word.lemma_.lower()
    if lemma in _AUDIENCE:
        return word.head.lemma_ in _TELLING
    if lemma == "tell":
        return any(child.dep_ in {"dobj", "dative"} and child.lemma_.lower() in _AUDIENCE for child in word.children)
    return lemma in _SPEECH


def _is_beside_saying(preposition: Token, verbs: set[int]) -> bool:
    """Whether the words stand right behind the verb of saying ("said from Nairobi that …")."""
    verb = preposition.head
    return verb.i in verbs and verb.i == preposition.i - 1 and verb.lemma_ in _TELLING


def _is_capital(document: Document, name: int) -> bool:
    entity = document.names[name].entity
    location = document.entities[entity].location if entity is not None else None
    return location is not None and location.entry is not None and location.entry.is_capital
