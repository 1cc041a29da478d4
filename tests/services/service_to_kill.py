"""The service with an extractor for tests: ``python -m tests.services.service_to_kill URL PORT FOLDER``."""

import sys
from pathlib import Path

import uvicorn

from app.config import Settings
from app.main import create_app
from tests.api.conftest import KnownSentences

if __name__ == "__main__":
    url, port, folder = sys.argv[1:]
    app = create_app(Settings(data_dir=Path(folder), database_url=url), KnownSentences())
    uvicorn.run(app, host="127.0.0.1", port=int(port), log_level="warning")
