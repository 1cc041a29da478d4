"""Whether a told event happened: asserted, denied, threatened, planned or only hypothetical.

Decisions: what "failed to" happen is denied; an attempt ("tried to storm") is an event, hence asserted; what is
demanded, feared, possible or conditional is hypothetical; "will" and arrangements ("is to", "due to") are planned.
"""

from typing import TYPE_CHECKING, Final

from app.domain.vocabulary import Stance
from app.extraction.grammar.light_verbs import LIGHT_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

StanceFinding = tuple[Stance, "Token | None"]

_STEPS: Final = 7
#: tokens after a trigger in which a question mark is looked for
_REACH: Final = 80
_NEGATIONS: Final = frozenset({"not", "n't", "never", "neither", "nor", "n’t", "no", "hardly"})
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest", "provided", "assuming"})


def _table(**words: str) -> dict[str, Stance]:
    stances: dict[str, Stance] = {
        "denied": "denied", "threatened": "threatened", "planned": "planned", "hypothetical": "hypothetical"
    }  # fmt: skip
    return {word: stances[stance] for stance, line in words.items() for word in line.split()}


_AUXILIARIES: Final = _table(
    planned="will would shall 'll wo ’ll",
    hypothetical="may might could can must should ought ca",
)
#: verbs and adjectives whose complement takes this stance
_GOVERNORS: Final = _table(
    denied="deny fail refuse decline prevent avoid stop avert foil thwart refrain cease abandon reject disprove "
    "refute renounce unable impossible cancel postpone",
    threatened="threaten",
    planned="plan intend prepare aim expect schedule ready willing prepared due set poise likely about agree promise "
    "pledge vow decide arrange want hope seek consider determined go mean propose offer wish swear",
    hypothetical="fear worry demand urge request appeal suppose imagine possible ask consider encourage incite want "
    "suspect afraid discuss recommend advise suggest advocate warn call risk speculate doubt allow permit authorize "
    "authorise hesitate enable rehearse simulate conspire plot invite dare require need",
)
#: what goes on or has come about stays a fact
_NOUNS: Final = _table(
    denied="absence lack denial failure refusal prevention end halt",
    threatened="threat",
    planned="plan preparation intention prospect schedule plot conspiracy mission operation effort campaign aim goal "
    "objective purpose",
    hypothetical="fear possibility risk likelihood danger call demand request appeal scenario prevention speculation "
    "event warning rumor rumour idea case authorization permission right ability capability readiness option",
)
_MODIFIERS: Final = _table(
    denied="foiled thwarted failed aborted averted cancelled canceled so-called",
    threatened="threatened",
    planned="planned upcoming scheduled impending proposed forthcoming imminent intended future expected",
    hypothetical="possible potential feared hypothetical would-be likely eventual simulated mock theoretical",
)
#: governors whose noun objects take the stance too
_STANCED_OBJECTS: Final = frozenset({"prevent", "avert", "foil", "thwart", "avoid", "plan", "prepare", "fear", "deny"})
_HAPPENING: Final = frozenset({
    "happen", "occur", "take", "begin", "start", "continue", "resume", "be", "come", "erupt", "break", "follow", "last",
    "go", "end", "stop", "remain", "kill", "wound", "injure", "leave", "hold", "proceed",
})  # fmt: skip
#: what ought to be recalled or can be confirmed is told as a fact: the modal is that of the saying
_TELLING: Final = frozenset({
    "recall", "remember", "note", "mention", "stress", "emphasize", "emphasise", "point", "add", "know", "remind",
    "underline", "underscore", "highlight", "acknowledge", "confirm", "report", "reveal", "disclose", "understand",
    "say", "forget", "tell", "see", "announce",
})  # fmt: skip
#: an infinitive in somebody's words is no deed ("to surrender or to die, he said"), nor is what one is told to do
_SAYING: Final = frozenset({"say", "tell", "add", "state", "declare"})
_COMPLEMENTS: Final = frozenset({"xcomp", "ccomp", "pcomp", "acl", "oprd"})
_OBJECTS: Final = frozenset({"dobj", "nsubjpass", "attr", "nsubj"})


def find_stance(trigger: "Token") -> StanceFinding:
    """Stance of the event that the trigger names, and the word that shows it (None for asserted)."""
    stance, cue = _local(trigger)
    if stance != "asserted":
        return stance, cue
    current = trigger
    for _ in range(_STEPS):
        stance, cue = _from_governor(current)
        if stance != "asserted":
            return stance, cue
        nearest = _upward(current)
        if nearest is None:
            break
        told = _as_told(current, nearest)
        if told is not None:
            return told if told[1] is not None else _question(trigger)
        current = nearest
        if current.pos_ in {"VERB", "AUX", "ADJ"} and current.lemma_ not in _GOVERNORS:
            stance, cue = _local(current)
            if stance != "asserted":
                return stance, cue
    return _question(trigger)


def _as_told(clause: "Token", verb: "Token") -> StanceFinding | None:
    """Stance of a clause of the past under a verb of telling; None where the verb's own signs decide.

    The verb's modal is that of the telling ("it should be recalled that he attacked"); who does not confirm that
    something happened does not deny it, and who does not say why takes it for granted.
    """
    if clause.dep_ != "ccomp" or verb.lemma_ not in _TELLING or clause.tag_ not in {"VBD", "VBN", "VBZ", "VBP"}:
        return None
    if any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in verb.children):
        return None
    negation = next((child for child in verb.children if child.dep_ == "neg" and not _not_only(child)), None)
    asked = any(child.tag_ in {"WP", "WRB", "WP$"} for child in clause.children)
    return ("asserted", None) if negation is None or asked else ("hypothetical", negation)


def _local(token: "Token") -> StanceFinding:
    """Signs among the token's own dependents."""
    denied: StanceFinding | None = None
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ in {"no", "neither"}):
            if not _not_only(child):
                denied = ("denied", child)
        elif child.dep_ == "mark" and child.lower_ in _CONDITIONS:
            return "hypothetical", child
        elif child.dep_ in {"amod", "compound"} and child.lower_ in _MODIFIERS:
            return _MODIFIERS[child.lower_], child
        elif child.dep_ == "advmod" and child.lower_ in {"never", "hardly"}:
            denied = ("denied", child)
    if denied is not None:
        return denied
    return _headline(token) or _shared_auxiliary(token)


def _headline(token: "Token") -> StanceFinding | None:
    """The infinitive of a headline, and an occasion that is still to come ("before an assault on the city")."""
    alone = token.dep_ == "ROOT" or (token.dep_ == "relcl" and token.head.dep_ == "ROOT")
    if token.tag_ == "VB" and alone:
        mark = next((child for child in token.children if child.tag_ == "TO"), None)
        return ("planned", mark) if mark is not None else None
    if token.dep_ == "pobj" and token.head.lower_ == "before" and any(c.lower_ in {"a", "an"} for c in token.children):
        return "planned", token.head
    return None


def _not_only(negation: "Token") -> bool:
    following = negation.i + 1
    return following < len(negation.doc) and negation.doc[following].lower_ in {"only", "just", "merely", "least"}


def _auxiliary(token: "Token") -> StanceFinding:
    auxiliaries = [child for child in token.children if child.dep_ in {"aux", "auxpass"}]
    for aux in auxiliaries:
        stance = _AUXILIARIES.get(aux.lower_)
        if stance is not None:
            perfect = aux.lower_ == "would" and any(other.lemma_ == "have" for other in auxiliaries)
            return ("hypothetical" if perfect else stance), aux
    return "asserted", None


def _shared_auxiliary(token: "Token") -> StanceFinding:
    """The auxiliary said once for coordinated verbs ("will bomb and shell the town")."""
    current = token
    for _ in range(_STEPS):
        found = _auxiliary(current)
        if found[0] != "asserted" or current.dep_ != "conj" or current.tag_ != "VB" or current.head.pos_ != "VERB":
            return found
        current = current.head
    return "asserted", None


def _from_governor(token: "Token") -> StanceFinding:
    """Stance that the word above gives to its complement."""
    head, label = token.head, token.dep_
    if head.i == token.i:
        return "asserted", None
    if label in {"pobj", "pcomp"}:
        return _under_preposition(token, head.head)
    if label in _COMPLEMENTS and head.lemma_ in _GOVERNORS and head.pos_ in {"VERB", "ADJ", "AUX"}:
        return _governed(token, head)
    if label in _COMPLEMENTS and head.lemma_ in _SAYING and _is_infinitive(token):
        return "hypothetical", head
    if label == "xcomp" and head.lemma_ == "be" and token.tag_ == "VB":
        return "planned", head
    if label in {"acl", "relcl"} and token.tag_ == "VB" and head.lemma_ in _NOUNS:
        return _NOUNS[head.lemma_], head
    if label == "dobj" and head.lemma_ in _STANCED_OBJECTS:
        return _GOVERNORS[head.lemma_], head
    return "asserted", None


def _is_infinitive(verb: "Token") -> bool:
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)


def _under_preposition(token: "Token", governor: "Token") -> StanceFinding:
    """Stance of "fears of an attack", "refrained from attacking", "insisted on attacking"."""
    if governor.pos_ == "NOUN" and governor.lemma_ in _NOUNS:
        return _NOUNS[governor.lemma_], governor
    if governor.lemma_ in {"prevent", "stop", "refrain", "ban", "bar", "keep", "abstain"}:
        return "denied", governor
    if token.dep_ == "pcomp" and governor.lemma_ in _GOVERNORS and governor.pos_ in {"VERB", "ADJ", "AUX"}:
        return _governed(token, governor)
    return "asserted", None


def _governed(token: "Token", head: "Token") -> StanceFinding:
    stance = _GOVERNORS[head.lemma_]
    if head.lemma_ == "stop" and token.tag_ == "VBG":
        return "asserted", None
    if head.lemma_ in {"expect", "suspect", "want"} and token.tag_ not in {"VB", "VBG"} and token.dep_ != "ccomp":
        return "asserted", None
    if head.lemma_ in {"warn", "fear", "suspect"} and token.tag_ in {"VBD", "VBN"}:
        return ("hypothetical", head) if head.lemma_ == "fear" else ("asserted", None)
    if head.lemma_ == "go" and head.tag_ != "VBG":
        return "asserted", None
    if stance == "denied" and any(child.dep_ == "neg" for child in head.children):
        return "asserted", None
    return stance, head


def _upward(token: "Token") -> "Token | None":
    """The word whose stance the token shares: its governing verb through objects and complements."""
    head, label = token.head, token.dep_
    if head.i == token.i:
        return None
    if label == "pcomp":
        return head.head
    if label in _COMPLEMENTS:
        return head if label != "acl" else None
    if label in _OBJECTS:
        return head if _carries(token, head) else None
    if label == "conj":
        return head
    if label == "pobj":
        return _above_preposition(head)
    return _participle(token)


def _carries(token: "Token", verb: "Token") -> bool:
    """Whether a noun's event is the verb's: the noun of a light verb, or the subject of what happens."""
    if token.pos_ in {"VERB", "AUX"}:
        return True
    return verb.lemma_ in (_HAPPENING if token.dep_ in {"nsubj", "attr"} else LIGHT_VERBS)


def _above_preposition(preposition: "Token") -> "Token | None":
    governor = preposition.head
    if governor.pos_ == "NOUN":
        return governor if preposition.lower_ == "of" else None
    return governor if preposition.lower_ in {"in", "with", "by", "for"} and governor.pos_ == "VERB" else None


def _participle(token: "Token") -> "Token | None":
    if token.dep_ == "advcl" and token.tag_ == "VBG" and not any(c.dep_ in {"mark", "nsubj"} for c in token.children):
        return token.head
    return None


def _question(trigger: "Token") -> StanceFinding:
    doc = trigger.doc
    for index in range(trigger.i + 1, min(trigger.i + _REACH, len(doc))):
        if doc[index].is_sent_start:
            break
        if doc[index].text == "?":
            return "hypothetical", doc[index]
    return "asserted", None


def is_planned(trigger: "Token") -> bool:
    """Whether the event is announced for the future."""
    return find_stance(trigger)[0] == "planned"


def is_refused(verb: "Token") -> bool:
    """Whether somebody says that he will not do it ("said it would not accept")."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return bool(auxiliaries & {"will", "would", "wo", "'ll"}) and any(c.dep_ == "neg" for c in verb.children)
