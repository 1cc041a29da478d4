"""From ranked candidates to the location of the article's entity."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from app.domain.gazetteer import Feature, Gazetteer, GazetteerEntry
from app.domain.names import fold_name
from app.domain.vocabulary import PlacePrecision
from app.extraction.document import Document, Location
from app.extraction.toponyms.evidence import Evidence
from app.extraction.toponyms.homeland import leading_country
from app.extraction.toponyms.places import Candidate, Toponym, common_name, contains, same_name

PRECISION_OF_FEATURE: Mapping[Feature, PlacePrecision] = {
    "country": "country",
    "admin1": "admin1",
    "admin2": "admin2",
    "settlement": "settlement",
    "region": "region",
    "other": "exact",
}
#: Part of the article's evidence that must agree before an unknown name is put into a division or country.
_DIVISION_SHARE = 0.8
_COUNTRY_SHARE = 0.5
#: A smaller part is enough for a country with so many times the weight of the next.
_LEADING_SHARE = 0.3
_LEAD = 1.6
#: Weight of places that must lie in a division before an unknown name is put there: more than one name's.
_DIVISION_WEIGHT = 1.9
#: A namesake in a country of which the article says nothing is taken for the place only if it is this big.
_KNOWN_ABROAD = 10_000
#: … and under another name than its common one, only if it is this big.
_KNOWN_BY_OTHER_NAME = 500_000
#: Names that quarters of many cities have: one of them is meant only where the article speaks of its city or country.
_COMMON_QUARTERS = frozenset(
    {"old city", "old town", "new city", "city center", "city centre", "downtown", "green zone"}
)
#: … and in a report from another country, where nothing names its own, only if it is this big.
_KNOWN_EVERYWHERE = 1_000_000
#: Evidence of countries that an article must have before a namesake abroad is ruled out.
_ENOUGH_EVIDENCE = 1.5
#: Places on either side of an unknown one, in text order, that may stand in for it.
_ANCHORS_ASIDE = 20
_REGION_TRUST = 0.85
_OTHER_NAME_TRUST = 0.8
_SAID_CONFIDENCE = 0.6
_GUESSED_CONFIDENCE = 0.3


def locate_all(toponyms: Sequence[Toponym], document: Document, evidence: Evidence, gazetteer: Gazetteer) -> None:
    """Write what was decided into the article's entities."""
    locator = _Locator(toponyms, evidence, gazetteer, document)
    for toponym in toponyms:
        if toponym.entity is None:
            continue
        draft = document.entities[toponym.entity]
        if toponym.is_demonym:
            draft.country_code = draft.country_code or (toponym.best.country_code if toponym.best else None)
            continue
        draft.location = locator.location(toponym)
        if draft.location is not None:
            place = draft.location.entry or draft.location.container
            draft.country_code = place.country_code if place else draft.country_code


class _Locator:
    """Decides between an entry, a container and nothing."""

    def __init__(
        self, toponyms: Sequence[Toponym], evidence: Evidence, gazetteer: Gazetteer, document: Document
    ) -> None:
        self._evidence = evidence
        self._gazetteer = gazetteer
        #: names of more than one place of the article
        self._shared = {name for name, times in Counter(toponym.name for toponym in toponyms).items() if times > 1}
        self._homeland = document.homeland
        self._named = document.named_countries
        self._anchors = sorted(
            (
                (name.start, toponym.best)
                for toponym in toponyms
                if toponym.best and toponym.best.feature in {"settlement", "admin2"} and self._credible(toponym)
                for name in toponym.mentions
            ),
            key=lambda anchor: anchor[0],
        )

    def location(self, toponym: Toponym) -> Location | None:
        """The place's location; None where neither gazetteer nor text tells anything."""
        entry = toponym.best
        if entry is not None and self._credible(toponym):
            confidence = toponym.confidence * _trust(toponym, entry)
            return Location(entry, precision=PRECISION_OF_FEATURE[entry.feature], confidence=confidence)
        return self._within(toponym)

    def _credible(self, toponym: Toponym) -> bool:
        """Whether the best candidate fits the article: not a small namesake in a country it has nothing to do with."""
        candidate = toponym.candidates[0]
        entry = candidate.entry
        namesake = toponym.name in self._shared and not candidate.supported and _is_put_abroad(toponym, entry)
        if namesake or self._is_far_fetched(toponym, candidate):
            return False
        by_name = any(same_name(name.text, entry) for name in toponym.mentions)
        of_facility = 2 * toponym.called_facility > len(toponym.mentions) and not by_name
        is_quarter = common_name(entry) in _COMMON_QUARTERS
        is_known = entry.population >= (_KNOWN_ABROAD if by_name else _KNOWN_BY_OTHER_NAME)
        if is_known and not of_facility and not is_quarter:
            return True
        if entry.feature in {"country", "region"} or (entry.geonames_id < 0 and not is_quarter):
            return True
        holds = any(inner.best and contains(entry, inner.best) for inner in toponym.inner)
        if candidate.supported or holds or self._evidence.in_countries < _ENOUGH_EVIDENCE:
            return True
        return self._evidence.country_share(toponym, entry) > 0.05 or self._evidence.nearness(toponym, entry) > 0.05

    def _is_far_fetched(self, toponym: Toponym, candidate: Candidate) -> bool:
        """Whether a report from one country would mean a place in another that it never names.

        A district under its short name is known so little abroad that the country most of the names tell is enough.
        """
        entry = candidate.entry
        is_short = all(fold_name(name.text) != fold_name(entry.name) for name in toponym.mentions)
        is_district = entry.feature == "admin2" and is_short
        home = self._homeland or (leading_country(self._named) if is_district else None)
        if home is None or candidate.supported or entry.feature in {"country", "region"} or entry.is_capital:
            return False
        if entry.country_code in self._named or self._evidence.country_share(toponym, entry) >= _COUNTRY_SHARE:
            return False
        by_name = any(common_name(entry) in fold_name(name.text) for name in toponym.mentions)
        renamed = entry.feature in {"admin1", "admin2"} and not by_name
        return renamed or entry.population < _KNOWN_EVERYWHERE

    def _within(self, toponym: Toponym) -> Location | None:
        """A place no gazetteer knows: its container as the text says it, else as the article's other places suggest."""
        said = min((outer for outer in toponym.outer if outer.best and self._credible(outer)), key=_width, default=None)
        beside = next((other.best for other in toponym.near if other.best), None)
        if said and said.best:
            container: GazetteerEntry | None = _division_of_town(said)
            beside, confidence = beside or said.best, _SAID_CONFIDENCE
        elif beside is not None:
            container, confidence = next(iter(self._gazetteer.containers(beside)), beside), _SAID_CONFIDENCE
        else:
            container, confidence = self._dominant(toponym), _GUESSED_CONFIDENCE
        if container is None:
            return None
        point = _point(beside) if beside and beside.feature == "settlement" else None
        if point is None and container.feature == "admin1":
            point = self._point_near(toponym, container)
        return Location(None, container, None, point, "near", "context", confidence)

    def _point_near(self, toponym: Toponym, container: GazetteerEntry) -> tuple[float, float] | None:
        """Point of the place in the container that is named next to the unknown one in the text."""
        if not toponym.mentions:
            return None
        at = toponym.mentions[0].start
        here = bisect_left(self._anchors, at, key=lambda anchor: anchor[0])
        around = self._anchors[max(0, here - _ANCHORS_ASIDE) : here + _ANCHORS_ASIDE]
        inside = [(abs(start - at), entry) for start, entry in around if contains(container, entry)]
        return _point(min(inside, key=lambda found: (found[0], found[1].geonames_id))[1]) if inside else None

    def _dominant(self, toponym: Toponym) -> GazetteerEntry | None:
        """The division, else the country, where most of the article plays; a namesake ruled out tells nothing of it."""
        evidence = self._evidence
        if evidence.in_divisions:
            division, weight = max(evidence.divisions.items(), key=lambda item: (item[1], -item[0]))
            if weight >= _DIVISION_WEIGHT and weight / evidence.in_divisions >= _DIVISION_SHARE:
                return self._gazetteer.entry(division)
        home = self._homeland or (leading_country(self._named) if toponym.best else None)
        if home is not None:
            return self._gazetteer.country(home)
        if evidence.in_countries:
            ranked = sorted(((weight, code) for code, weight in evidence.countries.items()), reverse=True)
            (weight, country), second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0.0
            share = weight / evidence.in_countries
            if share >= _COUNTRY_SHARE or (share >= _LEADING_SHARE and weight >= _LEAD * second):
                return self._gazetteer.country(country)
        return None


def _is_put_abroad(toponym: Toponym, entry: GazetteerEntry) -> bool:
    """Whether the text puts the place into another country than the entry's ("Hamdaniya in Aleppo")."""
    said = [outer.best.country_code for outer in toponym.outer if outer.best]
    return bool(said) and entry.feature != "country" and entry.country_code not in said


def _trust(toponym: Toponym, entry: GazetteerEntry) -> float:
    """How far a reading without rivals can be trusted: less under another name, and for what has no sharp bounds."""
    if entry.feature == "region":
        return _REGION_TRUST
    if entry.feature == "settlement" and not any(same_name(name.text, entry) for name in toponym.mentions):
        return _OTHER_NAME_TRUST
    return 1.0


def _width(toponym: Toponym) -> int:
    """Rank of a container by its size: the smallest that the text names tells most."""
    feature = toponym.best.feature if toponym.best else "country"
    return {"admin2": 1, "admin1": 2, "region": 3, "country": 4}.get(feature, 0)


def _division_of_town(outer: Toponym) -> GazetteerEntry | None:
    """A village said to be "in Aleppo" lies in the division of that name rather than in the city."""
    town = outer.best
    if town is None or town.feature != "settlement":
        return town
    return next((other.entry for other in outer.candidates if contains(other.entry, town)), town)


def _point(entry: GazetteerEntry | None) -> tuple[float, float] | None:
    if entry is None or entry.latitude is None or entry.longitude is None:
        return None
    return entry.latitude, entry.longitude
