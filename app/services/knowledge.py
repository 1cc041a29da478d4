"""Loading what the extractor knows, from where the settings say it lies."""

from pathlib import Path

from app.config import settings
from app.extraction.knowledge import Knowledge, load_knowledge
from app.services.extractor import KnowledgeSource, source_of
from app.storage.gazetteer import open_gazetteer


def knowledge_of(source: KnowledgeSource) -> Knowledge:
    """The extractor's knowledge; the gazetteer is built where there is none."""
    seeds = Path(source.seeds_dir)
    gazetteer = open_gazetteer(Path(source.gazetteer_path), seeds, Path(source.overlay_path))
    return load_knowledge(seeds, gazetteer, source.pipeline)


def knowledge_of_settings() -> Knowledge:
    """The knowledge that the environment's settings name."""
    return knowledge_of(source_of(settings()))
