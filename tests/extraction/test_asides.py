"""Square brackets of monitoring services do not tear sentences apart."""

from app.extraction.cleaning.text import clean
from app.extraction.language.pipelines import tokenized
from tests.extraction.article_reading import event, knowledge, name, read


def sentences(text: str) -> list[str]:
    known = knowledge()
    doc = known.nlp(tokenized(known.nlp, clean(text, known.clutter, known.casing)))
    return [sentence.text.strip() for sentence in doc.sents]


def test_an_expansion_stays_inside_its_sentence() -> None:
    text = "He met envoys of the ELN [Army of National Liberation] in the mountains."
    assert sentences(text) == [text]


def test_a_sentence_starts_after_the_speaker() -> None:
    assert sentences("[Rivas] We shall fight.") == [
        "[Rivas]",
        "We shall fight.",
    ]


def test_who_is_blamed_is_found_around_the_expansion() -> None:
    found = read(
        "President Rivas blamed ELN [Army of National Liberation] guerrillas for the murder of a judge on 3 May 2016."
    )
    assert [name(found, party.entity) for party in event(found, "ASSAULT").actors] == ["ELN"]
