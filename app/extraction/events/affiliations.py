"""The organization behind "guerrillas", "rebels" or "the army", where the article makes them one."""

from collections import defaultdict
from typing import Final

from app.domain.vocabulary import EventType
from app.extraction.document import Document
from app.extraction.events.drafts import EventDraft
from app.extraction.events.findings import Findings
from app.extraction.events.home import home_country
from app.extraction.frames import Argument, Frame

#: what the members of an armed movement are called; gunmen and attackers may be anybody
_MEMBERS: Final = frozenset(
    "guerrilla guerilla rebel insurgent terrorist subversive militant separatist jihadist extremist".split()
)
#: says of itself that an organized movement is meant; "rebels" and "militants" may be of many
_ORGANIZED: Final = frozenset({"guerrilla", "guerilla"})
#: states' bodies that articles call by the last word of their name
_BODIES: Final = frozenset({"army", "navy", "police", "forces", "guard", "gendarmerie"})
_OF_STATES: Final = frozenset({"military", "police"})
#: tokens between a movement's name and the word for its members
_BESIDE: Final = 3


def name_bodies(document: Document, frames: list[Frame]) -> None:
    """Make "the army" that acts the one army that the article names of its country, or else of the report's own."""
    bodies: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for number, draft in enumerate(document.entities):
        word = draft.name.lower().split()[-1]
        if draft.kind == "organization" and draft.category in _OF_STATES and word in _BODIES:
            bodies[word, draft.country_code].append(number)
    home = home_country(document)
    for party in (party for frame in frames for party in frame.actors):
        token = document.doc[party.token]
        country = party.country_code or home
        if party.entity is None and country and not any(child.dep_ == "compound" for child in token.children):
            named = bodies.get((token.lower_, country), [])
            party.entity = named[0] if len(named) == 1 else None


def name_movements(found: Findings, drafts: list[EventDraft]) -> None:
    """Add the organization to events done by the members of the only armed movement that the article names."""
    movements = _movements(found.document)
    for draft in drafts:
        frames = [found.frames[index] for index in draft.frames]
        named = {party.entity for frame in frames for party in (*frame.actors, *frame.targets)}
        if draft.type is not EventType.ASSAULT or named & movements:
            continue
        for frame in frames:
            member = next((party for party in frame.actors if _is_member(found.document, party)), None)
            movement = _movement(found.document, movements, member) if member is not None else None
            if movement is not None:
                frame.actors.append(movement)
                break


def _movements(document: Document) -> set[int]:
    return {
        number
        for number, draft in enumerate(document.entities)
        if draft.kind == "organization" and draft.category == "armed_group" and draft.sector == "REB"
    }


def _has_members(document: Document, movement: int) -> bool:
    """Whether the article calls people by both ("FMLN guerrillas", "the rebel group Shining Path")."""
    for index, at in document.name_at.items():
        if document.names[at].entity == movement:
            beside = document.doc[max(0, index - _BESIDE) : index + _BESIDE + 1]
            if any(word.lemma_.lower() in _MEMBERS for word in beside):
                return True
    return False


def _is_member(document: Document, party: Argument) -> bool:
    return party.entity is None and party.sector == "REB" and _is_called(document, party, _MEMBERS)


def _is_called(document: Document, party: Argument, names: frozenset[str]) -> bool:
    token = document.doc[party.token]
    words = [token, *(child for child in token.children if child.dep_ in {"compound", "amod", "nmod"})]
    return any(word.lemma_.lower() in names for word in words)


def _movement(document: Document, movements: set[int], member: Argument) -> Argument | None:
    fitting = [m for m in movements if _same_country(member.country_code, document.entities[m].country_code)]
    if len(fitting) != 1:
        return None
    is_at_home = document.entities[fitting[0]].country_code == (member.country_code or home_country(document) or "")
    if not (is_at_home and _is_called(document, member, _ORGANIZED)) and not _has_members(document, fitting[0]):
        return None
    names = [name for name in document.names if name.entity == fitting[0]]
    before = [name for name in names if name.start <= member.start]
    name = (before or names)[-1 if before else 0]
    token = next(index for index, at in document.name_at.items() if document.names[at] is name)
    draft = document.entities[fitting[0]]
    return Argument(token, name.start, name.end, fitting[0], sector=draft.sector, country_code=draft.country_code)


def _same_country(told: str | None, home: str | None) -> bool:
    return told is None or home is None or told == home
