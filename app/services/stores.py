"""What every use case works on."""

from dataclasses import dataclass, field

from app.domain.gazetteer import Gazetteer
from app.extraction.lexicons.actors import ActorLexicon
from app.storage.engine import Database


@dataclass(frozen=True, slots=True)
class Stores:
    """The database, the gazetteer that names of places are read with, and the lexicon that knows organizations."""

    database: Database
    gazetteer: Gazetteer
    actors: ActorLexicon = field(default_factory=lambda: ActorLexicon(()))
