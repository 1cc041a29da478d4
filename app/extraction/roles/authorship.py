"""Who is behind a deed where the words stand outside its own clause: "blamed X for", "was attributed to X"."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from app.domain.vocabulary import EventType
from app.extraction.frames import Frame
from app.extraction.grammar.blame import BLAMING, WRITINGS, accused_by, deed_of
from app.extraction.grammar.syntax import governing_verb, is_passive, kids, logical_subject, prepositional
from app.extraction.grammar.syntax import surface_subject as subject
from app.extraction.roles.phrases import PhraseReader
from app.extraction.roles.role_reading import apart_from

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: verbs that say whose deed their object is ("attributed the attack to X", "blamed it on X")
_ATTRIBUTING: Final = frozenset({"attribute", "ascribe", "impute", "trace", "link", "blame", "pin", "assign"})
_CONFESSING: Final = frozenset({"admit", "confess", "claim", "acknowledge"})
#: participles that carry the deed of the noun before them ("the murder of two men perpetrated by X")
_CARRYING_OUT: Final = frozenset({
    "perpetrate", "commit", "carry", "stage", "launch", "conduct", "execute", "mount", "order", "mastermind",
})  # fmt: skip
_TAKING: Final = frozenset({"claim", "take", "accept", "assume", "admit", "acknowledge", "bear", "have"})
_RESPONSIBILITY: Final = frozenset({"responsibility", "credit", "authorship", "blame"})
_RESPONSIBLE: Final = frozenset({"responsible", "guilty", "culpable"})
_INVOLVED: Final = frozenset({"participate", "involve", "implicate", "take", "engage"})
_PART: Final = frozenset({"part", "involvement", "participation", "role", "complicity"})
_OWN_WORK: Final = frozenset({"work", "doing", "handiwork", "responsibility", "deed"})
_AUTHORS: Final = frozenset({"author", "perpetrator", "mastermind"})
_DENYING: Final = frozenset({"deny", "doubt", "reject", "dismiss", "refute", "rule", "disclaim"})
_MAYBE: Final = frozenset({"could", "may", "might", "would"})
_BELIEVED: Final = frozenset({"believe", "think", "presume", "suspect", "consider", "know", "say", "appear", "seem"})
#: words that only point back to a deed ("accused them of the crime")
_THE_DEED: Final = frozenset(
    {"crime", "deed", "incident", "action", "act", "attack", "it", "this", "killing", "murder"}
)
#: steps up the parse in which a denial or doubt is looked for
_NEAR: Final = 4


def name_doers(doc: "Doc", frames: list[Frame], phrases: PhraseReader) -> None:
    """Give deeds the actors that another clause names; who is accused of a deed is its actor, never the accuser."""
    for frame in frames:
        if frame.trigger.type is not EventType.ASSAULT:
            continue
        tokens = [doc[trigger.token] for trigger in (frame.trigger, *frame.merged)]
        accused = next((who for token in tokens for who in _accused_of(token)), None)
        if accused is not None:
            frame.actors = apart_from(frame.targets, phrases.read(accused)) or frame.actors
        elif not frame.actors:
            found = (phrases.read(who, authors=True) for token in tokens for who in _behind(token))
            frame.actors = next((doers for doers in found if doers), [])
            frame.targets = apart_from(frame.actors, frame.targets)  # "blamed the bombing on X"
    for frame in frames:
        if frame.trigger.type is EventType.ACCUSE:
            _accuse_of_deed_before(doc, frame, frames, phrases)


def _accuse_of_deed_before(doc: "Doc", accusation: Frame, frames: list[Frame], phrases: PhraseReader) -> None:
    """Who is blamed without a deed, or for "the crime", did what was told last, if nobody else is said to have."""
    verb = doc[accusation.trigger.token]
    accused = accused_by(verb) if verb.lemma_ in BLAMING and not (_is_open(verb) or _is_doubted(verb)) else None
    deed = deed_of(verb)
    if accused is None or (deed is not None and deed.lemma_ not in _THE_DEED):
        return
    told = [f for f in frames if f.trigger.type is EventType.ASSAULT and f.trigger.token < verb.i]
    earliest = doc[max(0, accusation.sentence[0] - 1)].sent.start
    if told and not told[-1].actors and told[-1].sentence[0] >= earliest:
        told[-1].actors = apart_from(told[-1].targets, phrases.read(accused))


def _accused_of(token: "Token") -> Iterator["Token"]:
    """Whom the nearest accusation above a deed is against."""
    for verb in islice(token.ancestors, 8):
        if verb.lemma_ not in BLAMING or verb.pos_ != "VERB":
            continue
        deed, accused = deed_of(verb), accused_by(verb)
        if deed is not None and accused is not None and _is_part_of(token, deed):
            yield accused
            return


def _is_part_of(token: "Token", deed: "Token") -> bool:
    """Whether the token tells of the deed itself, not of what others did ("accused of arming rebels who killed")."""
    while token not in {token.head, deed}:
        if token.dep_ == "relcl":
            return False
        token = token.head
    return token == deed


def _behind(token: "Token") -> Iterator["Token"]:
    """Who is said to be behind the deed, by what governs its noun or describes it."""
    deed = token
    while deed.dep_ == "conj" and deed.head.pos_ in {"NOUN", "PROPN"}:
        deed = deed.head
    if deed.dep_ == "pobj" and deed.head.lower_ == "of" and deed.head.head.pos_ == "NOUN" and not _is_author(deed):
        deed = deed.head.head  # "a wave of attacks was attributed to …"
    if not _is_doubted(deed):
        yield from _by_verb(deed)
        yield from _by_preposition(deed)
    if token.pos_ == "NOUN":
        yield from _by_participle(token)
    yield from _by_setting(token)
    yield from _by_writing(token)


def _by_writing(token: "Token") -> Iterator["Token"]:
    """Who issued the statement that claims the deed."""
    if token.dep_ == "acl" and token.head.lemma_.lower() in WRITINGS:
        governor = governing_verb(token.head)
        issuer = logical_subject(governor[0]) if governor is not None and governor[1] == "obj" else None
        yield from [issuer] if issuer is not None else []


def _by_setting(token: "Token") -> Iterator["Token"]:
    """Whose action the sentence begins with: "in an action attributed to X, a bomb destroyed …"."""
    for action in prepositional(token, "in"):
        for clause in kids(action, "acl"):
            if clause.lemma_ in _ATTRIBUTING:
                yield from prepositional(clause, "to")


def _by_verb(deed: "Token") -> Iterator["Token"]:
    verb = deed.head
    if deed.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in _ATTRIBUTING:
        for preposition in ("to", "on"):
            yield from prepositional(verb, preposition)
            yield from prepositional(deed, preposition) if deed.dep_ == "dobj" else ()
    elif deed.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in _CONFESSING:
        yield from _present(logical_subject(verb))
    elif deed.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ in _BELIEVED | {"be"}:
        for clause in (verb, *kids(verb, "xcomp")):
            for said in kids(clause, "attr"):
                if said.lemma_ in _OWN_WORK:
                    yield from prepositional(said, "of")


def _by_preposition(deed: "Token") -> Iterator["Token"]:
    if deed.dep_ != "pobj":
        return
    word, governor = deed.head.lower_, deed.head.head
    if word == "behind" and governor.lemma_ == "be":
        yield from _present(subject(governor))
    elif word == "behind" and governor.pos_ in {"NOUN", "PROPN"}:
        yield governor
    elif word == "for" and governor.lemma_ in _RESPONSIBLE:
        yield from _described(governor)
    elif word == "for":
        yield from _taker(governor)
    elif word == "in":
        yield from _participant(governor)
    elif _is_author(deed) and governor.dep_ == "attr":
        yield from _present(subject(governor.head))


def _is_author(deed: "Token") -> bool:
    return deed.dep_ == "pobj" and deed.head.head.lemma_ in _AUTHORS


def _described(adjective: "Token") -> Iterator["Token"]:
    """Who is said to be responsible, or the noun that the adjective follows ("the group responsible for")."""
    if adjective.dep_ in {"acomp", "oprd"}:
        yield from _present(subject(adjective.head))
    elif adjective.dep_ in {"amod", "relcl", "acl"} and adjective.head.pos_ in {"NOUN", "PROPN"}:
        yield adjective.head


def _taker(governor: "Token") -> Iterator["Token"]:
    """Who takes responsibility or credit for it, or whose responsibility it is."""
    noun = governor if governor.lemma_ in _RESPONSIBILITY else None
    verb = noun.head if noun is not None and noun.dep_ == "dobj" else governor
    taken = noun is not None or any(child.lemma_ in _RESPONSIBILITY for child in kids(verb, "dobj"))
    if taken and verb.lemma_ in _TAKING and verb.pos_ == "VERB":
        yield from _present(logical_subject(verb))
    elif noun is not None:
        yield from kids(noun, "poss")


def _participant(governor: "Token") -> Iterator["Token"]:
    if governor.pos_ == "VERB" and governor.lemma_ in _INVOLVED:
        if governor.lemma_ != "take" or any(child.lemma_ == "part" for child in kids(governor, "dobj")):
            yield from _present(subject(governor))
    elif governor.lemma_ in _PART:
        yield from kids(governor, "poss")
        verb = governor.head
        if governor.dep_ == "dobj" and verb.lemma_ in {"have", "take", "play"}:
            yield from _present(subject(verb))


def _by_participle(noun: "Token") -> Iterator["Token"]:
    """The agent of "perpetrated by X" where the parser hangs it on the victims ("the murder of two men …")."""
    for victim in prepositional(noun, "of"):
        for clause in (c for part in (victim, *victim.conjuncts) for c in kids(part, "acl", "relcl")):
            if clause.lemma_ in _CARRYING_OUT and is_passive(clause):
                yield from (who for agent in kids(clause, "agent") for who in kids(agent, "pobj"))


def _is_doubted(deed: "Token") -> bool:
    """Whether somebody denies it, or it only may be so."""
    return any(above.lemma_ in _DENYING or _is_open(above) for above in islice(deed.ancestors, _NEAR))


def _is_open(verb: "Token") -> bool:
    return any(child.dep_ == "neg" or child.lower_ in _MAYBE for child in verb.children)


def _present(token: "Token | None") -> Iterator["Token"]:
    if token is not None:
        yield token
