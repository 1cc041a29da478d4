"""Imports GeoNames dump files (``SY.txt``, ``allCountries.zip``) into the overlay of the gazetteer.

The columns are those of https://download.geonames.org/export/dump/readme.txt.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from itertools import batched
from pathlib import Path
from tempfile import NamedTemporaryFile

from filelock import FileLock

from app.domain.gazetteer import Feature
from app.storage.gazetteer import schema
from app.storage.gazetteer.build import Progress
from app.storage.gazetteer.dump_files import DumpError, DumpLine, read_dump
from app.storage.gazetteer.schema import PlaceRow
from app.storage.gazetteer.spelling import is_spelling, shown_name

_BATCH = 5_000
#: Physical features, areas and parks; of the single spots (class S) those that news of conflicts names.
_OTHER_CLASSES = frozenset("HLTV")
_SPOTS = frozenset("AIRB AIRF AIRP AIRQ BDG BLDG CMPRF CTHSE DAM HSP INSM MILB MNMT MSQE OILR PRN PS RSTN UNIV".split())
_BY_CODE = "SELECT code, id, name FROM places WHERE code IS NOT NULL AND feature IN ('admin1', 'admin2')"

Divisions = Mapping[str, tuple[int, str]]


def import_geonames(file: Path, overlay: Path, gazetteer: Path, progress: Progress | None = None) -> int:
    """Add the places of a dump file (.txt, or .zip with one inside) to the overlay, and return how many they are.

    The file is read line by line, so that memory does not grow with it. The overlay is replaced as a whole at the end:
    a failed import leaves it as it was, one repeated brings it up to date. ``gazetteer`` is the built gazetteer, which
    knows the divisions that the dump's codes mean. ``progress`` is told bytes read and bytes in all (of two passes).

    Raises:
        DumpError: the file is no GeoNames dump; the message names the line.
    """
    overlay.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(overlay.with_name(overlay.name + ".lock")):
        with NamedTemporaryFile(dir=overlay.parent, prefix=overlay.name, suffix=".part", delete=False) as part:
            unfinished = Path(part.name)
        try:
            if overlay.is_file():
                shutil.copyfile(overlay, unfinished)
            count = _write(file, unfinished, gazetteer, progress)
            unfinished.chmod(0o644)
            unfinished.replace(overlay)
        finally:
            unfinished.unlink(missing_ok=True)
    return count


def _write(file: Path, path: Path, gazetteer: Path, progress: Progress | None) -> int:
    divisions = _divisions(file, gazetteer, progress)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
        schema.create_overlay(connection)
        connection.execute("BEGIN")
        count = 0
        for batch in batched(_places(file, divisions, progress), _BATCH):
            schema.forget_names(connection, [row.id for row in batch])
            schema.save(connection, batch)
            count += len(batch)
        connection.execute("COMMIT")
    finally:
        connection.close()
    return count


def _divisions(file: Path, gazetteer: Path, progress: Progress | None) -> Divisions:
    """Divisions by code: those of the file, and over them those of the gazetteer, which has English names."""
    found: dict[str, tuple[int, str]] = {}
    for line, done, total in read_dump(file):
        if line.feature_code in {"ADM1", "ADM2"}:
            found[_division_code(line)] = (line.id, shown_name(line.name, line.country_code))
        if progress and line.number % _BATCH == 0:
            progress(done, 2 * total)
    connection = sqlite3.connect(f"{gazetteer.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        found.update({code: (area, name) for code, area, name in connection.execute(_BY_CODE)})
    finally:
        connection.close()
    return found


def _places(file: Path, divisions: Divisions, progress: Progress | None) -> Iterator[PlaceRow]:
    for line, done, total in read_dump(file):
        feature = _feature(line)
        if feature is not None:
            yield _row(line, feature, divisions)
        if progress and (line.number % _BATCH == 0 or done == total):
            progress(total + done, 2 * total)


def _row(line: DumpLine, feature: Feature, divisions: Divisions) -> PlaceRow:
    first = divisions.get(f"{line.country_code}.{line.admin1_code}")
    second = divisions.get(f"{line.country_code}.{line.admin1_code}.{line.admin2_code}")
    is_division = feature in {"admin1", "admin2"}
    return PlaceRow(
        line.id,
        shown_name(line.name, line.country_code),
        feature,
        line.country_code or None,
        line.latitude,
        line.longitude,
        line.population,
        admin1=None if feature in {"admin1", "country"} else first,
        admin2=None if is_division or feature == "country" else second,
        is_capital=line.feature_code == "PPLC",
        code=_division_code(line) if is_division else None,
        aliases=[line.name, line.ascii_name, *filter(is_spelling, line.alternate_names)],
    )


def _division_code(line: DumpLine) -> str:
    parts = [line.country_code, line.admin1_code, *([line.admin2_code] if line.feature_code == "ADM2" else [])]
    return ".".join(parts)


def _feature(line: DumpLine) -> Feature | None:
    """The kind of place, None for kinds that are left out (streets, hotels, farms …)."""
    match line.feature_class, line.feature_code:
        case "P", _:
            return "settlement"
        case "A", "ADM1":
            return "admin1"
        case "A", "ADM2":
            return "admin2"
        case "A", code if code.startswith("PCL"):
            return "country"
        case "L", "RGN" | "CONT" | "AREA":
            return "region"
        case "A", _:
            return "other"
        case kind, code if kind in _OTHER_CLASSES or code in _SPOTS:
            return "other"
        case _:
            return None


__all__ = ["DumpError", "import_geonames"]
