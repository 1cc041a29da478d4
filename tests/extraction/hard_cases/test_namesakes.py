"""Two towns of one name in one article."""

import pytest

from app.domain.annotations import Place
from tests.extraction.article_reading import event, read


def places(text: str, name: str) -> list[tuple[str | None, str | None]]:
    """Country and division of every place of that name, in the order of their mentions."""
    found = read(text)
    known = {entity.id: entity for entity in found.entities if isinstance(entity, Place)}
    named = dict.fromkeys(mention.entity for mention in found.mentions if mention.text == name)
    return [(known[entity].country_code, known[entity].admin1) for entity in named if entity]


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        (
            "A car bomb in Tripoli, Lebanon, killed five people. In Tripoli, Libya, two policemen were shot dead.",
            "Tripoli",
            ["LB", "LY"],
        ),
        (
            "The bomb in Hyderabad, in Pakistan's Sindh province, killed four. Police in Hyderabad, India, were alert.",
            "Hyderabad",
            ["PK", "IN"],
        ),
        (
            "Gunmen attacked a bank in San Pedro, Guatemala, and a bus in San Pedro, Paraguay.",
            "San Pedro",
            ["GT", "PY"],
        ),
        ("The Syrian town of Qusayr was shelled. Shells fell on the Lebanese town of Qusayr.", "Qusayr", ["SY", "LB"]),
    ],
)
def test_towns_of_one_name_in_two_countries(text: str, name: str, countries: list[str]) -> None:
    assert [country for country, _ in places(text, name)] == countries


def test_towns_of_one_name_in_two_divisions() -> None:
    text = "Troops entered Oleksandrivka in Kherson region. Oleksandrivka in Donetsk region was shelled."
    assert places(text, "Oleksandrivka") == [("UA", "Kherson Oblast"), ("UA", "Donetsk Oblast")]


def test_a_bare_name_means_the_town_named_last() -> None:
    found = read("Gunmen killed two people in Birmingham, Alabama, on Sunday. Birmingham police are looking for them.")
    assert len({mention.entity for mention in found.mentions if mention.text == "Birmingham"}) == 1


def test_each_event_is_in_its_own_town() -> None:
    found = read("A car bomb in Tripoli, Lebanon, killed five people. In Tripoli, Libya, two policemen were shot dead.")
    country = {entity.id: entity.country_code for entity in found.entities}
    assert country[event(found, "ASSAULT", "killed").place or ""] == "LB"
    assert country[event(found, "ASSAULT", "shot").place or ""] == "LY"
