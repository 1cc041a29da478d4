"""The web application: ``create_app()`` and what lives as long as it does."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

import anyio.to_thread
from fastapi import APIRouter, FastAPI
from starlette.middleware.cors import CORSMiddleware

from app.config import Settings, settings, shipped
from app.domain.filters import EventQuery
from app.routers import articles, events, extract, health, organizations, people, places
from app.routers.methods import Methods
from app.routers.openapi import set_up_openapi
from app.routers.problems import add_problem_handlers
from app.services.events import list_events
from app.services.extractor import ExtractionPool, Extractor, KnowledgeSource
from app.services.stores import Stores
from app.storage.engine import Database
from app.storage.gazetteer import open_gazetteer
from app.storage.migrate import migrate

ROUTERS: tuple[APIRouter, ...] = (
    articles.router,
    extract.router,
    events.router,
    people.router,
    organizations.router,
    places.router,
    health.router,
)
_MOST_WORKERS = 4


def create_app(chosen: Settings | None = None, extractor: Extractor | None = None) -> FastAPI:
    """The application by the given settings (default: the environment's).

    ``extractor`` stands in for the processes that the application starts otherwise.
    """
    configuration = chosen or settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        pool = None if extractor else extraction_pool(configuration)
        if pool:
            pool.start()
        app.state.extractor = extractor or pool
        app.state.stores = await anyio.to_thread.run_sync(open_stores, configuration)
        try:
            yield
        finally:
            app.state.stores.database.close()
            if pool:
                pool.close()

    app = FastAPI(title="Sitrep", version=version("sitrep"), lifespan=lifespan, redirect_slashes=False)
    app.state.settings = configuration
    for router in ROUTERS:
        app.include_router(router)
    add_problem_handlers(app)
    set_up_openapi(app)
    app.add_middleware(Methods, api=app)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=configuration.cors_origins,
        allow_methods=["GET", "HEAD", "OPTIONS"],
        allow_headers=["*"],
        expose_headers=["Link", "Location", "Allow"],
    )
    return app


def open_stores(configuration: Settings) -> Stores:
    """The database, its schema brought up to date, and the gazetteer; warm, so that the first answer is quick."""
    if configuration.url.startswith("sqlite:///"):
        configuration.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(configuration.url)
    migrate(database, shipped("migrations"))
    gazetteer = open_gazetteer(configuration.gazetteer_path, configuration.seeds_dir, configuration.overlay_path)
    stores = Stores(database, gazetteer)
    list_events(stores, EventQuery(place="Syria", limit=1))
    return stores


def extraction_pool(configuration: Settings) -> ExtractionPool:
    """Extraction processes by the settings, one per core up to four; not yet started."""
    source = KnowledgeSource(
        seeds_dir=str(configuration.seeds_dir),
        gazetteer_path=str(configuration.gazetteer_path),
        overlay_path=str(configuration.overlay_path),
        pipeline=configuration.spacy_pipeline,
    )
    workers = min(os.cpu_count() or 1, _MOST_WORKERS)
    return ExtractionPool(source, timeout_s=configuration.extraction_timeout_s, workers=workers)
