"""What name finding knows of the world, in the form its matchers need; built once per process."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import log10
from typing import Final

from app.domain.gazetteer import Gazetteer
from app.domain.vocabulary import MentionKind
from app.extraction.lexicons.actors import ActorLexicon, ActorRecord
from app.extraction.lexicons.countries import CountryLexicon
from app.extraction.lexicons.folding import fold, words_of
from app.extraction.lexicons.head_nouns import HeadNouns
from app.extraction.lexicons.offices import OfficeLexicon, OfficeRecord
from app.extraction.lexicons.people import PeopleLexicon
from app.extraction.mentions.tries import WordTrie

_WIDE: Final = frozenset({"country", "admin1", "region"})


@dataclass(frozen=True, slots=True)
class KnownName:
    """What a known way of writing stands for: a country, a demonym, or one or more organizations."""

    kind: MentionKind
    country_code: str | None = None
    records: tuple[ActorRecord, ...] = ()


class NameKnowledge:
    """The lexicons and the gazetteer that ``find_names`` and ``link_names`` use, with tries built from them."""

    def __init__(
        self,
        actors: ActorLexicon,
        offices: OfficeLexicon,
        countries: CountryLexicon,
        gazetteer: Gazetteer,
        heads: HeadNouns,
        people: PeopleLexicon,
    ) -> None:
        self.actors = actors
        self.offices = offices
        self.countries = countries
        self.gazetteer = gazetteer
        self.heads = heads
        self.people = people
        #: forms that count in the lexicon's own capitals only
        self.exact: WordTrie[KnownName] = WordTrie()
        #: the other forms, as ``fold`` gives them
        self.folded: WordTrie[KnownName] = WordTrie()
        self.titles: WordTrie[OfficeRecord] = WordTrie()
        #: how much the gazetteer speaks for a place of that name: 0 (unknown) to 2 (country, division, large city)
        self.place_weight: Callable[[str], float] = lru_cache(maxsize=65_536)(self._weigh_place)
        self._fill()

    def _fill(self) -> None:
        for phrase in self.actors.phrases():
            trie = self.exact if phrase.exact_case else self.folded
            trie.add(phrase.words, KnownName("organization", records=tuple(phrase.records)))
        for word, code in self.countries.demonyms():
            self.folded.add(fold(word), KnownName("demonym", code))
        for name, code in self.countries.names():
            known = KnownName("place", code)
            if name.isupper():
                self.exact.add(words_of(name), known)
            else:
                self.folded.add(fold(name), known)
        for words, record in self.offices.phrases().items():
            if words != ("he",):  # His Excellency, but far more often the pronoun
                self.titles.add(words, record)

    def _weigh_place(self, name: str) -> float:
        entries = self.gazetteer.find(name)
        if not entries:
            return 0.0
        if any(entry.feature in _WIDE for entry in entries):
            return 2.0
        population = max(entry.population for entry in entries)
        return max(0.5, min(2.0, log10(population + 1) / 3.0))
