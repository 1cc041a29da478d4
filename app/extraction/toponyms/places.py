"""The working material of toponym resolution."""

from dataclasses import dataclass, field
from math import cos, radians

from app.domain.gazetteer import GazetteerEntry
from app.domain.names import fold_name, strip_article
from app.extraction.document import Name

#: Kilometres in a degree of latitude.
KM_PER_DEGREE = 111.2


@dataclass(slots=True)
class Candidate:
    """A gazetteer entry that a name may mean. ``prior`` is what speaks for it before the article is looked at."""

    entry: GazetteerEntry
    prior: float = 0.0
    score: float = 0.0
    #: share among the candidates of the name; they add up to one
    share: float = 0.0
    #: whether the text around the name says so ("X, Texas")
    supported: bool = False


@dataclass(slots=True)
class Toponym:
    """A place (or nationality) of the article with its candidates, best first once ranked."""

    entity: int | None
    name: str
    mentions: list[Name]
    candidates: list[Candidate]
    is_demonym: bool = False
    #: places that the text says contain it, and places it is said to lie near
    outer: list["Toponym"] = field(default_factory=list)
    inner: list["Toponym"] = field(default_factory=list)
    near: list["Toponym"] = field(default_factory=list)
    #: mentions beside which the text calls it a division ("province") or a settlement ("city")
    called_division: int = 0
    called_settlement: int = 0
    #: mentions in which the place speaks for a government, and in which a hospital, mosque … bears the name
    speaking: int = 0
    called_facility: int = 0
    #: how sure the best candidate is, 0 to 1
    confidence: float = 0.0

    @property
    def scenes(self) -> int:
        """Mentions that may tell where things happen: all but those of a government by its seat."""
        return len(self.mentions) - self.speaking

    @property
    def best(self) -> GazetteerEntry | None:
        """The entry of the best candidate."""
        return self.candidates[0].entry if self.candidates else None


def contains(outer: GazetteerEntry, inner: GazetteerEntry) -> bool:
    """Whether one place lies in another, by the gazetteer's hierarchy; towns contain what lies within 30 km."""
    if outer.geonames_id == inner.geonames_id:
        return False
    match outer.feature:
        case "country":
            return outer.country_code == inner.country_code
        case "admin1":
            return inner.admin1_id == outer.geonames_id
        case "admin2":
            return inner.admin2_id == outer.geonames_id
        case "settlement":
            smaller = inner.feature in {"settlement", "other"} and inner.population < outer.population
            return smaller and distance_km(outer, inner) < 30
        case _:
            same_country = outer.country_code in {None, inner.country_code}
            return same_country and inner.feature != "country" and distance_km(outer, inner) < 800


def common_name(entry: GazetteerEntry) -> str:
    """The entry's name for comparison: folded, without article."""
    return strip_article(fold_name(entry.name))


def same_name(text: str, entry: GazetteerEntry) -> bool:
    """Whether the words in the text are the entry's common name, but for marks and articles."""
    return strip_article(fold_name(text)) == common_name(entry)


def distance_km(a: GazetteerEntry, b: GazetteerEntry) -> float:
    """Distance of two places in kilometres, on a plane: right within some per cent up to a thousand kilometres."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return 1e5
    north = a.latitude - b.latitude
    east = abs(a.longitude - b.longitude)
    east = min(east, 360 - east) * cos(radians((a.latitude + b.latitude) / 2))
    return float((north * north + east * east) ** 0.5 * KM_PER_DEGREE)
