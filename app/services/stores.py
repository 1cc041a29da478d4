"""What every use case works on."""

from dataclasses import dataclass

from app.domain.gazetteer import Gazetteer
from app.storage.engine import Database


@dataclass(frozen=True, slots=True)
class Stores:
    """The database, and the gazetteer that names of places are read with."""

    database: Database
    gazetteer: Gazetteer
