"""Which words are names and which are common, asked of the language model's own vocabulary.

Word vectors keep names apart from common words: the score of a word is a ridge regression from its vector onto
"name" (+1) or "common word" (-1), fitted at start on the names of the seeds against the verbs, adjectives and adverbs
of the lemmatizer's word index (WordNet's). Hoerl and Kennard 1970 is the method's source.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language

WordClass = Literal["common", "name", "acronym"]

#: least score of a name among words that the index also knows; measured on mixed-case news
_NAME_THOUGH_VERB: Final = 0.6
_NAME_THOUGH_NOUN: Final = 0.12
_NAME_THOUGH_IRREGULAR: Final = 0.7
_NAME_THOUGH_COMPOUND: Final = 0.75
_COMMON_THOUGH_UNKNOWN: Final = -0.75
_SURNAME: Final = -0.15
_PLACE: Final = -0.1
_PENALTY: Final = 1e-4

_SUFFIXES: Final = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ers", ("", "e", "er")),
    ("er", ("", "e")),
    ("est", ("", "e")),
    ("ly", ("", "le")),
    ("men", ("man",)),
    ("women", ("woman",)),
    ("ness", ("",)),
)
_PREFIXES: Final = (
    "anti",
    "counter",
    "non",
    "re",
    "un",
    "over",
    "under",
    "semi",
    "ultra",
    "pro",
    "ex",
    "para",
    "narco",
)
_VOWELLESS: Final = re.compile(r"[^aeiouy]+")


#: endings of words that are too new, rare or misspelled for the index
_COMMON_ENDINGS: Final = tuple(
    "tion tions ment ments ness ism ive ives ous ible able ingly edly ical cide cidal gun guns gunfire ized ised izing "
    "ization icate icated ship ships hood hoods less".split()
)


@dataclass(frozen=True, slots=True)
class KnownCase:
    """What the seeds say: single words of names in their case, acronyms in capitals, ``case`` of lower-case words."""

    places: frozenset[str]
    demonyms: frozenset[str]
    people: frozenset[str]
    acronyms: frozenset[str]
    case: Mapping[str, WordClass]


class WordCase:
    """Decides word by word, without context."""

    def __init__(self, nlp: "Language", known: "KnownCase") -> None:
        self._known = known
        self._stop_words = frozenset(nlp.Defaults.stop_words)
        self._indexes = _word_indexes(nlp)
        self._vocab = nlp.vocab
        self._scores = self._fit([word.lower() for word in known.places | known.people])
        people = {word.lower() for word in known.people}
        self._people = {word for word in people if not any(base in self._indexes.everything for base in _bases(word))}
        self._places = {word.lower() for word in known.places} - self._stop_words
        self._cache: dict[str, WordClass] = {}

    def of(self, lowered: str) -> WordClass:
        """The class of a lower-case word as it stands on its own."""
        found = self._cache.get(lowered)
        if found is None:
            found = self._cache[lowered] = self._classify(lowered)
        return found

    def score(self, lowered: str) -> float | None:
        """How much the word's vector looks like a name's: about -1 to 1; None for a word without vector."""
        row = self._row(lowered)
        return None if row is None else float(self._scores[row])

    def is_given_name(self, lowered: str) -> bool:
        """Whether the word is a known name of persons and nothing else."""
        return lowered in self._people

    def is_demonym(self, lowered: str) -> bool:
        """Whether the word names a people or what belongs to it ("salvadoran")."""
        return lowered in self._known.demonyms

    def is_noun(self, lowered: str) -> bool:
        """Whether the index has it as a noun, and not as a function word."""
        return lowered not in self._stop_words and any(base in self._indexes.nouns for base in _bases(lowered))

    def may_be_surname(self, lowered: str) -> bool:
        """Whether a common word can be a surname too: one whose vector is not plainly a common word's."""
        if lowered in self._stop_words or any(self._known.case.get(base) == "common" for base in _bases(lowered)):
            return False
        score = self.score(lowered)
        return score is None or score > _SURNAME

    def may_be_place(self, lowered: str) -> bool:
        """Whether a common word can be a place's name too: a noun not plainly common, or one without vector."""
        if lowered in self._stop_words or any(self._known.case.get(base) == "common" for base in _bases(lowered)):
            return False
        score = self.score(lowered)
        return score is None or (score > _PLACE and self._least_score(lowered) != _NAME_THOUGH_VERB)

    def is_stop_word(self, lowered: str) -> bool:
        """Whether it is a function word."""
        return lowered in self._stop_words

    def _classify(self, word: str) -> WordClass:
        if (given := self._known.case.get(word)) is not None:
            return given
        if (
            word in self._stop_words
            or len(word) == 1
            or any(self._known.case.get(base) == "common" for base in _bases(word))
        ):
            return "common"
        if word in self._places:
            return "name"
        least, score = self._least_score(word), self.score(word)
        if least is not None and (score is None or score < least) and word not in self._people:
            return "common"
        if least is None and word not in self._people and (word.endswith(_COMMON_ENDINGS) or _is_below(score)):
            return "common"
        if word.capitalize() in self._known.people:
            return "name"
        is_acronym = word.upper() in self._known.acronyms or (least is None and self._looks_like_acronym(word))
        return "acronym" if is_acronym else "name"

    def _least_score(self, word: str) -> float | None:
        """The score from which a word of the index is a name all the same; None for a word it does not know."""
        if word in self._indexes.irregular:
            return _NAME_THOUGH_IRREGULAR
        for form in (word, *_without_prefix(word)):
            bases = tuple(_bases(form))
            if any(base in self._indexes.verbal for base in bases):
                return _NAME_THOUGH_VERB
            if any(base in self._indexes.nouns for base in bases):
                return _NAME_THOUGH_NOUN
        return _NAME_THOUGH_COMPOUND if self._row(word) is not None and self._is_compound(word) else None

    def _is_compound(self, word: str) -> bool:
        """Whether the word is two of the index put together: "safehouse", "airstrikes"."""
        everything = self._indexes.everything
        return any(
            word[:cut] in everything and any(base in everything for base in _bases(word[cut:]))
            for cut in range(4 if len(word) < 8 else 3, len(word) - 3)
        )

    def is_known_acronym(self, word: str) -> bool:
        """Whether the word in capitals is an acronym of the lexicons, be it a common word too ("ARENA")."""
        return word in self._known.acronyms

    def _looks_like_acronym(self, word: str) -> bool:
        if len(word) > 6:
            return False
        if _VOWELLESS.fullmatch(word):
            return True
        key = self._vocab.strings
        vectors = self._vocab.vectors
        return key[word.upper()] in vectors and key[word.capitalize()] not in vectors

    def _row(self, word: str) -> int | None:
        row: int | None = self._vocab.vectors.key2row.get(self._vocab.strings[word])
        return row

    def _fit(self, names: list[str]) -> "np.ndarray[Any, np.dtype[np.float64]]":
        data = self._vocab.vectors.data
        if not len(data):
            return np.zeros(0)
        positive = self._rows(names)
        lowered = set(names)
        negative = self._rows(word for word in self._indexes.verbal if word.isalpha() and word not in lowered)
        norms = np.linalg.norm(data, axis=1, keepdims=True)
        unit = np.hstack([data / np.maximum(norms, 1e-9), np.ones((len(data), 1))])
        chosen = unit[positive + negative]
        wanted = np.array([1.0] * len(positive) + [-1.0] * len(negative))
        weights = np.array([1 / max(len(positive), 1)] * len(positive) + [1 / max(len(negative), 1)] * len(negative))
        gram = (chosen * weights[:, None]).T @ chosen + _PENALTY * np.eye(unit.shape[1])
        scores: np.ndarray[Any, np.dtype[np.float64]] = unit @ np.linalg.solve(
            gram, (chosen * weights[:, None]).T @ wanted
        )
        return scores

    def _rows(self, words: Iterable[str]) -> list[int]:
        return sorted({row for row in map(self._row, words) if row is not None})


def _is_below(score: float | None) -> bool:
    """Whether a word that the index lacks is common by its vector ("smartphone", "whomever")."""
    return score is not None and score < _COMMON_THOUGH_UNKNOWN


class _WordIndexes:
    """The lemmatizer's words: ``verbal`` are verbs, adjectives and adverbs."""

    def __init__(self, verbal: frozenset[str], nouns: frozenset[str], irregular: frozenset[str]) -> None:
        self.verbal = verbal
        self.nouns = nouns
        self.irregular = irregular
        self.everything = verbal | nouns | irregular


def _word_indexes(nlp: "Language") -> _WordIndexes:
    if "lemmatizer" not in nlp.pipe_names:
        return _WordIndexes(frozenset(), frozenset(), frozenset())
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, irregular = lookups.get_table("lemma_index", {}), lookups.get_table("lemma_exc", {})
    verbal = frozenset(word for part in ("verb", "adj", "adv") for word in index.get(part, ()))
    forms = frozenset(word for part in ("verb", "adj", "adv", "noun") for word in irregular.get(part, ()))
    return _WordIndexes(verbal, frozenset(index.get("noun", ())), forms)


def _bases(word: str) -> Iterator[str]:
    """The word, and what it may be an inflected form of."""
    yield word
    for suffix, endings in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            stem = word[: -len(suffix)]
            for ending in endings:
                yield stem + ending
            if suffix in {"ed", "ing", "er", "ers", "est"} and len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


def _without_prefix(word: str) -> Iterator[str]:
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 3:
            yield word[len(prefix) :]
