"""Who is no party: places that are hit or taken, words for a time, and those whom a misread sentence would accuse."""

from spacy.tokens import Token

from app.domain.vocabulary import EventType
from app.extraction.claims.responsibility import is_nobody
from app.extraction.claims.speakers import entity_of
from app.extraction.document import Document
from app.extraction.events.circumstances import is_spot
from app.extraction.frames import Argument, Frame
from app.extraction.grammar.blame import disowner
from app.extraction.grammar.governing import inverted

_TAKEN = (EventType.ASSAULT, EventType.COERCE)
_WEAPONS = frozenset(
    "strike airstrike attack bomb bombing bombardment blast explosion shelling shell rocket missile mine fire gunfire "
    "shooting shot mortar artillery bullet gunshot device vehicle raid fighting clash violence war battle "
    "assault offensive".split()
)
#: Sectors that do not bomb or shell; where they seem to, the sentence was misread.
_HARMLESS = frozenset({"MED", "NGO", "JRN", "EDU"})
#: Kinds of body that name the attack on them ("the newspaper attack"), where a modifier may be either side.
_ATTACKED = frozenset({"media", "union", "ngo", "education", "company", "medical", "judiciary", "religious", "party"})
#: Done by forces: a person beside such a noun commands, comments or suffers.
_BY_FORCES = frozenset({"aerial", "drone", "heavy-weapons", "unconventional"})
#: Buildings suffer attacks; where one seems to attack, a headline was misread.
_BUILDINGS = frozenset(
    "hospital clinic school mosque church market camp embassy building station house home hotel factory shop".split()
)
#: What is thrown or set off is not what it hits.
_USED = frozenset("bomb device explosive explosives dynamite charge bullet shot grenade round".split())
#: Nouns that a verb of violence may have for its object without hitting anybody or anything.
_INTANGIBLE = frozenset(
    "effort attempt control process freedom democracy interest number fact struggle aggression suspicion job response "
    "reaction suspension release discovery peace plan secret time end death addition total side love power right rule "
    "order law truth hope fear life blood crime agreement decision policy campaign idea principle dream image way "
    "problem success chance future unity confidence reputation honor honour cause purpose goal objective dawn daybreak "
    "dusk noon midday midnight nightfall night morning afternoon evening sunrise sunset".split()
)
_BY_HAND = frozenset({"beat", "abduct", "primitive", "sexual", "torture", "firearms"})
#: Verbs whose subject does what their noun object says; the subject of others ("called the attack cowardly") does not.
_CARRYING_OUT = frozenset(
    "carry launch conduct mount stage commit perpetrate wage open begin start resume continue step renew intensify "
    "escalate execute make do undertake lead join suffer attempt repel pursue prosecute unleash direct be have "
    "admit confess claim acknowledge accept assume take participate plan prepare plot contemplate consider weigh mull "
    "threaten order abandon attempt abort cancel postpone".split()
)
_ACTING = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj"})
_GROUND = frozenset(
    "town village city area district suburb neighborhood neighbourhood hill hilltop province region governorate "
    "territory stronghold enclave position positions front frontline outskirts countryside hamlet township locality "
    "part ground capital island port valley mountain corridor".split()
)


def settle_parties(document: Document, frames: list[Frame]) -> None:
    """Turn hit places into the frame's first places, and take out whom only a misread sentence makes a party."""
    for frame in frames:
        frame.actors = [
            party
            for party in frame.actors
            if not _is_date(document, party) and not is_nobody(document.doc[party.token])
        ]
        frame.targets = [party for party in frame.targets if not _is_date(document, party)]
        if frame.trigger.type is EventType.ASSAULT:
            frame.targets = [party for party in frame.targets if _can_be_hit(document, party)]
            _turn_victims(document, frame)
            frame.actors = [party for party in frame.actors if _can_attack(document, frame, party)]
        if frame.trigger.type in _TAKEN:
            _settle(document, frame)
        _leave_out_towns(document, frame)


def _turn_victims(document: Document, frame: Frame) -> None:
    """Those "killed" after their noun ("one of two doctors killed") suffer it, though a parser may see a subject."""
    verb = document.doc[frame.trigger.token]
    if verb.tag_ != "VBN" or frame.targets or frame.affected:
        return
    dependents = {child.dep_ for child in verb.children}
    if dependents & {"aux", "auxpass", "dobj"} or inverted(verb) is not None:
        return
    victims = [party for party in frame.actors if document.doc[party.token].head == verb and party.token < verb.i]
    frame.actors = [party for party in frame.actors if party not in victims]
    frame.targets += victims
    frame.affected += victims


def _can_be_hit(document: Document, party: Argument) -> bool:
    """Whether the words name people or things, and no bare number, deed, weapon in use or idea."""
    token = document.doc[party.token]
    if party.entity is not None or token.i in document.name_at:
        return True
    bare = token.pos_ == "NUM" or token.text[0].isdigit()
    return not bare and (party.sector is not None or token.lemma_.lower() not in _USED | _INTANGIBLE)


def _can_attack(document: Document, frame: Frame, party: Argument) -> bool:
    """Whether the words can mean an attacker: not the weapon, a helper, or one who only speaks of the attack."""
    token = document.doc[party.token]
    if party.entity is None and token.lemma_.lower() in _WEAPONS | _BUILDINGS:
        return False
    if _is_heading_speaker(token) or _is_beside_relative(token, document.doc[frame.trigger.token]):
        return False
    if token.dep_ in {"compound", "nmod"} and token.head.i == frame.trigger.token and _names_victim(document, party):
        return False
    if party.sector in _HARMLESS and frame.trigger.mode not in _BY_HAND:
        return False
    is_person = party.entity is not None and document.entities[party.entity].kind == "person"
    if is_person and frame.trigger.is_noun and frame.trigger.mode in _BY_FORCES:
        return token.dep_ == "pobj" and token.head.lower_ == "by"
    if disowner(document.doc[frame.trigger.token]) is not None:
        return False
    if frame.trigger.is_noun and token.dep_ == "nsubj" and token.head.is_ancestor(document.doc[frame.trigger.token]):
        return token.head.lemma_ in _CARRYING_OUT or _speaks_of_itself(token.head)
    return True


def _speaks_of_itself(verb: Token) -> bool:
    """Whether the subject says what it did ("said that it was responsible")."""
    clauses = (clause for clause in verb.children if clause.dep_ == "ccomp")
    return any(inner.dep_ == "nsubj" and inner.pos_ == "PRON" for clause in clauses for inner in clause.children)


def _is_heading_speaker(token: Token) -> bool:
    """Whether the words only tell who says what follows ("Hezbollah: shelling killed commander")."""
    return token.i + 1 < len(token.doc) and token.nbor().text == ":" and token.left_edge.i == token.sent.start


def _is_beside_relative(token: Token, verb: Token) -> bool:
    """Whether the party is only described by the clause beside the verb.

    "They shot guards who watched the gate and took hostages": the guards watched, and did not take hostages.
    """
    clause = verb.head
    if verb.dep_ != "conj" or clause.dep_ != "relcl" or clause.head.i != token.i or token.dep_ not in {"dobj", "pobj"}:
        return False
    return any(ancestor.tag_ == verb.tag_ and ancestor.pos_ == "VERB" for ancestor in token.ancestors)


def _names_victim(document: Document, party: Argument) -> bool:
    """Whether the name before "attack" or "murder" tells upon whom it was: a person's, or that of a peaceful body."""
    if party.entity is None:
        return False
    draft = document.entities[party.entity]
    return draft.kind == "person" or draft.category in _ATTACKED


def _leave_out_towns(document: Document, frame: Frame) -> None:
    """A town is where something was, and no government; it stays a party only where the sentence makes it one."""
    for parties in (frame.actors, frame.targets):
        for party in [
            party
            for party in parties
            if is_spot(document, party.entity)
            and (_is_named_for(document, frame, party) or not _is_capital(document, party))
        ]:
            party.sector = None
            frame.places.append(party)
            token = document.doc[party.token]
            if token.dep_ not in _ACTING or _is_meant_for(token):
                parties.remove(party)


def _is_meant_for(token: Token) -> bool:
    """Whether something is only meant for the town ("a truce for Aleppo")."""
    return token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.head.pos_ == "NOUN"


def _is_named_for(document: Document, frame: Frame, party: Argument) -> bool:
    """Whether the deed bears the name of the town it was in ("the Paris attacks")."""
    token = document.doc[party.token]
    return token.dep_ in {"compound", "nmod"} and token.head.i == frame.trigger.token


def _is_capital(document: Document, party: Argument) -> bool:
    location = document.entities[party.entity].location if party.entity is not None else None
    return location is not None and location.entry is not None and location.entry.is_capital


def _settle(document: Document, frame: Frame) -> None:
    kept: list[Argument] = []
    places: list[Argument] = []
    for party in frame.targets:
        place = _place_hit(document, party)
        if place is None:
            kept.append(party)
        else:
            places += [place] if place.entity is not None else []
    frame.targets = kept
    frame.places[:0] = places


def _place_hit(document: Document, party: Argument) -> Argument | None:
    """The place that the party is: named, pointed back to, or inside it ("the town of X"); None for other targets."""
    token = document.doc[party.token]
    if is_spot(document, party.entity):
        return party
    if party.entity is not None or token.lemma_.lower() not in _GROUND:
        return None
    entity = entity_of(document, token)
    if entity is not None and is_spot(document, entity):
        return Argument(party.token, party.start, party.end, entity)
    return _named_inside(document, token) or Argument(party.token, party.start, party.end)


def _named_inside(document: Document, token: Token) -> Argument | None:
    for inner in token.subtree:
        index = document.name_at.get(inner.i)
        if index is not None and is_spot(document, document.names[index].entity):
            name = document.names[index]
            return Argument(inner.i, name.start, name.end, name.entity)
    return None


def _is_date(document: Document, party: Argument) -> bool:
    return any(date.start <= party.start and party.end <= date.end for date in document.dates)
