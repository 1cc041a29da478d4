"""What pronouns and definite descriptions stand for, where that is safe to say."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from app.extraction.coreference.mentioned import Mentioned
from app.extraction.document import Document, EntityDraft
from app.extraction.lexicons.folding import fold
from app.extraction.mentions.knowledge import NameKnowledge

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSON_PRONOUNS: Final = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_GROUP_PRONOUNS: Final = frozenset({"it", "they", "its"})
_COMMON_OFFICES: Final = frozenset({"minister", "president", "ambassador", "governor", "mayor", "spokesman"})
_POINTERS: Final = frozenset({"the", "this", "that"})
_GROUPS: Final = frozenset(
    {"group", "organization", "organisation", "movement", "faction", "militia", "network", "outfit"}
)
_FIGHTING: Final = frozenset({"armed_group", "coalition", "party", "criminal", "military", "ngo", "monitor", "other"})
_SETTLEMENTS: Final = frozenset({"city", "town", "village"})
_AREAS: Final = frozenset({"province", "governorate", "district", "region", "county"})
_COUNTRIES: Final = frozenset({"country", "nation"})
#: sentences to look back: for pronouns and general nouns, and for nouns that the name itself holds
_LARGE: Final = 1.7
_NEAR: Final = 2
_FAR: Final = 6


def find_antecedents(document: Document, knowledge: NameKnowledge) -> dict[int, int]:
    """Token index of each pronoun or description that can be followed back, with the entity it stands for."""
    mentioned = Mentioned(document, knowledge.people)
    found: dict[int, int] = {}
    for sentence, token in _candidates(document):
        if token.lower_ in _PERSON_PRONOUNS:
            entity = mentioned.person(token, sentence, _NEAR, _PERSON_PRONOUNS[token.lower_])
        elif token.lower_ in _GROUP_PRONOUNS:
            entity = _speaking(document, token)
        else:
            entity = _office_holder(document, knowledge, token)
            entity = entity if entity is not None else _described(knowledge, mentioned, token, sentence)
        if entity is not None:
            found[token.i] = entity
            mentioned.note(entity, token, sentence)
    return found


def _office_holder(document: Document, knowledge: NameKnowledge, token: "Token") -> int | None:
    """The one person of the article whose office the words give in full: "the chief negotiator", before or after.

    Offices of which an article has many (ministers, presidents) point to nobody where a body is named beside them.
    """
    before = [child for child in token.children if child.dep_ in {"amod", "compound"} and child.i < token.i]
    if not before or knowledge.offices.find(token.lower_) is None:
        return None
    words = fold(" ".join(word.text for word in (*before, token)))
    told_of = any(child.dep_ in {"prep", "poss"} for child in token.children)
    if told_of and _COMMON_OFFICES.intersection(words):
        return None
    holders = [
        index
        for index, entity in enumerate(document.entities)
        if entity.kind == "person" and any(fold(role)[: len(words)] == words for role in entity.roles)
    ]
    return holders[0] if len(holders) == 1 else None


def _candidates(document: Document) -> Iterator[tuple[int, "Token"]]:
    """Pronouns and nouns after "the", outside names, with the number of their sentence."""
    sentence = -1
    previous = ""
    for token in document.doc:
        if token.is_sent_start:
            sentence += 1
        word = token.lower_
        pronoun = word in _PERSON_PRONOUNS or word in _GROUP_PRONOUNS
        described = token.pos_ == "NOUN" and (previous in _POINTERS or _is_pointed_at(token))
        if (pronoun or described) and token.i not in document.name_at:
            yield sentence, token
        previous = word


def _is_pointed_at(token: "Token") -> bool:
    """Whether "the" stands before the noun's modifiers."""
    first = token.left_edge
    return first.i < token.i and first.head == token and first.lower_ in _POINTERS


def _speaking(document: Document, token: "Token") -> int | None:
    """The subject of the verb above, an organization or state, for its own pronoun: "The IRGC said it …"."""
    clause = token.head if token.dep_ in {"nsubj", "nsubjpass"} else None
    if clause is None or clause.dep_ != "ccomp":
        return None
    for child in clause.head.children:
        if child.dep_ == "nsubj" and not any(other.dep_ == "conj" for other in child.children):
            index = document.name_at.get(child.i)
            if index is not None and document.names[index].kind in {"organization", "place"}:
                return document.names[index].entity
    return None


def _described(knowledge: NameKnowledge, mentioned: Mentioned, token: "Token", sentence: int) -> int | None:
    """The entity that "the group", "the official", "the city" … points back to."""
    if token.dep_ == "compound" or token.tag_ == "NNS":
        return None
    if any(child.dep_ in {"prep", "relcl", "compound", "amod", "poss"} for child in token.children):
        return None
    if token.lower_ in _GROUPS:
        return mentioned.only(token, sentence - _NEAR, lambda e: e.kind == "organization" and e.category in _FIGHTING)
    search = _search(token.lower_, knowledge)
    return mentioned.latest(token, sentence - search[0], search[1]) if search else None


def _search(word: str, knowledge: NameKnowledge) -> tuple[int, Callable[[EntityDraft], bool]] | None:
    """How many sentences back, and for what entity, to look for the thing so described."""
    if word in _COUNTRIES:
        return _NEAR, lambda e: e.kind == "place" and e.country_code is not None
    if word in _SETTLEMENTS:
        small = word != "city"
        return _NEAR, lambda e: _is_settlement(e, knowledge, small=small)
    if word in _AREAS:
        return _FAR, lambda e: e.kind == "place" and word in fold(e.name)
    if knowledge.offices.find(word) is not None:
        return _FAR, lambda e: _holds(e, word)
    head = knowledge.heads.noun(fold(word))
    if head is not None and head.kind == "organization":
        return _FAR, lambda e: e.kind == "organization" and _is_head(word, e)
    return None


def _is_settlement(entity: EntityDraft, knowledge: NameKnowledge, *, small: bool) -> bool:
    """Whether the place may be a city the gazetteer knows, or (``small``) a town or village, known or not."""
    if entity.kind != "place" or entity.country_code is not None:
        return False
    weight = knowledge.place_weight(entity.name)
    return weight < _LARGE if small else weight > 0


def _is_head(word: str, entity: EntityDraft) -> bool:
    """Whether the word is the last of the name, or of its part before "of" or "for"."""
    words = fold(entity.name)
    if words[-1:] == fold(word):
        return True
    cut = next((i for i, part in enumerate(words) if part in {"of", "for"}), 0)
    return cut > 0 and words[cut - 1 : cut] == fold(word)


def _holds(entity: EntityDraft, word: str) -> bool:
    """Whether the person has that office; an "official" is anybody with one."""
    if entity.kind != "person" or not entity.roles:
        return False
    return word == "official" or any(word in fold(role) for role in entity.roles)
