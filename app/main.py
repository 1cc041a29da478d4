"""The web application: ``create_app()`` and what lives as long as it does."""

from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from importlib.metadata import version

import structlog
from fastapi import APIRouter, FastAPI, Request, Response
from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool
from starlette.middleware.cors import CORSMiddleware

from app.config import Settings, settings
from app.errors import NotReady
from app.routers import articles, changes, events, extract, health, judgements, organizations, people, places, reconcile
from app.routers.docs import set_up_docs
from app.routers.methods import Methods
from app.routers.openapi import set_up_openapi
from app.routers.problems import add_problem_handlers, problem_response
from app.services.extractor import Extractor, extraction_pool
from app.services.opening import open_stores

_LOG = structlog.get_logger(__name__)
ROUTERS: tuple[APIRouter, ...] = (
    articles.router,
    extract.router,
    events.router,
    judgements.router,
    changes.router,
    people.router,
    organizations.router,
    places.router,
    reconcile.router,
    health.router,
)


def create_app(chosen: Settings | None = None, extractor: Extractor | None = None) -> FastAPI:
    """The application by the given settings (default: the environment's).

    ``extractor`` stands in for the processes that the application starts otherwise.
    """
    configuration = chosen or settings()
    app = FastAPI(
        title="Sitrep",
        version=version("sitrep"),
        lifespan=lambda app: _lifespan(app, configuration, extractor),
        redirect_slashes=False,
        docs_url=None,
        redoc_url=None,
    )
    app.state.settings = configuration
    for router in ROUTERS:
        app.include_router(router)
    add_problem_handlers(app)
    app.exception_handler(OperationalError)(_database_error)
    set_up_openapi(app)
    set_up_docs(app)
    app.add_middleware(Methods, api=app)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=configuration.cors_origins,
        allow_methods=["GET", "HEAD", "OPTIONS"],
        allow_headers=["*"],
        expose_headers=["Link", "Location", "Allow"],
    )
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI, configuration: Settings, extractor: Extractor | None) -> AsyncIterator[None]:
    """Start extraction in the background, open the stores, and close both at the end."""
    with ExitStack() as stack:
        if extractor is None:
            extractor = stack.enter_context(extraction_pool(configuration))
            extractor.start()
        app.state.extractor = extractor
        app.state.stores = await run_in_threadpool(open_stores, configuration)
        stack.callback(app.state.stores.database.close)
        yield


def _database_error(request: Request, error: OperationalError) -> Response:
    _LOG.error("the database does not answer", error=str(error.orig))
    return problem_response(request, NotReady("The database does not answer; try again later."))
