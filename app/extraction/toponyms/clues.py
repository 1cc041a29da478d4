"""What the words between and around place names say: containment, nearness, and what kind of place it is."""

import re
from typing import Literal

Relation = Literal["inside", "comma", "contains", "near"]

#: Longest stretch between two names that is looked at, in characters.
LONGEST_GAP = 60

_DIVISION = (
    "province|provinces|governorate|governorates|county|counties|oblast|region|state|district|department|prefecture|"
    "territory|canton|cercle|parish|emirate|wilaya|voivodeship|raion|krai|republic"
)
_SETTLEMENT = (
    "city|town|village|hamlet|capital|port|municipality|suburb|neighborhood|neighbourhood|camp|settlement|metropolis|"
    "township|community|commune|enclave|stronghold|quarter|airport|seaport"
)
_DIRECTION = (
    "north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|northern|"
    "southern|eastern|western|central|northeastern|northwestern|southeastern|southwestern|north-eastern|north-western|"
    "south-eastern|south-western|upper|lower|mid"
)
_OTHER = (
    "a|an|the|of|and|its|nearby|rural|restive|troubled|small|main|largest|second|second-largest|biggest|ancient|historic|"
    "old|strategic|key|besieged|rebel-held|government-held|opposition-held|occupied|disputed|mainly|coastal|border|mountain|"
    "mountainous|industrial|desert|tiny|remote|provincial|regional|state|national|former|part|parts|area|areas|outskirts|"
    "suburbs|countryside|heart|center|centre|side|coast|corner|tip|edge|end|flashpoint|oil-rich|war-torn|neighboring|"
    "neighbouring|far|densely|populated|holy|commercial|financial|tribal|farming|fishing|oil|mining|resort|university"
)
_WORDS = f"(?:(?:{_DIVISION}|{_SETTLEMENT}|{_DIRECTION}|{_OTHER})\\s+)*"
_KIND = f"(?:{_DIVISION}|{_SETTLEMENT})"

_COMMA = re.compile(r"\s*,\s*")
_LIST = re.compile(r"\s*(?:,|,?\s(?:and|or|as well as))\s+")
_INSIDE = (
    re.compile(rf"\s*,\s*(?:in\s+)?{_WORDS}"),
    re.compile(r"\s*\(\s*"),
    re.compile(
        rf"(?:\s+{_KIND})?\s*,?\s+{_WORDS}(?:of\s+[\d,.]+\s+(?:people|inhabitants|residents|souls)\s+)?"
        rf"(?:in|inside|within|of)\s+{_WORDS}"
    ),
)
_CONTAINS = (
    re.compile(rf"(?:\s+{_KIND})?['’]s?\s+{_WORDS}"),
    re.compile(rf"\s+(?:{_DIVISION})\s+{_WORDS}(?:{_SETTLEMENT})\s+of\s+"),
)
_OF_NATION = re.compile(rf"\s+{_WORDS}(?:{_SETTLEMENT}|{_DIVISION})\s+(?:of\s+)?(?:the\s+)?")
_NEAR = (
    re.compile(
        rf"(?:\s+{_KIND})?\s*,?\s+(?:[\w.,-]+\s+){{0,5}}(?:km|kms|kilometers?|kilometres?|miles?|mi)\s+(?:\([^()]*\)\s+)?"
        rf"(?:{_WORDS})(?:of|from|outside)\s+{_WORDS}"
    ),
    re.compile(
        rf"(?:\s+{_KIND})?\s*,?\s+(?:{_WORDS})(?:near|outside|close to|north of|south of|east of|west of)\s+{_WORDS}"
    ),
)

_DIVISION_AFTER = re.compile(rf"\s+(?:{_DIVISION})\b")
_SETTLEMENT_AFTER = re.compile(r"\s+(?:city|town|village|airport|neighborhood|neighbourhood|suburb|camp)\b")
_KIND_BEFORE = re.compile(
    rf"\b(?:(?P<division>{_DIVISION})|(?P<settlement>{_SETTLEMENT}))\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
#: A government goes by the name of its seat: such a place speaks and acts, and nothing happens there.
_SPEAKS = re.compile(
    r"\s+(?:(?:has|have|had|also|later|again|still|quickly|immediately|swiftly|officially|flatly|itself)\s+){0,3}"
    r"(?:said|says|saying|denied|denies|denying|blamed|blames|accused|accuses|claimed|claims|insisted|insists|condemned|"
    r"condemns|rejected|rejects|dismissed|dismisses|warned|warns|announced|announces|vowed|vows|urged|urges|admitted|"
    r"admits|acknowledged|confirmed|confirms|declared|declares|demanded|demands|responded|replied|retorted|"
    r"called\s+(?:for|on|the)|calls\s+(?:for|on|it)|disputes|disputed|supports|backs|sees|wants|regards|considers)\b"
)
_FACILITY_AFTER = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:hospital|clinic|mosque|church|school|market|hotel|stadium|prison|barracks|base|checkpoint|"
    r"bridge|square|street|road|cemetery|university|dam|mall|theatre|theater|maternity|bakery)\b"
)
#: A country before words for one of its towns that do not go on with the town's name: "Lebanon's second city".
_OWN_TOWN = re.compile(
    rf"(?:['’]s?)?\s+(?:(?:{_DIRECTION}|{_OTHER}|third|fourth|port)[\s-]+)*(?:city|port|metropolis|town)\b"
    r"(?!\s+(?:of|[A-Z]))"
)
_CONTAINER_AFTER = re.compile(r",\s+((?:[A-Z][\w.'-]*|D\.C\.)(?:\s[A-Z][\w.'-]*){0,2})")


def relation(gap: str, *, demonym: bool) -> Relation | None:
    """How the name before the gap stands to the name after it; ``demonym`` says that the first is a nationality.

    A comma alone may part a place from its container ("Paris, Texas") or two places of a list.
    """
    if len(gap) > LONGEST_GAP or "\n" in gap.strip(" "):
        return None
    if demonym:
        return "contains" if _OF_NATION.fullmatch(gap) else None
    if any(pattern.fullmatch(gap) for pattern in _CONTAINS):
        return "contains"
    if _COMMA.fullmatch(gap):
        return "comma"
    if any(pattern.fullmatch(gap) for pattern in _INSIDE):
        return "inside"
    if any(pattern.fullmatch(gap) for pattern in _NEAR):
        return "near"
    return None


def in_list(before: str, after: str) -> bool:
    """Whether two names with a comma between them are part of a longer list, by the gaps before and after the two."""
    return any(len(gap) < LONGEST_GAP and _LIST.fullmatch(gap) for gap in (before, after))


def kind_beside(text: str, start: int, end: int) -> Literal["division", "settlement"] | None:
    """What the words right beside a name call the place: "Aleppo province", "the city of Aleppo"."""
    if _DIVISION_AFTER.match(text, end):
        return "division"
    if _SETTLEMENT_AFTER.match(text, end):
        return "settlement"
    before = _KIND_BEFORE.search(text, max(0, start - 30), start)
    if before is None:
        return None
    return "division" if before["division"] else "settlement"


def speaks(text: str, end: int) -> bool:
    """Whether the place says, denies or demands something, so that it stands for a government: "Moscow denied"."""
    return _SPEAKS.match(text, end) is not None


def names_facility(text: str, end: int) -> bool:
    """Whether the words after a name make it one of a building or the like: "the Quds hospital"."""
    return _FACILITY_AFTER.match(text, end) is not None


def tells_of_town(text: str, end: int) -> bool:
    """Whether the words after a country or nationality speak of a town of it by no name: "Lebanon's second city"."""
    return _OWN_TOWN.match(text, end) is not None


def container_after(text: str, end: int) -> tuple[str, ...]:
    """The capitalised words after a comma that may be a container ("Paris, Texas"), longest first."""
    match = _CONTAINER_AFTER.match(text, end)
    if match is None:
        return ()
    words = match[1].split(" ")
    return tuple(" ".join(words[:length]) for length in range(len(words), 0, -1))
