"""The service under test: the one at ``SITREP_BASE_URL``, else the whole application in this process."""

import os
from collections.abc import Iterator

import httpx
import pytest

from app.config import Settings
from app.main import create_app
from tests.in_process import Client, client_of


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client | httpx.Client]:
    if address := os.environ.get("SITREP_BASE_URL"):
        with httpx.Client(base_url=address, timeout=60) as client:
            yield client
    else:
        settings = Settings(data_dir=tmp_path_factory.mktemp("data"), database_url="")
        with client_of(create_app(settings)) as client:
            yield client
