"""Extraction processes without knowledge, so that their ways can be tested in no time."""

import sys
from pathlib import Path

import pytest

from app.services.extractor import ExtractionPool, KnowledgeSource

ODD_NURSERY = (sys.executable, str(Path(__file__).with_name("odd_nursery.py")))
NOWHERE = KnowledgeSource(seeds_dir="", gazetteer_path="", overlay_path="", pipeline="")


@pytest.fixture
def pool():
    with ExtractionPool(NOWHERE, timeout_s=0.5, workers=2, command=ODD_NURSERY).loaded() as pool:
        yield pool
