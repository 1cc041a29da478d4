"""The spaCy pipeline that reads English, and a guard that tells when a text is not English."""

import importlib
import importlib.util
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from app.extraction.cleaning.text import BLOCK_BREAK
from app.extraction.document import CleanText
from app.extraction.language.asides import mark_asides
from app.extraction.language.attributes import remember_attributes

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

BLOCK_BOUNDARIES: Final = "block_boundaries"
#: fewer letters than these are never refused
_LEAST_LETTERS: Final = 200
_SAMPLE: Final = 1_500
_ENGLISH_SHARE: Final = 0.12
_FOREIGN_SHARE: Final = 0.12
_STRAY_ENGLISH: Final = 0.06
_CERTAIN: Final = 0.75
_MARKUP: Final = re.compile(r"<[^<>]{0,600}>|https?://\S{1,300}")
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
#: of the words every English text is full of, those that are rare in other languages
_ENGLISH_WORDS: Final = frozenset(
    "the of and to that is was were are with by from this which have has had been their they his her she he it its not "
    "but would could should will said says who what when where there after before into over under against between than "
    "then these those at on in for as be or an we you your our my out up about".split()
)


def load_pipeline(name: str) -> Language:
    """The spaCy pipeline of a package or path, with sentence starts forced at the blocks of the clean text.

    A package that brings its data with a function ``model_path`` is loaded from there.

    Raises:
        LookupError: there is no such package or path, or it holds no spaCy pipeline; the message says what to do.
    """
    try:
        nlp = spacy.load(_location(name), exclude=["senter"])
    except (OSError, ImportError) as error:
        raise LookupError(
            f"The spaCy pipeline {name!r} cannot be loaded ({error}). Install the package, or name another one with "
            "SITREP_SPACY_PIPELINE."
        ) from error
    if "parser" in nlp.pipe_names:
        nlp.add_pipe(BLOCK_BOUNDARIES, before="parser")
    remember_attributes(nlp)
    return nlp


def _location(name: str) -> str:
    if name.isidentifier() and importlib.util.find_spec(name) is not None:
        path = getattr(importlib.import_module(name), "model_path", None)
        if path is not None:
            return str(path())
    return name


@Language.component(BLOCK_BOUNDARIES)
def mark_block_boundaries(doc: Doc) -> Doc:
    """Start a sentence after every blank line, before the parser decides on the others."""
    for token in doc[:-1]:
        if token.is_space and BLOCK_BREAK in token.text:
            token.is_sent_start = False
            doc[token.i + 1].is_sent_start = True
    return doc


def tokenized(nlp: Language, clean: CleanText) -> Doc:
    """Tokens of the clean text, with a sentence starting where the news begins after a dateline.

    A parser that sees "KHARTOUM (Agency) - The army said" as one sentence takes the town for the subject; one that may
    start another right behind takes "Twelve" of "KHARTOUM - Twelve people" for a sentence of its own.
    """
    doc = nlp.make_doc(clean.text)
    for block in clean.blocks:
        if block.start < block.body_start < block.end:
            span = doc.char_span(block.body_start, block.body_start + 1, alignment_mode="expand")
            if span is not None:
                doc[span.start].is_sent_start = True
                for following in doc[span.end : span.end + 1]:
                    following.is_sent_start = False
    if "[" in clean.text:
        mark_asides(doc)
    return doc


def detect_language(text: str) -> tuple[str, bool]:
    """ISO 639-1 code of the text's language, and whether that is certain enough to refuse the text for it.

    Another language than English is only certain where the text has at least 200 letters, is nearly free of English
    function words, and is full of the other language's own (or written in another script). Lists of names, short
    texts and text in capitals stay English.
    """
    plain = _MARKUP.sub(" ", text[: 40 * _SAMPLE])
    sample = _sample(plain)
    words = [word.lower() for word in _WORD.findall(sample)]
    letters = sum(map(len, words))
    if letters < _LEAST_LETTERS or _share(words, _ENGLISH_WORDS) >= _ENGLISH_SHARE:
        return "en", letters >= _LEAST_LETTERS
    if sum(word.isascii() for word in words) * 2 > len(words) or _is_latin(sample):
        return _latin_language(sample, words)
    code, _ = _identifier().classify(sample)
    return (str(code), True) if code != "en" else ("en", False)


def _sample(text: str) -> str:
    """The beginning, the middle and the end."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _share(words: list[str], vocabulary: frozenset[str]) -> float:
    return sum(word in vocabulary for word in words) / max(len(words), 1)


def _is_latin(sample: str) -> bool:
    letters = [character for character in sample if character.isalpha()]
    return sum(ord(character) < 0x250 for character in letters) * 2 > len(letters)


def _latin_language(sample: str, words: list[str]) -> tuple[str, bool]:
    code, probability = _identifier().classify(sample.lower())
    if code == "en":
        return "en", False
    foreign = _function_words(str(code))
    share, english = _share(words, foreign), _share(words, _ENGLISH_WORDS - foreign)
    own = share >= _FOREIGN_SHARE and share >= 3 * english
    # prose in lower case without function words is not English, whatever it is
    prose = english <= _STRAY_ENGLISH and sum(map(str.islower, _WORD.findall(sample))) > len(words) * 0.6
    return str(code), bool(probability >= _CERTAIN) and (own or prose)


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads a model of 30 MB

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@lru_cache(maxsize=32)
def _function_words(code: str) -> frozenset[str]:
    """Stop words that spaCy has for the language that are no English function words; empty where spaCy has none."""
    try:
        words: set[str] = spacy.util.get_lang_class(code).Defaults.stop_words
    except (ImportError, OSError):
        return frozenset()
    return frozenset(words) - {"in", "to", "of", "as", "an", "at", "by", "was", "he", "we", "be", "me", "my"}
