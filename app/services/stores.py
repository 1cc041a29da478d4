"""What every use case works on."""

from dataclasses import dataclass, field

from app.domain.gazetteer import Gazetteer
from app.services.known_actors import KnownActors
from app.services.known_outlets import KnownOutlets
from app.storage.engine import Database


@dataclass(frozen=True, slots=True)
class Stores:
    """The database, the gazetteer that names of places are read with, and what the seeds know of actors and outlets."""

    database: Database
    gazetteer: Gazetteer
    actors: KnownActors = field(default_factory=KnownActors)
    outlets: KnownOutlets = field(default_factory=KnownOutlets)
