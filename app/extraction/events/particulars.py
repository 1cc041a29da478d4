"""Whether words tell a certain happening, or only speak of violence in general."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.domain.vocabulary import EventType
from app.extraction.events.circumstances import is_spot
from app.extraction.events.findings import Findings
from app.extraction.events.sums import SUM
from app.extraction.frames import Frame
from app.extraction.grammar.syntax import kids

if TYPE_CHECKING:
    from spacy.tokens import Token

_SWEEPING: Final = frozenset({"any", "every", "each", "no", "such", "all", "some"})
#: determiners that leave open who or what is meant
_OPEN: Final = _SWEEPING | {"many", "most", "more", "other", "much", "certain"}
_COUNTED: Final = frozenset({"several", "few", "dozens"})
_ANYBODY: Final = frozenset({"those", "us", "we", "everyone", "anyone", "someone", "who", "that", "whoever", "anybody"})
_MASS: Final = frozenset({"people", "personnel", "population", "property", "youth", "humanity"})
_MANY: Final = frozenset({"wave", "series", "string", "number", "spate", "campaign"})
#: verbs that tell of their subject, a noun, that it happened
_HAPPENING: Final = frozenset({
    "occur", "happen", "take", "break", "erupt", "flare", "rage", "report", "hear", "follow", "ensue", "kill", "leave",
    "wound", "injure", "destroy", "damage", "hit", "rock", "shake", "cause", "claim", "strike", "begin", "start", "be",
    "last", "resume",
})  # fmt: skip
_DOING: Final = frozenset({
    "have", "begin", "start", "continue", "manage", "try", "attempt", "proceed", "help", "force", "see", "use", "able",
    "let", "go", "come",
})  # fmt: skip
_PERFECT: Final = frozenset({"have", "has", "'ve", "’ve"})
_OPEN_CLAUSES: Final = frozenset({"acl", "relcl", "pcomp", "csubj", "dobj", "pobj"})
#: forms of the present that are those of the past too
_LIKE_PAST: Final = frozenset({"set", "hit", "put", "cut", "beat", "hurt", "burst", "shed", "shut", "cast", "spread"})
_BOTH: Final = 2
_SENTENCE_ENDS: Final = frozenset(".!?\"'”’)]:;…")
#: a date of more days dates no single happening
_MONTH: Final = 31
_NEAR: Final = 4


def is_talk(found: Findings, index: int, counts: Mapping[int | None, int]) -> bool:
    """Whether the frame at ``index`` tells of no occasion.

    That is violence with neither day nor place nor number nor anybody certain, in a form of general talk: bare plurals
    ("attacks on civilians"), the present of habits ("those who kill"), infinitives, sums ("has killed many").
    """
    frame = found.frames[index]
    if frame.trigger.type is not EventType.ASSAULT or frame.stance != "asserted":
        return False
    token = found.document.doc[frame.trigger.token]
    counted = counts.get(index, 0)
    if 0 < counted < SUM or _is_set(found, index):
        return False
    if strikes_somebody_certain(found, frame):
        return False
    return (_is_general_noun if frame.trigger.is_noun else _is_general_verb)(found, frame, token)


def strikes_somebody_certain(found: Findings, frame: Frame) -> bool:
    """Whether it is told of a certain person, group or thing that it was struck."""
    return any(_is_certain(found, party.token, party.entity) for party in (*frame.targets, *frame.affected))


def _is_general_noun(found: Findings, frame: Frame, token: "Token") -> bool:
    determiners = {child.lower_ for child in kids(token, "det")}
    if determiners & _SWEEPING:
        return True
    if is_said_to_happen(token) or _is_heading(token):
        return False
    if _strikes_anybody(found, frame):
        return True
    is_open = token.tag_ == "NNS" or not (determiners or kids(token, "poss"))
    sides = {party.token for party in frame.actors if party.token in found.document.name_at}
    return is_open and len(sides) < _BOTH and not kids(token, "nummod")


def is_said_to_happen(token: "Token") -> bool:
    """Whether a verb of the past tells of the noun that it occurred ("clashes broke out", "there was an attack")."""
    verb = token.head
    subject = token.dep_ in {"nsubj", "nsubjpass", "attr"} and verb.lemma_ in _HAPPENING
    return subject and (verb.tag_ == "VBD" or any(child.lower_ in {"was", "were"} for child in verb.children))


def _is_general_verb(found: Findings, frame: Frame, token: "Token") -> bool:
    auxiliaries = {child.lower_ for child in kids(token, "aux", "auxpass")}
    if _is_present(token, auxiliaries):
        return not _is_heading(token)
    if token.tag_ == "VB":
        return not _came_about(token)
    if auxiliaries & _PERFECT:
        return _strikes_anybody(found, frame) or not (frame.places or frame.targets or frame.affected)
    return token.dep_ in _OPEN_CLAUSES and _strikes_anybody(found, frame)


def _came_about(infinitive: "Token") -> bool:
    """Whether the governing verb says that it was done ("had to open fire", "began to shell and burn")."""
    while infinitive.dep_ == "conj":
        infinitive = infinitive.head
    governor = infinitive.head
    past = governor.tag_ in {"VBD", "VBN"} or any(child.lower_ in {"was", "were"} for child in governor.children)
    return infinitive.dep_ in {"xcomp", "ccomp"} and past and governor.lemma_ in _DOING


def _is_present(token: "Token", auxiliaries: set[str]) -> bool:
    if token.tag_ in {"VBP", "VBZ"}:
        return token.lower_ not in _LIKE_PAST
    present = auxiliaries & {"is", "are", "'re", "am"}
    return bool(present) and not auxiliaries & {"was", "were", "been", "has", "have", "had"}


def _is_heading(token: "Token") -> bool:
    """Whether the sentence is a headline or caption, which leaves out articles and tells in the present."""
    words = [word for word in token.sent if not word.is_space]
    return words[-1].text not in _SENTENCE_ENDS


def _strikes_anybody(found: Findings, frame: Frame) -> bool:
    """Whether all those it is done to are told only in general ("the murder of journalists")."""
    doc = found.document.doc
    for noun in kids(doc[frame.trigger.token], "dobj"):
        if noun.lemma_ not in _MANY and any(child.lower_ in {"a", "an"} for child in noun.children):
            return False  # "has launched an offensive against rebels": one
    parties = [doc[party.token] for party in (*frame.targets, *frame.affected)]
    return bool(parties) and all(_is_anybody(found, party) for party in parties)


def _is_anybody(found: Findings, token: "Token") -> bool:
    if token.i in found.document.name_at:
        return False
    if token.pos_ == "PRON":
        return token.lower_ in _ANYBODY
    children = list(token.children)
    certain = any(child.dep_ == "det" and child.lower_ not in _OPEN for child in children)
    if certain or any(child.dep_ in {"poss", "nummod"} or child.lower_ in _COUNTED for child in children):
        return False
    if any(word.i in found.document.name_at for word in token.subtree):
        return False
    return token.tag_ == "NNS" or token.lower_ in _MASS or (token.tag_ == "NN" and not kids(token, "det"))


def _is_set(found: Findings, index: int) -> bool:
    """Whether a day or a place below a country ties it to one occasion."""
    frame, told = found.frames[index], found.circumstances[index]
    place = found.document.names[told.place].entity if told.place is not None else None
    if told.place_distance <= _NEAR and is_spot(found.document, place):
        return True
    return told.date is not None and _dates(found, told.date, found.document.doc[frame.trigger.token])


def _dates(found: Findings, index: int, trigger: "Token") -> bool:
    """Whether the date is that of a day or a few, and belongs to the trigger's own clause."""
    date = found.document.dates[index]
    first, last = date.value.earliest, date.value.latest
    if first is None or last is None or (last - first).days > _MONTH:
        return False
    span = found.document.doc.char_span(date.start, date.end, alignment_mode="expand")
    if span is None:
        return False
    return trigger.is_ancestor(span.root) or _clause(span.root.head) == _clause(trigger)


def _clause(token: "Token") -> "Token | None":
    return next((word for word in (token, *token.ancestors) if word.pos_ in {"VERB", "AUX"}), None)


def _is_certain(found: Findings, head: int, entity: int | None) -> bool:
    token = found.document.doc[head]
    if entity is not None:
        return found.document.entities[entity].kind in {"person", "organization"}
    if kids(token, "nummod"):
        return True
    return token.tag_ in {"NN", "NNP"} and token.lower_ not in _MASS and not _is_anybody(found, token)
