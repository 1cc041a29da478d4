"""Whether a date stands in the clause that tells an event, or belongs to something else in its sentence."""

from collections.abc import Set

from spacy.tokens import Token

from app.extraction.grammar.light_verbs import LIGHT_VERBS

#: Clauses that tell more of a noun ("the minister, who resigned in May").
_OF_A_NOUN = frozenset({"relcl", "acl", "appos"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "attr", "expl"})
#: Verbs that only say that what their subject or object names came about.
_HAPPENING = frozenset({"be", "happen", "occur", "take", "see", "follow", "come", "begin", "start", "leave"})


def tells_of_another(date: Token, trigger: Token, told: Set[int]) -> bool:
    """Whether the date is that of another happening in the sentence. ``told`` are the triggers of all events."""
    verb = _verb_of(date)
    if verb is None or verb == trigger:
        return False
    if trigger.is_ancestor(verb):
        return _is_aside(verb, trigger, told)
    if not verb.is_ancestor(trigger):
        return _is_aside(verb, trigger, told) and date not in trigger.subtree
    return _is_noun(trigger) and date not in trigger.subtree and not _is_named_by(trigger, verb, told)


def _verb_of(date: Token) -> Token | None:
    return next((word for word in date.ancestors if word.pos_ in {"VERB", "AUX"}), None)


def _is_noun(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"}


def _is_aside(verb: Token, trigger: Token, told: Set[int]) -> bool:
    """Whether the verb's clause tells more of a noun that names no event."""
    for word in (verb, *verb.ancestors):
        if word == trigger:
            return False
        if word.dep_ in _OF_A_NOUN and _is_noun(word.head):
            return word.head.i not in told
    return False


def _is_named_by(noun: Token, verb: Token, told: Set[int]) -> bool:
    """Whether the verb tells that the event named by the noun came about, or is itself the event's telling."""
    if verb.i in told or verb.lemma_ in LIGHT_VERBS | _HAPPENING:
        return True
    top = next((word for word in (noun, *noun.ancestors) if word.head == verb), noun)
    return top.dep_ in _SUBJECTS
