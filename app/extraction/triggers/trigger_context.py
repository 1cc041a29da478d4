"""What a lexicon constraint asks about the words around a trigger."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from app.extraction.document import Document
from app.extraction.grammar.stance import is_planned, is_refused
from app.extraction.grammar.syntax import (
    governing_verb,
    kids,
    logical_subject,
    objects_of,
    prepositional,
    surface_subject,
)
from app.extraction.lexicons.events import Constraint, EventLexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "vowed to keep bombing" vows to bomb
_GOING_ON: Final = frozenset({"keep", "continue", "go", "start", "begin", "resume"})
_MODIFIERS: Final = ("compound", "amod", "nmod", "nummod")


class TriggerContext:
    """Answers, for one document, which tokens fill a constraint's slot and whether they are of the wanted words."""

    def __init__(self, document: Document, events: EventLexicon, attitude: Callable[["Token"], str | None]) -> None:
        """``attitude`` tells of a verb whether its event is COOPERATION, PRESSURE or VIOLENCE."""
        self._document = document
        self._partitives = events.classes["PARTITIVE"]
        self._attitude = attitude
        self._known: dict[tuple[int, str], list[tuple[int, set[str]]]] = {}

    def matches(self, token: "Token", constraints: tuple[Constraint, ...]) -> list[int] | None:
        """Indices of the tokens that satisfy the constraints, None where one of them is not met."""
        used: list[int] = []
        for constraint in constraints:
            found = self._satisfying(token, constraint)
            if (found is None) != constraint.forbidden:
                return None
            if found is not None and not constraint.any_word:
                used.append(found)
        return used

    def _satisfying(self, token: "Token", constraint: Constraint) -> int | None:
        """Index of the first token in the slot that is one of the words."""
        for index, words in self._fillers(token, constraint.key):
            if constraint.any_word or not constraint.words.isdisjoint(words):
                return index
        if constraint.key == "comp":
            return self._complement_of(token, constraint)
        return None

    def _fillers(self, token: "Token", key: str) -> list[tuple[int, set[str]]]:
        """The tokens in a slot with their words; entries of one lemma ask for the same slots again and again."""
        known = self._known.get((token.i, key))
        if known is None:
            fillers = _FILLERS[key] if key in _FILLERS else _by_text(key)
            known = [(filler.i, self._words(filler)) for filler in fillers(token)]
            self._known[token.i, key] = known
        return known

    def _complement_of(self, token: "Token", constraint: Constraint) -> int | None:
        for child in kids(token, "xcomp", "ccomp", "advcl", "acl"):
            carried_on = kids(child, "xcomp") if child.lemma_ in _GOING_ON else []
            for deed in (child, *carried_on):
                if self._attitude(deed) in constraint.words:
                    return deed.i
        return None

    def _words(self, token: "Token") -> set[str]:
        """What the token counts as: lemma, joined compound, kind of name, and the noun under a partitive."""
        words = {token.lemma_.lower(), token.lower_, joined(token), hyphenated(token)}
        name = self._document.name_at.get(token.i)
        if name is not None:
            words.add(f"<{self._document.names[name].kind}>")
        if token.pos_ == "NUM":
            words.add("<number>")
        if token.lemma_ in self._partitives or token.pos_ == "NUM":
            for inner in prepositional(token, "of"):
                words |= {inner.lemma_.lower(), inner.lower_, joined(inner)}
        return words


def joined(token: "Token") -> str:
    """The lemma, with what a hyphen ties to it ("cease-fire" is ceasefire)."""
    lemma = token.lemma_.lower()
    if token.i < 2:
        return lemma
    hyphen = token.nbor(-1)
    if hyphen.text == "-" and not hyphen.whitespace_:
        return token.nbor(-2).lower_ + lemma
    return hyphen.lower_ + lemma if hyphen.dep_ == "compound" and hyphen.lower_ == "cease" else lemma


def hyphenated(token: "Token") -> str:
    """The word with what a hyphen ties to it, the hyphen kept ("sit-in"); else its lemma."""
    if token.i >= 2 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        return f"{token.nbor(-2).lower_}-{token.lemma_.lower()}"
    return token.lemma_.lower()


def _objects(token: "Token") -> list["Token"]:
    return objects_of(token) if token.pos_ in {"VERB", "AUX"} else []


def _subjects(token: "Token") -> list["Token"]:
    if token.pos_ == "ADJ":
        subject = surface_subject(token.head) if token.dep_ in {"acomp", "attr", "oprd"} else None
    else:
        subject = logical_subject(token)
    return [subject] if subject is not None else []


def _modifiers(token: "Token") -> Iterator["Token"]:
    for child in kids(token, *_MODIFIERS):
        yield child
        for inner in kids(child, *_MODIFIERS):
            yield inner
            yield from kids(inner, *_MODIFIERS)


def _modifiers_of(fillers: Callable[["Token"], list["Token"]]) -> Callable[["Token"], Iterator["Token"]]:
    def found(token: "Token") -> Iterator["Token"]:
        for filler in fillers(token):
            yield from _modifiers(filler)
            yield from (m for inner in prepositional(filler, "of") for m in _modifiers(inner))
        yield from (m for p in kids(token, "prep") for o in kids(p, "pobj") for m in _modifiers(o))

    return found


def _governors(kind: str) -> Callable[["Token"], Iterator["Token"]]:
    def found(token: "Token") -> Iterator["Token"]:
        governor = governing_verb(token)
        if governor is not None and governor[1] == kind:
            yield governor[0]
        if kind == "obj":
            yield from (child for child in kids(token, "acl", "relcl") if child.tag_ == "VBN")

    return found


def _modals(token: "Token") -> Iterator["Token"]:
    for clause in kids(token, "ccomp"):
        yield from kids(clause, "aux")
        yield from (clause,) if clause.lemma_ == "need" else ()


def _others_in_complement(token: "Token") -> Iterator["Token"]:
    """Who acts in the complement where it is another than the speaker ("warned that rebels might attack")."""
    speakers = {subject.lemma_.lower() for subject in kids(token, "nsubj")}
    for clause in kids(token, "ccomp"):
        for subject in kids(clause, "nsubj", "nsubjpass"):
            if subject.pos_ in {"NOUN", "PROPN"} and subject.lemma_.lower() not in speakers:
                yield subject


def _whens(token: "Token") -> Iterator["Token"]:
    for clause in kids(token, "advcl"):
        if any(child.lower_ in {"when", "after", "as", "while"} for child in clause.children):
            yield clause


def _verbs_above(token: "Token") -> Iterator["Token"]:
    """The verb without object that the participle follows ("a bus overturned, killing two")."""
    while token.dep_ == "conj" and token.tag_ == "VBG":
        token = token.head
    if token.dep_ == "advcl" and token.tag_ == "VBG" and not kids(token.head, "dobj", "auxpass"):
        yield token.head


def _withouts(token: "Token") -> Iterator["Token"]:
    """What it was done without: "without a fight", "without firing a shot"."""
    for preposition in kids(token, "prep"):
        if preposition.lower_ == "without":
            yield from kids(preposition, "pobj")
            yield from (thing for deed in kids(preposition, "pcomp") for thing in kids(deed, "dobj"))


def _itself_if(test: Callable[["Token"], bool]) -> Callable[["Token"], Iterator["Token"]]:
    def found(token: "Token") -> Iterator["Token"]:
        if test(token):
            yield token

    return found


def _under_preposition(preposition: str) -> Callable[["Token"], Iterator["Token"]]:
    def found(token: "Token") -> Iterator["Token"]:
        if token.dep_ == "pobj" and token.head.lower_ == preposition:
            yield token.head.head

    return found


def _by_text(key: str) -> Callable[["Token"], Iterable["Token"]]:
    """A preposition's objects, or the dependent that is this very word ("dead", "hostage", "out")."""

    def found(token: "Token") -> Iterator["Token"]:
        yield from prepositional(token, key)
        yield from (child for child in token.children if child.lower_ == key)
        governor = governing_verb(token) if key == "between" and token.pos_ == "NOUN" else None
        if governor is not None:
            yield from prepositional(governor[0], key)
        if token.pos_ in {"VERB", "AUX"}:
            yield from (filler for noun in objects_of(token)[:1] for filler in prepositional(noun, key))

    return found


_FILLERS: Final[dict[str, Callable[["Token"], Iterable["Token"]]]] = {
    "obj": _objects,
    "subj": _subjects,
    "prt": lambda token: [c for c in kids(token, "prt", "advmod", "prep") if not kids(c, "pobj")],
    "gov": _governors("obj"),
    "govsubj": _governors("subj"),
    "mod": _modifiers,
    "mod_obj": _modifiers_of(_objects),
    "mod_subj": _modifiers_of(_subjects),
    "xcomp": lambda token: [c for c in kids(token, "xcomp", "ccomp", "advcl", "acl") if _infinitive(c)],
    "ccomp": lambda token: kids(token, "ccomp", *(("xcomp",) if kids(token, "dobj") else ())),
    "comp_other": _others_in_complement,
    "iobj": lambda token: kids(token, "dative"),
    "advmod": lambda token: kids(token, "advmod"),
    "comp": lambda _: (),
    "modal": _modals,
    "planned": _itself_if(is_planned),
    "refused": _itself_if(is_refused),
    "when": _whens,
    "without": _withouts,
    "above": _verbs_above,
    "poss": lambda token: kids(token, "poss"),
    "prep_of": _under_preposition("of"),
    "prep_in": _under_preposition("in"),
    "prep_for": _under_preposition("for"),
}


def _infinitive(token: "Token") -> bool:
    return token.tag_ == "VB" or any(child.tag_ == "TO" for child in token.children)
