"""Who puts a toll: "the ministry put the death toll at 19", "rebels gave a toll of 30", "raised the toll to nine"."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from app.extraction.claims.finding import FoundClaim
from app.extraction.claims.responsibility import agent_of, is_nobody
from app.extraction.claims.speakers import speaker, subject_of
from app.extraction.document import Document
from app.extraction.grammar.syntax import is_passive, with_conjuncts
from app.extraction.lexicons.agents import AgentLexicon

_PUTTING: Final = frozenset("put give raise lower revise update increase set place estimate".split())
_TOLL: Final = frozenset({"toll", "tally"})
_BEFORE_NUMBER: Final = frozenset({"at", "to", "with"})
#: who gives numbers without acting in the news
_TELLERS: Final = frozenset({"source", "report", "statement", "witness"})


def find_tolls(document: Document, agents: AgentLexicon) -> Iterator[FoundClaim]:
    """Claims of a number by those who put it; a death or an attack that raises the toll claims nothing."""
    for token in document.doc:
        if token.lemma_ not in _TOLL or token.dep_ not in {"dobj", "nsubjpass"} or token.head.lemma_ not in _PUTTING:
            continue
        verb = token.head
        numbers = [(part.left_edge.i, part.right_edge.i + 1) for part in _numbers(verb, token)]
        subject = agent_of(verb) if is_passive(verb) else subject_of(verb)
        if subject is None or not numbers or is_nobody(subject):
            continue
        for who in with_conjuncts(subject):
            claimant = speaker(document, who)
            if claimant is not None and (claimant.entity is not None or _tells(who, agents)):
                yield FoundClaim(claimant, verb.text, verb.i, ((token.i, token.i + 1), *numbers), topics=())


def _tells(who: Token, agents: AgentLexicon) -> bool:
    lemma = who.lemma_.lower()
    return lemma in agents or lemma in _TELLERS or who.pos_ == "PRON"


def _numbers(verb: Token, toll: Token) -> Iterator[Token]:
    """The phrases that say the number."""
    for child in (*verb.children, *toll.children):
        if child.dep_ != "prep" or child.i < toll.i:
            continue
        of_number = child.lower_ == "of" and any(token.like_num for token in child.subtree)
        if child.lower_ in _BEFORE_NUMBER or of_number:
            yield child
