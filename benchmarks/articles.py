"""Articles for measurements, put together from the paragraphs of the sample articles."""

import random
from pathlib import Path

from app.config import settings

_FEWEST_WORDS, _MOST_WORDS = 150, 600
_SEED = 2016


def made_up_articles(count: int, seeds: Path | None = None) -> list[str]:
    """``count`` articles of 150 to 600 words, always the same: a headline and shuffled paragraphs of the samples."""
    headlines = [line for line in _lines(seeds) if 4 <= len(line.split()) <= 14 and line[-1].isalpha()]
    paragraphs = paragraphs_of_samples(seeds)
    chance = random.Random(_SEED)
    return [_article(chance, headlines, paragraphs) for _ in range(count)]


def paragraphs_of_samples(seeds: Path | None = None) -> list[str]:
    """Every paragraph of running text of the sample articles."""
    return [line for line in _lines(seeds) if len(line.split()) >= 12 and line[-1] in '."\u201d']


def _lines(seeds: Path | None) -> list[str]:
    folder = (seeds or settings().seeds_dir) / "articles"
    return [line.strip() for path in sorted(folder.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]


def _article(chance: random.Random, headlines: list[str], paragraphs: list[str]) -> str:
    wanted = chance.randint(_FEWEST_WORDS, _MOST_WORDS)
    parts, words = [chance.choice(headlines)], 0
    for paragraph in chance.sample(paragraphs, len(paragraphs)):
        length = len(paragraph.split())
        if words + length > _MOST_WORDS:
            continue
        parts.append(paragraph)
        words += length
        if words >= wanted:
            break
    return "\n\n".join(parts)
