"""Reading the tab-separated tables of ``seeds/``."""

from collections.abc import Iterator
from pathlib import Path


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """Yield one mapping of column name to cell per row. Blank lines are skipped.

    Raises:
        ValueError: a row has more or fewer cells than the header line; the message names file and line.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != len(header):
            raise ValueError(f"{path.name}, line {number}: {len(cells)} cells where the header has {len(header)}")
        yield dict(zip(header, (cell.strip() for cell in cells), strict=True))


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by ``|``."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())
