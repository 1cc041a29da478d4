"""The measurement of what resolving costs fills a database and times articles on it."""

from app.config import Settings
from app.services.opening import open_stores
from benchmarks.resolving import World, fill, measure


def test_a_filled_database_takes_more_articles(tmp_path) -> None:
    stores = open_stores(Settings(data_dir=tmp_path, database_url=""))
    world = World(stores.gazetteer)
    fill(stores, world, 0, 6_000)
    times = list(measure(stores, world))
    assert len(times) > 10
    assert all(time > 0 for time in times)
    stores.database.close()
