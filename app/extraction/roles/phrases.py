"""From a head word to the words that name a party: span, entity, sector and country."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from app.extraction.document import Document
from app.extraction.frames import Argument
from app.extraction.grammar.ages import age_naming
from app.extraction.grammar.blame import BLAMING
from app.extraction.grammar.syntax import kids, prepositional, surface_subject, with_conjuncts
from app.extraction.lexicons.agents import AgentLexicon
from app.extraction.roles.listing import listed, person_beside

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTY_KINDS: Final = frozenset({"person", "organization", "place", "demonym"})
_PARTITIVES: Final = frozenset({
    "number", "group", "thousand", "thousands", "hundred", "hundreds", "dozen", "dozens", "score", "scores", "series",
    "majority", "handful", "lot", "couple", "crowd", "most", "some", "many", "several", "all", "one", "two", "three",
    "third", "half", "quarter", "rest", "ten", "tens", "million", "part", "wave", "pair", "trio", "party", "band",
    "round", "batch", "contingent", "column", "none", "each", "both", "team", "patch", "deployment",
})  # fmt: skip
_LEADING: Final = frozenset("DT PDT PRP$ CD WP$ RB RBR IN TO , `` -LRB- POS JJR JJS".split())
_DETERMINERS: Final = frozenset({"DT", "PDT", "PRP$", "IN", "RB", ",", "``", "-LRB-"})
#: what never stands inside a party's name: the end of a dateline, brackets
_BARRIERS: Final = frozenset({"[", "]", "--", "(", ")", "–", "—", ":", ";", "|"})
#: groups that are what their members are ("alliance of insurgents", "terrorist organizations")
_COLLECTIVES: Final = frozenset({
    "alliance", "coalition", "group", "organization", "organisation", "movement", "faction", "band", "crowd", "network",
    "force", "team", "unit", "cell", "leader", "squad", "member", "element", "column", "wing", "fraction",
})  # fmt: skip
_QUANTIFIERS: Final = frozenset("several many few some more other another dozen such own up".split())
#: what is somebody's own: who is hit in it is hit
_OWN: Final = frozenset({"life", "body", "leg", "throat", "blood", "corpse", "chest", "foot", "neck"})
_PRONOUNS: Final = frozenset({"he", "she", "it", "they"})
_LEFT: Final = frozenset({"amod", "compound", "nmod", "poss", "nummod", "det", "advmod", "quantmod", "case", "punct"})
_OWNER_PREPOSITIONS: Final = ("of", "from", "against", "between", "with", "among")
_PLACE_PREPOSITIONS: Final = ("in", "at", "into", "to", "near")
_LONGEST_PHRASE: Final = 7
#: tokens before a pronoun in which its name is looked for
_REACH: Final = 60


class PhraseReader:
    """Reads parties out of the noun phrases of one document."""

    def __init__(self, document: Document, agents: AgentLexicon, events: frozenset[int] = frozenset()) -> None:
        """``events`` are the tokens that name events and hence no parties."""
        self._document = document
        self._events = events
        self._agents = agents

    def read(self, token: "Token", *, things: bool = False, authors: bool = False) -> list[Argument]:
        """The parties a phrase names, one per coordinated member.

        A phrase about something ("a proposal by India", "positions of the rebels") gives the party behind it, with
        ``authors`` only who made it; with ``things`` a non-party ("the embassy") stands for itself.
        """
        found: list[Argument] = []
        for head in listed(self._document, token) if things else with_conjuncts(token):
            if (head.i in self._events and head.i != token.i) or self._is_time(head):
                continue
            core = self._core(self._meant(head))
            beside = bool(found) and core.dep_ == "conj" and core.tag_ == "NNS"
            if self.is_party(core) or beside or (things and core.pos_ in {"NOUN", "PROPN", "NUM"}):
                found.append(self.argument(core))
            elif not things:
                found.extend(self.owners(core, authors=authors))
        return found

    def _is_time(self, token: "Token") -> bool:
        """Whether a noun is a day or another time ("fired mortars on Saturday")."""
        named = token.i in self._document.name_at or age_naming(token) is not None
        return token.ent_type_ in {"DATE", "TIME"} and not named

    def is_party(self, token: "Token") -> bool:
        """Whether the word names somebody who can act."""
        name = self._document.name_at.get(token.i)
        if name is not None:
            return self._document.names[name].kind in _PARTY_KINDS
        if token.pos_ == "PRON":
            return token.i in self._document.antecedents
        if token.pos_ == "PROPN" and token.ent_type_ == "":
            return self.sector_of(token) is not None or token.dep_ in {"nsubj", "agent", "pobj", "dobj"}
        if token.pos_ not in {"NOUN", "ADJ", "PROPN"}:
            return False
        known = self._noun_sector(token) is not None or self._body_of(token) is not None
        return known or age_naming(token) is not None

    def _meant(self, token: "Token") -> "Token":
        """Whom a pronoun means: the name before it in the sentence, or who speaks of himself ("Iraq said it would …").

        The word itself where neither is to be had.
        """
        if token.lower_ not in _PRONOUNS:
            return token
        if token.i in self._document.antecedents:
            return self._named_before(token) or token
        clause = token.head
        while clause.dep_ in {"conj", "xcomp"} and clause.head.pos_ in {"VERB", "AUX"}:
            clause = clause.head
        speaker = surface_subject(clause.head) if clause.dep_ == "ccomp" else None
        if speaker is None or speaker.pos_ == "PRON" or not self.is_party(speaker):
            return token
        return speaker if self._agrees(token, speaker) else token

    def _named_before(self, token: "Token") -> "Token | None":
        """Head of the nearest earlier name of the pronoun's entity in the same sentence."""
        entity = self._document.antecedents[token.i]
        for index in range(token.i - 1, max(0, token.i - _REACH) - 1, -1):
            if token.doc[index + 1].is_sent_start:
                break
            name = self._document.name_at.get(index)
            if name is not None and self._document.names[name].entity == entity:
                return token.doc[index]
        return None

    def _agrees(self, pronoun: "Token", speaker: "Token") -> bool:
        name = self._document.name_at.get(speaker.i)
        kind = self._document.names[name].kind if name is not None else None
        if pronoun.lower_ == "they":
            return speaker.tag_ in {"NNS", "NNPS"} or kind == "organization" or bool(kids(speaker, "conj"))
        if pronoun.lower_ == "it":
            return kind in {"organization", "place"} or (kind is None and speaker.tag_ == "NN")
        return kind in {"person", None} and speaker.tag_ in {"NN", "NNP"}

    def owners(self, token: "Token", *, authors: bool = False, depth: int = 0) -> list[Argument]:
        """The parties behind a thing: author, possessor, nationality; then, unless ``authors``, whom it is about."""
        if depth > 2:
            return []
        for filler in self._owner_words(token, authors=authors):
            core = self._core(filler)
            if self.is_party(core):
                return [self.argument(self._core(head)) for head in with_conjuncts(core)]
            deeper = self.owners(core, authors=authors, depth=depth + 1)
            if deeper:
                return deeper
        return []

    def _owner_words(self, token: "Token", *, authors: bool) -> Iterator["Token"]:
        yield from prepositional(token, "by")
        yield from kids(token, "poss")
        yield from (child for child in kids(token, "amod", "compound", "nmod") if self._names_party(child))
        if authors:
            return
        for preposition in _OWNER_PREPOSITIONS:
            yield from prepositional(token, preposition)
        for preposition in _PLACE_PREPOSITIONS:
            yield from (filler for filler in prepositional(token, preposition) if self._names_party(filler))

    def _names_party(self, token: "Token") -> bool:
        name = self._document.name_at.get(token.i)
        if name is not None:
            return self._document.names[name].kind in _PARTY_KINDS
        return token.pos_ == "NOUN" and self._noun_sector(token) is not None

    def _core(self, token: "Token") -> "Token":
        """The counted noun of a quantity ("thousands of refugees"), and whose life or body it is ("his throat")."""
        for _ in range(3):
            own = token.lemma_.lower() in _OWN
            if not own and token.lemma_.lower() not in _PARTITIVES and token.pos_ != "NUM":
                break
            inner = next(iter([*prepositional(token, "of"), *(kids(token, "poss") if own else ())]), None)
            if inner is None:
                break
            token = inner
        return token

    def argument(self, token: "Token") -> Argument:
        """The phrase around a head with its entity, sector and country."""
        start, end = self._span(token)
        entity = self._entity(token)
        return Argument(token.i, start, end, entity, sector=self.sector_of(token), country_code=self._country(token))

    def _span(self, token: "Token") -> tuple[int, int]:
        """Clean-text span without articles and numbers, with attached "of" and short locative phrases."""
        doc = token.doc
        first, last = self._first(token), self._last(token)
        name = self._document.name_at.get(token.i)
        start, end = doc[first].idx, doc[last].idx + len(doc[last])
        if name is not None:
            start = min(start, self._document.names[name].start)
            end = max(end, self._document.names[name].end)
        return start, end

    @staticmethod
    def _is_leading(token: "Token") -> bool:
        is_result = token.lower_ == "dead" and token.head.head.i == token.i - 1  # "shot dead two men"
        return is_result or token.tag_ in _LEADING or token.lower_ in _QUANTIFIERS or token.is_punct

    def _first(self, token: "Token") -> int:
        first = token.i
        for child in reversed(list(token.lefts)):
            if child.dep_ not in _LEFT or child.is_space:
                break
            if not self._is_leading(child):
                first = child.left_edge.i
        for index in range(first, token.i):
            if token.doc[index].text in _BARRIERS or "\n\n" in token.doc[index].text:
                first = index + 1
        while first < token.i and (token.doc[first].tag_ in _DETERMINERS or token.doc[first].is_space):
            first += 1
        return first

    def _last(self, token: "Token") -> int:
        last = token.i
        for child in token.rights:
            if child.i != last + 1:
                break
            if child.dep_ == "prep" and self._belongs(token, child):
                last = self._phrase_end(child)
            elif child.dep_ not in {"compound", "nmod", "nummod"}:
                break
        return last

    def _belongs(self, token: "Token", preposition: "Token") -> bool:
        named = self._document.name_at.get(token.i) is not None
        if preposition.lower_ == "of":
            return token.head.lemma_ not in BLAMING  # "accused X of the murder"
        return preposition.lower_ in {"in", "throughout", "from", "for"} and not named and token.pos_ == "NOUN"

    def _phrase_end(self, preposition: "Token") -> int:
        """Last token of the prepositional phrase before any clause, aside or further phrase."""
        last = preposition.i - 1
        for child in preposition.children:
            if child.dep_ != "pobj":
                continue
            last = child.i
            for right in child.rights:
                of_phrase = right.dep_ == "prep" and right.lower_ == "of"
                if not of_phrase or right.right_edge.i - preposition.i > _LONGEST_PHRASE:
                    break
                last = right.right_edge.i
        return last if last - preposition.i <= _LONGEST_PHRASE else preposition.i - 1

    def _entity(self, token: "Token") -> int | None:
        document = self._document
        name = document.name_at.get(token.i)
        if name is not None:
            return document.names[name].entity
        if token.i in document.antecedents:
            return document.antecedents[token.i]
        known = self._noun_sector(token) is not None or token.lemma_.lower() in _COLLECTIVES
        person = person_beside(document, token) if known else None
        return person if person is not None or not known else self._body_named(token)

    def _body_of(self, token: "Token") -> int | None:
        """The organization whose part a collective noun names ("members of the Liberation Front")."""
        return self._body_named(token) if token.lemma_.lower() in _COLLECTIVES else None

    def _body_named(self, token: "Token") -> int | None:
        names = self._document.names
        for other in [*kids(token, "compound", "poss", "nmod", "amod", "appos"), *prepositional(token, "of")]:
            name = self._document.name_at.get(other.i)
            if name is not None and names[name].kind == "organization":
                return names[name].entity
        return None

    def sector_of(self, token: "Token") -> str | None:
        """PLOVER sector by the entity, the noun, or the titles before a name."""
        document = self._document
        name = document.name_at.get(token.i)
        if name is None:
            entity = self._entity(token)
            known = document.entities[entity].sector if entity is not None else None
            return self._noun_sector(token) or known
        found = document.names[name]
        if found.entity is not None and document.entities[found.entity].sector:
            return document.entities[found.entity].sector
        if found.kind == "place":
            return "GOV"
        titles = [word.lower_ for word in kids(token, "compound", "nmod", "appos", "amod")]
        titles += found.role.lower().split() if found.role else []
        titles = titles or [token.text]  # a house is a building, "the House" a parliament
        return next((sector for title in titles if (sector := self._agents.sector(title))), None)

    def _noun_sector(self, token: "Token") -> str | None:
        lemma = token.lemma_.lower()
        if lemma in _COLLECTIVES:
            members = [*kids(token, "compound", "amod", "nmod"), *prepositional(token, "of")]
            sectors = (self._agents.sector(member.lemma_.lower()) for member in members)
            told = next((sector for sector in sectors if sector is not None), None)
            if told is not None:
                return told
        for child in kids(token, "compound", "amod", "nmod"):
            known = self._agents.sector(lemma, child.lower_)
            if known is not None and known != self._agents.sector(lemma):
                return known
        return self._agents.sector(lemma) or self._agents.sector(token.lower_)

    def _country(self, token: "Token") -> str | None:
        document = self._document
        for other in (token, *kids(token, "amod", "compound", "poss", "nmod")):
            name = document.name_at.get(other.i)
            entity = document.names[name].entity if name is not None else None
            if entity is not None and document.entities[entity].country_code:
                return document.entities[entity].country_code
        entity = document.antecedents.get(token.i)
        return document.entities[entity].country_code if entity is not None else None
