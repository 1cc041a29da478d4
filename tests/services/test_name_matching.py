"""Pairs of names, with what the seeds know of people and organizations."""

import pytest

from app.config import shipped
from app.domain.annotations import Person
from app.services.known_actors import KnownActors
from app.services.name_matching import NameMatcher


@pytest.fixture(scope="module")
def matcher() -> NameMatcher:
    return NameMatcher.load(shipped("seeds"))


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Abu Muhammad al-Jolani", "Ahmed al-Sharaa", "Person"),
        ("Hemedti", "Mohamed Hamdan Dagalo", "Person"),
        ("金正恩", "Kim Jong-un", "Person"),
        ("IS", "Daesh", "Organization"),
        ("daesh", "Islamic State of Iraq & Syria", "Organization"),
        ("Jabhat al-Nusra", "Nusra Front", "Organization"),
        ("FARC", "Revolutionary Armed Forces of Colombia", "Organization"),
        ("UN", "United Nations", "PublicBody"),
    ],
)
def test_names_that_no_spelling_brings_together(matcher, left, right, schema) -> None:
    assert matcher.match(left, right, schema).match
    assert matcher.match(right, left, schema).match


@pytest.mark.parametrize(
    ("left", "right", "schema"),
    [
        ("Islamic State", "Islamic State Sahel Province", "Organization"),
        ("Nusra Front", "Islamic State", "Organization"),
        ("Bashar al-Assad", "Maher al-Assad", "Person"),
        ("Assad", "Bashar al-Assad", "Person"),
        ("Maher Safa", "Nader Safa", None),
        ("Orontes 4", "Orontes 5", "Vessel"),
    ],
)
def test_names_of_two(matcher, left, right, schema) -> None:
    assert not matcher.match(left, right, schema).match


def test_other_names_are_of_the_person_of_that_country_alone() -> None:
    actors = KnownActors.load(shipped("seeds"))
    known = Person(id="e1", kind="person", name="Abu Mazen", country_code="PS")
    assert "Mahmoud Abbas" in actors.names_of(known)
    assert actors.names_of(known.model_copy(update={"country_code": "IQ"})) == ()
    assert actors.names_of(known.model_copy(update={"name": "Abu Nobody"})) == ()
