"""From ranked candidates to the location of the article's entity."""

from collections.abc import Mapping

from app.domain.gazetteer import Feature, Gazetteer, GazetteerEntry
from app.domain.vocabulary import PlacePrecision
from app.extraction.document import Document, Location
from app.extraction.toponyms.evidence import Evidence
from app.extraction.toponyms.places import Toponym

PRECISION_OF_FEATURE: Mapping[Feature, PlacePrecision] = {
    "country": "country",
    "admin1": "admin1",
    "admin2": "admin2",
    "settlement": "settlement",
    "region": "region",
    "other": "exact",
}
#: Part of the article's evidence that must agree before an unknown name is put into a division or country.
_DIVISION_SHARE = 0.5
_COUNTRY_SHARE = 0.5


def locate(toponym: Toponym, document: Document, evidence: Evidence, gazetteer: Gazetteer) -> None:
    """Write what was decided into the entity."""
    if toponym.entity is None:
        return
    draft = document.entities[toponym.entity]
    entry = toponym.best
    if toponym.is_demonym:
        draft.country_code = draft.country_code or (entry.country_code if entry else None)
        return
    if entry is not None:
        draft.location = Location(entry, precision=PRECISION_OF_FEATURE[entry.feature], confidence=toponym.confidence)
        draft.country_code = entry.country_code
        return
    _locate_unknown(toponym, document, evidence, gazetteer)


def _locate_unknown(toponym: Toponym, document: Document, evidence: Evidence, gazetteer: Gazetteer) -> None:
    """A place no gazetteer knows: its container as the text says it, else as the article's other places suggest."""
    draft = document.entities[toponym.entity or 0]
    said = next((outer for outer in toponym.outer if outer.best or outer.entity is not None), None)
    container = said.best if said else None
    confidence = 0.6
    if container is None:
        container = _beside(toponym, gazetteer) or _dominant(evidence, gazetteer)
        confidence = 0.3
    if container is None:
        return
    precision: PlacePrecision = "country" if container.feature == "country" else "near"
    draft.location = Location(None, container, None, precision, "context", confidence)
    draft.country_code = container.country_code


def _beside(toponym: Toponym, gazetteer: Gazetteer) -> GazetteerEntry | None:
    """The smallest division of a place that the text says is near."""
    for other in toponym.near:
        if other.best:
            return next(iter(gazetteer.containers(other.best)), other.best)
    return None


def _dominant(evidence: Evidence, gazetteer: Gazetteer) -> GazetteerEntry | None:
    if evidence.in_divisions:
        division, weight = max(evidence.divisions.items(), key=lambda item: (item[1], -item[0]))
        if weight / evidence.in_divisions >= _DIVISION_SHARE:
            return gazetteer.entry(division)
    if evidence.in_countries:
        country, weight = max(evidence.countries.items(), key=lambda item: (item[1], item[0]))
        if weight / evidence.in_countries >= _COUNTRY_SHARE:
            return gazetteer.country(country)
    return None
