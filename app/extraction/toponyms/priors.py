"""What speaks for a candidate before the article's other places are looked at, in units of a tenfold population."""

from math import log10

from app.domain.gazetteer import GazetteerEntry
from app.domain.names import fold_name, strip_article
from app.extraction.toponyms.places import Toponym

#: Strength of a region or physical feature, which has no population.
_REGION = 6.0
_OTHER = 4.5
_COUNTRY_BONUS = 3.3
_CAPITAL_BONUS = 1.2
_COMMON_NAME_BONUS = 1.2
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
    towns = [
        candidate.entry
        for candidate in toponym.candidates
        if candidate.entry.feature == "settlement"
        and _common(candidate.entry) in names
        and candidate.entry.population > 15_000
    ]
    is_division = 2 * toponym.called_division > len(toponym.mentions)
    for candidate in toponym.candidates:
        entry = candidate.entry
        candidate.prior = _size(entry) + _called(toponym, entry)
        if _common(entry) in names or entry.feature in {"country", "region"}:
            candidate.prior += _COMMON_NAME_BONUS
        if entry.feature == "admin2" and not is_division and _common(entry) not in names:
            candidate.prior += _BARE_ADMIN2
        if entry.feature in _DIVISIONS and not is_division and any(_overshadows(town, entry) for town in towns):
            candidate.prior += _DIVISION_OF_TOWN


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


def _overshadows(town: GazetteerEntry, division: GazetteerEntry) -> bool:
    chief = division.geonames_id in {town.admin1_id, town.admin2_id} and town.population * 15 > division.population
    return chief or (town.is_capital and town.country_code == division.country_code)


def _common(entry: GazetteerEntry) -> str:
    return strip_article(fold_name(entry.name))
