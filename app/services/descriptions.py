"""A stored entity in a few words, for lists that people choose from."""

from collections.abc import Sequence

from app.domain.gazetteer import Gazetteer
from app.domain.reconciliation import TYPE_OF_KIND, Named
from app.models import OrganizationRow, PersonRow, PlaceRow
from app.storage.entities import EntityRow, kind_of

_MOST_ROLES = 2
_PLACE_OF_PRECISION = {"admin1": "division", "admin2": "district", "near": "place"}


def type_of(row: EntityRow) -> Named:
    """Its type as reconciliation names it."""
    name = TYPE_OF_KIND[kind_of(row.id)]
    return {"id": name, "name": name}


def describe(gazetteer: Gazetteer, row: EntityRow, chain: Sequence[PlaceRow] = ()) -> str:
    """What tells it from its namesakes: office or kind, country, how often it is named.

    ``chain``: a place and its containers, innermost first.
    """
    parts = [*_kind(row), *_home(gazetteer, row, chain), _articles(row.article_count)]
    return " · ".join(part for part in parts if part)


def _kind(row: EntityRow) -> list[str]:
    if isinstance(row, PersonRow):
        roles: dict[str, str] = {}
        for role in row.roles:
            roles.setdefault(role.casefold(), role)
        return [", ".join(list(roles.values())[:_MOST_ROLES])]
    if isinstance(row, OrganizationRow):
        return [(row.category or "").replace("_", " ")]
    return [_PLACE_OF_PRECISION.get(row.precision or "", row.precision or "place")]


def _home(gazetteer: Gazetteer, row: EntityRow, chain: Sequence[PlaceRow]) -> list[str]:
    if containers := [other.name for other in chain[1:]]:
        return [", ".join(containers)]
    country = gazetteer.country(row.country_code) if row.country_code and not isinstance(row, PlaceRow) else None
    return [country.name] if country else []


def _articles(count: int) -> str:
    return f"named in {count:,} article{'' if count == 1 else 's'}"
