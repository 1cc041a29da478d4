"""Who speaks: from the subject of a reporting verb to the entity that stands behind the words."""

from spacy.tokens import Token

from app.extraction.document import Document
from app.extraction.frames import Argument

#: Nouns that carry words without being the speaker: the speaker is whoever issued them.
_VESSELS = frozenset(
    {"statement", "report", "communique", "communiqué", "post", "message", "tweet", "press", "release", "letter"}
    | {"video", "broadcast", "account", "dispatch", "article", "interview", "website", "channel", "page"}
)
_ISSUED_BY = frozenset({"by", "from", "of", "on"})
#: Nouns for people who speak for the organization or government named beside them.
_VOICES = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "official", "officials", "source", "sources", "statement", "media"}
    | {"representative", "representatives", "authorities", "authority", "commander", "director", "head", "chief"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_EMPTY_SUBJECTS = frozenset({"it", "there", "that", "this", "which", "what"})


def subject_of(verb: Token) -> Token | None:
    """The grammatical subject of a verb, shared over conjunctions, participles and relative clauses."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                return _own_subject(_antecedent_of_relative(verb, child))
        if verb.dep_ in {"relcl", "acl"}:
            return verb.head
        if (before := _misread_subject(verb)) is not None:
            return before
        if verb.dep_ not in {"conj", "advcl", "xcomp", "pcomp"} or verb.head is verb:
            return None
        verb = verb.head if verb.dep_ != "pcomp" else verb.head.head
    return None


def _own_subject(subject: Token) -> Token:
    """The subject proper where a list before it was read into it ("among them two boys and a girl, police said")."""
    if not any(child.dep_ == "prep" and child.i < subject.i and child.lower_ == "among" for child in subject.children):
        return subject
    for child in subject.children:
        before = child.left_edge.i - 1
        if child.dep_ == "conj" and before > subject.i and subject.doc[before].text == ",":
            return child
    return subject


def _misread_subject(verb: Token) -> Token | None:
    """The noun right before a finite verb that the parser took for the object of "as" ("came as a report said …")."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.i == verb.sent.start:
        return None
    noun = verb.nbor(-1)
    while noun.dep_ in {"pobj", "compound"} and noun.head.i < noun.i and noun.head.dep_ in {"prep", "pobj", "agent"}:
        if noun.head.lower_ == "as":
            return noun
        noun = noun.head if noun.dep_ == "compound" else noun.head.head
    return noun if noun.dep_ == "pobj" and noun.head.lower_ == "as" else None


def _antecedent_of_relative(verb: Token, subject: Token) -> Token:
    relative = subject.tag_ in {"WP", "WDT"}
    return verb.head if relative and verb.dep_ == "relcl" else subject


def speaker(document: Document, token: Token) -> Argument | None:
    """The claimant whose head word is ``token``; None for empty subjects such as "it"."""
    if token.lower_ in _EMPTY_SUBJECTS and token.i not in document.antecedents:
        return None
    start, end = phrase_span(token)
    return Argument(token=token.i, start=start, end=end, entity=_entity(document, token))


def belonging(document: Document, token: Token) -> int | None:
    """The organization that a group's words name ("Liberation Front guerrillas", "members of the Liberation Front")."""
    for child in token.children:
        words = [child] if child.dep_ in {"compound", "nmod", "amod", "appos"} else []
        if child.dep_ == "prep" and child.lower_ == "of":
            words = [named for named in child.children if named.dep_ == "pobj"]
        for word in words:
            entity = entity_of(document, word)
            if entity is not None and document.entities[entity].kind == "organization":
                return entity
    return None


def phrase_span(token: Token) -> tuple[int, int]:
    """Character span of a noun phrase without its relative clauses and appositions."""
    first, last = token.i, token.i
    for child in token.children:
        if child.dep_ in {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod"}:
            first = min(first, child.left_edge.i)
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i == last + 1:
            last = child.right_edge.i
    end_token = token.doc[last]
    return token.doc[first].idx, end_token.idx + len(end_token)


def entity_of(document: Document, token: Token) -> int | None:
    """Entity that the token's name or pronoun refers to."""
    name = document.name_at.get(token.i)
    if name is not None:
        entity = document.names[name].entity
        if entity is not None and document.entities[entity].kind != "demonym":
            return entity
    return document.antecedents.get(token.i)


def _entity(document: Document, token: Token) -> int | None:
    direct = entity_of(document, token)
    if direct is not None:
        return direct
    for child in token.children:
        if child.dep_ == "appos" and (entity := entity_of(document, child)) is not None:
            return entity
    if token.lemma_.lower() in _VESSELS or token.lower_ in _VOICES:
        return _issuer(document, token)
    return None


def _issuer(document: Document, token: Token) -> int | None:
    """The organization, person or country that "a statement by X", "X's statement" or "an X spokesman" names."""
    for child in token.children:
        if child.dep_ in {"poss", "compound", "nmod"} and (entity := entity_of(document, child)) is not None:
            return entity
        if child.dep_ in {"prep", "agent"} and child.lower_ in _ISSUED_BY | {"for"}:
            for named in child.children:
                if named.dep_ == "pobj" and (entity := entity_of(document, named)) is not None:
                    return entity
    return None
