"""Where the gazetteer file lives when nobody says otherwise."""

import os
import sys
from pathlib import Path

from platformdirs import user_data_path

_FILE_NAME = "gazetteer.sqlite"


def default_gazetteer_path() -> Path:
    """The file inside the installed environment; the user's data directory where the environment cannot be written."""
    inside = Path(sys.prefix) / "share" / "sitrep" / _FILE_NAME
    if inside.is_file() or _writable(inside.parent):
        return inside
    return user_data_path("sitrep") / _FILE_NAME


def default_overlay_name() -> str:
    """File name of the overlay of imported places, inside the data directory."""
    return "gazetteer-overlay.sqlite"


def _writable(directory: Path) -> bool:
    nearest = next(parent for parent in (directory, *directory.parents) if parent.exists())
    return os.access(nearest, os.W_OK | os.X_OK)
