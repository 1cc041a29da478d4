"""The gazetteer file: one read-only SQLite file of places and folded names, and an overlay of imported places."""

from app.storage.gazetteer.build import build_gazetteer
from app.storage.gazetteer.geonames_dump import DumpError, import_geonames
from app.storage.gazetteer.lookup import SqliteGazetteer, open_gazetteer
from app.storage.gazetteer.paths import default_gazetteer_path, default_overlay_name

__all__ = [
    "DumpError",
    "SqliteGazetteer",
    "build_gazetteer",
    "default_gazetteer_path",
    "default_overlay_name",
    "import_geonames",
    "open_gazetteer",
]
