import pytest

from app.services.ingest import ingest_article
from app.services.stores import Stores
from app.storage.engine import Database
from tests.services.stories import SmallGazetteer, Story


@pytest.fixture
def stores(database: Database) -> Stores:
    return Stores(database, SmallGazetteer())


@pytest.fixture
def tell(stores: Stores):
    """Ingest a story."""

    def ingest(story: Story):
        return ingest_article(stores, story.article, story.annotate)

    return ingest
