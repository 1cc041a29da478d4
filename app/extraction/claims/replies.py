"""Denials that point back to what another said: "Baku denied the accusation", "the army denies it"."""

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Span, Token

from app.extraction.claims.finding import FoundClaim
from app.extraction.claims.responsibility import agent_of, is_nobody
from app.extraction.claims.speakers import speaker, subject_of
from app.extraction.document import Document
from app.extraction.grammar.syntax import is_passive
from app.extraction.lexicons.reporting import ReportingLexicon

_POINTING: Final = frozenset({"it", "this", "that"})
_WHAT_WAS_SAID: Final = frozenset({"accusation", "allegation", "charge", "claim", "report", "assertion"})
_POINTERS: Final = frozenset({"the", "this", "that", "these", "those", "such", "any", "all", "their", "its", "his"})


def find_replies(document: Document, reporting: ReportingLexicon, said: Sequence[FoundClaim]) -> Iterator[FoundClaim]:
    """Denials of what the sentence before, or the same one, makes another speaker say."""
    before: Span | None = None
    for sentence in document.doc.sents:
        for verb in sentence:
            word = reporting.verb(verb.lemma_) if verb.pos_ == "VERB" else None
            if word is None or word.act != "denies" or not _points_back(verb):
                continue
            starts = [sentence.start] if before is None else [sentence.start, before.start]
            denied = _said_before(said, verb.i, starts)
            subject = agent_of(verb) if is_passive(verb) else subject_of(verb)
            if denied is None or subject is None or is_nobody(subject):
                continue
            claimant = speaker(document, subject)
            if claimant is not None and claimant.token != denied.claimant.token:
                yield FoundClaim(claimant, verb.text, verb.i, denied.content, "denied", tells=False)
        before = sentence


def _points_back(verb: Token) -> bool:
    """Whether the verb denies "it" or "the accusation", without words that say what it is."""
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass"}:
            alone = all(word.dep_ in {"det", "amod", "poss"} for word in child.children)
            pointed = any(word.lower_ in _POINTERS for word in child.children)
            return child.lower_ in _POINTING or (child.lemma_ in _WHAT_WAS_SAID and alone and pointed)
    return False


def _said_before(said: Sequence[FoundClaim], end: int, starts: Sequence[int]) -> FoundClaim | None:
    """What was said before token ``end``, the whole of it, since the first of ``starts`` since which something was."""
    for start in starts:
        near = [claim for claim in said if start <= claim.verb_token < end and claim.stance == "asserted"]
        if near:
            return max(near, key=FoundClaim.width)
    return None
