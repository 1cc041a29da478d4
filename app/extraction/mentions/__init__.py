"""Names in the text: who and what an article mentions, before names become entities."""

from app.extraction.mentions.finding import find_names
from app.extraction.mentions.knowledge import NameKnowledge

__all__ = ["NameKnowledge", "find_names"]
