"""Who does what to whom in a dependency parse: logical subjects and objects across passives, relatives and infinitives.

Labels are those of spaCy's English pipelines (ClearNLP style).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
_PASSIVE: Final = frozenset({"nsubjpass", "auxpass", "csubjpass"})
_DEPTH: Final = 6
_ROUGHLY: Final = frozenset({"up", "over", "about", "around", "between", "under"})
#: what a deed does, and a place does not
_EFFECTS: Final = frozenset({"kill", "wound", "injure", "leave", "claim", "destroy", "damage", "hurt"})
#: "accused X of killing": the object is who kills
_OBJECT_CONTROL_PREPOSITIONS: Final = frozenset({"of", "from", "into", "for"})
_OBJECT_CONTROL_VERBS: Final = frozenset({
    "accuse", "suspect", "blame", "stop", "prevent", "ban", "bar", "prohibit", "convict", "charge", "order", "force",
    "urge", "ask", "tell", "allow", "permit", "invite", "compel", "press", "pressure", "persuade", "send", "lead",
    "call", "deploy", "dispatch", "discourage", "condemn", "criticize", "criticise", "arrest", "indict", "thank",
    "praise", "hail", "denounce", "see", "hear", "find", "catch", "show", "push", "encourage", "help", "want",
})  # fmt: skip


def kids(token: "Token", *labels: str) -> list["Token"]:
    """Children with one of these labels, in order."""
    return [child for child in token.children if child.dep_ in labels]


def is_passive(token: "Token", depth: int = 0) -> bool:
    """Whether a verb stands in the passive ("was hit", "villages hit by …", "one was killed and two wounded")."""
    if any(child.dep_ in _PASSIVE for child in token.children):
        return True
    elliptical = token.dep_ == "conj" and token.tag_ == "VBD" and bool(kids(token, "nsubj"))
    if token.tag_ != "VBN" and not elliptical:
        return False
    if token.dep_ == "acl":  # "evidence that troops had attacked" is no passive
        return not kids(token, "nsubj")
    if token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"} and not kids(token, "dobj", "aux"):
        return depth < _DEPTH and is_passive(token.head, depth + 1)
    if token.dep_ in {"oprd", "xcomp"} and not kids(token, "nsubj", "aux", "dobj"):  # "were reported killed"
        return depth < _DEPTH and is_passive(token.head, depth + 1)
    return token.dep_ == "advcl" and not kids(token, "nsubj", "aux", "dobj")


def is_parted(clause: "Token") -> bool:
    """Whether a semicolon parts a clause from the verb that the parser puts it under ("X did it; Y denied all")."""
    between = clause.doc[clause.i : clause.head.i] if clause.dep_ == "ccomp" else ()
    quoted = any(token.is_quote for token in clause.sent) if between else False
    return not quoted and any(token.text == ";" for token in between)


def with_conjuncts(token: "Token") -> list["Token"]:
    """The token and what is coordinated with it to its right ("rebels, Kurds and soldiers")."""
    found: list[Token] = []
    todo = [token]
    while todo and len(found) < 12:
        current = todo.pop(0)
        found.append(current)
        todo.extend(kids(current, "conj"))
    return found


def antecedent(pronoun: "Token", verb: "Token") -> "Token":
    """The noun that a relative pronoun stands for; the token itself where it is no relative pronoun."""
    if pronoun.lower_ not in _RELATIVE or pronoun.tag_ not in {"WDT", "WP", "IN", "DT"}:
        return pronoun
    clause = verb
    for _ in range(_DEPTH):
        if clause.dep_ == "relcl":
            return _what_did_it(clause.head) if verb.lemma_ in _EFFECTS and pronoun.lower_ == "which" else clause.head
        if clause.dep_ not in {"conj", "xcomp", "ccomp"}:
            break
        clause = clause.head
    return pronoun


def _what_did_it(noun: "Token") -> "Token":
    """The noun that a place or thing belongs to, for that is what kills ("the attack in Lyon, which killed four")."""
    for _ in range(_DEPTH):
        above = noun.head.head
        if noun.dep_ != "pobj" or noun.head.dep_ != "prep" or above.pos_ != "NOUN":
            break
        noun = above
    return noun


def surface_subject(verb: "Token", depth: int = 0) -> "Token | None":
    """The grammatical subject, looked for in the governing clauses where the verb has none of its own."""
    own = kids(verb, "nsubj", "nsubjpass")
    if own:
        return antecedent(own[-1], verb)
    if depth >= _DEPTH:
        return None
    return _governed_subject(verb, depth)


def _governed_subject(verb: "Token", depth: int) -> "Token | None":
    head = verb.head
    label = verb.dep_
    if label == "conj" and head.pos_ in {"VERB", "AUX", "ADJ"}:
        return surface_subject(head, depth + 1)
    if label == "acl":
        return head if verb.tag_ in {"VBG", "VBN"} else _undertaker(head)
    if label == "relcl":
        return head
    if label in {"xcomp", "ccomp", "advcl"}:
        return _controller(verb, head, depth)
    if label == "pcomp" and head.dep_ == "prep":
        return _prepositional_controller(head, depth)
    return None


def _undertaker(noun: "Token") -> "Token | None":
    """Who is to do what hangs on a noun ("an attempt by X to retake", "X's bid to seize")."""
    return next(iter(prepositional(noun, "by")), None) or next(iter(kids(noun, "poss")), None)


def _controller(verb: "Token", head: "Token", depth: int) -> "Token | None":
    """Subject of an infinitive or participle that has none: the governor's object or subject."""
    objects = kids(head, "dobj", "dative")
    if verb.dep_ in {"xcomp", "ccomp"} and objects and head.lemma_ in _OBJECT_CONTROL_VERBS:
        return antecedent(objects[0], head)
    if verb.dep_ == "xcomp" and is_passive(head):
        return surface_subject(head, depth + 1)
    if head.pos_ in {"ADJ", "ADP", "ADV"} and head.head.pos_ in {"AUX", "VERB"}:
        return surface_subject(head.head, depth + 1)
    if verb.dep_ == "ccomp":
        return surface_subject(head, depth + 1) if _has_to(verb) or verb.tag_ == "VBG" else None
    return logical_subject(head, depth + 1)


def _has_to(verb: "Token") -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _prepositional_controller(preposition: "Token", depth: int) -> "Token | None":
    governor = preposition.head
    if governor.pos_ not in {"VERB", "AUX"}:
        return governor_of_noun(governor, depth)
    if preposition.lower_ in _OBJECT_CONTROL_PREPOSITIONS and governor.lemma_ in _OBJECT_CONTROL_VERBS:
        return next(iter(objects_of(governor)), None)
    return logical_subject(governor, depth + 1)


def governor_of_noun(noun: "Token", depth: int = 0) -> "Token | None":
    """The subject of the verb that a noun is the object of ("launched a campaign of killing": who launched)."""
    verb = noun.head
    if noun.dep_ in {"dobj", "pobj", "attr"} and depth < _DEPTH:
        verb = verb.head if noun.dep_ == "pobj" else verb
        return logical_subject(verb, depth + 1) if verb.pos_ in {"VERB", "AUX"} else None
    return None


def logical_subject(verb: "Token", depth: int = 0) -> "Token | None":
    """Who does it: the subject of an active verb, the by-phrase of a passive one."""
    if not is_passive(verb):
        return surface_subject(verb, depth)
    for agent in kids(verb, "agent"):
        for filler in kids(agent, "pobj"):
            return filler
    return None


def objects_of(verb: "Token") -> list["Token"]:
    """To whom it is done: the objects of an active verb, the subject of a passive one."""
    if is_passive(verb):
        if verb.dep_ == "acl":
            return with_conjuncts(verb.head) if not kids(verb, "nsubjpass") else []
        subject = surface_subject(verb)
        return with_conjuncts(subject) if subject is not None else []
    own = kids(verb, "dobj")
    own += [noun for state in kids(verb, "ccomp") if state.pos_ == "ADJ" for noun in kids(state, "nsubj")]
    if own:
        return [found for head in own for found in with_conjuncts(antecedent(head, verb))]
    return _counted_object(verb) or _shared_objects(verb)


def _counted_object(verb: "Token") -> list["Token"]:
    """An object that the parser takes for a prepositional one ("kidnapped up to 16 advisers")."""
    for preposition in kids(verb, "prep"):
        bound = preposition.lower_ == "to" and preposition.nbor(-1).lower_ == "up"
        near = preposition.i == verb.i + 1 and preposition.lower_ in _ROUGHLY
        inner = [noun for deeper in kids(preposition, "prep") for noun in kids(deeper, "pobj")]
        for filler in [*kids(preposition, "pobj"), *inner] if bound or near else ():
            if kids(filler, "nummod"):
                return with_conjuncts(filler)
    return []


def _shared_objects(verb: "Token") -> list["Token"]:
    """Objects said once for several verbs ("attacked and killed the mayor"), and those of relatives without pronoun."""
    for other in kids(verb, "conj"):
        if other.pos_ == "VERB" and other.i - verb.i <= 4 and not kids(other, "nsubj") and kids(other, "dobj"):
            return [found for head in kids(other, "dobj") for found in with_conjuncts(head)]
    if verb.dep_ == "relcl" and kids(verb, "nsubj") and kids(verb, "nsubj")[-1].lower_ not in _RELATIVE:
        return [verb.head]
    return []


def prepositional(token: "Token", preposition: str) -> Iterator["Token"]:
    """Objects of a preposition that depends on the token, also of a doubled one ("out of talks")."""
    for child in token.children:
        if child.dep_ not in {"prep", "agent", "dative", "prt", "advmod"} or child.lower_ != preposition:
            continue
        for filler in child.children:
            if filler.dep_ == "pobj":
                yield filler
            elif filler.dep_ == "prep":
                yield from kids(filler, "pobj")


def governing_verb(noun: "Token") -> "tuple[Token, str] | None":
    """The verb whose object ("obj") or subject ("subj") the noun is, through coordination and partitives."""
    current = noun
    for _ in range(_DEPTH):
        label = current.dep_
        if label in {"dobj", "nsubjpass", "attr"}:
            return current.head, "obj"
        if label == "nsubj":
            return current.head, "subj"
        if label == "conj":
            current = current.head
        elif label == "pobj" and current.head.lower_ == "of" and current.head.head.pos_ == "NOUN":
            current = current.head.head
        else:
            return None
    return None
