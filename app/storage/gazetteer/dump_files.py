"""Reads GeoNames dump files line by line."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Self, cast

_COLUMNS = 19


class DumpError(ValueError):
    """The file is no GeoNames dump; the message says where and why."""


@dataclass(frozen=True, slots=True)
class DumpLine:
    """The columns in use of one line; ``number`` counts from 1."""

    number: int
    id: int
    name: str
    ascii_name: str
    alternate_names: tuple[str, ...]
    latitude: float
    longitude: float
    feature_class: str
    feature_code: str
    country_code: str
    admin1_code: str
    admin2_code: str
    population: int

    @classmethod
    def parse(cls, number: int, raw: bytes) -> Self:
        """Read one line.

        Raises:
            DumpError: columns are missing, or a number is none; the message names the line.
        """
        try:
            columns = raw.decode("utf-8").rstrip("\r\n").split("\t")
        except UnicodeDecodeError as error:
            raise DumpError(f"line {number}: not UTF-8 ({error.reason} at byte {error.start})") from error
        if len(columns) != _COLUMNS:
            raise DumpError(f"line {number}: {len(columns)} columns where a GeoNames dump has {_COLUMNS}")
        latitude = _number(number, "latitude", columns[4], 90)
        longitude = _number(number, "longitude", columns[5], 180)
        return cls(
            number=number,
            id=_integer(number, "geonameid", columns[0]),
            name=columns[1],
            ascii_name=columns[2],
            alternate_names=tuple(name for name in columns[3].split(",") if name),
            latitude=latitude,
            longitude=longitude,
            feature_class=columns[6],
            feature_code=columns[7],
            country_code=columns[8],
            admin1_code=columns[10],
            admin2_code=columns[11],
            population=_integer(number, "population", columns[14] or "0"),
        )


def read_dump(path: Path) -> Iterator[tuple[DumpLine, int, int]]:
    """Every line of a dump with the bytes read so far and the bytes in all; blank lines are passed over.

    Raises:
        DumpError: the file cannot be read as a dump.
    """
    try:
        with _open(path) as (file, total):
            done = 0
            for number, raw in enumerate(file, start=1):
                done += len(raw)
                if raw.strip():
                    yield DumpLine.parse(number, raw), done, total
    except (zipfile.BadZipFile, zlib.error) as error:
        raise DumpError(f"the archive is damaged: {error}") from error


@contextmanager
def _open(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """The dump as a stream of bytes, and its size unpacked."""
    if not zipfile.is_zipfile(path):
        if path.suffix.lower() == ".zip":
            raise DumpError("this is no zip archive, though its name says so")
        with path.open("rb") as file:
            yield file, path.stat().st_size
        return
    with zipfile.ZipFile(path) as archive:
        dumps = [item for item in archive.infolist() if _is_dump(item.filename)]
        if len(dumps) != 1:
            raise DumpError(f"the archive holds {len(dumps)} dump files where one is expected")
        with archive.open(dumps[0]) as packed:
            yield cast("BinaryIO", packed), dumps[0].file_size


def _is_dump(name: str) -> bool:
    return name.endswith(".txt") and Path(name).name.lower() != "readme.txt"


def _integer(line: int, column: str, text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        raise DumpError(f"line {line}: {column} is {text[:40]!r}, not a whole number")
    return number


def _number(line: int, column: str, text: str, limit: float) -> float:
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not -limit <= number <= limit:
        raise DumpError(f"line {line}: {column} is {text[:40]!r}, not a number of degrees up to {limit:g}")
    return number
