"""Readings of a parse that would name a wrong party, put right before frames become events."""

from dataclasses import replace
from typing import Final

from spacy.tokens import Span

from app.domain.vocabulary import EventType
from app.extraction.claims.finding import FoundClaim
from app.extraction.claims.speakers import phrase_span
from app.extraction.document import Document
from app.extraction.frames import Argument, Frame
from app.extraction.grammar.governing import is_attempt

#: Words that part a group from the one it is named after.
_PARTED: Final = frozenset({"splinter", "breakaway", "dissident", "offshoot", "rival", "former", "ex", "rogue"})
_NEAR: Final = ("pro-", "anti-", "ex-")
_LEANING: Final = ("-linked", "-backed", "-affiliated", "-aligned", "-inspired", "-allied", "-supported")
_TERROR: Final = frozenset({"explosives", "suicide-attack"})


def mend_misreadings(document: Document, frames: list[Frame], claims: list[FoundClaim]) -> None:
    """Speakers are no targets, followers are not their leaders, attempts gain no ground."""
    for frame in frames:
        if frame.trigger.type is EventType.ASSAULT:
            frame.actors = [party for party in frame.actors if not _is_country_of_bombing(document, frame, party)]
            if is_attempt(document.doc[frame.trigger.token]):
                kept = tuple(context for context in frame.trigger.contexts if context != "territory")
                frame.trigger = replace(frame.trigger, contexts=kept)
        _leave_out_speakers(document, frame, claims)
        for party in (*frame.actors, *frame.targets):
            if party.entity is not None and _is_only_near(document, party):
                _part_from_entity(document, party)


def _is_country_of_bombing(document: Document, frame: Frame, party: Argument) -> bool:
    """Whether "Syria's bombings" only tells where the bombs were."""
    place = party.entity is not None and document.entities[party.entity].kind == "place"
    return place and frame.trigger.mode in _TERROR and document.doc[party.token].dep_ == "poss"


def _leave_out_speakers(document: Document, frame: Frame, claims: list[FoundClaim]) -> None:
    first, last = frame.sentence
    speaking: set[int] = set()
    for claim in claims:
        if first <= claim.verb_token < last and claim.covers(frame.trigger.token):
            who = document.doc[claim.claimant.token]
            speaking |= {who.i} | {other.i for other in who.conjuncts if other.i > who.i}
    speaking |= {token for token in [_headline_source(document.doc[first:last])] if token is not None}
    frame.targets = [party for party in frame.targets if party.token not in speaking]
    frame.affected = [party for party in frame.affected if party.token not in speaking]


def _headline_source(sentence: Span) -> int | None:
    """The source that a headline names behind a dash ("Air strike kills 27 – monitor")."""
    words = [token for token in sentence if not token.is_space]
    if len(words) > 2 and words[-2].text in {"-", "–", "—"} and words[-1].pos_ in {"NOUN", "PROPN"}:
        return words[-1].i
    return None


def _is_only_near(document: Document, party: Argument) -> bool:
    """Whether the words name a group by another: "a splinter group of X", "pro-X militants", "X-linked fighters"."""
    words = document.clean.text[party.start : party.end].lower()
    if words.startswith(_NEAR) or any(leaning in words for leaning in _LEANING):
        return True
    token = document.doc[party.token]
    heads = [token.head.head, token] if token.dep_ == "pobj" and token.head.lower_ == "of" else [token]
    return any(child.lower_.strip("-") in _PARTED for head in heads for child in head.lefts)


def _part_from_entity(document: Document, party: Argument) -> None:
    token = document.doc[party.token]
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
        token = token.head.head
        start, _ = phrase_span(token)
        party.token, party.start = token.i, min(start, party.start)
    party.entity = None
