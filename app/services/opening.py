"""Opening what requests and commands work on."""

from app.config import Settings, shipped
from app.domain.filters import EventQuery
from app.errors import NotReady
from app.services.events import list_events
from app.services.known_actors import KnownActors
from app.services.known_outlets import KnownOutlets
from app.services.stores import Stores
from app.storage.engine import Database
from app.storage.gazetteer import open_gazetteer
from app.storage.migrate import migrate


def open_database(configuration: Settings) -> Database:
    """The database, its schema brought up to date; ``NotReady`` says why it cannot be used."""
    variable = "SITREP_DATABASE_URL" if configuration.database_url else "SITREP_DATA_DIR"
    try:
        if configuration.url.startswith("sqlite:///"):
            configuration.data_dir.mkdir(parents=True, exist_ok=True)
        database = Database(configuration.url)
        database.ping()
    except Exception as error:
        reason = " ".join(str(getattr(error, "orig", None) or error).split())
        raise NotReady(f"The database of {variable} cannot be used: {reason}") from error
    migrate(database, shipped("migrations"))
    return database


def open_stores(configuration: Settings) -> Stores:
    """The database and the gazetteer, warm: the first question is answered as quickly as the others."""
    gazetteer = open_gazetteer(configuration.gazetteer_path, configuration.seeds_dir, configuration.overlay_path)
    actors = KnownActors.load(configuration.seeds_dir)
    outlets = KnownOutlets.load(configuration.seeds_dir, actors.organizations)
    stores = Stores(open_database(configuration), gazetteer, actors, outlets)
    list_events(stores, EventQuery(place="Syria", limit=1))
    return stores
