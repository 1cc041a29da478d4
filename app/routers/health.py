"""Whether the process answers, and whether everything a request needs is there."""

from importlib.metadata import version

from fastapi import APIRouter, Response

from app.errors import NotReady
from app.routers.dependencies import AppExtractor, AppStores, NoParameters
from app.routers.responses import json_response, problems
from app.schemas.common import Health, Readiness
from app.storage.engine import Database

router = APIRouter(tags=["operations"])


@router.get("/healthz", response_model=Health, responses=problems())
async def healthz(_: NoParameters) -> Response:
    """Whether the process answers."""
    return json_response({"status": "ok", "version": version("sitrep")})


@router.get("/readyz", response_model=Readiness, responses=problems(503))
def readyz(_: NoParameters, stores: AppStores, extractor: AppExtractor) -> Response:
    """Whether everything that a request needs is there: the database and the extractor."""
    checks = {"database": _answers(stores.database), "extractor": extractor.ready}
    missing = [name for name, ready in checks.items() if not ready]
    if missing:
        raise NotReady(extractor.failure or f"Not ready yet: {', '.join(missing)}.")
    return json_response({"status": "ready", "checks": dict.fromkeys(checks, "ok")})


def _answers(database: Database) -> bool:
    try:
        database.ping()
    except Exception:
        return False
    return True
