"""The measurement of what resolving costs fills a database and times articles on it."""

from app.config import Settings
from app.services.opening import open_stores
from benchmarks.made_up import World
from benchmarks.resolving import fill, measure


def test_a_filled_database_takes_more_articles(tmp_path) -> None:
    stores = open_stores(Settings(data_dir=tmp_path, database_url=""))
    world = World(stores.gazetteer)
    fill(stores, world, 0, 6_000)
    costs = list(measure(stores, world, articles=12))
    assert len(costs) == 12
    assert all(cost.wall > 0 and cost.statements > 0 for cost in costs)
    stores.database.close()
