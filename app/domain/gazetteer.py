"""Gazetteer records and what the extractor asks of a gazetteer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Feature = Literal["country", "admin1", "admin2", "settlement", "region", "other"]


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place of the gazetteer.

    ``geonames_id`` identifies it (negative for the project's own regions, which have none). ``name`` is the common
    English name. Codes and names of the containers are those of GeoNames. Coordinates are WGS 84 degrees; those of
    countries and divisions are derived and stand for the whole.
    """

    geonames_id: int
    name: str
    feature: Feature
    country_code: str | None
    admin1_id: int | None
    admin1_name: str | None
    admin2_id: int | None
    admin2_name: str | None
    latitude: float | None
    longitude: float | None
    population: int
    is_capital: bool = False


class Gazetteer(Protocol):
    """Lookup of names; every call takes under a millisecond."""

    def find(self, name: str) -> Sequence[GazetteerEntry]:
        """Entries of that name, any script, with or without diacritics and Arabic article; most populous first."""

    def entry(self, geonames_id: int) -> GazetteerEntry | None:
        """The entry of that id."""

    def country(self, country_code: str) -> GazetteerEntry | None:
        """The country of that ISO 3166-1 alpha-2 code."""

    def containers(self, entry: GazetteerEntry) -> Sequence[GazetteerEntry]:
        """What contains the entry, innermost first, the country last."""
