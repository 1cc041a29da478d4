"""What speaks for a candidate before the article's other places are looked at, in units of a tenfold population."""

from collections.abc import Collection, Iterable
from math import log10

from rapidfuzz import fuzz

from app.domain.gazetteer import GazetteerEntry
from app.domain.names import fold_name, strip_article
from app.extraction.toponyms.places import Toponym, common_name

#: Strength of a region or physical feature, which has no population.
_REGION = 6.0
_OTHER = 4.5
_COUNTRY_BONUS = 3.3
#: A country whose name a division of another country bears as well (Georgia).
_SHARED_NAME = -2.5
_CAPITAL_BONUS = 1.2
_COMMON_NAME_BONUS = 1.2
#: A town that has the name only beside an unlike one (Aleppo was Berea once), where other towns simply bear it.
_UNLIKE_NAME = -1.2
_LIKENESS = 60
#: Inhabitants from which a town is what its name means rather than the division around it.
_TOWN = 15_000
#: A second-level division is mostly named with its kind ("Anderson County"); by the bare name the town is meant.
_BARE_ADMIN2 = -2.0
#: A first-level division named like its chief town ("Aleppo") or like a capital ("Washington"), where the text does
#: not say "province".
_DIVISION_OF_TOWN = -2.0
_CALLED = 2.0
_CALLED_OTHERWISE = -2.0
_DIVISIONS = frozenset({"admin1", "admin2"})


def weigh(toponym: Toponym) -> None:
    """Set the prior of every candidate."""
    names = {strip_article(fold_name(text)) for text in (toponym.name, *(name.text for name in toponym.mentions))}
    entries = [candidate.entry for candidate in toponym.candidates]
    bearers = [entry for entry in entries if entry.feature == "settlement" and common_name(entry) in names]
    for candidate in toponym.candidates:
        entry = candidate.entry
        candidate.prior = _size(entry) + _called(toponym, entry)
        if common_name(entry) in names or entry.feature in {"country", "region"}:
            candidate.prior += _COMMON_NAME_BONUS
        elif entry.feature == "settlement" and bearers and not _resembles(entry, names):
            candidate.prior += _UNLIKE_NAME
        if entry.feature == "country" and any(_rivals(other, entry) for other in entries):
            candidate.prior += _SHARED_NAME
        if entry.feature in _DIVISIONS and 2 * toponym.called_division <= len(toponym.mentions):
            candidate.prior += _bare_division(entry, names, bearers)


def _bare_division(entry: GazetteerEntry, names: Collection[str], bearers: Iterable[GazetteerEntry]) -> float:
    """What speaks against a division where the text does not call it one."""
    against = _BARE_ADMIN2 if entry.feature == "admin2" and common_name(entry) not in names else 0.0
    if any(town.population > _TOWN and _overshadows(town, entry) for town in bearers):
        against += _DIVISION_OF_TOWN
    return against


def _resembles(entry: GazetteerEntry, names: Iterable[str]) -> bool:
    """Whether a name in the text may be a spelling of the entry's, rather than another name it has or had."""
    return any(fuzz.ratio(name, common_name(entry)) >= _LIKENESS for name in names)


def _size(entry: GazetteerEntry) -> float:
    if entry.feature == "region":
        return _REGION
    if entry.feature == "other":
        return _OTHER
    size = log10(max(entry.population, 100))
    if entry.feature == "country":
        return max(size, 5.0) + _COUNTRY_BONUS
    return size + (_CAPITAL_BONUS if entry.is_capital else 0.0)


def _called(toponym: Toponym, entry: GazetteerEntry) -> float:
    """Whether the words beside the name fit: "Aleppo province", "the city of Aleppo"."""
    said = toponym.called_division - toponym.called_settlement
    if not said:
        return 0.0
    part = abs(said) / max(len(toponym.mentions), 1)
    if entry.feature in _DIVISIONS:
        return part * (_CALLED if said > 0 else _CALLED_OTHERWISE)
    if entry.feature == "settlement":
        return part * (_CALLED if said < 0 else _CALLED_OTHERWISE)
    return 0.0


def _rivals(division: GazetteerEntry, country: GazetteerEntry) -> bool:
    abroad = division.feature == "admin1" and division.country_code != country.country_code
    return abroad and common_name(division) == common_name(country) and 2 * division.population > country.population


def _overshadows(town: GazetteerEntry, division: GazetteerEntry) -> bool:
    chief = division.geonames_id in {town.admin1_id, town.admin2_id} and town.population * 15 > division.population
    return chief or (town.is_capital and town.country_code == division.country_code)
