"""Puts the sources of the gazetteer together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.gazetteer import Feature
from app.domain.names import fold_name
from app.storage.gazetteer import sources
from app.storage.gazetteer.points import AreaPoints
from app.storage.gazetteer.schema import PlaceRow


def all_places(seeds: Path) -> Iterator[PlaceRow]:
    """Every place of the gazetteer; settlements first, since the points of what contains them rest on them."""
    return _Assembly(sources.Seeds(seeds)).rows()


@dataclass
class _Assembly:
    """Puts the sources together: settlements get their divisions, divisions and countries a point and inhabitants."""

    seeds: sources.Seeds
    points: AreaPoints = field(default_factory=AreaPoints)

    def rows(self) -> Iterator[PlaceRow]:
        """Every place of the gazetteer: settlements first, since the rest rests on them."""
        areas = {area.row.id: area for area in sources.divisions()}
        for area in areas.values():
            area.row.name = self.seeds.english_names.get(area.row.id, area.row.name)
        yield from self._settlements(areas)
        countries = list(sources.countries(self.seeds))
        country_ids = {row.code: row.id for row in countries}
        for area in areas.values():
            yield self._division(area, areas, country_ids)
        for row in countries:
            row.latitude, row.longitude = self.points.point(row.id) or (None, None)
            yield row
        yield from self._regions(areas)

    def _settlements(self, areas: Mapping[int, sources.Division]) -> Iterator[PlaceRow]:
        by_code = {area.row.code: area.row.id for area in areas.values()}
        within = sources.city_divisions()
        country_ids = {row.code: row.id for row in sources.countries(self.seeds)}
        capitals = {code: self.seeds.capitals(code) for code in country_ids if code}
        for row, code in sources.settlements():
            first, second = within.get(row.id, (None, None))
            first = first or by_code.get(code)
            row.admin1 = _named(areas, first)
            row.admin2 = _named(areas, second)
            country = row.country_code or ""
            row.is_capital = row.population > 0 and fold_name(row.name) in capitals.get(country, ())
            if english := self.seeds.english_names.get(row.id):
                row.name = english
            elif first and first in areas:
                _take_english_name(row, areas[first])
            self.points.add(filter(None, (first, second, country_ids.get(country))), row)
            yield row

    def _division(
        self, area: sources.Division, areas: Mapping[int, sources.Division], country_ids: Mapping[str | None, int]
    ) -> PlaceRow:
        row = area.row
        if row.feature == "admin2":
            row.admin1 = _named(areas, area.parent)
        row.population = self.points.population(row.id)
        nearby = (row.id, area.parent, country_ids.get(row.country_code))
        point = next((found for key in nearby if key and (found := self.points.point(key))), None)
        row.latitude, row.longitude = point or (None, None)
        return row

    def _regions(self, areas: Mapping[int, sources.Division]) -> Iterator[PlaceRow]:
        """The project's own regions; rows with only a division's code add spellings to that division."""
        by_code = {area.row.code: area.row for area in areas.values()}
        for region in self.seeds.regions:
            names = [name for name in region["aliases"].split("|") if name]
            if region["feature"] == "division" and (known := by_code.get(region["code"])):
                known.aliases = (*known.aliases, *names)
                yield known
            if region["feature"] not in {"region", "other"}:
                continue
            feature: Feature = "region" if region["feature"] == "region" else "other"
            row = PlaceRow(
                int(region["id"]),
                region["name"],
                feature,
                region["code"] or None,
                float(region["latitude"]),
                float(region["longitude"]),
            )
            row.aliases = names
            yield row


def _named(areas: Mapping[int, sources.Division], area: int | None) -> tuple[int, str] | None:
    return (area, areas[area].row.name) if area and area in areas else None


def _take_english_name(row: PlaceRow, area: sources.Division) -> None:
    """A town spelt like its division takes the division's English name ("Dayr az Zawr": Deir ez-Zor)."""
    english = area.row.name
    if fold_name(row.name) == fold_name(area.raw_name) and english in row.aliases:
        row.name = english
