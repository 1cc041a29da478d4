"""Places inside names of facilities and institutions: "Aleppo International Airport", "University of Mosul"."""

import re

#: Words that make a name with a place in front a facility or institution of that place.
_FACILITIES = frozenset(
    "academy airbase airfield airport area arena bank barracks base border bridge camp castle cathedral cemetery "
    "center centre chamber church citadel city clinic coast college council countryside county court courthouse "
    "crossing checkpoint cup dam department district embassy consulate festival fort fortress gallery garrison "
    "hall harbor harbour headquarters hospital hotel institute island jail library mall market mission mosque "
    "museum office palace park plant police port prison refinery region school sheriff square stadium station "
    "suburbs synagogue temple terminal theater theatre tower tunnel university zoo".split()
)
#: Arabic articles, alone no place ("al-Dabit" has nothing to do with a town called Ål).
_ARTICLES = frozenset("ash adh ath".split())
_SHORTEST_PART = 3
_DIRECTION = re.compile(
    r"(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]entral|[Uu]pper|[Ll]ower|[Gg]reater|[Mm]etropolitan|[Dd]owntown|"
    r"[Ii]nner|[Oo]uter|[Oo]ld|[Hh]istoric|[Mm]id)(?:ern|east|west|eastern|western)?[ -])+(?=[A-Z])"
)
_AFTER = re.compile(r"(?:\b(?:of|in|at|for)|,) (?:the )?([A-Z].*)$")


def embedded_names(name: str) -> tuple[str, ...]:
    """The names in a name that may be the place where it is, the most telling first; empty where none can be."""
    if match := _DIRECTION.match(name):
        return (name[match.end() :],)
    found: list[str] = []
    head, comma, tail = name.partition(", ")
    if comma:
        found += [head, tail]
    if match := _AFTER.search(name):
        found.append(match[1])
    words = name.replace("'s ", " ").replace("’s ", " ").split()
    first = next((at for at, word in enumerate(words) if word.lower() in _FACILITIES), 0)
    if first:
        found += [" ".join(words[:length]) for length in range(min(len(words) - 1, first + 1), 0, -1)]
    if "-" in name:
        found += [part for part in name.split("-") if len(part) >= _SHORTEST_PART and part.lower() not in _ARTICLES]
    return tuple(found)
