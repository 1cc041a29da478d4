"""Place names of an article with the gazetteer entries they may mean."""

from collections.abc import Iterator, Sequence, Set

from app.domain.gazetteer import Gazetteer, GazetteerEntry
from app.extraction.document import Document, Name
from app.extraction.lexicons.countries import CountryLexicon
from app.extraction.toponyms.clues import (
    LONGEST_GAP,
    container_after,
    in_list,
    kind_beside,
    names_facility,
    relation,
    speaks,
    tells_of_town,
)
from app.extraction.toponyms.embedded import embedded_names
from app.extraction.toponyms.places import Candidate, Toponym, contains, same_name
from app.extraction.toponyms.priors import weigh

#: Namesakes beyond this number, counted from the most populous, are not looked at.
_MOST_CANDIDATES = 60
#: Readings of a second name that are compared with all of the first.
_MOST_PAIRED = 8
_LONGEST_ABBREVIATION = 6
#: Inhabitants of the smallest town that is believed to have given a facility its name.
_LEAST_HOST = 20_000


def collect(document: Document, gazetteer: Gazetteer, countries: CountryLexicon) -> list[Toponym]:
    """One toponym per place and demonym entity, with candidates and with what the text says about each."""
    finder = _Finder(gazetteer, countries)
    found: dict[int, Toponym] = {}
    names = sorted((name for name in document.names if name.kind in {"place", "demonym"}), key=lambda name: name.start)
    for name in names:
        if name.entity is None:
            continue
        if name.entity not in found:
            found[name.entity] = Toponym(
                name.entity, document.entities[name.entity].name, [], [], is_demonym=name.kind == "demonym"
            )
        found[name.entity].mentions.append(name)
    text = document.clean.text
    for toponym in found.values():
        toponym.candidates = finder.demonym(toponym) if toponym.is_demonym else finder.place(toponym, text)
    others = {name.start for name in document.names if name.kind not in {"place", "demonym"}}
    _read_clues(text, names, found, finder, others)
    _place_described_town(text, names, found)
    for toponym in found.values():
        unknown = not (toponym.candidates or toponym.outer or toponym.is_demonym)
        if unknown and (host := finder.host(toponym)):
            _put_inside(toponym, host)
    extra = [outer for toponym in found.values() for outer in toponym.outer if outer.entity is None]
    toponyms = [*found.values(), *extra]
    for toponym in toponyms:
        weigh(toponym)
    return toponyms


class _Finder:
    """Finds candidates in gazetteer and country lexicon."""

    def __init__(self, gazetteer: Gazetteer, countries: CountryLexicon) -> None:
        self._gazetteer = gazetteer
        self._countries = countries

    def demonym(self, toponym: Toponym) -> list[Candidate]:
        """The country whose people are so called."""
        codes = (
            self._countries.code_of_demonym(name.text) or self._countries.code_of_name(name.text)
            for name in toponym.mentions
        )
        code = next((code for code in codes if code), None)
        country = self._gazetteer.country(code) if code else None
        return [Candidate(country)] if country else []

    def place(self, toponym: Toponym, text: str) -> list[Candidate]:
        """Entries of any of the names under which the article mentions the place."""
        if entries := self._abbreviated(toponym, text):
            return [Candidate(entry) for entry in entries]
        found: dict[int, GazetteerEntry] = {}
        for wording in dict.fromkeys((toponym.name, *(name.text for name in toponym.mentions))):
            for entry in self.entries(wording):
                found.setdefault(entry.geonames_id, entry)
        return [Candidate(entry) for entry in list(found.values())[:_MOST_CANDIDATES]]

    def _abbreviated(self, toponym: Toponym, text: str) -> list[GazetteerEntry]:
        """Divisions of which the name and the full stop after it are an abbreviation: "Alta" in "Red Deer, Alta."."""
        wordings = {name.text for name in toponym.mentions}
        if len(wordings) > 1 or len(toponym.name) > _LONGEST_ABBREVIATION:
            return []
        if not all(
            text[name.start - 2 : name.start] == ", " and text[name.end : name.end + 1] == "."
            for name in toponym.mentions
        ):
            return []
        found = self._gazetteer.find(f"{toponym.name}.")
        return [entry for entry in found if entry.feature == "admin1" and not same_name(toponym.name, entry)]

    def entries(self, text: str) -> Iterator[GazetteerEntry]:
        """Entries of that name, the country of that name first."""
        code = self._countries.code_of_name(text)
        country = self._gazetteer.country(code) if code else None
        if country:
            yield country
        for entry in self._gazetteer.find(text):
            if entry.feature != "country" or country is None:
                yield entry

    def host(self, toponym: Toponym) -> Toponym | None:
        """The place in whose name an unknown one is called: "Aleppo International Airport"."""
        for text in embedded_names(toponym.name):
            found = [entry for entry in self.entries(text) if _can_host(entry)]
            if found:
                return Toponym(None, text, [], [Candidate(entry) for entry in found[:10]])
        return None

    def container(self, words: Sequence[str]) -> Toponym | None:
        """A division or country named by the first of the given words that names one."""
        for text in words:
            found = [entry for entry in self.entries(text) if entry.feature in {"country", "admin1", "admin2"}]
            if found:
                return Toponym(None, text, [], [Candidate(entry) for entry in found[:10]])
        return None


def _read_clues(text: str, names: Sequence[Name], found: dict[int, Toponym], finder: _Finder, others: Set[int]) -> None:
    """Note what the text says beside every name. ``others``: where names begin that are no places'."""
    for position, name in enumerate(names):
        if name.entity is None:
            continue
        toponym = found[name.entity]
        following = names[position + 1] if position + 1 < len(names) else None
        if following and following.entity is not None and 0 < following.start - name.end < LONGEST_GAP:
            listed = in_list(_gap(text, names, position), _gap(text, names, position + 2))
            _relate(toponym, found[following.entity], text[name.end : following.start], listed=listed)
            _relate_past(toponym, found, names[position + 1 : position + 3], text)
        if toponym.is_demonym:
            continue
        kind = kind_beside(text, name.start, name.end)
        toponym.called_division += kind == "division"
        toponym.called_settlement += kind == "settlement"
        toponym.speaking += speaks(text, name.end)
        toponym.called_facility += names_facility(text, name.end)
        if (following is None or following.start > name.end + 4) and name.end + len(", ") not in others:
            outer = finder.container(container_after(text, name.end))
            if outer:
                _put_inside(toponym, outer)


def _place_described_town(text: str, names: Sequence[Name], found: dict[int, Toponym]) -> None:
    """Put the town that the article is about into the country whose town it calls it: "Lebanon's second city"."""
    nations = {
        id(nation): nation
        for name in names
        if name.entity is not None and tells_of_town(text, name.end) and (nation := found[name.entity]).candidates
    }
    codes = {nation.candidates[0].entry.country_code for nation in nations.values() if _is_nation(nation)}
    if len(codes) != 1:
        return
    (code,) = codes
    towns = [toponym for toponym in found.values() if not toponym.is_demonym and _may_be_town(toponym)]
    foremost = max(towns, key=lambda toponym: len(toponym.mentions), default=None)
    if foremost is None or foremost.outer:
        return
    if any(candidate.entry.country_code == code for candidate in foremost.candidates):
        _put_inside(foremost, next(nation for nation in nations.values() if _is_nation(nation)))


def _is_nation(toponym: Toponym) -> bool:
    return toponym.candidates[0].entry.feature == "country"


def _may_be_town(toponym: Toponym) -> bool:
    return any(candidate.entry.feature == "settlement" for candidate in toponym.candidates)


def _gap(text: str, names: Sequence[Name], position: int) -> str:
    """The text before the name at that position, back to the name before it."""
    if not 0 < position < len(names):
        return "\n"
    return text[names[position - 1].end : names[position].start]


def _relate(first: Toponym, second: Toponym, gap: str, *, listed: bool) -> None:
    if first is second:
        return
    match relation(gap, demonym=first.is_demonym):
        case "inside" if not second.is_demonym:
            _put_inside(first, second)
        case "comma" if not second.is_demonym and (_may_lie_in(first, second) or (_is_area(second) and not listed)):
            _put_inside(first, second)
        case "contains":
            _put_inside(second, first)
        case "near" if not second.is_demonym:
            first.near.append(second)
            second.near.append(first)
        case _:
            return


def _relate_past(toponym: Toponym, found: dict[int, Toponym], following: Sequence[Name], text: str) -> None:
    """Put a place into the second of the names that follow too: "X in Myanmar's Shan state"."""
    if len(following) < 2 or following[1].entity is None or found[following[1].entity] is toponym:
        return
    owner, owned = (found[name.entity] for name in following if name.entity is not None)
    gap = text[following[0].end : following[1].start]
    if owner in toponym.outer and gap[:1] in {"'", "’"} and relation(gap, demonym=owner.is_demonym) == "contains":
        _put_inside(toponym, owned)


def _put_inside(inner: Toponym, outer: Toponym) -> None:
    inner.outer.append(outer)
    outer.inner.append(inner)


def _may_lie_in(inner: Toponym, outer: Toponym) -> bool:
    """Whether any reading of one name lies in any reading of the other."""
    outers = [other.entry for other in outer.candidates[:_MOST_PAIRED]]
    return any(contains(other, candidate.entry) for candidate in inner.candidates for other in outers)


def _is_area(toponym: Toponym) -> bool:
    return any(candidate.entry.feature in {"country", "admin1"} for candidate in toponym.candidates)


def _can_host(entry: GazetteerEntry) -> bool:
    return entry.feature != "settlement" or entry.population >= _LEAST_HOST
