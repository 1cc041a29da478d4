"""Sectors that the head noun alone does not tell: armed strangers, forces by whose they are, things by their owner."""

from collections.abc import Iterator

from spacy.tokens import Token

from app.domain.vocabulary import EventType
from app.extraction.document import Document
from app.extraction.frames import Argument, Frame
from app.extraction.grammar.syntax import kids, prepositional
from app.extraction.lexicons.agents import AgentLexicon

_STRANGERS = frozenset(
    {"man", "men", "person", "people", "individual", "youth", "attacker", "assailant", "motorcyclist"}
)
_ARMED = frozenset({"armed", "masked", "hooded", "gun-wielding", "unidentified", "uniformed"})
_GUNMEN = frozenset({"gunman", "gunmen"})
_VAGUE = frozenset({"unknown", "several", "other", "more", "suspected", "many", "few", "lone"})
_FORCES = frozenset({"force", "troop", "soldier"})
#: The state's forces by the state's names.
_OF_STATES = frozenset({"government", "regime", "state", "federal", "loyalist", "pro-government"})
_VIOLENT = frozenset({EventType.ASSAULT, EventType.MOBILIZE})


def settle_sectors(document: Document, frames: list[Frame], agents: AgentLexicon) -> None:
    """Give parties the sector that their modifiers, owners and deeds tell."""
    for frame in frames:
        for party in (*frame.actors, *frame.targets):
            _settle(document, frame, party, agents)


def _settle(document: Document, frame: Frame, party: Argument, agents: AgentLexicon) -> None:
    token = document.doc[party.token]
    if party.entity is None and _is_armed_stranger(token):
        party.sector = "UAF"
    elif party.sector == "GOV" and (_is_its_forces(token) or _is_country_attacking(document, frame, party)):
        party.sector = "MIL"
    elif party.sector is None:
        party.sector = _by_nationality(document, frame, party) or _by_owner(document, token, agents)


def _is_armed_stranger(token: Token) -> bool:
    """Whether nobody knows more of them than that they were armed ("gunmen", "masked men")."""
    lemma, modifiers = token.lemma_.lower(), _modifiers(token)
    if lemma in _GUNMEN:
        return not modifiers - _ARMED - _VAGUE
    return lemma in _STRANGERS and bool(modifiers & _ARMED)


def _modifiers(token: Token) -> set[str]:
    return {child.lower_ for child in kids(token, "amod", "compound", "nmod", "poss")}


def _by_nationality(document: Document, frame: Frame, party: Argument) -> str | None:
    """Whom a bare nationality means: those who fight in violence ("Israeli strikes"), else the government.

    Those who suffer it are people of that nationality ("two Britons were killed").
    """
    name = document.name_at.get(party.token)
    if name is None or document.names[name].kind != "demonym":
        return None
    if party in frame.actors:
        return "MIL" if frame.trigger.type in _VIOLENT else "GOV"
    return "CVL" if frame.trigger.type in _VIOLENT and document.doc[party.token].tag_ == "NNPS" else None


def _is_its_forces(token: Token) -> bool:
    return token.lemma_.lower() in _FORCES and bool(_modifiers(token) & _OF_STATES)


def _is_country_attacking(document: Document, frame: Frame, party: Argument) -> bool:
    """Whether a country or capital attacks: its forces do."""
    is_place = party.entity is not None and document.entities[party.entity].kind == "place"
    return is_place and party in frame.actors and frame.trigger.type in _VIOLENT


def _by_owner(document: Document, token: Token, agents: AgentLexicon) -> str | None:
    """The sector of those whose thing it is ("army base", "convoy of the rebels", "the mission's camp")."""
    if token.i in document.name_at:
        return None
    return next((sector for owner in _owners(token) if (sector := _sector_of(document, owner, agents))), None)


def _owners(token: Token) -> Iterator[Token]:
    yield from kids(token, "compound", "amod", "nmod", "poss")
    yield from prepositional(token, "of")


def _sector_of(document: Document, owner: Token, agents: AgentLexicon) -> str | None:
    name = document.name_at.get(owner.i)
    if name is None:
        return agents.sector(owner.lemma_.lower())
    entity = document.names[name].entity
    is_body = document.names[name].kind == "organization" and entity is not None
    return document.entities[entity].sector if is_body and entity is not None else None
