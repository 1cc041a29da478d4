"""Confidence: surer of what is told with who, whom, when and where than of what is only touched on."""

from tests.extraction.article_reading import event, read

_TOLD = (
    "ALEPPO, Syria - Gunmen of the Levant Front shot dead two farmers in Azaz on Sunday, police said. "
    "The farmers were shot in their field in Azaz."
)


def test_a_full_account_is_surer_than_a_passing_remark() -> None:
    found = read(_TOLD + " The minister spoke of trade. Earlier violence had left some attacks unexplained in 2006.")
    main = found.events[0]
    assert main.confidence > 0.6
    assert all(other.confidence < main.confidence for other in found.events[1:])


def test_what_is_only_planned_is_less_sure_than_what_happened() -> None:
    happened = event(read("Rebels shelled the town of Azaz on Sunday."), "ASSAULT")
    planned = event(read("Rebels plan to shell the town of Azaz on Sunday."), "ASSAULT")
    assert planned.stance == "planned"
    assert planned.confidence < happened.confidence


def test_a_place_of_the_gazetteer_is_surer_than_one_that_only_the_text_knows() -> None:
    found = read("Clashes broke out in Aleppo and in the hamlet of Kafr Zeitoun in Syria on Monday.")
    sure = {mention.text: mention.confidence for mention in found.mentions if mention.kind == "place"}
    assert sure["Syria"] > 0.9
    assert sure["Aleppo"] > sure["Kafr Zeitoun"]


def test_confidence_is_a_share() -> None:
    found = read(_TOLD)
    assert all(0 <= one.confidence <= 1 for one in (*found.events, *found.mentions))
