"""Who takes responsibility: "claimed responsibility for the attack", "the attack was claimed by X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from app.extraction.claims.speakers import subject_of
from app.extraction.grammar.blame import WRITINGS

_TAKING = frozenset({"claim", "admit", "accept", "assume", "acknowledge", "take"})
_TAKEN = frozenset({"responsibility", "credit", "authorship", "paternity", "blame"})
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nor", "no-one"})


def is_nobody(token: Token) -> bool:
    """Whether the words say that nobody did it ("no group", "none of the factions", "neither the army nor rebels")."""
    if token.lower_ in _NOBODY:
        return True
    first = token
    while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    words = (*token.children, *first.children)
    return any(child.dep_ in {"det", "preconj"} and child.lower_ in _NOBODY for child in words)


def taking(verb: Token) -> Iterator[Token]:
    """Who takes responsibility by this verb, if it says so: its subject, or the agent of its passive."""
    if verb.lemma_ not in _TAKING or any(child.dep_ == "neg" for child in verb.children):
        return
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
    objects = {"nsubjpass"} if passive else {"dobj"}
    taken = any(child.dep_ in objects and child.lemma_ in _TAKEN for child in verb.children)
    if not (taken or (passive and verb.lemma_ == "claim")):
        return
    who = agent_of(verb) if passive else _issuer(subject_of(verb))
    if who is not None and not is_nobody(who):
        yield who


def _issuer(subject: Token | None) -> Token | None:
    """Who claims by a writing that he sends out ("distributed leaflets claiming responsibility")."""
    if subject is None or subject.lemma_.lower() not in WRITINGS:
        return subject
    sender = subject_of(subject.head) if subject.dep_ == "dobj" else None
    return sender or subject


def agent_of(verb: Token) -> Token | None:
    """Who does what a passive tells."""
    agents = (child for child in verb.children if child.dep_ == "agent")
    return next((who for agent in agents for who in agent.children if who.dep_ == "pobj"), None)
