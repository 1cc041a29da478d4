"""Everything the extractor knows before it reads: model, gazetteer and lexicons, loaded once per process."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.gazetteer import Gazetteer
from app.extraction.casing.restoring import CaseRestorer
from app.extraction.language.pipelines import load_pipeline
from app.extraction.lexicons.actors import ActorLexicon
from app.extraction.lexicons.agents import AgentLexicon
from app.extraction.lexicons.contexts import ContextCues
from app.extraction.lexicons.countries import CountryLexicon
from app.extraction.lexicons.cues import ClutterCues
from app.extraction.lexicons.events import EventLexicon
from app.extraction.lexicons.head_nouns import HeadNouns
from app.extraction.lexicons.offices import OfficeLexicon
from app.extraction.lexicons.people import PeopleLexicon
from app.extraction.lexicons.reporting import ReportingLexicon
from app.extraction.lexicons.words import WordLexicon
from app.extraction.mentions.knowledge import NameKnowledge

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The spaCy pipeline, the gazetteer and the lexicons of ``seeds/``."""

    nlp: "Language"
    gazetteer: Gazetteer
    countries: CountryLexicon
    names: NameKnowledge
    agents: AgentLexicon
    events: EventLexicon
    contexts: ContextCues
    reporting: ReportingLexicon
    words: WordLexicon
    clutter: ClutterCues
    casing: CaseRestorer


def load_knowledge(seeds: Path, gazetteer: Gazetteer, pipeline: str) -> Knowledge:
    """Load the lexicons of the seeds directory and the spaCy pipeline of that name or path.

    Raises:
        ValueError: a seeds file is malformed; the message names file and row.
        LookupError: the pipeline is not installed.
    """
    nlp = load_pipeline(pipeline)
    countries = CountryLexicon.load(seeds)
    actors = ActorLexicon.load(seeds)
    offices = OfficeLexicon.load(seeds)
    return Knowledge(
        nlp=nlp,
        gazetteer=gazetteer,
        countries=countries,
        names=NameKnowledge(actors, offices, countries, gazetteer, HeadNouns.load(seeds), PeopleLexicon.load(seeds)),
        agents=AgentLexicon.load(seeds),
        events=EventLexicon.load(seeds),
        contexts=ContextCues.load(seeds),
        reporting=ReportingLexicon.load(seeds),
        words=WordLexicon.load(seeds),
        clutter=ClutterCues.load(seeds),
        casing=CaseRestorer.load(seeds, nlp, actors, countries, gazetteer),
    )
