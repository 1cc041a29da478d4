"""The closed vocabularies of the field: event types, modes, sectors, stances, precisions.

Event types, modes, contexts and sectors are the names of the PLOVER ontology (manual draft 0.8, openeventdata/PLOVER).
"""

from enum import StrEnum
from typing import Final, Literal, get_args


class EventType(StrEnum):
    """PLOVER root types, in the order of the manual."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]

QUAD_OF_TYPE: Final[dict[EventType, Quad]] = {
    EventType.AGREE: "verbal cooperation",
    EventType.CONSULT: "verbal cooperation",
    EventType.SUPPORT: "verbal cooperation",
    EventType.CONCEDE: "verbal cooperation",
    EventType.COOPERATE: "material cooperation",
    EventType.AID: "material cooperation",
    EventType.RETREAT: "material cooperation",
    EventType.REQUEST: "verbal conflict",
    EventType.ACCUSE: "verbal conflict",
    EventType.REJECT: "verbal conflict",
    EventType.THREATEN: "verbal conflict",
    EventType.PROTEST: "material conflict",
    EventType.SANCTION: "material conflict",
    EventType.MOBILIZE: "material conflict",
    EventType.COERCE: "material conflict",
    EventType.ASSAULT: "material conflict",
}

MODES_OF_TYPE: Final[dict[EventType, frozenset[str]]] = {
    EventType.AGREE: frozenset(),
    EventType.CONSULT: frozenset({"visit", "third-party", "multilateral", "phone"}),
    EventType.SUPPORT: frozenset(),
    EventType.CONCEDE: frozenset(),
    EventType.COOPERATE: frozenset(),
    EventType.AID: frozenset(),
    EventType.RETREAT: frozenset({"withdraw", "release", "disarm", "ceasefire", "access", "resign"}),
    EventType.REQUEST: frozenset({"assist", "change", "yield", "meet"}),
    EventType.ACCUSE: frozenset({"disapprove", "investigate", "allege"}),
    EventType.REJECT: frozenset({"assist", "change", "yield", "meet"}),
    EventType.THREATEN: frozenset({"restrict", "arrest", "relations", "expel", "territory", "violence"}),
    EventType.PROTEST: frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}),
    EventType.SANCTION: frozenset({"convict", "expel", "withdraw", "discontinue"}),
    EventType.MOBILIZE: frozenset({"troops", "weapons", "police", "militia"}),
    EventType.COERCE: frozenset(
        "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber".split()
    ),
    EventType.ASSAULT: frozenset(
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
        "heavy-weapons crowd-control unconventional".split()
    ),
}

CONTEXTS: Final[frozenset[str]] = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic "
    "legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity "
    "inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment "
    "technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split()
)

SECTORS: Final[frozenset[str]] = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC "
    "IGO NGO ISM IMG MNC".split()
)

#: Sectors that fight: a state's side, and organised armed groups outside the state.
STATE_ARMED: Final[frozenset[str]] = frozenset({"MIL", "GOV", "COP", "SPY", "PRM"})
NONSTATE_ARMED: Final[frozenset[str]] = frozenset({"REB", "UAF", "IMG", "CRM"})

EntityKind = Literal["person", "organization", "place"]
MentionKind = Literal["person", "organization", "place", "demonym", "weapon", "vehicle"]
OrganizationCategory = Literal[
    "armed_group", "military", "police", "intelligence", "government", "legislature", "judiciary", "party",
    "coalition", "igo", "ngo", "media", "monitor", "company", "religious", "education", "medical", "union",
    "criminal", "other",
]  # fmt: skip
Stance = Literal["asserted", "denied", "threatened", "planned", "hypothetical"]
Role = Literal["actor", "target", "mediator"]
FigureKind = Literal["killed", "wounded", "captured", "missing", "displaced"]
ClaimTopic = Literal["event", "killed", "wounded", "captured", "missing", "displaced", "actors", "place", "date"]
DatePrecision = Literal["day", "week", "month", "season", "quarter", "year", "decade", "century", "unknown"]
DateBasis = Literal["stated", "relative", "publication", "unknown"]
PublicationBasis = Literal["given", "inferred", "unknown"]
PlacePrecision = Literal["exact", "settlement", "near", "admin2", "admin1", "country", "region"]
PlaceBasis = Literal["gazetteer", "context", "unknown"]

FIGURE_KINDS: Final[tuple[FigureKind, ...]] = get_args(FigureKind)
STANCES: Final[tuple[Stance, ...]] = get_args(Stance)
ORGANIZATION_CATEGORIES: Final[tuple[OrganizationCategory, ...]] = get_args(OrganizationCategory)
