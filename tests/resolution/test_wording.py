"""How alike two articles are worded."""

from math import isclose, sqrt

from hypothesis import given
from hypothesis import strategies as st

from app.resolution.wording import likeness, shared_people, wording_of

BLAST = """A car bomb tore through the vegetable market of Baqirah on Tuesday morning, killing at least nine shoppers
and wounding thirty, said Dr Hamid Karwan of the district clinic. Stalls burned for two hours. Witnesses saw a white
Toyota parked beside the bakery of the Nazari family minutes before."""
RETOLD = """At least nine people died when a Toyota packed with explosives blew up near the Nazari bakery in the market
of Baqirah, the clinic's Dr Hamid Karwan said. Thirty more were hurt, many of them with burns, and shoppers fled."""
OTHER = """Gunmen on motorcycles stopped a bus outside Tessaoua at dusk and took six passengers, the prefect said.
Soldiers searched the scrubland along the border through the night, and the families gathered at the prefecture."""


def test_retold_is_more_alike_than_another_story() -> None:
    blast, retold, other = (wording_of([text]) for text in (BLAST, RETOLD, OTHER))
    assert likeness(blast, retold) > 0.3
    assert likeness(blast, other) < 0.1
    assert isclose(likeness(blast, blast), 1.0, abs_tol=0.01)


def test_two_short_reports_of_a_kind_are_not_alike_for_it() -> None:
    one, two = wording_of(["Gunmen clashed in Idlib."]), wording_of(["Gunmen clashed in Homs."])
    assert likeness(one, two) < 0.2


def test_common_words_and_boilerplate_words_weigh_nothing() -> None:
    assert "the" not in wording_of([BLAST]).terms
    assert "Toyota".casefold() in wording_of([BLAST]).terms


def test_people_are_known_by_two_words_of_their_names() -> None:
    one = wording_of([], ["Hamid Karwan", "Karwan"])
    assert one.people == {"hamid karwan"}
    assert shared_people(one, wording_of([], ["Hamid al-Karwan", "Omar Nazari"])) == 1
    assert shared_people(one, wording_of([], ["Omar Karwan"])) == 0


@given(st.lists(st.text(max_size=200), max_size=4))
def test_any_text_has_a_wording_of_length_one_or_none(texts: list[str]) -> None:
    terms = wording_of(texts).terms
    length = sqrt(sum(weight * weight for weight in terms.values()))
    assert not terms or isclose(length, 1.0, abs_tol=0.01)
    assert len(terms) <= 64
