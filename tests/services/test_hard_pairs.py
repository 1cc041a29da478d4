"""Pairs of articles of which a careful reader knows whether they are mainly about one happening.

All are written for this test. What Sitrep still gets wrong is listed by name: `joined` (two happenings made one, the
worse mistake) and `parted`; a pair that turns out right must leave the list.
"""

import shutil
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.domain.annotations import Annotations, ArticleText
from app.extraction.pipeline import annotate_batch
from app.services.ingest import ingest_article
from app.services.known_actors import KnownActors
from app.services.stores import Stores
from app.storage.engine import Database
from app.storage.migrate import migrate
from app.storage.reports import main_events
from tests.databases import MIGRATIONS
from tests.extraction.article_reading import SEEDS, knowledge

FOLDER = Path(__file__).with_name("hard_pairs")
WRONG = tomllib.loads((FOLDER / "wrong.toml").read_text(encoding="utf-8"))


def _pairs() -> list[Any]:
    files = sorted(set(FOLDER.glob("*.toml")) - {FOLDER / "wrong.toml"})
    pairs = [pair for file in files for pair in tomllib.loads(file.read_text(encoding="utf-8"))["pair"]]
    known = pytest.mark.xfail(strict=True, reason="listed in wrong.toml")
    wrong = {*WRONG["joined"], *WRONG["parted"]}
    return [pytest.param(pair, id=pair["name"], marks=[known] if pair["name"] in wrong else []) for pair in pairs]


PAIRS = _pairs()


@cache
def _annotated() -> Mapping[str, tuple[Annotations, Annotations]]:
    """The annotations of both articles, by the pair's name; read together, which is quicker."""
    articles = [ArticleText(**pair.values[0][side]) for pair in PAIRS for side in ("left", "right")]
    found = list(annotate_batch(articles, knowledge()))
    return {pair.id: (found[2 * number], found[2 * number + 1]) for number, pair in enumerate(PAIRS)}


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the schema and nothing in it."""
    path = tmp_path_factory.mktemp("pairs") / "empty.db"
    database = Database(f"sqlite:///{path}")
    migrate(database, MIGRATIONS)
    database.close()
    return path


@pytest.mark.parametrize("pair", PAIRS)
def test_main_events_are_one_or_two(pair: dict, empty_file: Path, tmp_path: Path) -> None:
    path = shutil.copy(empty_file, tmp_path / "pair.db")
    stores = Stores(Database(f"sqlite:///{path}"), knowledge().gazetteer, KnownActors.load(SEEDS))
    annotations = _annotated()[pair["name"]]
    ids = []
    for side, found in zip(("left", "right"), annotations, strict=True):
        ids.append(ingest_article(stores, ArticleText(**pair[side]), lambda _, found=found: found).article["id"])
    with stores.database.read() as session:
        told = main_events(session)
    stores.database.close()
    is_one = told.get(ids[0]) is not None and told.get(ids[0]) == told.get(ids[1])
    assert is_one == pair["same"]


def test_there_are_enough_pairs_of_either_kind() -> None:
    same = [pair.values[0]["same"] for pair in PAIRS]
    assert len(same) >= 60
    assert 0.4 <= sum(same) / len(same) <= 0.6
    assert {*WRONG["joined"], *WRONG["parted"]} <= {pair.id for pair in PAIRS}
