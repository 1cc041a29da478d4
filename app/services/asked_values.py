"""Values that clients give of entities, written as the stored ones are."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from sqlmodel import Session

from app.domain.identifiers import kind_of_id
from app.domain.iso3166 import ALPHA2_OF_ALPHA3, COUNTRY_CODES
from app.domain.reconciliation import PROPERTIES
from app.domain.vocabulary import EntityKind
from app.resolution.names import plain_name
from app.resolution.reconciling import Asked
from app.services.stores import Stores
from app.storage import entities as store
from app.storage.canonical import load_shown


def asked_of(
    session: Session, stores: Stores, kind: EntityKind, name: str, given: Mapping[str, Iterable[str]]
) -> Asked:
    """What is asked of entities of that kind; "Khan Tuman, Aleppo" names a place and what contains it.

    Properties that such entities do not have, and values that nobody can read, do not count.
    """
    values = {property_.id: set(given.get(property_.id, ())) for property_ in PROPERTIES if kind in property_.kinds}
    if kind == "place":
        name, *containers = [part.strip() for part in name.split(",") if plain_name(part)] or [name]
        values["within"].update(containers)
    readings = {
        id_: frozenset(reading for value in told if (reading := _read(session, stores, id_, value)))
        for id_, told in values.items()
    }
    return Asked(name, {id_: told for id_, told in readings.items() if told})


def _read(session: Session, stores: Stores, property_id: str, value: str) -> str | None:
    if property_id == "country":
        return _country(session, stores, value)
    if property_id == "within" and kind_of_id(value) == "place":
        return next((row.id for row in load_shown(session, [value]).values()), None)
    return _READ[property_id](value)


def _country(session: Session, stores: Stores, value: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country given by code, name or id."""
    code = value.strip().upper()
    code = ALPHA2_OF_ALPHA3.get(code, code)
    if code in COUNTRY_CODES:
        return code
    if kind_of_id(value) == "place":
        row = store.get_entity(session, "place", value)
        return row.country_code if row else None
    return next((entry.country_code for entry in stores.gazetteer.find(value) if entry.feature == "country"), None)


def _slug(value: str) -> str:
    return value.strip().lower().replace(" ", "_").replace("-", "_")


_READ: Final[Mapping[str, Callable[[str], str]]] = {
    "role": str.strip,
    "category": _slug,
    "sector": lambda value: value.strip().upper(),
    "within": plain_name,
    "precision": _slug,
}
