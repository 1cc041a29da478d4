"""The recorded figures, under which none may fall.

A person records them with ``--record`` and reviews the difference like any other change.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from benchmarks.quality.labels import LabelledText

#: How many points a figure may drop before it counts: one article more or less in which an odd sentence is read.
TOLERANCE: Final = 1.0


@dataclass(frozen=True, slots=True)
class Size:
    """How much is labelled."""

    articles: int
    outlets: int
    events: int


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that must be labelled, and the figures that were reached."""

    at_least: Size
    figures: Mapping[str, float]


def read_floor(path: Path) -> Floor:
    """The floor as recorded."""
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floor(Size(**read["at_least"]), read["figures"])


def write_floor(path: Path, floor: Floor) -> None:
    """Record a floor."""
    tables = {"at_least": asdict(floor.at_least), "figures": dict(floor.figures)}
    written = (
        "\n".join([f"[{name}]", *(f"{key} = {value}" for key, value in rows.items())]) for name, rows in tables.items()
    )
    path.write_text("\n\n".join(written) + "\n", encoding="utf-8")


def size_of(articles: Iterable[LabelledText]) -> Size:
    """How many articles, kinds of outlet and events there are."""
    read = list(articles)
    return Size(len(read), len({labels.outlet for labels in read}), sum(len(labels.events) for labels in read))


def breaches(floor: Floor, size: Size, measured: Mapping[str, float]) -> list[str]:
    """One sentence for everything that is under the floor."""
    wanted, labelled = asdict(floor.at_least), asdict(size)
    few = [
        f"only {labelled[what]} {what} are labelled, at least {least} must be"
        for what, least in wanted.items()
        if labelled[what] < least
    ]
    return few + [
        f"{name} dropped from {was} to {measured.get(name, 'nothing')}"
        for name, was in floor.figures.items()
        if round(was - measured.get(name, 0.0), 1) > TOLERANCE
    ]
