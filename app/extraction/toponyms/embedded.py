"""Places named inside the names of facilities and institutions: "Aleppo International Airport", "University of Mosul"."""

import re

#: Words that make a name with a place in front a facility or institution of that place.
_FACILITIES = frozenset(
    "airport airbase airfield base barracks university college school academy institute hospital clinic prison jail camp "
    "court courthouse museum gallery theatre theater stadium arena palace castle citadel embassy consulate mission park zoo "
    "station terminal port harbor harbour bridge dam tunnel plant refinery mosque church cathedral synagogue temple market "
    "mall hotel tower square center centre council office department police sheriff chamber festival cup airfield bank "
    "cemetery library hall headquarters crossing checkpoint border garrison fort fortress district suburbs countryside "
    "county city area region coast island".split()
)
_DIRECTION = re.compile(
    r"(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]entral|[Uu]pper|[Ll]ower|[Gg]reater|[Mm]etropolitan|[Dd]owntown|[Ii]nner|"
    r"[Oo]uter|[Oo]ld|[Mm]id)(?:ern|east|west|eastern|western)?[ -])+(?=[A-Z])"
)
_AFTER = re.compile(r"(?:\b(?:of|in|at|for)|,) (?:the )?([A-Z].*)$")


def embedded_names(name: str) -> tuple[str, ...]:
    """The names in a name that may be the place where it is, the most telling first; empty where none can be."""
    if match := _DIRECTION.match(name):
        return (name[match.end() :],)
    found: list[str] = []
    if match := _AFTER.search(name):
        found.append(match[1])
    words = name.replace("'s ", " ").replace("’s ", " ").split()
    first = next((at for at, word in enumerate(words) if word.lower() in _FACILITIES), 0)
    if first:
        found += [" ".join(words[:length]) for length in range(min(len(words) - 1, first + 1), 0, -1)]
    return tuple(found)
