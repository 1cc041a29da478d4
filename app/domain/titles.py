"""Titles composed from an event's fields: who did what to whom, where. No sentence of an article is used."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from app.domain.vocabulary import EventType, Stance


class Phrase(NamedTuple):
    """How a kind of event is worded: for several actors, for one, without any, and what leads to the target."""

    plural: str
    singular: str
    noun: str
    to: str = ""


_SEIZE: Final = Phrase("seize", "seizes", "Seizure of territory", "from")
_WORDING: Final[dict[tuple[EventType, str | None], Phrase]] = {
    (EventType.AGREE, None): Phrase("agree", "agrees", "Agreement", "with"),
    (EventType.CONSULT, None): Phrase("hold talks", "holds talks", "Talks", "with"),
    (EventType.CONSULT, "visit"): Phrase("visit", "visits", "Visit"),
    (EventType.CONSULT, "phone"): Phrase("speak by phone", "speaks by phone", "Phone call", "with"),
    (EventType.SUPPORT, None): Phrase("back", "backs", "Support"),
    (EventType.CONCEDE, None): Phrase("make concessions", "makes concessions", "Concession", "to"),
    (EventType.COOPERATE, None): Phrase("cooperate", "cooperates", "Cooperation", "with"),
    (EventType.AID, None): Phrase("give aid", "gives aid", "Aid", "to"),
    (EventType.RETREAT, None): Phrase("yield", "yields", "Retreat", "to"),
    (EventType.RETREAT, "withdraw"): Phrase("withdraw", "withdraws", "Withdrawal"),
    (EventType.RETREAT, "release"): Phrase("release", "releases", "Release of prisoners"),
    (EventType.RETREAT, "disarm"): Phrase("disarm", "disarms", "Disarmament"),
    (EventType.RETREAT, "ceasefire"): Phrase("cease fire", "ceases fire", "Ceasefire", "with"),
    (EventType.RETREAT, "access"): Phrase("grant access", "grants access", "Access granted", "to"),
    (EventType.RETREAT, "resign"): Phrase("resign", "resigns", "Resignation"),
    (EventType.REQUEST, None): Phrase("make demands", "makes a demand", "Demand", "of"),
    (EventType.REQUEST, "meet"): Phrase("ask for talks", "asks for talks", "Call for talks", "with"),
    (EventType.REQUEST, "assist"): Phrase("ask for help", "asks for help", "Call for help", "from"),
    (EventType.ACCUSE, None): Phrase("accuse", "accuses", "Accusation"),
    (EventType.ACCUSE, "investigate"): Phrase("investigate", "investigates", "Investigation"),
    (EventType.REJECT, None): Phrase("refuse", "refuses", "Refusal", "towards"),
    (EventType.REJECT, "meet"): Phrase("suspend talks", "suspends talks", "Talks suspended", "with"),
    (EventType.THREATEN, None): Phrase("threaten", "threatens", "Threat"),
    (EventType.PROTEST, None): Phrase("protest", "protests", "Protest", "against"),
    (EventType.PROTEST, "riot"): Phrase("riot", "riots", "Riot", "against"),
    (EventType.PROTEST, "strike"): Phrase("go on strike", "goes on strike", "Strike", "against"),
    (EventType.PROTEST, "hunger"): Phrase("go on hunger strike", "goes on hunger strike", "Hunger strike", "against"),
    (EventType.SANCTION, None): Phrase("sanction", "sanctions", "Sanctions"),
    (EventType.SANCTION, "convict"): Phrase("convict", "convicts", "Conviction"),
    (EventType.SANCTION, "expel"): Phrase("expel", "expels", "Expulsion"),
    (EventType.MOBILIZE, None): Phrase("mobilize", "mobilizes", "Mobilization", "against"),
    (EventType.MOBILIZE, "troops"): Phrase("deploy forces", "deploys forces", "Deployment of forces", "against"),
    (EventType.MOBILIZE, "weapons"): Phrase("move weapons", "moves weapons", "Movement of weapons", "against"),
    (EventType.MOBILIZE, "militia"): Phrase("recruit", "recruits", "Recruitment", "against"),
    (EventType.COERCE, None): Phrase("coerce", "coerces", "Coercion"),
    (EventType.COERCE, "arrest"): Phrase("arrest", "arrests", "Arrests"),
    (EventType.COERCE, "seize"): Phrase("seize property", "seizes property", "Seizure", "from"),
    (EventType.COERCE, "curfew"): Phrase("impose a curfew", "imposes a curfew", "Curfew", "on"),
    (EventType.COERCE, "restrict"): Phrase("restrict", "restricts", "Restrictions"),
    (EventType.COERCE, "deport"): Phrase("deport", "deports", "Deportation"),
    (EventType.COERCE, "cyber"): Phrase("hack", "hacks", "Cyber attack"),
    (EventType.ASSAULT, None): Phrase("attack", "attacks", "Attack"),
    (EventType.ASSAULT, "abduct"): Phrase("abduct", "abducts", "Abduction"),
    (EventType.ASSAULT, "aerial"): Phrase("strike from the air", "strikes from the air", "Air strike", "at"),
    (EventType.ASSAULT, "drone"): Phrase("strike by drone", "strikes by drone", "Drone strike", "at"),
    (EventType.ASSAULT, "heavy-weapons"): Phrase("shell", "shells", "Shelling"),
    (EventType.ASSAULT, "explosives"): Phrase("bomb", "bombs", "Bombing"),
    (EventType.ASSAULT, "suicide-attack"): Phrase("carry out a suicide attack", "carries out a suicide attack",
                                                  "Suicide attack", "on"),
    (EventType.ASSAULT, "firearms"): Phrase("shoot at", "shoots at", "Shooting"),
    (EventType.ASSAULT, "targeted"): Phrase("assassinate", "assassinates", "Targeted killing"),
    (EventType.ASSAULT, "destroy"): Phrase("destroy property", "destroys property", "Destruction", "of"),
    (EventType.ASSAULT, "torture"): Phrase("torture", "tortures", "Torture"),
    (EventType.ASSAULT, "beat"): Phrase("beat", "beats", "Beating"),
    (EventType.ASSAULT, "crowd-control"): Phrase("use force on a crowd", "uses force on a crowd", "Crowd dispersed"),
}  # fmt: skip
_BY_STANCE: Final[dict[Stance, str]] = {
    "asserted": "",
    "denied": "Denied: ",
    "threatened": "Threatened: ",
    "planned": "Planned: ",
    "hypothetical": "Possible: ",
}
_SHORT_ARTICLES: Final = ("the ", "a ", "an ")
_MAX_NAMES: Final = 2


@dataclass(frozen=True, slots=True)
class TitleFacts:
    """What a title is made of. ``place`` is the place's name and its container's, if there are any.

    ``recruited`` is how many joined at least; None where that is not told.
    """

    type: EventType
    mode: str | None
    contexts: Sequence[str]
    stance: Stance
    actors: Sequence[str]
    targets: Sequence[str]
    place: Sequence[str]
    recruited: int | None = None


def compose_title(facts: TitleFacts) -> str:
    """Such as "Militants seize Khan Tuman, Aleppo", "Air strike, Maarat al-Numan, Idlib"."""
    seizes = _is_seizure(facts)
    phrase = _SEIZE if seizes else _phrase(facts)
    place = ", ".join(facts.place[:2])
    fights = facts.type is EventType.ASSAULT and facts.mode in (None, "firearms")
    if fights and not seizes and len(facts.actors) > 1 and not facts.targets:
        title = f"{_join(facts.actors)} fight"
    elif facts.actors:
        verb = phrase.plural if _is_plural(facts.actors) else phrase.singular
        title = f"{_join(facts.actors)} {verb}"
    else:
        title = phrase.noun
    is_direct = seizes or (facts.mode == "visit" and not facts.targets)
    if is_direct and facts.actors and place:
        return _BY_STANCE[facts.stance] + _capital(f"{title} {place}")
    if facts.targets:
        to = phrase.to if facts.actors else _noun_link(phrase)
        title = " ".join(part for part in (title, to, _join(facts.targets)) if part)
    if place:
        title = f"{title}, {place}" if not facts.actors else f"{title} in {place}"
    return _BY_STANCE[facts.stance] + _capital(title)


def _phrase(facts: TitleFacts) -> Phrase:
    if facts.type is EventType.MOBILIZE and facts.recruited:
        number = f"{facts.recruited:,}"
        return Phrase(f"recruit {number}", f"recruits {number}", f"Recruitment of {number}", "against")
    phrase = _WORDING.get((facts.type, facts.mode)) or _WORDING[facts.type, None]
    return phrase._replace(noun="Release") if facts.mode == "release" and facts.targets else phrase


def _is_seizure(facts: TitleFacts) -> bool:
    by_force = facts.type is EventType.ASSAULT and facts.mode in (None, "firearms")
    return "territory" in facts.contexts and (by_force or (facts.type is EventType.COERCE and facts.mode == "seize"))


def _noun_link(phrase: Phrase) -> str:
    return phrase.to or "of" if phrase.noun not in {"Attack", "Accusation", "Sanctions", "Threat"} else "on"


def _is_plural(names: Sequence[str]) -> bool:
    last = names[0].split()[-1].lower() if names[0].split() else ""
    return len(names) > 1 or (last.endswith("s") and not last.endswith(("ss", "us", "is"))) or last in _COLLECTIVE


_COLLECTIVE: Final = frozenset({"police", "people", "men", "gunmen", "troops", "forces", "militia"})


def _join(names: Sequence[str]) -> str:
    shown = [_trim(name) for name in names[:_MAX_NAMES]]
    if len(names) > _MAX_NAMES:
        return f"{', '.join(shown)} and others"
    return " and ".join(shown)


def _trim(name: str) -> str:
    flat = " ".join(name.split())
    for article in _SHORT_ARTICLES:
        if flat.lower().startswith(article):
            flat = flat[len(article) :]
    return flat if len(flat) <= 80 else flat[:79].rstrip() + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
