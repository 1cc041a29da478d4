"""Places and their containment."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app.models import PlaceAncestorRow, PlaceRow
from app.models.entities import IS_COUNTRY


def places_by_geonames_id(session: Session, geonames_ids: Collection[int]) -> dict[int, PlaceRow]:
    """Stored places by gazetteer id."""
    rows = session.exec(select(PlaceRow).where(col(PlaceRow.geonames_id).in_(geonames_ids)))
    return {row.geonames_id: row for row in rows if row.geonames_id is not None}


def states(session: Session, country_codes: Collection[str]) -> dict[str, str]:
    """Ids of the stored countries by code."""
    rows = session.exec(select(PlaceRow).where(IS_COUNTRY, col(PlaceRow.country_code).in_(country_codes)))
    return {row.country_code: row.id for row in rows if row.country_code}


def save_ancestors(session: Session, containers: Mapping[str, Sequence[str]]) -> None:
    """Set what contains each of these places, innermost first."""
    session.execute(delete(PlaceAncestorRow).where(col(PlaceAncestorRow.place_id).in_(containers)))
    session.add_all(
        PlaceAncestorRow(ancestor_id=ancestor_id, place_id=place_id, depth=depth)
        for place_id, ids in containers.items()
        for depth, ancestor_id in enumerate([place_id, *ids])
    )
    session.flush()


def load_chains(session: Session, place_ids: Collection[str]) -> dict[str, list[PlaceRow]]:
    """For each place: itself and its containers, innermost first."""
    statement = (
        select(PlaceAncestorRow.place_id, PlaceRow)
        .join(PlaceRow, col(PlaceRow.id) == col(PlaceAncestorRow.ancestor_id))
        .where(col(PlaceAncestorRow.place_id).in_(place_ids))
        .order_by(col(PlaceAncestorRow.place_id), col(PlaceAncestorRow.depth))
    )
    chains: dict[str, list[PlaceRow]] = {place_id: [] for place_id in place_ids}
    for place_id, row in session.exec(statement):
        chains[place_id].append(row)
    return chains


def contents(session: Session, place_id: str) -> list[str]:
    """Ids of the places that lie in the place, without itself."""
    statement = select(PlaceAncestorRow.place_id).where(
        col(PlaceAncestorRow.ancestor_id) == place_id, col(PlaceAncestorRow.depth) > 0
    )
    return list(session.exec(statement))
