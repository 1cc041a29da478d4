"""Mixed case given back to text in capitals only, character for character, so that the language model can read it."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, get_args

from app.domain.gazetteer import Gazetteer
from app.extraction.casing.capitals import CapitalsText, CapitalsWord, is_capitals
from app.extraction.casing.namephrases import NamePhrases
from app.extraction.casing.nameshapes import find_names_by_shape
from app.extraction.casing.wordcase import KnownCase, WordCase, WordClass
from app.extraction.lexicons.actors import ActorLexicon
from app.extraction.lexicons.countries import CountryLexicon
from app.extraction.lexicons.folding import fold, words_of
from app.extraction.lexicons.tables import read_table

if TYPE_CHECKING:
    from spacy.language import Language

#: a common word that looks a little like a name is one if a city of that size is called so
_CITY_POPULATION: Final = 150_000
#: offices of several words that are written with capitals wherever they stand
_OFFICES: Final = ("Secretary of State", "Secretary-General", "Secretary General", "Attorney General")
_PLACE_ADJECTIVES: Final = frozenset(
    "new little upper lower old big green white red black long great mount cape gran nueva nuevo alto bajo palm".split()
)


class CaseRestorer:
    """Restores case by what is known of words and names, and by what the rest of the article writes in mixed case."""

    def __init__(self, words: WordCase, phrases: NamePhrases, gazetteer: Gazetteer) -> None:
        self._words = words
        self._phrases = phrases
        self._gazetteer = gazetteer
        self._cities: dict[str, bool] = {}
        self._pairs: dict[str, bool] = {}

    @classmethod
    def load(
        cls,
        directory: Path,
        nlp: "Language",
        actors: ActorLexicon,
        countries: CountryLexicon,
        gazetteer: Gazetteer,
    ) -> Self:
        """Build from the lexicons, the names of the seeds directory and the vocabulary of the pipeline."""
        places = [name for name, _ in countries.names()] + [country.capital for country in countries]
        demonyms = [word for word, _ in countries.demonyms()]
        people = [row["name"] for row in read_table(directory / "given_names.tsv")]
        people += [row["name"] for row in read_table(directory / "public_figures.tsv")]
        organizations = [form for record in actors.records for form in (record.name, *record.aliases)]
        acronyms = [acronym for record in actors.records for acronym in record.acronyms]
        known = KnownCase(
            places=_single_words([*places, *demonyms]),
            demonyms=frozenset(word.lower() for word in demonyms),
            people=frozenset(word for name in people for word in words_of(name) if word[1:].islower()),
            acronyms=frozenset(
                word for form in (*acronyms, *organizations, *places) for word in words_of(form) if _is_acronym(word)
            ),
            case={row["word"]: _word_class(row) for row in read_table(directory / "word_case.tsv")},
        )
        phrases = NamePhrases(
            [name for name in (*_OFFICES, *organizations, *places, *demonyms, *people) if not name.isupper()]
        )
        return cls(WordCase(nlp, known), phrases, gazetteer)

    def restore(self, paragraphs: Sequence[str]) -> list[str]:
        """The paragraphs, those in capitals only with mixed case; lengths and all other characters stay."""
        in_capitals = _in_capitals(paragraphs)
        if not any(in_capitals):
            return list(paragraphs)
        seen = _seen_forms([text for text, capitals in zip(paragraphs, in_capitals, strict=True) if not capitals])
        texts = [
            CapitalsText(text) if capitals else None for text, capitals in zip(paragraphs, in_capitals, strict=True)
        ]
        capitals = [text for text in texts if text is not None]
        for text in capitals:
            for word in text.words:
                self._decide(word, seen)
        for text in capitals:
            self._phrases.apply(text)
            self._find_places(text)
            find_names_by_shape(text, self._words)
        _agree(capitals)
        return [
            paragraph if text is None else text.mixed_case() for paragraph, text in zip(paragraphs, texts, strict=True)
        ]

    def _decide(self, word: CapitalsWord, seen: dict[str, str]) -> None:
        if word.fixed:
            return
        form = seen.get(word.lowered)
        if form is not None:
            word.form, word.fixed = form, True
            return
        if word.lowered != word.bare and word.bare in seen:
            word.form, word.fixed = seen[word.bare] + word.lowered[len(word.bare) :], True
            return
        if word.is_contraction:
            return
        kind = self._words.of(word.bare)
        if kind == "common" and self._is_city(word.bare):
            kind = "name"
        word.is_name = kind != "common"
        word.form = {"common": word.lowered, "name": word.titled, "acronym": word.shouted}[kind]

    def _find_places(self, text: CapitalsText) -> None:
        """Places whose first word is a common one: "NEW YORK", "LITTLE HAVANA"."""
        for before, word in pairwise(text.words):
            if before.lowered in _PLACE_ADJECTIVES and word.before == " " and not before.fixed:
                pair = f"{before.titled} {word.bare.capitalize()}"
                if pair not in self._pairs:
                    self._pairs[pair] = bool(self._gazetteer.find(pair))
                if self._pairs[pair]:
                    before.form, before.is_name = before.titled, True
                    word.form, word.is_name = word.titled, True

    def _is_city(self, lowered: str) -> bool:
        known = self._cities.get(lowered)
        if known is None:
            known = self._cities[lowered] = self._looks_like_city(lowered)
        return known

    def _looks_like_city(self, lowered: str) -> bool:
        score = self._words.score(lowered)
        if len(lowered) < 4 or not self._words.may_be_place(lowered):
            return False
        found = self._gazetteer.find(lowered.capitalize())
        if score is None:
            return bool(found)
        return any(
            entry.feature in {"settlement", "admin1"}
            and entry.population >= _CITY_POPULATION
            and fold(entry.name) == (lowered,)
            for entry in found
        )


def _word_class(row: dict[str, str]) -> WordClass:
    for known in get_args(WordClass):
        if row["case"] == known:
            return known  # type: ignore[no-any-return]
    raise ValueError(f"word_case.tsv: {row['word']}: no such case: {row['case']}")


def _single_words(names: list[str]) -> frozenset[str]:
    return frozenset(name for name in names if name.isalpha() and name[:1].isupper() and not name.isupper())


def _is_acronym(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) > 1


def _in_capitals(paragraphs: Sequence[str]) -> list[bool]:
    """Which paragraphs are in capitals only; in an article of capitals, short ones count too ("DEAR FRIENDS:")."""
    found = [is_capitals(paragraph) for paragraph in paragraphs]
    letters = sum(len(text) for text, capitals in zip(paragraphs, found, strict=True) if capitals)
    if letters * 2 > sum(map(len, paragraphs)):
        return [capitals or text.isupper() for text, capitals in zip(paragraphs, found, strict=True)]
    return found


def _seen_forms(paragraphs: list[str]) -> dict[str, str]:
    """How the article's mixed-case paragraphs write words inside a sentence; words written in two ways are left out."""
    forms: dict[str, str] = {}
    twofold = set()
    for paragraph in paragraphs:
        before = ""
        for word in paragraph.split():
            bare = word.strip(".,;:!?\"'()[]").removesuffix("'s")
            counts = before and before[-1].isalnum() and bare.isalpha() and len(bare) > 1
            if counts and forms.setdefault(bare.lower(), bare) != bare:
                twofold.add(bare.lower())
            before = word
    return {word: form for word, form in forms.items() if word not in twofold}


def _agree(texts: list[CapitalsText]) -> None:
    """A word that is plainly a name once is one wherever no article stands before it."""
    learned = {word.lowered: word.form for text in texts for word in text.words if word.learned}
    if not learned:
        return
    for text in texts:
        for before, word in zip([None, *text.words], text.words, strict=False):
            form = learned.get(word.lowered)
            if form is None or word.fixed:
                continue
            if form.isupper() or before is None or before.lowered not in {"the", "a", "an"}:
                word.form = form
